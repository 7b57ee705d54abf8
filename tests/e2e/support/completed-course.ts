import { freshAttempt, type AttemptState, type Discernment } from '#exercise';
import {
  attemptKey,
  formatAttempt,
  formatLesson,
  formatResults,
  lessonKey,
  resultsKey,
  unopenedLesson,
  type CourseOutline,
} from '#learner';
import type { BuiltSite } from './built-site.ts';

/** What the page of certificates knows of a course. */
export function outlineIn(site: BuiltSite, course: string): CourseOutline {
  const script = site.page('en/certificate/').document.querySelector(`[data-completion="${course}"] [data-outline]`);
  return JSON.parse(script?.textContent ?? '') as CourseOutline;
}

interface Work {
  /** When it was done. */
  readonly at: number;
  readonly score?: number;
  /** Of the first answer. */
  readonly discernment?: Discernment;
  /** How many of the lessons are marked as finished; all unless said. */
  readonly lessons?: number;
}

/** The entries of a learner who has answered every exercise of a course alike. */
export function workOn(
  { lessons }: CourseOutline,
  { at, score = 1, discernment, lessons: finished = lessons.length }: Work,
): [string, string][] {
  return lessons.flatMap(({ id, exercises }, index) => [
    ...(index < finished
      ? [[lessonKey(id), formatLesson({ ...unopenedLesson(at), finished: { on: true, at } })] as [string, string]]
      : []),
    ...exercises.flatMap(({ id: exercise, signature }, number): [string, string][] => {
      const told = index === 0 && number === 0 ? discernment : undefined;
      const state: AttemptState = {
        ...freshAttempt,
        phase: 'tried',
        response: 'a',
        used: 1,
        first: score,
        best: score,
        last: score,
        discernment: told ? { first: told, last: told } : null,
      };
      const result = { at, locale: 'kk', try: 1, score, correct: score === 1, confidence: null, hints: 0 };
      return [
        [attemptKey(`${id}/${exercise}`), formatAttempt({ signature, state, at })],
        [resultsKey(`${id}/${exercise}`), formatResults([result])],
      ];
    }),
  ]);
}
