import {
  chmodSync,
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Creation } from '../create/creation.ts';

/**
 * Replaces files that exist. Each is written beside the old one and then renamed, so that a crash or a full disk
 * leaves the old text or the new one and never half of either.
 *
 * @param texts new texts by path from the root
 */
export function writeTexts(root: string, texts: ReadonlyMap<string, string>): void {
  for (const [name, text] of texts) replaceText(join(root, name), text);
}

function replaceText(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { encoding: 'utf8', flag: 'wx' });
    chmodSync(temporary, statSync(path).mode);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Writes a creation whole or not at all: new files only where there is none yet, then the changes of files that exist.
 * Where anything goes wrong, what was written before is taken back.
 *
 * @param before the texts of the changed files as they were read; one that has changed since is left alone
 * @param gallery the folder from which paths of files to copy lead
 * @throws where something cannot be written; the folder is then as it was
 */
export function writeCreation(
  root: string,
  { created, changed, copied, media }: Creation,
  { before, gallery }: { readonly before: ReadonlyMap<string, string>; readonly gallery: string },
): void {
  const undo: (() => void)[] = [];
  const make = (name: string, write: (path: string) => void) => {
    const path = join(root, name);
    undo.push(...makeFolders(dirname(path)));
    write(path);
    undo.push(() => rmSync(path, { force: true }));
  };
  try {
    for (const [name, text] of created) make(name, (path) => writeFileSync(path, text, { flag: 'wx' }));
    for (const [name, bytes] of media) make(name, (path) => writeFileSync(path, bytes, { flag: 'wx' }));
    for (const [name, from] of copied)
      make(name, (path) => copyFileSync(resolve(gallery, from), path, constants.COPYFILE_EXCL));
    for (const [name, text] of changed) {
      const path = join(root, name);
      const old = before.get(name) ?? '';
      if (readFileSync(path, 'utf8') !== old) throw new Error(`${name} has been changed at this very moment`);
      replaceText(path, text);
      undo.push(() => replaceText(path, old));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** Makes a folder and those above it; returns what takes the new ones away again. */
function makeFolders(folder: string): (() => void)[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  const undo: (() => void)[] = [];
  for (let path = folder; path.length >= first.length; path = dirname(path)) {
    const made = path;
    undo.unshift(() => rmdirSync(made));
  }
  return undo;
}
