import { creationOf, keepAsWritten, lostExercises, writeNew } from '#authoring';
import { writeCreation } from '#authoring/adapters/node-writer';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the editor wants to be on the disk. */
export interface Update {
  readonly additions: readonly { readonly path: string; readonly text: string }[];
  readonly deletions: readonly string[];
}

/** What there is to edit. Every other path is refused, and so is any that leads out of the content. */
const editable =
  /^(?:(?:courses|pages|gallery)(?:\/[a-z][a-z0-9-]*)+\/[a-z]{2}\.mdx|courses\/[a-z][a-z0-9-]*\/course\.yaml|glossary\/[a-z][a-z0-9-]*\.yaml)$/u;

/**
 * Writes what was changed in the editor into the files as they are, or nothing at all.
 *
 * @param opened the texts that the editor was given, by path
 * @returns null where it is written, else why not, for the author
 */
export function saveUpdate(
  contentRoot: string,
  { additions, deletions }: Update,
  opened: ReadonlyMap<string, string>,
): string | null {
  if (deletions.length)
    return `The editor takes no files away and renames none: ids are permanent, and links hang on them. Remove ${deletions.join(', ')} by hand.`;
  const before = new Map<string, string>();
  const [created, changed] = [new Map<string, string>(), new Map<string, string>()];
  for (const { path, text } of additions) {
    if (!editable.test(path)) return `${path} is not for the editor.`;
    const file = join(contentRoot, path);
    if (!existsSync(file)) {
      if (!path.startsWith('glossary/') && !existsSync(dirname(file))) return notHere(path);
      created.set(path, writeNew(text));
      continue;
    }
    const old = readFileSync(file, 'utf8');
    if (opened.has(path) && opened.get(path) !== old)
      return `${path} has been changed by another program since it was opened here. Open it again; what you wrote can still be copied.`;
    const merged = keepAsWritten(old, text);
    if (merged === null) return `${path} is written in a way that this change would damage. Edit the file as text.`;
    const lost = lostExercises(old, merged);
    if (lost.length)
      return `${path} would lose the exercise ${lost.join(', ')}: one key takes a block away that is selected. Undo it; whoever means it edits the file as text.`;
    before.set(path, old);
    if (merged !== old) changed.set(path, merged);
  }
  writeCreation(contentRoot, creationOf({ created, changed }), { before, gallery: contentRoot });
  return null;
}

function notHere(path: string): string {
  return `There is no folder for ${path} yet. New lessons and modules begin with \`npm run -s bilig -- new\`, which also names them in course.yaml; translations of what exists can begin here.`;
}
