import { strToU8, zipSync } from 'fflate';

// The first noon that an archive can name. Its fields are those of the clock on the wall, so they are the same in every
// time zone, and at noon no zone has ever skipped an hour.
const sameForAll = new Date(1980, 0, 1, 12);

/** Files in one archive, in the order given; the same bytes for the same files, whatever the clock and the time zone. */
export function zipFiles(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries = [...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { level: 9, mtime: sameForAll });
}
