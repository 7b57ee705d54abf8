import lunr from 'lunr';
import { indexVersion, type SearchDocument, type SearchIndex } from './build-index.ts';
import { markExcerpt, markWords, openingExcerpt, type IsFound, type Segment } from './excerpt.ts';
import { planQuery, type QueryTerm } from './plan-query.ts';
import type { SearchPage } from './records.ts';

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
  const index = lunr.Index.load(data.index);
  const vocabulary = data.index.invertedIndex.map(([term]) => term);
  return (query) => {
    const plan = planQuery(data.locale, query, vocabulary);
    if (plan.length === 0) return { count: 0, groups: [] };
    const all = find(index, plan);
    const found =
      all.length > 0
        ? all
        : find(
            index,
            plan.map((term) => ({ ...term, required: false })),
          );
    return present(data, matchesOf(data, found).slice(0, mostHits));
  };
}

function find(index: lunr.Index, plan: readonly QueryTerm[]): lunr.Index.Result[] {
  return index.query((query) => {
    for (const { term, prefix, boost, required } of plan) {
      query.term(term, {
        boost,
        usePipeline: false,
        wildcard: prefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
        presence: required ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL,
      });
    }
  });
}

interface Match {
  readonly document: SearchDocument;
  readonly isFound: IsFound;
}

/** The documents found. One that has the words in its lesson's title only is left out: the lesson's opening has them too. */
function matchesOf(data: SearchIndex, found: readonly lunr.Index.Result[]): Match[] {
  return found.flatMap(({ ref, matchData }) => {
    const document = data.documents[Number(ref)];
    const terms = Object.entries(matchData.metadata as Record<string, object>);
    const own = terms.some(([, fields]) => Object.keys(fields).some((field) => field !== 'title'));
    const keys = new Set(terms.map(([term]) => term));
    return document && own ? [{ document, isFound: (key) => keys.has(key) }] : [];
  });
}

function present(data: SearchIndex, matches: readonly Match[]): SearchAnswer {
  const byPage = new Map<number, Match[]>();
  for (const match of matches) byPage.set(match.document.page, [...(byPage.get(match.document.page) ?? []), match]);
  const groups = [...byPage].flatMap(([number, own]) => {
    const page = data.pages[number];
    return page ? presentPage(data, page, own) : [];
  });
  return { count: matches.length, groups };
}

function presentPage(data: SearchIndex, page: SearchPage, matches: readonly Match[]): SearchGroup {
  const hits = matches.map((match) => ({ anchor: match.document.anchor, hit: presentHit(data, page, match) }));
  const opening = hits.find(({ anchor }) => anchor === '')?.hit ?? null;
  return {
    kind: page.kind,
    title: opening?.heading ?? markWords(data.locale, page.title, (key) => matches.some((match) => match.isFound(key))),
    opening,
    hits: hits.filter(({ anchor }) => anchor !== '').map(({ hit }) => hit),
  };
}

function presentHit({ locale }: SearchIndex, page: SearchPage, { document, isFound }: Match): SearchHit {
  const { anchor, heading, text, more } = document;
  return {
    path: page.path + (anchor && `#${anchor}`),
    heading: markWords(locale, heading, isFound),
    excerpt: markExcerpt(locale, text, isFound) ?? markExcerpt(locale, more, isFound) ?? openingExcerpt(text || more),
  };
}
