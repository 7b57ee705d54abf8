import { spawnSync } from 'node:child_process';
import type { Locale } from '#language';
import { uzbekInCyrillic } from './uzbek-in-cyrillic.ts';

interface Dictionary {
  /** The name under which hunspell finds it. */
  readonly name: string;
  /** The package of Debian that brings it. */
  readonly debian: string;
  /** How its word list may write a word; it knows the word if it knows one of these. */
  readonly spellings?: (word: string) => readonly string[];
}

/**
 * The dictionary of each language. None is kept for Azerbaijani and Kyrgyz (Debian, LibreOffice, npm): there the reviewed
 * words are the whole dictionary. English is British, as the courses are.
 */
export const dictionaries: Readonly<Record<Locale, Dictionary | null>> = {
  az: null,
  en: { name: 'en_GB', debian: 'hunspell-en-gb' },
  uz: { name: 'uz_UZ', debian: 'hunspell-uz', spellings: uzbekInCyrillic },
  tr: { name: 'tr_TR', debian: 'hunspell-tr' },
  ky: null,
  kk: { name: 'kk_KZ', debian: 'hunspell-kk' },
  ru: { name: 'ru_RU', debian: 'hunspell-ru' },
};

/**
 * The words that a language's dictionary does not know. Hunspell divides words at hyphens as its dictionary wants; a
 * word whose parts are all known is known.
 *
 * @throws where hunspell or the dictionary is not installed
 */
export function unknownWords(locale: Locale, words: readonly string[]): string[] {
  const dictionary = dictionaries[locale];
  if (!dictionary) return [...words];
  const spellings = words.map((word) => dictionary.spellings?.(word) ?? [word]);
  const { error, status, stdout, stderr } = spawnSync('hunspell', ['-i', 'UTF-8', '-d', dictionary.name, '-l'], {
    input: spellings.flat().join('\n'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error ?? status !== 0)
    throw new Error(
      `The words of "${locale}" were not looked up: ${error?.message ?? stderr.trim()}. ` +
        `Install hunspell and its dictionary: apt install hunspell ${dictionary.debian}.`,
    );
  const missing = new Set(stdout.split('\n'));
  const isMissing = (word: string) => missing.has(word) || word.split(/[-‐‑]/u).some((part) => missing.has(part));
  return words.filter((_, index) => spellings[index]?.every(isMissing));
}
