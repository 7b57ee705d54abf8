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

/** The same to add up and not to keep: nothing is copied, so whatever else stands in the stored objects is in them. */
export function viewResults(json: string | null): readonly Result[] {
  const results: unknown = parsePlain(json, maxResultsLength)?.['results'];
  return Array.isArray(results) ? sorted(results.filter(isResult)) : [];
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
  if (!isResult(value)) return [];
  const { at, locale, try: number, score, correct, confidence, hints } = value;
  const kept = { at, locale, try: number, score, correct, confidence: confidence ?? null, hints };
  return [{ ...kept, ...optionsOf(value as unknown as Plain) }];
}

/** A result in all that it must have; what it may have is not looked at. */
function isResult(value: unknown): value is Result {
  if (!isPlain(value)) return false;
  const { at, locale, try: number, score, correct, confidence = null, hints } = value;
  return (
    isCount(at) &&
    typeof locale === 'string' &&
    isCount(number) &&
    number > 0 &&
    isFraction(score) &&
    typeof correct === 'boolean' &&
    (confidence === null || isConfidence(confidence)) &&
    isCount(hints)
  );
}

function optionsOf({ discernment, review }: Plain): Pick<Result, 'discernment' | 'review'> {
  return { ...(isDiscernment(discernment) ? { discernment } : {}), ...(review === true ? { review } : {}) };
}
