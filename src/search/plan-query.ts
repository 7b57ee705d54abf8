import { analyseText, isFunctionWord, type AnalysedWord, type Locale } from '#language';
import type { QueryTerm } from './partial-index.ts';
import { stemTerm } from './terms.ts';

/** A word that was asked for. */
export interface AskedWord extends Pick<AnalysedWord, 'surface' | 'keys' | 'suffix'> {
  /** The last word may still be being typed. */
  readonly isLast: boolean;
  /** A word that only joins others, beside others. */
  readonly isMinor: boolean;
}

/** A word that was asked for, and all that it is found by. */
export interface QueryWord {
  readonly terms: readonly QueryTerm[];
  /** A place without it is left out, as long as some place has all that is required. */
  readonly required: boolean;
}

/** What is known of an index. */
export interface Vocabulary {
  readonly documents: number;
  /** In how many places a term stands, as a share of all records; 0 where it stands nowhere. */
  share(term: string): number;
  /** The most frequent words with this beginning, itself excluded. */
  beginning(prefix: string): readonly string[];
}

const limits = { characters: 300, words: 12, wordLength: 60 };
/** A single letter as a beginning would find nearly everything. */
export const shortestPrefix = 2;
/** A suffix after an apostrophe is no word to look for, unless it is long enough to be one. */
const longestSuffix = 3;
/** A word that so many records have says nothing about any: a query for `how to check a page` need not find `how`. */
const everywhere = 0.4;
/** Among fewer records no word is everywhere. */
const enoughRecords = 20;
/** A word's likeliest stem says more than one it only may have. */
const boosts = { exact: 6, stem: 3, otherStem: 1.5, beginning: 1, optional: 0.5 };

/** The words of what a reader typed, each once. It is data throughout: lunr's own query language is never spoken. */
export function readQuery(locale: Locale, query: string): AskedWord[] {
  const text = query.slice(0, limits.characters).normalize('NFC');
  const words = analyseText(locale, text);
  const whole = words.filter((word) => !word.suffix || word.surface.length > longestSuffix);
  const asked = new Map((whole.length > 0 ? whole : words).map((word) => [word.surface, word]));
  const few = [...asked.values()].slice(0, limits.words);
  const minor = few.filter(({ start, end }) => isFunctionWord(locale, text.slice(start, end)));
  return few.map((word, place) => ({
    surface: word.surface.slice(0, limits.wordLength),
    keys: word.keys.map((key) => key.slice(0, limits.wordLength)),
    suffix: word.suffix,
    isLast: place === few.length - 1,
    isMinor: minor.length < few.length && minor.includes(word),
  }));
}

/** What a word may be found by, whether the index has it or not: itself and its stems. */
export function termsOfWord({ surface, keys }: Pick<AskedWord, 'surface' | 'keys'>): QueryTerm[] {
  const stems = keys.map((key, place) => ({
    term: stemTerm(key),
    boost: place === 0 ? boosts.stem : boosts.otherStem,
  }));
  return [{ term: surface, boost: boosts.exact }, ...stems];
}

/** True where some form of the word stands in the index. */
export function isKnown(word: AskedWord, vocabulary: Vocabulary): boolean {
  return termsOfWord(word).some(({ term }) => vocabulary.share(term) > 0);
}

/** True for a word that counts as a beginning: the last one, which may still be being typed, and one that nothing else finds. */
export function countsAsBeginning(word: AskedWord, vocabulary: Vocabulary): boolean {
  return word.surface.length >= shortestPrefix && (word.isLast || !isKnown(word, vocabulary));
}

/** A word with what the index has of it: as it stands (most), by its stems, as a beginning (least). */
export function planWord(word: AskedWord, vocabulary: Vocabulary): QueryWord {
  const whole = termsOfWord(word).filter(({ term }) => vocabulary.share(term) > 0);
  const boost = word.suffix ? boosts.optional : boosts.beginning;
  const longer = countsAsBeginning(word, vocabulary) ? vocabulary.beginning(word.surface) : [];
  const isEverywhere =
    vocabulary.documents >= enoughRecords && whole.some(({ term }) => vocabulary.share(term) > everywhere);
  return {
    terms: [...whole, ...longer.map((term) => ({ term, boost }))],
    required: !word.suffix && !word.isMinor && !isEverywhere,
  };
}

/** True where one of the terms that were found is one that the word is found by. */
export function isFoundBy({ terms }: QueryWord, found: { has(term: string): boolean }): boolean {
  return terms.some(({ term }) => found.has(term));
}
