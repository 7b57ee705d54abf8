import { checkContent, fixContent } from '#authoring';
import { writeTexts } from '#authoring/adapters/node-writer';
import { readContent, type ContentFiles } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { createUsageFault, type Command } from './command.ts';
import { reportAsJson, reportAsText } from './report.ts';

const usage = `Usage: bilig check [--content DIR] [--json] [--fix]

Reads all content and says what is wrong, where, and how to mend it.

  --content DIR  the content folder (content unless said)
  --json         prints a list of {file, line, column, rule, severity, message, hint}
  --fix          first writes missing ids and makes the mends that can only be made one way

Exit code: 0 without errors (advice does not count), 1 with errors, 2 for a wrong call.`;

/** `bilig check`: reads, mends if asked to, checks, reports. */
export const check: Command = {
  summary: 'finds and mends faults in the content',
  usage,
  options: { content: { type: 'string', default: 'content' }, json: { type: 'boolean' }, fix: { type: 'boolean' } },
  run: (values, output) => {
    const root = resolve(String(values['content']));
    const read = (files: ContentFiles) => readContent(files, parseMdx);
    const before = readFolder(root, String(values['content']));
    const fixed = values['fix'] === true ? fixContent(before, read) : new Map<string, string>();
    write(root, fixed);
    const files: ContentFiles = { ...before, texts: new Map([...before.texts, ...fixed]) };
    const problems = checkContent(read(files), pluralCategories).map((problem) => nameFromHere(root, problem));
    if (values['json'] === true) output.print(reportAsJson(problems));
    else output.print(reportAsText(problems, { read: files.texts.size, fixed: fixed.size }));
    return problems.some((problem) => problem.severity === 'error') ? 1 : 0;
  },
};

function readFolder(root: string, given: string): ContentFiles {
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

function write(root: string, texts: ReadonlyMap<string, string>): void {
  try {
    writeTexts(root, texts);
  } catch (error) {
    throw createUsageFault(`The mended files cannot be written: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The problem with its file named from the folder in which the command was called, as editors and terminals open it. */
function nameFromHere(root: string, problem: Problem): Problem {
  const file = relative(process.cwd(), join(root, problem.file)).split(sep).join('/');
  return { ...problem, file };
}
