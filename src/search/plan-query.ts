import { analyseText, type AnalysedWord, type Locale } from '#language';
import { stemTerm } from './terms.ts';

/** One thing to look for in the index. */
export interface QueryTerm {
  readonly term: string;
  /** Any word that begins so counts. */
  readonly prefix: boolean;
  readonly boost: number;
}

/** A word that was asked for, and all that it is found by. */
export interface QueryWord {
  readonly terms: readonly QueryTerm[];
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
/** A word's likeliest stem says more than one it only may have. */
const boosts = { exact: 6, stem: 3, otherStem: 1.5, prefix: 1, optional: 0.5 };

/**
 * What to ask the index for what a reader typed. A word counts as it is, then by its stems; the last one, which may
 * still be being typed, also as a beginning. A word that is found by none of these counts as a beginning, and is
 * shortened until it is one. What a reader typed is data throughout: lunr's own query language is never spoken.
 */
export function planQuery(locale: Locale, query: string, vocabulary: Vocabulary): QueryWord[] {
  const words = analyseText(locale, query.slice(0, limits.characters));
  const whole = words.filter((word) => !word.suffix || word.surface.length > longestSuffix);
  const asked = new Map((whole.length > 0 ? whole : words).map((word) => [word.surface, word]));
  const few = [...asked.values()].slice(0, limits.words);
  return few.flatMap((word, place) => {
    const terms = planWord(word, place === few.length - 1, vocabulary);
    return terms.length > 0 ? [{ terms, required: !word.suffix }] : [];
  });
}

function planWord(word: AnalysedWord, isLast: boolean, vocabulary: Vocabulary): QueryTerm[] {
  const surface = word.surface.slice(0, limits.wordLength);
  const whole = [
    { term: surface, prefix: false, boost: boosts.exact },
    ...word.keys.flatMap((key, place) => planStem(key, place === 0 ? boosts.stem : boosts.otherStem)),
  ].filter(({ term }) => hasTerm(vocabulary, term));
  if (surface.length < shortestPrefix || (whole.length > 0 && !isLast)) return whole;
  const beginning = hasPrefix(vocabulary, surface) ? surface : whole.length === 0 ? shorten(surface, vocabulary) : null;
  if (beginning === null) return whole;
  return [...whole, { term: beginning, prefix: true, boost: word.suffix ? boosts.optional : boosts.prefix }];
}

/** A stem, and the word that is spelt like it, of which the index does not repeat it. */
function planStem(key: string, boost: number): QueryTerm[] {
  const stem = key.slice(0, limits.wordLength);
  return [stemTerm(stem), stem].map((term) => ({ term, prefix: false, boost }));
}

/** The longest beginning of a word that some term shares, if it keeps half the word and five letters. */
export function shorten(word: string, vocabulary: Vocabulary): string | null {
  const least = Math.max(shortest, Math.ceil(word.length / 2));
  for (let length = word.length - 1; length >= least; length -= 1) {
    const beginning = word.slice(0, length);
    if (hasPrefix(vocabulary, beginning)) return beginning;
  }
  return null;
}

/** True where one of the terms that were found is one that the word is found by. */
export function isFoundBy({ terms }: QueryWord, found: readonly string[]): boolean {
  return terms.some(({ term, prefix }) => found.some((other) => (prefix ? other.startsWith(term) : other === term)));
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
