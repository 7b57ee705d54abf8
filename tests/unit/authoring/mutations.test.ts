import { createContentChecker } from '#authoring';
import { readContent, type BodyReading, type ContentFiles, type ContentReading, type KeptReadings } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { keyOf, partIdsOf } from '#exercise';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/search/random.ts';
import { mutate, type Mutation } from './mutations.ts';

const wanted = 210;
const random = createRandom(20261126);
const draw = (below: number) => Math.floor(random() * below);

// The project's own lessons in one language of each kind, without the examples of the gallery, whose page is another matter.
const own = readContentFiles('content');
// Lessons that have translations: what two languages should share is seen by comparing them, and whether an id is the
// right one in a lesson of one language nobody can know.
const isTaken = (file: string) =>
  !/^(?:gallery|courses\/(?!media-literacy\/)[^/]+|courses\/[^/]+\/check)\//u.test(file) &&
  !/\/(?:tr|uz|ky)\.mdx$/u.test(file);
const files: ContentFiles = { ...own, texts: new Map([...own.texts].filter(([file]) => isTaken(file))) };
const lessons = [...files.texts.keys()].filter((file) => /^courses\/[^/]+\/[^/]+\/[^/]+\/[^/]+\.mdx$/u.test(file));

const check = createContentChecker(pluralCategories);
const kept: KeptReadings = new Map();
const read = (texts: ContentFiles['texts']): ContentReading => readContent({ ...files, texts }, parseMdx, kept);
const clean = read(files.texts);
const known = new Set(check(clean).map(identityOf));

function identityOf({ file, rule, message }: Problem): string {
  return [file, rule, message].join('\n');
}

/** All of a lesson that a program depends on: a mutation that changes none of it has changed words at most. */
function structureOf(body: BodyReading | null | undefined): string {
  if (!body) return 'unreadable';
  return JSON.stringify({
    headings: body.sections.map(({ depth, exercises }) => [depth, exercises]),
    exercises: body.exercises.map((exercise) => [
      exercise.type,
      exercise.id,
      partIdsOf(exercise),
      keyOf(exercise),
      exercise.attempts,
      exercise.invented,
      exercise.see,
      exercise.hints.length,
    ]),
    quizzes: body.quizzes.map(({ id, pass, exercises }) => [id, pass, exercises]),
    mentions: [body.terms, body.citations, body.links, body.media].map((list) => list.length),
  });
}

/** Rules that name the section, or the tag that belongs to the lost one: what is not there has no line of its own. */
const namingSections = [
  'mdx-syntax',
  'heading-differs',
  'translation-exercise-missing',
  'translation-quiz-missing',
  'translation-mention-missing',
];

/** The lines from the one before a line that matches to the one after it that does. */
function linesAround(text: string, line: number, [opening, closing]: readonly [RegExp, RegExp]): [number, number] {
  const lines = text.split(/\r\n|\r|\n/u);
  let first = Math.min(line, lines.length);
  while (first > 1 && !opening.test(lines[first - 1] ?? '')) first--;
  let last = line;
  while (last < lines.length && !closing.test(lines[last - 1] ?? '')) last++;
  return [first, last];
}

function textBefore({ text, line }: Mutation): string {
  return text
    .split('\n')
    .slice(0, line - 1)
    .join('\n');
}

/** Whether a problem stands where a text was damaged: in its block, or in its section for what names sections. */
function isAround({ rule, line }: Pick<Problem, 'rule' | 'line'>, mutation: Mutation): boolean {
  const block = [/^<[A-Z]|^#|^---/u, /^<\/[A-Z]|^---/u] as const;
  const section = [/^#|^---/u, /^#|^---/u] as const;
  const bounds = namingSections.includes(rule) ? section : block;
  const [first, last] = linesAround(mutation.text, mutation.line, bounds);
  // What stands above the first heading has no heading to be named by, and is named by the file's first line.
  const isOpening = namingSections.includes(rule) && line === 1 && !/^#/mu.test(textBefore(mutation));
  return isOpening || (line >= first - 1 && line <= last + 1);
}

interface Verdict {
  readonly outcome: 'harmless' | 'reported' | 'silent' | 'elsewhere';
  readonly said: readonly string[];
}

function judge(file: string, mutation: Mutation): Verdict {
  const reading = read(new Map([...files.texts, [file, mutation.text]]));
  const found = check(reading).filter((problem) => !known.has(identityOf(problem)));
  const said = found.map((problem) => `${problem.file}:${problem.line} ${problem.rule}`);
  if (!found.length) {
    const isSame =
      structureOf(reading.readings.get(file)?.body) === structureOf(clean.readings.get(file)?.body) &&
      reading.readings.get(file)?.frontMatter !== null;
    return { outcome: isSame ? 'harmless' : 'silent', said };
  }
  const isHere = (problem: Problem) => {
    if (problem.file === file) return isAround(problem, mutation);
    // Languages that differ: which of them is wrong only a person knows, so the other file is named in words.
    const { rule } = problem;
    return [...problem.message.matchAll(/([\w/-]+\.mdx)(?::(\d+))?/gu)].some(
      ([, name, line]) => name === file && (line === undefined || isAround({ rule, line: Number(line) }, mutation)),
    );
  };
  return { outcome: found.some(isHere) ? 'reported' : 'elsewhere', said };
}

const counts = new Map<string, number>();
describe(`${wanted} ways in which good lessons get damaged`, () => {
  for (let number = 0, made = 0; made < wanted; number++) {
    const file = lessons[draw(lessons.length)] ?? '';
    const mutation = mutate(files.texts.get(file) ?? '', number, draw);
    if (!mutation) continue;
    made++;
    test(`${made}: ${mutation.name}, ${file}:${mutation.line}`, { timeout: 60_000 }, () => {
      const { outcome, said } = judge(file, mutation);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      expect(['harmless', 'reported'], said.join('\n')).toContain(outcome);
    });
  }

  test('most of which have to be told of', () => {
    expect(counts.get('reported') ?? 0).toBeGreaterThan(wanted / 2);
  });
});
