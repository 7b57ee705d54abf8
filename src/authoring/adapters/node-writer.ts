import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Replaces files that exist. Each is written beside the old one and then renamed, so that a crash or a full disk
 * leaves the old text or the new one and never half of either.
 *
 * @param texts new texts by path from the root
 */
export function writeTexts(root: string, texts: ReadonlyMap<string, string>): void {
  for (const [name, text] of texts) {
    const path = join(root, name);
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      writeFileSync(temporary, text, { encoding: 'utf8', flag: 'wx' });
      chmodSync(temporary, statSync(path).mode);
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
  }
}
