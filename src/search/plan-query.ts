import { analyseWords, type Locale } from '#language';

/** One thing to look for in the index. */
export interface QueryTerm {
  readonly term: string;
  /** Any word that begins so counts. */
  readonly prefix: boolean;
  readonly boost: number;
  /** A section without it is left out, as long as some section has all that is required. */
  readonly required: boolean;
}

/** Terms of an index, sorted by code unit as lunr serialises them. */
export type Vocabulary = readonly string[];

const limits = { characters: 300, words: 12, wordLength: 60 };
/** A shortened word keeps this many letters: the first five carry most words of these languages. */
const shortest = 5;
/** A single letter as a prefix would find nearly everything. */
const shortestPrefix = 2;
/** A suffix after an apostrophe is no word to look for, unless it is long enough to be one. */
const longestSuffix = 3;
const boosts = { exact: 6, prefix: 1.5, shortened: 1, optional: 0.5 };

/**
 * What to ask the index for what a reader typed. A word counts as it is and as the beginning of a longer one; a word
 * that the index does not know is shortened until it does, so that an inflected form finds another form of it. What a
 * reader typed is data throughout: lunr's own query language is never spoken.
 */
export function planQuery(locale: Locale, query: string, vocabulary: Vocabulary): QueryTerm[] {
  const words = analyseWords(locale, query.slice(0, limits.characters));
  const whole = words.filter((word) => !word.suffix || word.key.length > longestSuffix);
  const asked = whole.length > 0 ? whole : words;
  const known = new Map(asked.map((word) => [word.key.slice(0, limits.wordLength), !word.suffix]));
  return [...known].slice(0, limits.words).flatMap(([key, required]) => planWord(key, required, vocabulary));
}

function planWord(key: string, required: boolean, vocabulary: Vocabulary): QueryTerm[] {
  const exact: QueryTerm = { term: key, prefix: false, boost: boosts.exact, required: false };
  if (key.length < shortestPrefix) return hasTerm(vocabulary, key) ? [{ ...exact, required }] : [];
  if (hasPrefix(vocabulary, key)) {
    const prefix = { term: key, prefix: true, boost: required ? boosts.prefix : boosts.optional, required };
    return hasTerm(vocabulary, key) ? [exact, prefix] : [prefix];
  }
  const stem = shorten(key, vocabulary);
  return stem === null ? [] : [{ term: stem, prefix: true, boost: boosts.shortened, required }];
}

/** The longest beginning of a word that some term shares, if it keeps half the word and five letters. */
export function shorten(key: string, vocabulary: Vocabulary): string | null {
  const least = Math.max(shortest, Math.ceil(key.length / 2));
  for (let length = key.length - 1; length >= least; length -= 1) {
    const stem = key.slice(0, length);
    if (hasPrefix(vocabulary, stem)) return stem;
  }
  return null;
}

const hasTerm = (vocabulary: Vocabulary, term: string) => vocabulary[firstFrom(vocabulary, term)] === term;
const hasPrefix = (vocabulary: Vocabulary, prefix: string) =>
  vocabulary[firstFrom(vocabulary, prefix)]?.startsWith(prefix) === true;

/** Place of the first term that is not before the given one. */
function firstFrom(vocabulary: Vocabulary, term: string): number {
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
