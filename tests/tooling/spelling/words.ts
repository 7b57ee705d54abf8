import type { ContentReading } from '#course';
import { languages, splitWords, type Locale } from '#language';
import { segmentsOf } from '../../../src/authoring/screen/segments.ts';

/** The words of one language, each with the places where it stands: `file:line` where the line is known, else the file. */
export type WordPlaces = ReadonlyMap<string, readonly string[]>;

interface Text {
  readonly text: string;
  readonly place: string;
}

/**
 * The words that readers of one language see: those of pages (without code, addresses, ids and other languages), of the
 * glossary, of the interface and of captions.
 */
export function wordsOf(reading: ContentReading, locale: Locale): WordPlaces {
  const words = new Map<string, string[]>();
  const texts = [
    ...pageTexts(reading, locale),
    ...glossaryTexts(reading, locale),
    ...interfaceTexts(reading, locale),
    ...captionTexts(reading, locale),
  ];
  for (const { text, place } of texts)
    for (const word of spelledWords(locale, text)) {
      const places = words.get(word) ?? [];
      if (!places.includes(place)) places.push(place);
      words.set(word, places);
    }
  return words;
}

const apostrophe = /^['’ʼ]$/u;
const hyphen = /^[-‐‑]$/u;

/**
 * The words of a text as a dictionary has them: `кто-то` and `don't` are one. Left out are names in another script and
 * suffixes: of a number (`5-те`, `70%-ы`), of such a name (`RSS-ті`), and of any name behind an apostrophe (`Bilig’in`).
 */
export function spelledWords(locale: Locale, text: string): string[] {
  const composed = text.normalize('NFC');
  const own = languages[locale].script === 'Cyrl' ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u;
  const found: string[] = [];
  let end = -2;
  for (const { text: word, start, end: after } of splitWords(locale, composed)) {
    const [behind, joint] = [composed[start - 2] ?? '', composed[start - 1] ?? ''];
    const before = start === end + 1 ? (found.at(-1) ?? '') : '';
    if (before && apostrophe.test(joint)) {
      if (locale === 'en') found.push(`${found.pop() ?? ''}'${word}`);
    } else if (before && hyphen.test(joint)) {
      if (own.test(before) && !/\p{N}$/u.test(before)) found.push(`${found.pop() ?? ''}-${word}`);
    } else if (!hyphen.test(joint) || /\s/u.test(behind)) found.push(word);
    end = after;
  }
  return found.filter((word) => own.test(word) && !/\p{N}/u.test(word));
}

function pageTexts({ readings }: ContentReading, locale: Locale): Text[] {
  return [...readings].flatMap(([file, { locale: own, frontMatter, body }]) => {
    if (own !== locale) return [];
    const front = Object.entries(frontMatter ?? {}).flatMap(([key, value]) =>
      key === 'translation' ? [] : stringsOf(value),
    );
    const prose = body ? segmentsOf(file, body).flatMap(({ texts }) => texts) : [];
    return [
      ...front.map((text) => ({ text, place: file })),
      ...prose.map(({ text, place }) => ({ text, place: `${file}:${place.line}` })),
    ];
  });
}

function glossaryTexts({ content }: ContentReading, locale: Locale): Text[] {
  return [...(content?.glossary ?? [])].flatMap(([id, term]) => {
    const entry = term[locale];
    return entry ? [entry.term, entry.definition].map((text) => ({ text, place: `glossary/${id}.yaml` })) : [];
  });
}

function interfaceTexts({ files }: ContentReading, locale: Locale): Text[] {
  const file = `interface/${locale}.json`;
  const words: unknown = JSON.parse(files.texts.get(file) ?? '{}');
  return stringsOf(words).map((text) => ({ text: text.replace(/\{\{.*?\}\}|<[^>]*>/gu, ' ; '), place: file }));
}

function captionTexts({ files }: ContentReading, locale: Locale): Text[] {
  return [...files.texts]
    .filter(([file]) => file.endsWith(`.${locale}.vtt`))
    .flatMap(([file, text]) =>
      text
        .split(/\r?\n/u)
        .map((line, index) => ({ text: line, place: `${file}:${index + 1}` }))
        .filter(({ text: line }) => !line.includes('-->') && line !== 'WEBVTT'),
    );
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
