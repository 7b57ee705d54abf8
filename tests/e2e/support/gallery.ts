import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { createContentReader } from '#course/adapters/node-content';
import {
  freshAttempt,
  gradeExercise,
  signatureOf,
  solveExercise,
  type AttemptState,
  type Exercise,
  type Response,
} from '#exercise';
import { attemptKey, formatAttempt, parseAttempt } from '#learner';
import { fillRecord, readRecord } from './record.ts';
import type { Locale } from '#language';
import { hydrateAll } from './actions.ts';

const reading = createContentReader(resolve(import.meta.dirname, '../../../content'))();

/** An example of the gallery as the model has it, and the id under which its answers are kept. */
export interface Example {
  readonly exercise: Exercise;
  readonly fullId: string;
  readonly file: string;
}

/** The examples of one language, in the order of the files. */
export function examplesIn(locale: Locale): Example[] {
  return [...reading.readings.values()]
    .filter((read) => read.file.startsWith('gallery/') && read.locale === locale)
    .flatMap(({ file, body }) =>
      (body?.exercises ?? []).map((exercise) => ({
        exercise,
        file,
        fullId: `gallery/${file.split('/')[1] ?? ''}/${exercise.id}`,
      })),
    );
}

/** The text of a file of the content. */
export function textOf(file: string): string {
  return reading.files.texts.get(file) ?? '';
}

/** Opens the page of types as after an earlier visit that left the given attempts and nothing else. */
export async function openAfterVisit(
  page: Page,
  locale: Locale,
  stateOf: (example: Example) => AttemptState,
): Promise<void> {
  const entries = examplesIn(locale).map((example): [string, string] => [
    attemptKey(example.fullId),
    formatAttempt({ signature: signatureOf(example.exercise), state: stateOf(example), at: 1 }),
  ]);
  // Any page without exercises, so that the record is this site's.
  await page.goto(`${locale}/about/`);
  await fillRecord(page, entries);
  await page.goto(`${locale}/exercises/`);
  await hydrateAll(page);
}

/** What the page has stored of an example. */
export async function storedAttempt(page: Page, { exercise, fullId }: Example): Promise<AttemptState | null> {
  const json = await readRecord(page, attemptKey(fullId));
  return parseAttempt(json, signatureOf(exercise));
}

/** The state of an exercise in which a response was given and not yet checked. */
export function openState(response: Response): AttemptState {
  return { ...freshAttempt, response };
}

/** The state of an exercise after a response was checked. */
export function checkedState(exercise: Exercise, response: Response, phase: AttemptState['phase']): AttemptState {
  const { score, max, discernment } = gradeExercise(exercise, response);
  const fraction = max === 0 ? 1 : score / max;
  return {
    ...freshAttempt,
    phase,
    response,
    used: 1,
    first: fraction,
    best: fraction,
    last: fraction,
    discernment: discernment ? { first: discernment, last: discernment } : null,
  };
}

/** A response that answers everything and is wrong: the full answer with its values moved one place on. */
export function mistakenResponse(exercise: Exercise): Response {
  const solved = solveExercise(exercise);
  if (typeof solved === 'string') {
    const other = exercise.type === 'verdict' ? exercise.options.find(({ id }) => id !== solved)?.id : undefined;
    return other ?? `${solved}0`;
  }
  if (Array.isArray(solved)) return (solved as readonly string[]).slice(0, -1).reverse();
  const entries = Object.entries(solved as Readonly<Record<string, string>>);
  return Object.fromEntries(entries.map(([key], index) => [key, entries[(index + 1) % entries.length]?.[1] ?? '']));
}
