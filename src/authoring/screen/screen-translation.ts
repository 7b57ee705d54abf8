import type { Content } from '#course';
import { isFunctionWord, languages, lowerCase, mixesScripts, splitWords, type Locale } from '#language';
import type { Place } from '#problem';
import { alphabets } from './alphabets.ts';
import { figuresOf, segmentsOf, wordsOfSegment, type Segment } from './segments.ts';
import { compareTerms } from './terms.ts';
import type { PageReading } from '../survey.ts';

/** What the screen looks for. */
export const screenKinds = ['letter', 'mixed', 'english', 'sentence', 'term', 'figure', 'source', 'length'] as const;

export type ScreenKind = (typeof screenKinds)[number];

/** One thing that somebody who reads the language should look at. */
export interface ScreenFinding {
  readonly kind: ScreenKind;
  readonly place: Place;
  readonly text: string;
}

/** What was seen in one page in one language. */
export interface PageScreen {
  readonly locale: Locale;
  readonly words: number;
  /** Places where the source has a term of the glossary. */
  readonly terms: number;
  /** Letters of the translation for each letter of the source. */
  readonly length: number;
  readonly findings: readonly ScreenFinding[];
}

/** A length beyond these bounds tells of something left out, or explained twice. */
export const lengthBounds = [0.7, 1.5] as const;

/**
 * Looks through a translation for what a machine can see without knowing the language well: letters that its alphabet
 * has not, words of two scripts, English words and sentences, terms of the glossary that are not used, figures and
 * sources that differ from the source's, and a length that tells of something missing.
 */
export function screenTranslation(
  source: PageReading,
  translation: PageReading,
  glossary: Content['glossary'],
): PageScreen | null {
  if (!source.body || !translation.body) return null;
  const { locale, file } = translation;
  const originals = segmentsOf(source.file, source.body);
  const segments = segmentsOf(file, translation.body);
  const english = new Set(
    originals.flatMap((segment) => wordsOfSegment(source.locale, segment).map(({ text }) => lowerCase('en', text))),
  );
  const words = segments.flatMap((segment) => wordsOfSegment(locale, segment));
  const terms =
    originals.length === segments.length ? compareTerms(originals, segments, source.locale, locale, glossary) : null;
  const length = lettersOf(segments) / Math.max(1, lettersOf(originals));
  const whole = { file, line: 1, column: 1 };
  return {
    locale,
    words: words.length,
    terms: terms?.count ?? 0,
    length,
    findings: [
      ...segments.flatMap((segment) => screenWords(segment, locale, english)),
      ...segments.flatMap((segment) => screenEnglish(segment, locale, english)),
      ...(terms?.unused ?? []).map(({ place, text }) => ({ kind: 'term' as const, place, text })),
      ...originals.flatMap((original, index) => compareFigures(original, segments[index])),
      ...compareSources(source, translation),
      ...(length < lengthBounds[0] || length > lengthBounds[1]
        ? [{ kind: 'length' as const, place: whole, text: length.toFixed(2) }]
        : []),
    ],
  };
}

function lettersOf(segments: readonly Segment[]): number {
  return segments.reduce(
    (sum, { texts }) => sum + texts.reduce((letters, { text }) => letters + (text.match(/\p{L}/gu)?.length ?? 0), 0),
    0,
  );
}

const quoted = /“[^”]*”|«[^»]*»|"[^"]*"/gu;

/**
 * Words of two scripts, and words with letters that the language's alphabet has not. Words of another script, and in
 * Latin script those with a capital, are names; English words are found as such, and a quotation may be in any language.
 */
function screenWords({ texts }: Segment, locale: Locale, english: ReadonlySet<string>): ScreenFinding[] {
  const own =
    languages[locale].script === 'Latn'
      ? /^(?!\p{Lu})[\p{Script=Latin}\p{M}ʻʼ'’]+$/u
      : /^[\p{Script=Cyrillic}\p{M}]+$/u;
  return texts.flatMap(({ text, place }) => {
    const unquoted = text.normalize('NFC').replace(quoted, (quotation) => ' '.repeat(quotation.length));
    return splitWords(locale, text).flatMap((word): ScreenFinding[] => {
      if (mixesScripts(word.text)) return [{ kind: 'mixed', place, text: word.text }];
      if (unquoted[word.start] === ' ') return [];
      if (!own.test(word.text) || loans.has(word.text) || isEnglishWord(word.text, locale, english)) return [];
      const odd = [...lowerCase(locale, word.text)].filter(
        (letter) => /\p{L}/u.test(letter) && !alphabets[locale].includes(letter),
      );
      return odd.length ? [{ kind: 'letter', place, text: `${word.text} (${[...new Set(odd)].join(' ')})` }] : [];
    });
  });
}

/** English words outside quotations, and sentences whose words all but a few stand in the source. */
function screenEnglish({ texts }: Segment, locale: Locale, english: ReadonlySet<string>): ScreenFinding[] {
  const isEnglish = (word: string) => isEnglishWord(word, locale, english);
  return texts.flatMap(({ text, place }) =>
    text.split(/(?<=[.!?…])\s+/u).flatMap((sentence): ScreenFinding[] => {
      const all = splitWords(locale, sentence).map((word) => word.text);
      const kept = all.filter((word) => isEnglish(word) || english.has(lowerCase('en', word)));
      if (all.length > 2 && kept.length / all.length > 0.7 && all.some(isEnglish))
        return [{ kind: 'sentence', place, text: sentence }];
      const words = splitWords(locale, sentence.replace(quoted, ' '));
      return words.filter((word) => isEnglish(word.text)).map((word) => ({ kind: 'english', place, text: word.text }));
    }),
  );
}

/**
 * An English word in a language of the same script: one of the closed classes that the language has not as well, or a
 * word of the source with letters or a cluster that the language does not write. A name begins with a capital.
 */
function isEnglishWord(word: string, locale: Locale, english: ReadonlySet<string>): boolean {
  if (!/^[a-z]{2,}$/u.test(word) || loans.has(word)) return false;
  if (languages[locale].script === 'Cyrl') return true;
  if (isFunctionWord('en', word) && !isFunctionWord(locale, word) && !homographs.has(word)) return true;
  return (
    english.has(word) &&
    ([...word].some((letter) => !alphabets[locale].includes(letter)) || /th|ck|ee|oo|tion|ing$/u.test(word))
  );
}

/** English function words that are words of Azerbaijani, Turkish or Uzbek as well, with or without their marks. */
const homographs = new Set('on in an at it as is be do did or no not her his may can us but'.split(' '));

/** Words that the languages of the courses have taken over as they are spelt. */
const loans = new Set(['cookie', 'web']);

function compareFigures(original: Segment, translated: Segment | undefined): ScreenFinding[] {
  if (!translated) return [];
  const [ours, theirs] = [figuresOf(original), figuresOf(translated)];
  if (ours.join(' ') === theirs.join(' ')) return [];
  return [{ kind: 'figure', place: translated.place, text: `${ours.join(' ') || '–'} → ${theirs.join(' ') || '–'}` }];
}

function compareSources(source: PageReading, translation: PageReading): ScreenFinding[] {
  const list = ({ body }: PageReading) => (body?.citations ?? []).map(({ id }) => id).join(' ');
  const [ours, theirs] = [list(source), list(translation)];
  if (ours === theirs) return [];
  const place = { file: translation.file, line: 1, column: 1 };
  return [{ kind: 'source', place, text: `${ours} → ${theirs}` }];
}
