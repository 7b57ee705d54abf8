import type { ContentFiles } from '#course';
import { createFilesReader } from '#course/adapters/node-content';
import type { Problem } from '#problem';
import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createUsageFault, messageOf } from './command.ts';

/** A content folder that a command works on. */
export interface ContentFolder {
  readonly root: string;
  /** Its files as they are now; the same object as long as nothing has changed. @throws a usage fault */
  read(): ContentFiles;
  /** The problem with its file named from where the command was called, as editors and terminals open it. */
  nameFromHere(problem: Problem): Problem;
}

/**
 * @param given the folder as it was named in the call
 * @throws a usage fault where there is no such folder
 */
export function openContent(root: string, given: string): ContentFolder {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat)
    throw createUsageFault(
      `There is no folder "${given}" (looked at ${root}). Name the content folder with --content DIR.`,
    );
  if (!stat.isDirectory()) throw createUsageFault(`"${given}" is a file. Name the content folder with --content DIR.`);
  const readFiles = createFilesReader(root);
  return {
    root,
    read: () => {
      try {
        return readFiles();
      } catch (error) {
        throw createUsageFault(`"${given}" cannot be read: ${messageOf(error)}`);
      }
    },
    nameFromHere: (problem) => ({
      ...problem,
      file: relative(process.cwd(), join(root, problem.file)).split(sep).join('/'),
    }),
  };
}

/** Finds the line that a problem of these files names, by the file's name in the content. */
export function createLineFinder({ texts }: ContentFiles): (problem: Problem) => string | null {
  let last = { file: '', lines: [] as string[] };
  return ({ file, line }) => {
    if (last.file !== file) {
      const text = texts.get(file);
      last = { file, lines: text?.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u) ?? [] };
    }
    return last.lines[line - 1] ?? null;
  };
}
