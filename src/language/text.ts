import { languages, type Locale } from './registry.ts';

const uzbekLetterApostrophe = /([oOgG])['‘’ʻʼ`´]/gu;
const apostropheInWord = /(?<=\p{L})(?<![oOgG])['‘’ʻ`´](?=\p{L})/gu;

/**
 * Writes Uzbek apostrophes as its orthography has them: U+02BB in oʻ and gʻ, U+02BC (tutuq belgisi) elsewhere
 * (1995 alphabet; CLDR exemplars). `O'zbek ma'no` → `Oʻzbek maʼno`, `taʻlim` → `taʼlim`. Keeps the number of characters.
 */
export function mendUzbekApostrophes(text: string): string {
  return text.replace(uzbekLetterApostrophe, '$1ʻ').replace(apostropheInWord, 'ʼ');
}

/** Lower-cases by the rules of the language: `İSTANBUL` and `ISTANBUL` differ in Azerbaijani and Turkish. */
export function lowerCase(locale: Locale, text: string): string {
  return text.toLocaleLowerCase(locale);
}

/** Upper-cases by the rules of the language: `i` → `İ` in Azerbaijani and Turkish, `I` elsewhere. */
export function upperCase(locale: Locale, text: string): string {
  return text.toLocaleUpperCase(locale);
}

/**
 * Brings the spellings people really type to one form: lower case, without the marks that phones and foreign
 * keyboards leave out. `Şagirdlər` → `sagirdler`, `оқушы` → `окушы`, `O'zbek` → `ozbek`. All four of I, İ, ı, i
 * become i in the Turkic Latin alphabets, since a reader's keyboard decides which one is typed.
 */
export function foldText(locale: Locale, text: string): string {
  const { fold, apostrophe } = languages[locale];
  const composed = text.normalize('NFC');
  const spelt = apostrophe === 'letter' ? mendUzbekApostrophes(composed) : composed;
  const lower = lowerCase(locale, spelt).replaceAll('\u0307', '');
  return [...lower]
    .map((letter) => fold[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/**
 * Folds a typed answer further than a search word: spacing, punctuation and the thousands separators of any locale
 * do not count. `1 200`, `1.200` and `1,200` → `1200`.
 */
export function foldAnswer(locale: Locale, text: string): string {
  return foldText(locale, text)
    .replace(/(\d)[\s\u00A0\u202F.,](?=\d{3}(?!\d))/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A word of a text with its place in it (UTF-16 offsets into the text composed by NFC). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const words = {
  letter: /[\p{L}\p{M}\p{N}]+(?:['‘’ʻʼ`´][\p{L}\p{M}\p{N}]+)*[ʻʼ'‘’`´]?/gu,
  break: /[\p{L}\p{M}\p{N}]+/gu,
};

/**
 * The words of a text. An apostrophe belongs to the word in Uzbek (`oʻqish`, `taʼlim`); elsewhere it ends it, which
 * divides a Turkish or Azerbaijani name from its suffix (`Türkiye'de` → `Türkiye`, `de`).
 */
export function splitWords(locale: Locale, text: string): Word[] {
  const pattern = words[languages[locale].apostrophe];
  return [...text.normalize('NFC').matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** True for a word that mixes Latin and Cyrillic letters, such as `а` (Cyrillic) in `pаge`. */
export function mixesScripts(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
}
