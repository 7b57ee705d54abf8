import { checkContent, ruleDescriptions } from '#authoring';
import { readContent, type ContentFiles } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { beforeTheProject, runElsewhere, runHere } from './commands.ts';
import { readBlocks, readCommands } from './read-docs.ts';
import { runBilig } from './run-bilig.ts';

// What the trainers' course tells its readers to type and to write: every command runs, every example of a lesson passes
// the check, and every example of a fault is told by the rule that it names.
const root = 'content/courses/writing-lessons';
const { modules } = parse(readFileSync(`${root}/course.yaml`, 'utf8')) as {
  modules: readonly { id: string; lessons: readonly { id: string }[] }[];
};
const lessons = modules.flatMap((module) =>
  module.lessons.map(({ id }) => ({ name: id, text: readFileSync(`${root}/${module.id}/${id}/en.mdx`, 'utf8') })),
);
const blocks = lessons.flatMap(({ name, text }) =>
  readBlocks(text).map((block) => ({ ...block, place: `${name}:${block.line}` })),
);
const commandsOf = (text: string) => readCommands(text).map((command) => command.text);

let folder = '';
let content = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilig-trainers-'));
  content = join(folder, 'content');
  // Each command reads all of it; other courses are there in their source language, which is quicker.
  const translated = /\/content\/(?!courses\/writing-lessons\/).*\/(?!en\b)[a-z]{2}\.mdx$/u;
  const from = resolve('content');
  cpSync(from, content, { recursive: true, filter: (path) => !translated.test(path.replaceAll('\\', '/')) });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands of the course', () => {
  test('for a first lesson are those of content/README.md', () => {
    const [, promised = ''] =
      /## A lesson in nine commands\n[\s\S]*?(```sh\n[\s\S]*?\n```)/u.exec(readFileSync('content/README.md', 'utf8')) ??
      [];
    const first = lessons.find(({ name }) => name === 'from-nothing-to-preview')?.text ?? '';
    expect(commandsOf(promised).length).toBeGreaterThan(5);
    expect(first).toContain(promised);
  });

  // One after the other, as a reader goes through the course: some work on the lesson that earlier ones have made.
  test('run in a copy of the content, or are run by the test that the table names', { timeout: 120_000 }, async () => {
    const typed = [...new Set(lessons.flatMap(({ text }) => commandsOf(text)))];
    const here = typed.filter((command) => command.startsWith('npm run bilig -- new ') || !isKnown(command));
    expect(here.length).toBeGreaterThan(12);
    for (const command of here) {
      const { code, stderr } = await runBilig(command, { content, folder });
      expect([command, code, stderr]).toEqual([command, 0, '']);
    }
  });
});

function isKnown(command: string): boolean {
  return runHere.includes(command) || command in runElsewhere || beforeTheProject.some((known) => known.test(command));
}

const examples = blocks.filter(({ language }) => language === 'mdx');
const right = examples.filter(({ info }) => !info);
const wrong = examples.filter(({ info }) => info);

/** A content of examples, each a lesson of its own; a part of one stands in a lesson that is otherwise whole. */
function withExamples(shown: readonly { readonly text: string }[]): ContentFiles {
  const shared = /^(?:glossary|interface)\/|^(?:site|sources)\.yaml$/u;
  const texts = new Map([...readContentFiles('content').texts].filter(([file]) => shared.test(file)));
  const others = new Set<string>();
  const ids = shown.map((_, index) => `example-${index}`);
  texts.set('courses/examples/course.yaml', courseOf(ids));
  texts.set('courses/examples/en.mdx', page('audience: Trainers.\n'));
  texts.set('courses/examples/examples/en.mdx', page(''));
  for (const block of blocks.filter(({ language }) => language === 'yaml')) layYaml(texts, block.text);
  shown.forEach(({ text }, index) => {
    const path = `courses/examples/examples/${ids[index]}`;
    texts.set(`${path}/en.mdx`, text.startsWith('---\n') ? text : lessonAround(text));
    for (const [, src = ''] of text.matchAll(/src[=:]\s?"?(media\/[\w.-]+)/gu)) {
      others.add(`${path}/${src}`);
      others.add(`${path}/${src.replace(/\.\w+$/u, '.en.vtt')}`);
    }
  });
  return { texts, others };
}

function courseOf(ids: readonly string[]): string {
  const entries = ids.map((id) => `      - { id: ${id}, minutes: 5, skills: [TEA], published: 2026-11-26 }\n`).join('');
  const head = 'source: en\nlicence: CC-BY-SA-4.0\nauthors: [Bilig]\nlevel: 1\n';
  return `${head}modules:\n  - id: examples\n    lessons:\n${entries}`;
}

const page = (more: string) => `---\ntitle: Examples\nsummary: Examples of the course.\n${more}---\n\nExamples.\n`;

function lessonAround(part: string): string {
  const head = 'title: An example\nsummary: An example.\ngoal: read an example.\nobjectives:\n  - read it\n';
  return `---\n${head}---\n\nAn example.\n\n## The idea\n\n${part}\n`;
}

/** A block whose first line names a file is that file, or entries at its end. */
function layYaml(texts: Map<string, string>, text: string): void {
  const [, file = ''] = /^# content\/(\S+)\n/u.exec(text) ?? [];
  if (file === 'sources.yaml') texts.set(file, `${texts.get(file)}${text}\n`);
  else if (file.startsWith('glossary/')) texts.set(file, `${text}\n`);
}

interface Judged {
  /** The problems of each example, in their order; that it is in one language only is meant. */
  readonly each: readonly Problem[][];
  readonly others: readonly Problem[];
}

function judge(shown: readonly { readonly text: string }[]): Judged {
  const problems = checkContent(readContent(withExamples(shown), parseMdx), pluralCategories);
  const path = (index: number) => `courses/examples/examples/example-${index}/`;
  return {
    each: shown.map((_, index) =>
      problems.filter(({ file, rule }) => file.startsWith(path(index)) && rule !== 'translation-missing'),
    ),
    others: problems.filter(({ file, severity }) => severity === 'error' && !file.startsWith('courses/examples/')),
  };
}

describe('the examples of the course', () => {
  let broken: readonly Problem[][] = [];
  beforeAll(() => {
    broken = judge(wrong).each;
  });

  test('that are shown as right pass the check, and so do the files of keys and values', { timeout: 60_000 }, () => {
    expect(right.length).toBeGreaterThan(12);
    const { each, others } = judge(right);
    const found = each.flatMap((problems, index) =>
      problems.map(({ rule, message }) => `${right[index]?.place}: ${rule}: ${message}`),
    );
    expect([...found, ...others.map(({ file, message }) => `${file}: ${message}`)]).toEqual([]);
  });

  test('that are shown as wrong break the rule that they name, and no other', () => {
    expect(wrong.length).toBeGreaterThan(1);
    const found = broken.map((problems, index) => [
      wrong[index]?.place,
      ...new Set(problems.map(({ rule }) => `breaks=${rule}`)),
    ]);
    expect(found).toEqual(wrong.map(({ place, info }) => [place, info]));
  });

  test('of what the check says are its own words', () => {
    const said = new Map(wrong.map(({ info }, index) => [info.replace('breaks=', ''), broken[index] ?? []] as const));
    const reports = blocks
      .filter(({ language }) => language === 'text')
      .map(({ text, place }) => ({ lines: text.split('\n'), place }))
      .filter(({ lines: [rule = ''] }) => rule in ruleDescriptions);
    expect(reports.length).toBeGreaterThan(0);
    for (const { lines, place } of reports) {
      const [rule = '', ...words] = lines;
      const spoken = (said.get(rule) ?? []).flatMap(({ message, hint }) => [message, hint]);
      expect([place, ...words]).toEqual([place, ...words.filter((line) => spoken.includes(line))]);
    }
  });

  test('of files of keys and values say which file they are of', () => {
    const yaml = blocks.filter(({ language }) => language === 'yaml');
    expect(yaml.length).toBeGreaterThan(1);
    const nameless = yaml.filter(({ text }) => !/^# content\/\S+\n/u.test(text) || typeof parse(text) !== 'object');
    expect(nameless.map(({ place }) => place)).toEqual([]);
  });
});
