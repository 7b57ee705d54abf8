import type { AttemptState, Grade } from '#exercise';
import {
  addResult,
  formatAttempt,
  mergeAttempts,
  parseAttempt,
  parseAttemptEntry,
  resultsKey,
  type AttemptEntry,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

/** Which exercise is worked on, and where. */
export interface ExercisePlace {
  /** Of the work in the record. */
  readonly key: string;
  /** course/module/lesson/exercise */
  readonly fullId: string;
  readonly locale: string;
  readonly isReview: boolean;
}

export const readWork = parseAttempt;

/** Writes the work down, joined with what another tab may have written since; settles when it is written. */
export function recordWork(key: string, work: AttemptEntry, by?: object): Promise<void> {
  const join = (json: string | null) => {
    const stored = parseAttemptEntry(json);
    return formatAttempt(stored ? mergeAttempts(stored, work) : work);
  };
  return browserRecord.update(key, join, by);
}

/** Adds what a checked answer came to. */
export function recordResult({ fullId, locale, isReview }: ExercisePlace, state: AttemptState, grade: Grade): void {
  const result = {
    at: Date.now(),
    locale,
    try: state.used,
    score: state.last ?? 0,
    correct: grade.correct,
    confidence: state.confidence,
    hints: state.hints,
    ...(grade.discernment ? { discernment: grade.discernment } : {}),
    ...(isReview ? { review: true as const } : {}),
  };
  void browserRecord.update(resultsKey(fullId), (json) => addResult(json, result));
}
