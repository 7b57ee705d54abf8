import { suggestName } from '#problem';
import { resolve } from 'node:path';
import { checkOnce } from './check/check-once.ts';
import { openContent } from './content-folder.ts';
import { checkAgain } from './check/check-again.ts';
import { createUsageFault, type Command } from './command.ts';
import { reporters } from './report/index.ts';

const formats = Object.keys(reporters);

const usage = `Usage: bilig check [--content DIR] [--format F] [--fix] [--links | --watch]

Reads all content and says what is wrong, where, and how to mend it. docs/rules has a page for each rule.

  --content DIR  the content folder (content unless said)
  --format F     text (unless said), json, github (annotations of GitHub Actions) or sarif (SARIF 2.1.0)
  --json         the same as --format json: a list of {file, line, column, rule, severity, message, hint}
  --fix          first writes missing ids and makes the mends that can only be made one way
  --links        looks at the addresses outside the site as well, politely; what was seen is kept in .cache/links.json
  --watch        checks again whenever a file changes, until Ctrl C

Exit code: 0 without errors (advice does not count), 1 with errors, 2 for a wrong call.`;

/** `bilig check`: reads, mends if asked to, checks, reports. */
export const check: Command = {
  summary: 'finds and mends faults in the content',
  usage,
  options: {
    content: { type: 'string', default: 'content' },
    format: { type: 'string' },
    json: { type: 'boolean' },
    fix: { type: 'boolean' },
    links: { type: 'boolean' },
    watch: { type: 'boolean' },
  },
  run: (values, output) => {
    const given = String(values['content']);
    const format = readFormat(values['format'], values['json'] === true);
    const watch = values['watch'] === true;
    const fix = values['fix'] === true;
    const links = values['links'] === true;
    if (watch && fix)
      throw createUsageFault(`--watch leaves files alone while you write; use --fix by itself.\n\n${usage}`);
    if (watch && links) throw createUsageFault(`--watch goes nowhere; use --links by itself.\n\n${usage}`);
    if (watch && format !== 'text')
      throw createUsageFault(`--watch writes for people; for programs use --format ${format} by itself.\n\n${usage}`);
    const folder = openContent(resolve(given), given);
    return watch ? checkAgain(folder, output) : checkOnce(folder, { fix, links, report: reporters[format] }, output);
  },
};

function readFormat(given: unknown, json: boolean): keyof typeof reporters {
  if (given === undefined) return json ? 'json' : 'text';
  const format = formats.find((name): name is keyof typeof reporters => name === given);
  if (format && (!json || format === 'json')) return format;
  if (format) throw createUsageFault(`--json and --format ${format} contradict each other.\n\n${usage}`);
  const near = suggestName(String(given), formats);
  throw createUsageFault(
    `There is no format "${String(given)}". ${near ? `Did you mean "${near}"?` : `The formats are: ${formats.join(', ')}.`}`,
  );
}
