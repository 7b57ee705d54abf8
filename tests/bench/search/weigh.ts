import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Above this the highest quality takes minutes and gives a few percent. */
const large = 512 * 1024;

/** What a text weighs as a host sends it, after Brotli. */
export function weighText(text: string | Buffer): number {
  const bytes = Buffer.from(text);
  const quality = bytes.length > large ? 5 : 11;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

/** The same function, which works out the answer for each name once. */
export function remember<Value>(work: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const value = known.get(name) ?? work(name);
    known.set(name, value);
    return value;
  };
}

/** Paths of the files in a folder and below, from the folder, with forward slashes. */
export function listFiles(folder: string, pattern = '**/*'): string[] {
  return globSync(pattern, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** What the files of a folder weigh together as scripts. @throws where there are none */
export function weighScripts(folder: string, pattern: string): number {
  const files = listFiles(folder, pattern);
  if (files.length === 0) throw new Error(`No scripts ${pattern} in ${folder}; run 'npm run build' first.`);
  return files.reduce((sum, file) => sum + weighText(readFileSync(join(folder, file))), 0);
}
