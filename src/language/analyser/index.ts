import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import type { Locale } from '../registry.ts';
import * as az from './az.ts';
import { foldWord, tokenise, type Folding } from './fold.ts';
import type { Grammar } from './grammar.ts';
import * as kk from './kk.ts';
import * as ky from './ky.ts';
import { compileGrammar, type Machine } from './machine.ts';
import * as tk from './tk.ts';
import * as tr from './tr.ts';
import * as uz from './uz.ts';

/** The languages whose words the search understands: those of the courses, and Turkmen. */
export const searchLanguages = ['az', 'en', 'uz', 'tr', 'tk', 'ky', 'kk', 'ru'] as const satisfies readonly (
  Locale | 'tk'
)[];

export type SearchLanguage = (typeof searchLanguages)[number];

/** A word of a text as the search knows it. Offsets count UTF-16 units of the text composed by NFC. */
export interface AnalysedWord {
  /** What the word is found by, one or more, the likeliest first; a query finds a word that shares a key with its own. */
  readonly keys: readonly string[];
  /** The word as it stands, folded: what an exact match compares. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  /** A suffix that an apostrophe divides from its word: the `de` of `Türkiye'de`. It has no keys. */
  readonly suffix: boolean;
}

interface Table {
  readonly folding: Folding;
  readonly grammar: Grammar;
}

const tables: Readonly<Record<Exclude<SearchLanguage, 'ru' | 'en'>, Table>> = { az, uz, tr, tk, ky, kk };

const stemmers: Readonly<Record<'ru' | 'en', { readonly folding: Folding; readonly stem: (word: string) => string }>> =
  {
    ru: { folding: { casing: 'ru', script: 'Cyrl', apostrophe: 'break', letters: { ё: 'е' } }, stem: stemRussian },
    en: { folding: { casing: 'en', script: 'Latn', apostrophe: 'break', letters: {} }, stem: stemEnglish },
  };

type FoldedWord = Pick<AnalysedWord, 'keys' | 'surface'>;

interface Analyser {
  readonly folding: Folding;
  readonly machine: Machine;
  /** Words that were met before: a text repeats most of its own, and taking one apart takes fifty microseconds. */
  readonly known: Map<string, FoldedWord>;
}

/** Ten thousand pages have some two hundred thousand different words; remembering them takes less than 100 MB. */
const mostKnown = 250_000;

const analysers = new Map<SearchLanguage, Analyser>();

/** The analyser of a language, built from its table when first asked for. */
function analyserOf(language: SearchLanguage): Analyser {
  const known = analysers.get(language);
  if (known) return known;
  const made = language === 'ru' || language === 'en' ? useStemmer(stemmers[language]) : useTable(tables[language]);
  analysers.set(language, made);
  return made;
}

function useStemmer({ folding, stem }: (typeof stemmers)['ru']): Analyser {
  return { folding, machine: (word) => [stem(word) || word], known: new Map() };
}

function useTable({ folding, grammar }: Table): Analyser {
  return { folding, machine: compileGrammar(grammar), known: new Map() };
}

function readWord({ folding, machine, known }: Analyser, text: string): FoldedWord {
  const met = known.get(text);
  if (met) return met;
  const surface = foldWord(folding, text);
  const word = { surface, keys: /[\p{L}\p{N}]/u.test(surface) ? machine(surface) : [] };
  if (known.size >= mostKnown) known.clear();
  known.set(text, word);
  return word;
}

/** The words of a text with their search keys, in its order. Build and browser both come here. */
export function analyseText(language: SearchLanguage, text: string): AnalysedWord[] {
  const analyser = analyserOf(language);
  return tokenise(analyser.folding, text.normalize('NFC')).flatMap(({ text: word, start, end, suffix }) => {
    const { keys, surface } = readWord(analyser, word);
    if (keys.length === 0) return [];
    return [{ keys: suffix ? [] : keys, surface, start, end, suffix }];
  });
}

/** All search keys of a text, each once: `kitablarımız` → `kitap`. */
export function searchKeys(language: SearchLanguage, text: string): string[] {
  return [...new Set(analyseText(language, text).flatMap(({ keys }) => keys))];
}

/** True for a tag that the search has a table for. */
export function isSearchLanguage(tag: string): tag is SearchLanguage {
  return (searchLanguages as readonly string[]).includes(tag);
}
