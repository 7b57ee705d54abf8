import type { Result } from './add-result.ts';
import { isConfidence, isDiscernment } from './attempt-entry.ts';
import { isCount, isFraction, isPlain, maxResults, maxResultsLength, parsePlain, type Plain } from './stored-json.ts';

/** @param results in any order, doubles included */
export function formatResults(results: readonly Result[]): string {
  return JSON.stringify({ results: sorted(results) });
}

/** The results of an exercise, the oldest first; what is damaged is left out. */
export function parseResults(json: string | null): Result[] {
  const results: unknown = parsePlain(json, maxResultsLength)?.['results'];
  return Array.isArray(results) ? sorted(results.flatMap(readResult)) : [];
}

/** All results of both; one that stands in both counts once. */
export function mergeResults(a: readonly Result[], b: readonly Result[]): Result[] {
  return sorted([...a, ...b]);
}

function sorted(results: readonly Result[]): Result[] {
  // A moment and a try name a result: nobody checks two answers to an exercise at once.
  const byName = new Map<string, Result>();
  for (const result of results) {
    const name = `${result.at} ${result.try}`;
    const known = byName.get(name);
    if (!known || JSON.stringify(result) > JSON.stringify(known)) byName.set(name, result);
  }
  return [...byName.values()].sort((a, b) => a.at - b.at || a.try - b.try).slice(-maxResults);
}

function readResult(value: unknown): Result[] {
  if (!isPlain(value)) return [];
  const { at, locale, try: number, score, correct, confidence = null, hints } = value;
  const isSound =
    isCount(at) &&
    typeof locale === 'string' &&
    isCount(number) &&
    number > 0 &&
    isFraction(score) &&
    typeof correct === 'boolean' &&
    (confidence === null || isConfidence(confidence)) &&
    isCount(hints);
  return isSound ? [{ at, locale, try: number, score, correct, confidence, hints, ...optionsOf(value) }] : [];
}

function optionsOf({ discernment, review }: Plain): Pick<Result, 'discernment' | 'review'> {
  return { ...(isDiscernment(discernment) ? { discernment } : {}), ...(review === true ? { review } : {}) };
}
