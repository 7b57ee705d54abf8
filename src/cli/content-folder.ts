import type { ContentFiles } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import type { Problem } from '#problem';
import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createUsageFault, messageOf } from './command.ts';

/**
 * The files of a content folder.
 *
 * @param given the folder as it was named, for messages
 * @throws a usage fault where there is none, or it cannot be read
 */
export function readFolder(root: string, given: string): ContentFiles {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat)
    throw createUsageFault(
      `There is no folder "${given}" (looked at ${root}). Name the content folder with --content DIR.`,
    );
  if (!stat.isDirectory()) throw createUsageFault(`"${given}" is a file. Name the content folder with --content DIR.`);
  try {
    return readContentFiles(root);
  } catch (error) {
    throw createUsageFault(`"${given}" cannot be read: ${messageOf(error)}`);
  }
}

/** The problem with its file named from the folder in which the command was called, as editors and terminals open it. */
export function nameFromHere(root: string, problem: Problem): Problem {
  const file = relative(process.cwd(), join(root, problem.file)).split(sep).join('/');
  return { ...problem, file };
}
