import { formatAttempt, mergeAttempts, parseAttemptEntry } from './attempt-entry.ts';
import { formatCertificate, mergeCertificates, parseCertificate } from './certificate-entry.ts';
import { formatCard, mergeCards, parseCard } from './card-entry.ts';
import { formatChosen, mergeChosen, parseChosen } from './chosen-entry.ts';
import { formatLesson, mergeLessons, parseLesson } from './lesson-entry.ts';
import { formatMark, mergeMarks, parseMark } from './mark-entry.ts';
import { formatMeasure, mergeMeasures, parseMeasure } from './measure-entry.ts';
import { formatResults, mergeResults, parseResults } from './results-entry.ts';

/** Both as one, and null for what is no entry of the kind. */
type Merge = (a: string, b: string) => string | null;

function mergeWith<T>(
  parse: (json: string) => T | null,
  merge: (a: T, b: T) => T,
  format: (value: T) => string,
): Merge {
  return (a, b) => {
    const [one, other] = [parse(a), parse(b)];
    const both = one && other ? merge(one, other) : (one ?? other);
    return both && format(both);
  };
}

const mergeWork = mergeWith(parseAttemptEntry, mergeAttempts, formatAttempt);

/** The kinds of entries, by what their keys begin with. */
const kinds: Readonly<Record<string, Merge>> = {
  attempt: mergeWork,
  practice: mergeWork,
  results: mergeWith((json) => (parseResults(json).length ? parseResults(json) : null), mergeResults, formatResults),
  lesson: mergeWith(parseLesson, mergeLessons, formatLesson),
  mark: mergeWith(parseMark, mergeMarks, formatMark),
  certificate: mergeWith(parseCertificate, mergeCertificates, formatCertificate),
  measure: mergeWith(parseMeasure, mergeMeasures, formatMeasure),
  chosen: mergeWith(parseChosen, mergeChosen, formatChosen),
  card: mergeWith(parseCard, mergeCards, formatCard),
};

/**
 * What is kept when a store has one value under a key and another comes from elsewhere: a file, an older form, another
 * store. Nothing that either knows is lost, it does not matter which is which, and doing it again changes nothing.
 *
 * @returns null where neither is an entry of a kind that is known
 */
export function mergeEntries(key: string, a: string | null, b: string | null): string | null {
  const merge = Object.entries(kinds).find(([kind]) => key.startsWith(`${kind}/`))?.[1];
  const [one, other] = [a ?? b, b ?? a];
  return merge && one !== null && other !== null ? merge(one, other) : null;
}

/** For each entry from elsewhere the change that joins it to what is stored; what is no entry changes nothing. */
export function joinEntries(
  entries: ReadonlyMap<string, string>,
): Map<string, (stored: string | null) => string | null> {
  return new Map([...entries].map(([key, value]) => [key, (stored) => mergeEntries(key, stored, value) ?? stored]));
}
