import type { BodyReading, TextRun } from '#course';
import { splitWords, type Locale, type Word } from '#language';
import type { Place } from '#problem';

/** A piece of a page that stands in every language: from one heading or exercise to the next. */
export interface Segment {
  readonly place: Place;
  /** Its texts without what is no word of the language: ids, marks, addresses, code, other languages. */
  readonly texts: readonly {
    readonly text: string;
    readonly place: Place;
    /** A further spelling of an answer that learners type: each language has its own, and as many as it needs. */
    readonly spelling: boolean;
  }[];
}

const id = /^(?:\[[^\]\n]*\]\s*)+/u;
const address =
  /(?:https?:\/\/)?[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)+(?:\/[^\s”»"]*)?|@[\p{L}\p{N}_]+|(?<![\p{L}\p{N}.])\.[a-z]{2,}/gu;

// Digits with what parts them inside a number or a time; a plain space parts thousands only.
const figure = /\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,:\u00A0\u202F]\p{Nd}+)*/gu;

/** The pieces of a page in their order; translations have as many, as `check` sees to. */
export function segmentsOf(file: string, body: BodyReading): Segment[] {
  const starts = [...body.sections.map(({ place }) => place), ...body.drafts.map(({ place }) => place)]
    .filter(({ line }) => line > 1)
    .sort((a, b) => a.line - b.line);
  const places = [{ file, line: 1, column: 1 }, ...starts];
  const spellings = new Map(
    body.exercises.flatMap((exercise) =>
      exercise.type === 'short-answer' ? [[exercise.place.line, exercise.accepted.slice(1)]] : [],
    ),
  );
  const texts = places.map((): Segment['texts'][number][] => []);
  for (const run of body.runs) {
    if (run.foreign || run.lookalike) continue;
    const index = places.findLastIndex(({ line }) => line <= run.place.line);
    const spelling = spellings.get(places[index]?.line ?? 0)?.includes(run.text.trim()) ?? false;
    texts[Math.max(0, index)]?.push({ text: wordsOnly(run), place: run.place, spelling });
  }
  return places.map((place, index) => ({ place, texts: texts[index] ?? [] }));
}

function wordsOnly({ text }: TextRun): string {
  return text.replace(id, '').replace(address, (found) => (/\p{L}/u.test(found) ? ' ' : found));
}

/** The words of a piece, those of one text after those of another. */
export function wordsOfSegment(locale: Locale, { texts }: Segment): Word[] {
  return texts.flatMap(({ text }) => splitWords(locale, text));
}

/**
 * The figures of a piece, as digits: `1,240`, `1 240` and `1.240` are 1240, `3.2` and `3,2` are 32, and `8:00` is 800.
 * Each once and in a fixed order: a translation may say one again, or in another place of the sentence.
 */
export function figuresOf({ texts }: Segment): string[] {
  const found = texts.flatMap(({ text, spelling }) => (spelling ? [] : (text.match(figure) ?? [])));
  return [...new Set(found.map((one) => one.replace(/\P{Nd}/gu, '').replace(/^0+(?=.)/u, '')))].sort();
}
