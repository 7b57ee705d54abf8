import { createContentChecker } from '#authoring';
import { readContent, type ContentFiles, type KeptReadings } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import { messageOf, type Output } from '../command.ts';
import { reportAsText } from '../report/report-as-text.ts';
import { totals } from '../report/totals.ts';
import { createLineFinder, type ContentFolder } from '../content-folder.ts';
import { watchFolder } from './watch-folder.ts';

/**
 * Checks a folder and then again whenever something in it changes, until the command is interrupted. After a change it
 * shows what stands in the changed files and what is new elsewhere; the totals are those of all content.
 */
export async function checkAgain(folder: ContentFolder, output: Output): Promise<number> {
  const check = createContentChecker(pluralCategories);
  const kept: KeptReadings = new Map();
  let last: { readonly files: ContentFiles; readonly problems: readonly Problem[] } | null = null;
  const look = (): void => {
    const files = readFolder(folder, output);
    if (!files || files === last?.files) return;
    const problems = check(readContent(files, parseMdx, kept));
    const changed = last ? changedFiles(last.files, files) : null;
    const known = new Set(last?.problems.map(identityOf));
    const shown = problems.filter(
      (problem) => !changed || changed.has(problem.file) || !known.has(identityOf(problem)),
    );
    if (changed) output.print(`\n${heading([...changed])}\n`);
    output.print(describe({ folder, files, problems, shown }, output.colours === true));
    last = { files, problems };
  };
  const interrupted = output.interrupted?.() ?? AbortSignal.abort();
  look();
  output.print('\nWatching for changes. Ctrl C ends it.');
  await watchFolder(folder.root, look, interrupted);
  return 0;
}

/** Null where the folder cannot be read at this moment: it may be there again in the next. */
function readFolder(folder: ContentFolder, output: Output): ContentFiles | null {
  try {
    return folder.read();
  } catch (error) {
    output.complain(messageOf(error));
    return null;
  }
}

function changedFiles(before: ContentFiles, now: ContentFiles): Set<string> {
  const names = new Set([...before.texts.keys(), ...now.texts.keys(), ...before.others, ...now.others]);
  return new Set(
    [...names].filter(
      (name) => before.texts.get(name) !== now.texts.get(name) || before.others.has(name) !== now.others.has(name),
    ),
  );
}

const named = 3;

function heading(changed: readonly string[]): string {
  if (!changed.length) return 'Looked again.';
  const more = changed.length - named;
  return `Changed: ${changed.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Two problems are the same where they say the same of the same file, in whatever line it stands by now. */
function identityOf({ file, rule, message }: Problem): string {
  return [file, rule, message].join('\n');
}

interface Look {
  readonly folder: ContentFolder;
  readonly files: ContentFiles;
  readonly problems: readonly Problem[];
  readonly shown: readonly Problem[];
}

function describe({ folder, files, problems, shown }: Look, colours: boolean): string {
  const lineOf = createLineFinder(files);
  const lines = new Map(shown.map((problem) => [folder.nameFromHere(problem), lineOf(problem)]));
  const report = { read: files.texts.size, fixed: 0, lineOf: (problem: Problem) => lines.get(problem) ?? null };
  const entries = reportAsText({ ...report, problems: [...lines.keys()] }, { colours })
    .split('\n')
    .slice(0, -1);
  return [...entries, totals({ problems, read: files.texts.size })].join('\n');
}
