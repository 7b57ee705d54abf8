import lunr from 'lunr';
import { indexVersion, type SearchDocument, type SearchIndex } from './build-index.ts';
import { markExcerpt, markWords, openingExcerpt, type IsFound, type Segment } from './excerpt.ts';
import { unpackIndex } from './pack-index.ts';
import { isFoundBy, planQuery, type QueryWord } from './plan-query.ts';
import type { SearchPage } from './records.ts';
import { createWordReader, termsOf, type ReadWords } from './terms.ts';

/** One place where the words stand. */
export interface SearchHit {
  /** Address from the language's folder. */
  readonly path: string;
  readonly heading: readonly Segment[];
  readonly excerpt: readonly Segment[];
}

/** The places found on one page, the best page first. */
export interface SearchGroup {
  readonly kind: SearchPage['kind'];
  /** Empty for the glossary. */
  readonly title: readonly Segment[];
  /** The page's own opening, where it was found. */
  readonly opening: SearchHit | null;
  readonly hits: readonly SearchHit[];
}

export interface SearchAnswer {
  /** Number of places found and given. */
  readonly count: number;
  readonly groups: readonly SearchGroup[];
}

/** Looks things up in the index of one language. */
export type Searcher = (query: string) => SearchAnswer;

/** More than this nobody reads; a query that finds more wants another word. */
const mostHits = 50;

/** Makes an index ready to be asked. @throws where it has another form than this code reads */
export function createSearcher(data: SearchIndex): Searcher {
  if (data.version !== indexVersion)
    throw new Error(`The search index has version ${data.version}, not ${indexVersion}.`);
  const index = lunr.Index.load(unpackIndex(data.index));
  const vocabulary = data.index.terms;
  const readWords = createWordReader(data.locale);
  return (query) => {
    const words = planQuery(data.locale, query, vocabulary);
    if (words.length === 0) return { count: 0, groups: [] };
    const found = find(index, words).flatMap((result) => matchOf(data, result));
    const required = words.filter((word) => word.required);
    const all = found.filter(({ terms }) => required.every((word) => isFoundBy(word, terms)));
    const matches = (all.length > 0 ? all : found).filter(({ own }) => own).slice(0, mostHits);
    return present({ data, readWords }, matches);
  };
}

// lunr can require a term, but not one of several: all are optional here, and what must be there is seen to above.
function find(index: lunr.Index, words: readonly QueryWord[]): lunr.Index.Result[] {
  return index.query((query) => {
    for (const { term, prefix, boost } of words.flatMap((word) => word.terms)) {
      query.term(term, {
        boost,
        usePipeline: false,
        wildcard: prefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
        presence: lunr.Query.presence.OPTIONAL,
      });
    }
  });
}

interface Match {
  readonly document: SearchDocument;
  /** The terms of the index that it was found by. */
  readonly terms: readonly string[];
  /** False where only its lesson's title has the words: the lesson's opening has them too, and is enough. */
  readonly own: boolean;
}

function matchOf(data: SearchIndex, { ref, matchData }: lunr.Index.Result): Match[] {
  const document = data.documents[Number(ref)];
  const fieldsByTerm = matchData.metadata as Record<string, object>;
  const own = Object.values(fieldsByTerm).some((fields) => Object.keys(fields).some((field) => field !== 'title'));
  return document ? [{ document, terms: Object.keys(fieldsByTerm), own }] : [];
}

/** What answers are made of. */
interface Source {
  readonly data: SearchIndex;
  readonly readWords: ReadWords;
}

function present(source: Source, matches: readonly Match[]): SearchAnswer {
  const byPage = new Map<number, Match[]>();
  for (const match of matches) byPage.set(match.document.page, [...(byPage.get(match.document.page) ?? []), match]);
  const groups = [...byPage].flatMap(([number, own]) => {
    const page = source.data.pages[number];
    return page ? presentPage(source, page, own) : [];
  });
  return { count: matches.length, groups };
}

function presentPage(source: Source, page: SearchPage, matches: readonly Match[]): SearchGroup {
  const hits = matches.map((match) => ({ anchor: match.document.anchor, hit: presentHit(source, page, match) }));
  const opening = hits.find(({ anchor }) => anchor === '')?.hit ?? null;
  const terms = matches.flatMap((match) => match.terms);
  return {
    kind: page.kind,
    title: opening?.heading ?? markWords(source.readWords, page.title, foundBy(terms)),
    opening,
    hits: hits.filter(({ anchor }) => anchor !== '').map(({ hit }) => hit),
  };
}

function presentHit({ readWords }: Source, page: SearchPage, { document, terms }: Match): SearchHit {
  const { anchor, heading, text, more } = document;
  const isFound = foundBy(terms);
  return {
    path: page.path + (anchor && `#${anchor}`),
    heading: markWords(readWords, heading, isFound),
    excerpt:
      markExcerpt(readWords, text, isFound) ?? markExcerpt(readWords, more, isFound) ?? openingExcerpt(text || more),
  };
}

/** A word is marked where one of its terms was found, whichever form of it the lesson has. */
function foundBy(terms: readonly string[]): IsFound {
  const found = new Set(terms);
  return (word) => termsOf(word).some((term) => found.has(term));
}
