import { strToU8, zipSync, type ZipOptions } from 'fflate';

// The first noon that an archive can name. Its fields are those of the clock on the wall, so they are the same in every
// time zone, and at noon no zone has ever skipped an hour.
const sameForAll = new Date(1980, 0, 1, 12);

// By a file of this name, first and not compressed, a book is known without unpacking it (EPUB 3.3, section 4.2.4).
const stored = 'mimetype';

/** Files in one archive, in the order given; the same bytes for the same files, whatever the clock and the time zone. */
export function zipFiles(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries = [...files].map(([name, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [name, [bytes, { level: name === stored ? 0 : 9 }]] as [string, [Uint8Array, ZipOptions]];
  });
  return zipSync(Object.fromEntries(entries), { mtime: sameForAll });
}
