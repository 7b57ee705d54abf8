import { readBody, type BodyReading } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import type { Exercise } from '#exercise';
import type { Locale } from '#language';

/** Reads a lesson's body from Markdown. */
export function readMarkdown(source: string, locale: Locale = 'en'): BodyReading {
  const { tree, problem } = parseMdx('en.mdx', source);
  if (!tree) throw new Error(problem.message);
  return readBody(tree, { file: 'en.mdx', locale });
}

/** Reads the one exercise in a text. */
export function readOne(source: string, locale: Locale = 'en'): Exercise {
  const [exercise] = readMarkdown(source, locale).exercises;
  if (!exercise) throw new Error('There is no exercise in it.');
  return exercise;
}

/** The errors of a text as `line:column rule`; advice is left out. */
export function errorsOf(source: string): string[] {
  const { problems } = readMarkdown(source);
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}
