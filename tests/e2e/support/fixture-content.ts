import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Where the fixture site's content stands when it is whole; git knows nothing of it. */
export const fixtureContent = '.cache/fixture-site/content';

/**
 * Lays the fixture's lessons and the project's own interface words into one content folder: the words exist once, and
 * a key that the site needs cannot be missing from a copy.
 *
 * @param folder the folder to write, from the project's root; what stands there is removed first
 * @param changes texts that differ from the fixture's, by their path in the content folder
 */
export function writeFixtureContent(folder: string, changes: Readonly<Record<string, string>> = {}): void {
  const target = resolve(root, folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(resolve(root, 'tests/fixtures/site/content'), target, { recursive: true });
  cpSync(resolve(root, 'content/interface'), join(target, 'interface'), { recursive: true });
  for (const [file, text] of Object.entries(changes)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), text);
  }
}
