import type { Result } from './add-result.ts';
import { isConfidence, isDiscernment } from './attempt-entry.ts';
import { resultsKey } from './keys.ts';
import { isCount, isFraction, isPlain, maxResults, maxResultsLength, parsePlain, type Plain } from './stored-json.ts';

/** @param results in any order, doubles included */
export function formatResults(results: readonly Result[]): string {
  return JSON.stringify({ results: sorted(results) });
}

/** The results of exercises by their full ids. */
export type Results = ReadonlyMap<string, readonly Result[]>;

/** All results among stored values, whose keys say of which exercise they are. */
export function readAllResults(entries: ReadonlyMap<string, string>): Results {
  const prefix = resultsKey('');
  return new Map(
    [...entries].flatMap(([key, json]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), parseResults(json)] as const] : [],
    ),
  );
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
  // As they are nearly always stored; a record of years is read in a fraction of the time.
  if (results.every((result, index) => index === 0 || comesAfter(result, results[index - 1]))) {
    return results.slice(-maxResults);
  }
  // A moment and a try name a result: nobody checks two answers to an exercise at once.
  const byName = new Map<string, Result>();
  for (const result of results) {
    const name = `${result.at} ${result.try}`;
    const known = byName.get(name);
    if (!known || JSON.stringify(result) > JSON.stringify(known)) byName.set(name, result);
  }
  return [...byName.values()].sort((a, b) => a.at - b.at || a.try - b.try).slice(-maxResults);
}

function comesAfter({ at, try: count }: Result, before: Result | undefined): boolean {
  return !before || at > before.at || (at === before.at && count > before.try);
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
