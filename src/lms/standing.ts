import type { Outcome } from './outcome.ts';

/** Words of SCORM 1.2 for where a learner stands, from nothing to everything; none takes back a later one. */
const statuses = ['', 'not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'] as const;

export type Status12 = (typeof statuses)[number];

/** The one word that SCORM 1.2 has for an outcome. */
export function statusOf({ completed, graded, passed }: Outcome): Status12 {
  if (passed !== null) return passed ? 'passed' : 'failed';
  // While a score is asked for and still open, `completed` would end the matter.
  return completed && !graded ? 'completed' : 'incomplete';
}

/** The status that is to be told: null where the platform already has one that says as much or more. */
export function raisedStatus(before: string, next: Status12): Status12 | null {
  return rank(next) > rank(before) ? next : null;
}

/** The score that is to be told: null where there is none, or the platform has one that is as high. */
export function raisedScore(before: string, next: string | null): string | null {
  if (next === null) return null;
  const known = before.trim() === '' ? NaN : Number(before);
  return Number.isNaN(known) || Number(next) > known ? next : null;
}

function rank(status: string): number {
  return statuses.findIndex((one) => one === status);
}
