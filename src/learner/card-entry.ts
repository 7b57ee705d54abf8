import { dayOf } from './epoch-day.ts';
import { longestInterval, type ReviewBasis } from './review-basis.ts';
import { isCount, parsePlain } from './stored-json.ts';

/**
 * When an exercise comes back: what replaying its results gives, kept so that the due ones are counted without reading
 * and replaying everything. Days are those of `dayOf`.
 */
export interface ReviewCard {
  readonly due: number;
  /** Days after which it is still known with a probability of 90 %. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** Days on which its first answer was not right. */
  readonly lapses: number;
  /** The last review was right, at the highest confidence and without a hint. */
  readonly certain: boolean;
  /** The results it was made from; where others are stored, it is made again. */
  readonly basis: ReviewBasis;
}

const maxLength = 1_000;

export function formatCard({ due, stability, difficulty, lapses, certain, basis }: ReviewCard): string {
  const { from, through, count } = basis;
  return JSON.stringify({ due, stability, difficulty, lapses, certain, from, through, count });
}

/** The stored card; null where there is none, or it is none that a review could have led to. */
export function parseCard(json: string | null): ReviewCard | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { due, stability, difficulty, lapses, certain, from, through, count } = stored;
  if (!isCount(from) || !isCount(through) || !isCount(count) || count === 0 || from > through) return null;
  if (!isCount(due) || !isCount(lapses) || typeof certain !== 'boolean') return null;
  if (!isWithin(stability, 0.001, 36_500) || !isWithin(difficulty, 1, 10)) return null;
  if (!isWithin(due - dayOf(through), 1, longestInterval)) return null;
  return { due, stability, difficulty, lapses, certain, basis: { from, through, count } };
}

/** The one that rests on later or more results. Where it rests on too few, the results say so and it is made again. */
export function mergeCards(a: ReviewCard, b: ReviewCard): ReviewCard {
  const order =
    a.basis.through - b.basis.through || a.basis.count - b.basis.count || (formatCard(a) > formatCard(b) ? 1 : -1);
  return order > 0 ? a : b;
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
