import { ratesOf, type DiscernmentRates } from '#exercise';
import { isAnswered, parseAttemptEntry } from './attempt-entry.ts';
import type { ExerciseOutline } from './course-outline.ts';
import { attemptKey, resultsKey } from './keys.ts';
import { parseResults } from './results-entry.ts';

/** What an answer brought: from this moment on the best score is this. */
export interface ProgressStep {
  /** Milliseconds since 1970; 0 where it is not known. */
  readonly at: number;
  readonly best: number;
}

/** The work on an exercise that has been answered. */
export interface ExerciseProgress {
  /** From the first answer on, each better than the one before; the last one has the best score there is. */
  readonly steps: readonly ProgressStep[];
  /** Of the last answer, where sound and misleading items were told apart. */
  readonly rates: DiscernmentRates | null;
}

/**
 * How an exercise of a lesson was answered, from its entries in the record. An answer to another question (the signature
 * differs) is none, and reviews are apart: they undo no work and add none.
 *
 * @param lesson course/module/lesson
 * @returns null while it has not been answered
 */
export function progressOf(
  lesson: string,
  { id, signature }: ExerciseOutline,
  record: ReadonlyMap<string, string>,
): ExerciseProgress | null {
  const fullId = `${lesson}/${id}`;
  const entry = parseAttemptEntry(record.get(attemptKey(fullId)) ?? null);
  if (entry?.signature !== signature || !isAnswered(entry.state)) return null;
  const { first, last, discernment } = entry.state;
  const best = Math.max(entry.state.best ?? 0, first ?? 0);
  const lessonResults = parseResults(record.get(resultsKey(fullId)) ?? null).filter(({ review }) => !review);
  // Results do not say to which question they were given. What stands before the first answer to this one was not.
  const start = lessonResults.findIndex(({ score }) => score === first);
  const results = start < 0 ? [] : lessonResults.slice(start);
  const steps: ProgressStep[] = [];
  // The entry says what was reached, the results say when; of what they no longer hold only the last moment is known.
  for (const { at, score } of [...results, { at: entry.at, score: best }]) {
    const now = Math.min(score, best);
    if (now > (steps.at(-1)?.best ?? -1)) steps.push({ at: Math.max(at, steps.at(-1)?.at ?? 0), best: now });
  }
  return { steps, rates: discernment && last !== null ? ratesOf(discernment.last, last) : null };
}
