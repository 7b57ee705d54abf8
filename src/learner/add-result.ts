import type { Confidence, Discernment } from '#exercise';
import { maxResults, maxResultsLength, parsePlain } from './stored-json.ts';

// Apart from the reading of results, since this is part of what every exercise loads.

/** What one checked answer came to. */
export interface Result {
  /** When it was checked. */
  readonly at: number;
  /** The language in which the exercise was read. */
  readonly locale: string;
  /** 1 for the first answer since the exercise was started afresh, 2 for the next. */
  readonly try: number;
  /** The share of the points, from 0 to 1. */
  readonly score: number;
  readonly correct: boolean;
  readonly confidence: Confidence | null;
  /** Hints shown before it. */
  readonly hints: number;
  /** Where sound and misleading items were told apart. */
  readonly discernment?: Discernment;
  /** Given in a review, not in the lesson. */
  readonly review?: true;
}

/** The entry with one result more; what stands in it is looked at when it is read. */
export function addResult(json: string | null, result: Result): string {
  const results: unknown = parsePlain(json, maxResultsLength)?.['results'];
  return JSON.stringify({ results: [...(Array.isArray(results) ? results : []), result].slice(-maxResults) });
}
