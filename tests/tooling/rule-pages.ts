import { ruleDescriptions } from '#authoring';
import { nameHidden } from '#problem';
import { readRuleExamples, type RuleExample } from './rule-examples.ts';

/** The pages of docs/rules by their file names: one a rule, and the list of all. */
export function makeRulePages(): Map<string, string> {
  const pages = readRuleExamples().map((example): [string, string] => [`${example.rule}.md`, makePage(example)]);
  return new Map([['README.md', makeList(pages.map(([name]) => name))], ...pages]);
}

const note = '<!-- Written by `npm run docs:rules` from tests/fixtures/rules; change it there. -->';

function makeList(names: readonly string[]): string {
  const rows = names.map((name) => {
    const rule = name.replace(/\.md$/u, '');
    return `| [${rule}](${name}) | ${ruleDescriptions[rule] ?? ''} |`;
  });
  return [
    note,
    '',
    '# Rules of `bilig check`',
    '',
    'Each rule has a page with a wrong and a right example. A rule reports errors, which stop a build, or advice, which does not.',
    '',
    '| Rule | What it asks for |',
    '| --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function makePage({ rule, file, wrong, right, problems }: RuleExample): string {
  const problem = problems.wrong.find((found) => found.rule === rule);
  const isError = problem?.severity === 'error';
  const [before, after] = [wrong.texts.get(file), right.texts.get(file)];
  const shown = before !== undefined && after !== undefined && before !== after ? excerpts(before, after) : null;
  const place = { file, line: problem?.file === file ? problem.line : 1 };
  const at = problem && problem.file !== file ? ` (in \`${problem.file}\`)` : '';
  return [
    note,
    '',
    `# ${rule}`,
    '',
    `${ruleDescriptions[rule] ?? ''} ${isError ? 'A fault is an **error**: nothing is built until it is mended.' : 'What is found is **advice**: it does not stop a build.'}`,
    '',
    '## Wrong',
    '',
    ...(shown ? block(file, shown.wrong) : listFiles(wrong, right, place)),
    '',
    `\`bilig check\` says${at}:`,
    '',
    `> ${escape(problem?.message ?? '')}`,
    '>',
    `> → ${escape(problem?.hint ?? '')}`,
    '',
    '## Right',
    '',
    ...(shown ? block(file, shown.right) : listFiles(right, wrong, place)),
    '',
  ].join('\n');
}

/** Markdown shows the words of a message as they stand; what is code in them stays code. */
function escape(text: string): string {
  return nameHidden(text)
    .split(/(`[^`]*`)/u)
    .map((part, index) => (index % 2 ? part : part.replace(/[<>*_[\]]/gu, '\\$&')))
    .join('');
}

function block(file: string, text: string): string[] {
  const language = /\.(\w+)$/u.exec(file)?.[1] ?? '';
  return [`\`${file}\``, '', `~~~${language}`, nameHiddenInLines(text), '~~~'];
}

function nameHiddenInLines(text: string): string {
  return text.split('\n').map(nameHidden).join('\n');
}

const around = 2;
const longest = 200;

/** The lines that differ, with a few around them. */
function excerpts(before: string, after: string): { wrong: string; right: string } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - first && a.at(-1 - same) === b.at(-1 - same)) same++;
  const cut = (lines: readonly string[]) => {
    const [from, to] = [Math.max(0, first - around), Math.min(lines.length, lines.length - same + around)];
    const shown = lines
      .slice(from, to)
      .slice(0, 24)
      .map((line) => (line.length > longest ? `${line.slice(0, longest)}…` : line));
    return shown.join('\n').replace(/^\n+|\n+$/gu, '');
  };
  return { wrong: cut(a), right: cut(b) };
}

type Files = RuleExample['wrong'];

/** Files that only one of the two has, or the lines that the problem names where there are none. */
function listFiles({ texts }: Files, other: Files, { file, line }: { file: string; line: number }): string[] {
  const own = [...texts].filter(([name, words]) => other.texts.get(name) !== words);
  if (own.length)
    return own.flatMap(([name, words], index) => [...(index ? [''] : []), ...block(name, words.trimEnd())]);
  const lines = texts.get(file)?.split('\n');
  if (!lines) return [`There is no file \`${file}\`.`];
  return block(
    file,
    lines
      .slice(Math.max(0, line - 1 - around), line + 2 * around)
      .join('\n')
      .trim(),
  );
}
