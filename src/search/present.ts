import { lowerCase, type Locale } from '#language';
import { findText, type Findings, type FoundRecord } from './document-table.ts';
import type { DocumentText } from './documents.ts';
import { markExcerpt, markWords, openingExcerpt, type IsFound, type Segment } from './excerpt.ts';
import type { FileStore } from './file-store.ts';
import type { Manifest } from './manifest.ts';
import type { SearchPage } from './records.ts';
import { termsOf, type ReadWords } from './terms.ts';

/** Where a quotation comes from, which is said beside it unless it is the lesson's own words. */
export type QuoteKind = 'text' | 'example' | 'question';

/** One place where the words stand. */
export interface SearchHit {
  /** Address from the language's folder. */
  readonly path: string;
  readonly heading: readonly Segment[];
  readonly excerpt: readonly Segment[];
  readonly quotes: QuoteKind;
}

/** The places found on one page, the best page first. */
export interface SearchGroup {
  readonly kind: SearchPage['kind'];
  readonly title: readonly Segment[];
  /** The page's own opening, where it was found. */
  readonly opening: SearchHit | null;
  readonly hits: readonly SearchHit[];
}

export interface SearchAnswer {
  /** How many places were found. */
  readonly count: number;
  /** How many of them are given. */
  readonly shown: number;
  readonly groups: readonly SearchGroup[];
  /** The words, as lessons spell them, that were looked for in place of mistyped ones; empty where none was. */
  readonly instead: readonly string[];
  /** True where words were looked for in place of mistyped ones. */
  readonly mended: boolean;
  /** True where part of the index could not be loaded, so that there might be more. */
  readonly incomplete: boolean;
}

/** What answers are made of. */
interface Source {
  readonly locale: Locale;
  readonly readWords: ReadWords;
  readonly store: FileStore;
  readonly manifest: Manifest;
}

/** Groups the places by page and marks the words in them; with excerpts as far as the texts can be loaded. */
export async function presentFindings(source: Source, findings: Findings, excerpts: boolean): Promise<SearchAnswer> {
  const { hits, count, missing } = findings;
  const { store, manifest } = source;
  const texts = excerpts ? await Promise.all(hits.map(({ record }) => findText(store, manifest, record))) : [];
  const byPage = new Map<string, Quoted[]>();
  hits.forEach((hit, place) => {
    const { path } = hit.head.page;
    byPage.set(path, [...(byPage.get(path) ?? []), { hit, text: texts[place] ?? null }]);
  });
  return {
    count,
    shown: hits.length,
    groups: [...byPage.values()].map((own) => presentPage(source, own)),
    instead: findings.mended.flatMap((terms) => spell(source, terms, hits, texts) ?? []),
    mended: findings.mended.length > 0,
    incomplete: missing > 0 || texts.includes(null),
  };
}

interface Quoted {
  readonly hit: FoundRecord;
  readonly text: DocumentText | null;
}

function presentPage(source: Source, own: readonly Quoted[]): SearchGroup {
  const hits = own.map((quoted) => ({
    isOpening: quoted.hit.head.kind === 'opening',
    hit: presentHit(source, quoted),
  }));
  const opening = hits.find(({ isOpening }) => isOpening)?.hit ?? null;
  const found = new Set(own.flatMap(({ hit }) => [...hit.terms]));
  const page = own[0]?.hit.head.page;
  return {
    kind: page?.kind ?? 'lesson',
    title: opening?.heading ?? markWords(source.readWords, page?.title ?? '', foundBy(found)),
    opening,
    hits: hits.filter(({ isOpening }) => !isOpening).map(({ hit }) => hit),
  };
}

function presentHit({ readWords }: Source, { hit, text }: Quoted): SearchHit {
  const isFound = foundBy(hit.terms);
  const heading = markWords(readWords, hit.heading, isFound);
  if (!text) return { path: hit.path, heading, excerpt: [], quotes: 'text' };
  for (const [quotes, quoted] of [
    ['text', text.text],
    ['question', text.questions],
    ['example', text.examples],
  ] as const) {
    const excerpt = markExcerpt(readWords, quoted, isFound);
    if (excerpt) return { path: hit.path, heading, excerpt, quotes };
  }
  const [quotes, quoted] = text.text ? (['text', text.text] as const) : (['question', text.questions] as const);
  return { path: hit.path, heading, excerpt: openingExcerpt(quoted), quotes };
}

/** A word is marked where one of its terms was found, whichever form of it the lesson has. */
function foundBy(terms: ReadonlySet<string>): IsFound {
  return (word) => termsOf(word).some((term) => terms.has(term));
}

/** A word that stood in for a mistyped one as the places found spell it: the index knows only its skeleton. */
function spell(
  { locale, readWords }: Source,
  terms: readonly string[],
  hits: readonly FoundRecord[],
  texts: readonly (DocumentText | null)[],
): string | null {
  const spellings = new Map<string, string>();
  const quoted = hits.flatMap(({ heading }, place) => [
    heading,
    texts[place]?.text ?? '',
    texts[place]?.questions ?? '',
  ]);
  for (const text of quoted.map((raw) => raw.normalize('NFC'))) {
    for (const word of readWords(text)) {
      const found = termsOf(word).find((term) => terms.includes(term));
      if (found && !spellings.has(found)) spellings.set(found, lowerCase(locale, text.slice(word.start, word.end)));
    }
  }
  // The nearest comes first among the terms.
  return terms.map((term) => spellings.get(term)).find((spelling) => spelling !== undefined) ?? null;
}
