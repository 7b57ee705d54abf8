import type { Locale } from './registry.ts';
import { foldText, splitWords } from './text.ts';

/** A word of a text as the search knows it. Offsets count UTF-16 units of the text composed by NFC. */
export interface SearchWord {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** It follows an apostrophe, where a suffix is cut off a name: the `de` of `Türkiye'de`. */
  readonly suffix: boolean;
}

const apostrophe = /['‘’ʻʼ`´]/u;
const apostrophes = /['‘’ʻʼ`´]/gu;

/**
 * The words of a text with their search keys. The build and the browser both come here, so that a word typed in any
 * of its usual spellings meets the word of the lesson. A word without a letter or digit left after folding is left out.
 */
export function analyseWords(locale: Locale, text: string): SearchWord[] {
  const composed = text.normalize('NFC');
  const words: SearchWord[] = [];
  let before = -1;
  for (const { text: word, start, end } of splitWords(locale, composed)) {
    const key = foldText(locale, word).replace(apostrophes, '');
    const suffix = start > 0 && before === start - 1 && apostrophe.test(composed.charAt(before));
    before = end;
    if (/[\p{L}\p{N}]/u.test(key)) words.push({ key, start, end, suffix });
  }
  return words;
}

/** The search keys of a text in its order: `Oʻzbek MAʼNO` → `ozbek`, `mano`. */
export function analyse(locale: Locale, text: string): string[] {
  return analyseWords(locale, text).map((word) => word.key);
}
