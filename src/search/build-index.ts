import lunr from 'lunr';
import { analyseText, type Locale } from '#language';
import { packIndex, type PackedIndex, type SerialisedIndex } from './pack-index.ts';
import type { SearchPage, SearchRecord, SearchRecords } from './records.ts';
import { termsOf } from './terms.ts';

/** Changes with the form of the file, so that a page left open since the last release does not misread the new one. */
export const indexVersion = 2;

/** What the browser shows of a record, in the order of the records. */
export type SearchDocument = Pick<SearchRecord, 'page' | 'anchor' | 'heading' | 'text' | 'more'>;

/** The search index of one language as the site serves it, plain JSON. */
export interface SearchIndex {
  readonly version: number;
  readonly locale: Locale;
  readonly pages: readonly SearchPage[];
  readonly documents: readonly SearchDocument[];
  /** Its records are places in `documents`. */
  readonly index: PackedIndex;
}

/** Fields and their weight: a word of a heading says what a section is about, one of a question only touches it. */
const weights = { heading: 6, title: 1, text: 2, more: 1 } as const;

/** Builds the index of a language. The same records give the same bytes. */
export function buildSearchIndex(locale: Locale, { pages, records }: SearchRecords): SearchIndex {
  // No pipeline and no tokenizer of lunr's: both know English only.
  const builder = new lunr.Builder();
  builder.tokenizer = tokenizerFor(locale);
  builder.ref('id');
  for (const [name, boost] of Object.entries(weights)) builder.field(name, { boost });
  records.forEach((record, id) => builder.add({ id: String(id), ...fieldsOf(record) }));
  // Serialised and read back, so that whoever holds the value sees what the browser will see.
  const index = packIndex(JSON.parse(JSON.stringify(builder.build())) as SerialisedIndex);
  return { version: indexVersion, locale, pages, documents: records.map(documentOf), index };
}

function fieldsOf({ heading, title, text, more, unquoted }: SearchRecord): Record<keyof typeof weights, string> {
  return { heading, title, text, more: `${more} ${unquoted}`.trim() };
}

function documentOf({ page, anchor, heading, text, more }: SearchRecord): SearchDocument {
  return { page, anchor, heading, text, more };
}

function tokenizerFor(locale: Locale): typeof lunr.tokenizer {
  const tokenize = (text?: string | object | object[] | null) =>
    analyseText(locale, typeof text === 'string' ? text : '')
      .flatMap(termsOf)
      .map((term) => new lunr.Token(term, {}));
  return Object.assign(tokenize, { separator: lunr.tokenizer.separator });
}
