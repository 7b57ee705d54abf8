import { dayOf } from './epoch-day.ts';
import type { Result } from './add-result.ts';

/** The longest interval, in days: a course should not disappear for years. */
export const longestInterval = 365;

/** Which results a card rests on: the moments of the first and the last review, and how many there are. */
export interface ReviewBasis {
  readonly from: number;
  readonly through: number;
  readonly count: number;
}

/**
 * The results that are reviews: the first answer of each round. Further tries are made with the reasons on the screen and
 * tell nothing about memory. Results from the future, of a clock that was wrong, wait for their day.
 *
 * @param results the oldest first; where the very first is a further try, the first of its round is no longer kept
 * @param now in milliseconds since 1970
 */
export function reviewsOf(results: readonly Result[], now: number): Result[] {
  const latest = dayOf(now) + 1;
  return results.filter((result, index) => (result.try === 1 || index === 0) && dayOf(result.at) <= latest);
}

/** A further try has a first one before it that was not right. */
export function isRight({ correct, try: count }: Pick<Result, 'correct' | 'try'>): boolean {
  return correct && count === 1;
}

/** Which results a card has to rest on; null where there is nothing to schedule. */
export function basisOf(reviews: readonly Result[]): ReviewBasis | null {
  const [first, last] = [reviews[0], reviews.at(-1)];
  return first && last ? { from: first.at, through: last.at, count: reviews.length } : null;
}

/** True where a card rests on these results and no others. */
export function restsOn(card: { readonly basis: ReviewBasis }, { from, through, count }: ReviewBasis): boolean {
  const { basis } = card;
  return basis.from === from && basis.through === through && basis.count === count;
}
