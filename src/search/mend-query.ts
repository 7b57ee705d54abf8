import { analyseText, type Locale } from '#language';
import { beginningDistance, editDistance } from './edit-distance.ts';
import type { LexiconEntry } from './lexicon.ts';
import type { QueryTerm } from './partial-index.ts';
import type { AskedWord } from './plan-query.ts';
import { isStemTerm, lettersOf, stemTerm } from './terms.ts';

/** Shorter words differ from too many others by one letter; a word of four may be one of five that lost a letter. */
const shortestMended = 5;
/** From this length on two errors are mended. */
const shortestTwice = 9;
/** A stem that a suffix was taken from may be shorter than a word. */
const shortestKey = 4;
/** A shortened word keeps this many letters: the first five carry most words of these languages. */
const shortestBeginning = 5;
/** Of equally near words so many are tried, the most frequent. */
const mostCandidates = 6;
const boosts = { word: 3, stem: 1.5, beginning: 1 };

/** True for a word in which typing errors are looked for. */
export function canBeMended({ surface, suffix }: AskedWord): boolean {
  return !suffix && surface.length >= shortestMended - 1;
}

/**
 * Beginnings of the words that a typing error may have been made in. Where the lexicon is large, an error in the first letter
 * is found only if that letter was swapped with the next or put in.
 */
export function prefixesToMend({ surface }: AskedWord, isLarge: boolean): string[] {
  const [first = '', second = '', third = ''] = surface;
  return isLarge ? [first, second + first, second + third] : [''];
}

/**
 * What a word with typing errors is found by, the nearest first: the nearest words and stems of the lexicon, else its
 * longest known beginning, else the longest stems that it almost begins with.
 */
export function mendWord(locale: Locale, word: AskedWord, lexicon: readonly LexiconEntry[]): QueryTerm[] {
  const near = nearest(word, lexicon);
  if (near.length > 0) return once(near.flatMap((term) => termsOfMended(locale, term)));
  const beginning = longestBeginning(word.surface, lexicon);
  if (beginning.length > 0) return beginning.map((term) => ({ term, boost: boosts.beginning }));
  return once(nearestStems(word.surface, lexicon).flatMap((term) => termsOfMended(locale, term)));
}

/** Each term once: forms of a word share their stems, which should not count the more for it. */
function once(terms: readonly QueryTerm[]): QueryTerm[] {
  return [...new Map(terms.toReversed().map((term) => [term.term, term])).values()].reverse();
}

function termsOfMended(locale: Locale, term: string): QueryTerm[] {
  if (isStemTerm(term)) return [{ term, boost: boosts.stem }];
  // A folded word folds to itself, so it can be taken apart like one that was typed.
  const keys = analyseText(locale, term).flatMap((analysed) => analysed.keys);
  return [{ term, boost: boosts.word }, ...keys.map((key) => ({ term: stemTerm(key), boost: boosts.stem }))];
}

const limitFor = (letters: string) => (letters.length >= shortestTwice ? 2 : 1);

interface Candidate {
  readonly entry: LexiconEntry;
  readonly distance: number;
  /** Whether it is a word near the word, and not a word or stem near one of its stems. */
  readonly isWord: boolean;
}

function nearest(word: AskedWord, lexicon: readonly LexiconEntry[]): string[] {
  const candidates: Candidate[] = [];
  let best = limitFor(word.surface);
  for (const entry of lexicon) {
    const candidate = compare(word, entry, best);
    if (!candidate) continue;
    best = candidate.distance;
    candidates.push(candidate);
  }
  return candidates
    .filter(({ distance }) => distance === best)
    .sort((a, b) => rate(b, word) - rate(a, word) || (a.entry.term < b.entry.term ? -1 : 1))
    .slice(0, mostCandidates)
    .map(({ entry }) => entry.term);
}

function compare({ surface, keys }: AskedWord, entry: LexiconEntry, limit: number): Candidate | null {
  const letters = lettersOf(entry.term);
  if (!isStemTerm(entry.term) && Math.max(letters.length, surface.length) >= shortestMended) {
    const distance = editDistance(letters, surface, limit);
    if (distance <= limit) return { entry, distance, isWord: true };
  }
  if (letters.length < shortestKey) return null;
  const distances = keys
    .filter((key) => key !== surface && key.length >= shortestKey)
    .flatMap((key) => {
      const own = Math.min(limit, limitFor(key));
      const distance = editDistance(letters, key, own);
      // A stem that is there as it was typed was no error.
      return distance > 0 && distance <= own ? [distance] : [];
    });
  return distances.length > 0 ? { entry, distance: Math.min(...distances), isWord: false } : null;
}

/** Among equally near words those come first that begin alike, which most errors leave, then whole words, then frequent ones. */
function rate({ entry: { term, frequency }, isWord }: Candidate, { surface }: AskedWord): number {
  return (term.charAt(0) === surface.charAt(0) ? 1000 : 0) + (isWord ? 100 : 0) + frequency;
}

/** The longest stems that a word begins with but for one error; its suffixes hid from the analyser where they begin. */
function nearestStems(word: string, lexicon: readonly LexiconEntry[]): string[] {
  const stems = lexicon.filter(
    ({ term }) => lettersOf(term).length >= shortestMended && beginningDistance(lettersOf(term), word, 1) <= 1,
  );
  const longest = Math.max(0, ...stems.map(({ term }) => lettersOf(term).length));
  return stems
    .filter(({ term }) => lettersOf(term).length === longest)
    .map(({ term }) => term)
    .slice(0, mostCandidates);
}

/** The words that share the longest beginning with one, if it keeps half of it and five letters. */
function longestBeginning(word: string, lexicon: readonly LexiconEntry[]): string[] {
  const least = Math.max(shortestBeginning, Math.ceil(word.length / 2));
  const words = lexicon.filter(({ term }) => !isStemTerm(term) && term.startsWith(word.slice(0, least)));
  for (let length = word.length - 1; length >= least; length -= 1) {
    const found = words.filter(({ term }) => term.startsWith(word.slice(0, length)));
    if (found.length === 0) continue;
    return found
      .toSorted((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
      .slice(0, mostCandidates)
      .map(({ term }) => term);
  }
  return [];
}
