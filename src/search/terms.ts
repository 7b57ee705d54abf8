import { analyseText, type AnalysedWord, type Locale } from '#language';

/**
 * Stands after a stem in the index. It is no letter and sorts before all of them, so that a stem lies beside the word
 * that is spelt like it and mostly in the same shard as its forms.
 */
const stemMark = '=';

/** A stem as the index has it, apart from a word that is spelt like it. */
export function stemTerm(key: string): string {
  return key + stemMark;
}

/** True for a stem as the index has it. */
export function isStemTerm(term: string): boolean {
  return term.endsWith(stemMark);
}

/** The letters of a term, stem or word. */
export function lettersOf(term: string): string {
  return isStemTerm(term) ? term.slice(0, -stemMark.length) : term;
}

/** What a word is found by: itself as it stands, and its stems. */
export function termsOf({ surface, keys }: Pick<AnalysedWord, 'surface' | 'keys'>): string[] {
  return [surface, ...keys.map(stemTerm)];
}

/** Gives the words of a text, again and again of the same text. */
export type ReadWords = (text: string) => readonly AnalysedWord[];

/** Reads the words of a language and remembers them: taking a text apart takes longer than anything else in a search. */
export function createWordReader(locale: Locale): ReadWords {
  const known = new Map<string, readonly AnalysedWord[]>();
  return (text) => {
    const words = known.get(text) ?? analyseText(locale, text);
    known.set(text, words);
    return words;
  };
}
