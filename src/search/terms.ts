import { analyseText, type AnalysedWord, type Locale } from '#language';

/** Stands before a stem in the index. No word begins with it, so that no beginning of a word finds a stem. */
const stemMark = '=';

/** A stem as the index has it, apart from a word that is spelt like it. */
export function stemTerm(key: string): string {
  return stemMark + key;
}

/** What a word is found by: itself, and its stems but for one that is spelt like the word. */
export function termsOf({ surface, keys }: AnalysedWord): string[] {
  return [surface, ...keys.filter((key) => key !== surface).map(stemTerm)];
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
