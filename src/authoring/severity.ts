import { errorAt } from '#exercise';
import type { Place, Problem } from '#problem';

/** Advice with its place, rule, message and mend: printed, and no reason to refuse the content. */
export function adviceAt(place: Place, rule: string, words: { message: string; hint: string }): Problem {
  return { ...errorAt(place, rule, words), severity: 'advice' };
}
