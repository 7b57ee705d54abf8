import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadPicture } from '../package-files.ts';

/**
 * Reads pictures of a content folder.
 *
 * @param known the paths that the folder has; no other file can be asked for
 */
export function pictureReader(root: string, known: ReadonlySet<string>): ReadPicture {
  return (path) => {
    if (!known.has(path)) return null;
    const bytes = readFileSync(join(root, path));
    return { bytes: new Uint8Array(bytes), base64: bytes.toString('base64') };
  };
}
