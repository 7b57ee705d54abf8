import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Locale } from '#language';

/** What a reader's spelling of a query has in common with others. */
export const queryKinds = [
  'inflected',
  'misspelt',
  'unmarked',
  'other-script',
  'upper-case',
  'several-words',
  'synonym',
] as const;

const queries = z
  .array(
    z.strictObject({
      query: z.string().min(2),
      kind: z.enum(queryKinds),
      /** Places of which one must be among the first: `lesson/#section`, `lesson/` for its opening, `glossary/#term`. */
      finds: z.array(z.string().regex(/^[a-z-]+\/(#[a-z-]+)?$/)).min(1),
      /** Why an expectation is not the obvious one. */
      why: z.string().optional(),
    }),
  )
  .readonly();

export type RelevanceQuery = z.infer<typeof queries>[number];

/** The hand-written queries of a language. @throws where the file is not as described here */
export function readQueries(locale: Locale): readonly RelevanceQuery[] {
  const file = new URL(`../../fixtures/search/relevance/${locale}.yaml`, import.meta.url);
  return queries.parse(parse(readFileSync(file, 'utf8')));
}

/** A lesson's or the glossary's address without the course and module, as the queries name it. */
export function placeOf(path: string): string {
  return path.split('/').slice(-2).join('/');
}
