import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../pages/built-site.ts';

/**
 * The files of a built site.
 *
 * @param folder where it was built
 * @param place the path below which it is served, and where it stands in the network
 */
export function readBuiltSite(folder: string, place: Pick<BuiltSite, 'base' | 'address'>): BuiltSite {
  const read = (path: string): Buffer | null => {
    // Addresses in pages are our own; a step upwards would still leave the folder.
    if (path.split('/').includes('..')) return null;
    try {
      return readFileSync(join(folder, path));
    } catch {
      return null;
    }
  };
  return {
    ...place,
    text: (path) => read(path)?.toString('utf8') ?? null,
    bytes: (path) => {
      const bytes = read(path);
      return bytes && new Uint8Array(bytes);
    },
  };
}
