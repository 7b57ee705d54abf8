import { analyseText, type Locale } from '#language';
import { fieldNames, lengthOf, sizeOf, type FieldName } from './fields.ts';
import type { SearchRecord } from './records.ts';
import { termsOf } from './terms.ts';

/** Where a term stands in one field: by turns a record's number, how often, and the size of the field there. Flat, since a
 *  language of ten thousand pages has ten million of them. */
export type Places = readonly number[];

/** Where a term stands: one list a field, in the order of the fields; undefined where it does not stand in the field. */
export type Postings = readonly (Places | undefined)[];

/** What lunr's builder makes of the records, as plain numbers. */
export interface InvertedIndex {
  readonly documents: number;
  /** The average length of each field over the records that have it. */
  readonly averages: readonly number[];
  readonly terms: ReadonlyMap<string, Postings>;
}

/** The text of each field of a record. */
export function fieldsOf(record: SearchRecord): Record<FieldName, string> {
  const { kind, title, heading, text, examples, questions, unquoted } = record;
  return {
    title: kind === 'opening' ? heading : '',
    heading: kind === 'section' ? heading : '',
    term: kind === 'term' ? heading : '',
    text,
    example: examples,
    aside: `${questions} ${unquoted}`.trim(),
    lesson: title,
  };
}

/**
 * Counts the terms of all records. lunr's builder counts the same (a test compares the two), but keeps an object for each
 * place a term stands in, more than memory holds for ten thousand pages.
 */
export function invertRecords(locale: Locale, records: readonly SearchRecord[]): InvertedIndex {
  const terms = new Map<string, (number[] | undefined)[]>();
  const totals = fieldNames.map(() => ({ length: 0, records: 0 }));
  records.forEach((record, number) => {
    const texts = fieldsOf(record);
    fieldNames.forEach((name, field) => {
      const found = analyseText(locale, texts[name]).flatMap(termsOf);
      const total = totals[field];
      if (found.length === 0 || !total) return;
      const size = sizeOf(found.length);
      total.length += lengthOf(size);
      total.records += 1;
      for (const [term, count] of tally(found)) {
        const postings = terms.get(term) ?? [];
        terms.set(term, postings);
        (postings[field] ??= []).push(number, count, size);
      }
    });
  });
  // Fields that nothing stands in have no average; any number serves, since nothing is divided by it.
  const averages = totals.map(({ length, records: count }) => (count > 0 ? length / count : 1));
  return { documents: records.length, averages, terms };
}

function tally(found: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** In how many places, fields counted apart, a term stands. */
export function countPlaces(postings: Postings): number {
  return postings.reduce((total, places) => total + (places?.length ?? 0) / 3, 0);
}
