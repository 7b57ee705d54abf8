import { readFileSync } from 'node:fs';
import { lessonsOf, type Content } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { analyseText, lowerCase, type Locale } from '#language';
import { createRandom, shuffled } from './random.ts';

/** The words that pages are made of, the most frequent first. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** How many of them stand in the lessons as they are; the rest are made. */
  readonly real: number;
  /** Forms of one word each, from the lessons and put together by hand: no analyser had a say. */
  readonly forms: readonly (readonly string[])[];
}

/** As many as 10,000 pages of prose may have by Heaps' law; the lessons alone have some 1,500. */
const size = 30_000;
/** A made form that begins like a word whose pages are known would be one of its forms that nobody counted. */
const sharedBeginning = 4;

/**
 * The words of the lessons by their frequency, and after them words that a stem of one lesson word and the ending of
 * another make. Ending and stem are joined where the stem it was taken from has the same last vowel and last letter,
 * so that the harmony of Turkic vowels holds in nearly all.
 */
export function createVocabulary(locale: Locale): Vocabulary {
  const { content } = createContentReader('content')();
  if (!content) throw new Error('content/ cannot be read; `npm run -s bilig -- check` says why.');
  const forms = readForms(locale);
  const counts = countWords(locale, textsOf(content, locale));
  for (const word of forms.flat()) counts.set(word, counts.get(word) ?? 1);
  const real = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  const taken = new Set(forms.flat().map((word) => word.slice(0, sharedBeginning)));
  const made = makeWords(locale, real).filter(
    (word) => !counts.has(word) && !taken.has(word.slice(0, sharedBeginning)),
  );
  const words = [...real, ...shuffled(createRandom(1), made)].slice(0, size);
  return { words, real: real.length, forms };
}

/** The hand-made lists of forms, a word a line. */
export function readForms(locale: Locale): string[][] {
  const text = readFileSync(new URL(`forms/${locale}.txt`, import.meta.url), 'utf8');
  const lines = text.trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/u));
}

function textsOf(content: Content, locale: Locale): string[] {
  const lessons = content.courses.flatMap(lessonsOf).flatMap((entry) => entry.versions[locale] ?? []);
  const terms = [...content.glossary.values()].flatMap((file) => file[locale] ?? []);
  return [
    ...lessons.flatMap(({ title, summary, sections }) => [title, summary, ...sections.map(({ text }) => text)]),
    ...terms.flatMap(({ term, definition }) => [term, definition]),
  ];
}

function countWords(locale: Locale, texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts.map((raw) => raw.normalize('NFC'))) {
    for (const { start, end, suffix } of analyseText(locale, text)) {
      const word = lowerCase(locale, text.slice(start, end));
      if (!suffix && /^\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

const vowel = /[aeiouyəıöüаеёиоуыэюяәіөүұ]/gu;

/** What an ending asks of a stem: its last vowel and its last letter. */
const fitOf = (stem: string) => `${stem.match(vowel)?.at(-1) ?? ''}${stem.at(-1) ?? ''}`;

function makeWords(locale: Locale, words: readonly string[]): string[] {
  const cuts = words.flatMap((word) => {
    const [analysed] = analyseText(locale, word);
    const length = analysed?.keys[0]?.length ?? 0;
    // Only where the folded word has as many letters as the word, so that the cut falls where it does there.
    return analysed?.surface.length === word.length && length >= 3
      ? [{ stem: word.slice(0, length), ending: word.slice(length) }]
      : [];
  });
  const endings = new Map<string, Set<string>>();
  for (const { stem, ending } of cuts) endings.set(fitOf(stem), (endings.get(fitOf(stem)) ?? new Set()).add(ending));
  const stems = [...new Set(cuts.map(({ stem }) => stem))];
  return [...new Set(stems.flatMap((stem) => [...(endings.get(fitOf(stem)) ?? [])].map((ending) => stem + ending)))];
}
