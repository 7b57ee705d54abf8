import { checkContent, fixContent } from '#authoring';
import { writeTexts } from '#authoring/adapters/node-writer';
import { readContent, type ContentFiles } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import { resolve } from 'node:path';
import { createUsageFault, messageOf, type Command } from './command.ts';
import { nameFromHere, readFolder } from './content-folder.ts';
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

function write(root: string, texts: ReadonlyMap<string, string>): void {
  try {
    writeTexts(root, texts);
  } catch (error) {
    throw createUsageFault(`The mended files cannot be written: ${messageOf(error)}`);
  }
}
