import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';

/**
 * Writes a file whole or not at all: beside its place, and then renamed into it, so that a crash or a full disk leaves
 * the old file or the new one and nothing else.
 *
 * @throws where it cannot be written; what was begun has been removed
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const file = openSync(temporary, 'wx');
  try {
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    const old = statSync(path, { throwIfNoEntry: false });
    if (old) chmodSync(temporary, old.mode);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
