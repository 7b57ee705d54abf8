import type { Locale } from '#language';
import { partsOfPrefix } from './manifest.ts';
import { canBeMended, mendWord, prefixesToMend } from './mend-query.ts';
import { searchPart, type Match, type QueryTerm } from './partial-index.ts';
import {
  countsAsBeginning,
  isFoundBy,
  isKnown,
  planWord,
  readQuery,
  shortestPrefix,
  termsOfWord,
  type AskedWord,
  type QueryWord,
} from './plan-query.ts';
import { mostCompletions, mostFrequent, type ShardView } from './shard-view.ts';
import { isStemTerm } from './terms.ts';

/** The records that answer a query, the best first. */
export interface Ranking {
  readonly matches: readonly Match[];
  /** For each word that was looked for in another spelling the terms that stood in for it, the nearest first. */
  readonly mended: readonly (readonly string[])[];
}

export interface FindOptions {
  readonly isWanted: (record: number) => boolean;
  /** Whether typing errors are looked for. */
  readonly mend: boolean;
}

/** A beginning that lies in so few shards is looked up in them at once; of a wider one the frequent words come first. */
const fewShards = 1;
/** The words of a wide beginning are taken from so many shards at most. */
const mostShards = 4;
/** With so many results nobody misses longer words. */
const enough = 10;
/** With fewer results than this, typing errors are looked for. */
const few = 3;
/** A lexicon of so few blocks is searched for typing errors as a whole. */
const fewBlocks = 8;

/** Looks a query up, loading what it needs: all shards of its words in one trip, more only where too little was found. */
export async function findRecords(
  view: ShardView,
  locale: Locale,
  query: string,
  { isWanted, mend }: FindOptions,
): Promise<Ranking> {
  const asked = readQuery(locale, query);
  if (asked.length === 0) return { matches: [], mended: [] };
  const isNarrow = ({ surface }: AskedWord) => partsOfPrefix(view.manifest.shards, surface).length <= fewShards;
  const typed = asked.filter((word) => word.isLast && word.surface.length >= shortestPrefix && isNarrow(word));
  await view.load(
    asked.flatMap(termsOfWord).map(({ term }) => term),
    typed.map(({ surface }) => surface),
  );
  const search = (words: readonly QueryWord[]) => searchWords(view, words).filter(({ record }) => isWanted(record));
  const plan = () => asked.map((word) => planWord(word, view));

  let words = plan();
  let found = search(words);
  if (await loadBeginnings(view, asked, withAll(found, words).length)) {
    words = plan();
    found = search(words);
  }
  const own = withAll(found, words);
  // Where files are missing, a word that seems unknown may well stand in one of them.
  if (own.length >= few || view.missing.size > 0 || !mend)
    return { matches: own.length > 0 ? own : found.filter(isOwn), mended: [] };

  const replaced = await loadMended(view, locale, asked);
  if (replaced.size > 0) {
    const instead = asked.map((word, place) => replaced.get(word) ?? words[place] ?? { terms: [], required: false });
    const seen = new Set(own.map(({ record }) => record));
    const more = withAll(search(instead), instead).filter(({ record }) => !seen.has(record));
    const mended = [...replaced.values()].map(({ terms }) => terms.map(({ term }) => term));
    if (more.length > 0) return { matches: [...own, ...more], mended };
  }
  return { matches: own.length > 0 ? own : found.filter(isOwn), mended: [] };
}

function searchWords(view: ShardView, words: readonly QueryWord[]): Match[] {
  const terms = words.flatMap((word) => word.terms);
  const postings = terms.flatMap(({ term }) => {
    const own = view.postings(term);
    return own ? [[term, own] as const] : [];
  });
  return postings.length > 0 ? searchPart(view.manifest, new Map(postings), terms) : [];
}

/** Those of the matches that have all required words; none where a required word is found nowhere. */
function withAll(matches: readonly Match[], words: readonly QueryWord[]): Match[] {
  const required = words.filter((word) => word.required);
  return matches.filter((match) => isOwn(match) && required.every((word) => isFoundBy(word, match.terms)));
}

/** False where only its lesson's title has the words: the lesson's opening has them too, and is enough. */
function isOwn({ terms }: Match): boolean {
  return [...terms.values()].some((fields) => fields.some((field) => field !== 'lesson'));
}

/** Loads longer words for those that count as beginnings, as far as they are not there yet; true where it loaded any. */
async function loadBeginnings(view: ShardView, asked: readonly AskedWord[], found: number): Promise<boolean> {
  const words = asked.filter((word) => countsAsBeginning(word, view) && (!isKnown(word, view) || found < enough));
  const { shards } = view.manifest;
  const isWide = ({ surface }: AskedWord) => partsOfPrefix(shards, surface).length > fewShards;
  const wide = words.filter(isWide).map(({ surface }) => surface);
  const narrow = words.filter((word) => !word.isLast && !isWide(word)).map(({ surface }) => surface);
  if (wide.length === 0 && narrow.length === 0) return false;
  const lexicon = wide.length > 0 ? await view.loadLexicon(wide) : [];
  const longer = wide.flatMap((prefix) => {
    const entries = lexicon.filter(({ term }) => term.startsWith(prefix) && !isStemTerm(term));
    return withinShards(mostFrequent(entries, mostCompletions), view);
  });
  await view.load(longer, narrow);
  return true;
}

/** As many of the words, from the first on, as stand in a few shards together. */
function withinShards(words: readonly string[], view: ShardView): string[] {
  const files = new Set<number>();
  return words.filter((word) => {
    const own = partsOfPrefix(view.manifest.shards, word).slice(0, 1);
    if (files.size >= mostShards && own.some((file) => !files.has(file))) return false;
    own.forEach((file) => files.add(file));
    return true;
  });
}

/** What stands in for words that nothing is found by, or hardly anything: loaded, by word. */
async function loadMended(
  view: ShardView,
  locale: Locale,
  asked: readonly AskedWord[],
): Promise<Map<AskedWord, QueryWord>> {
  const isDoubtful = (word: AskedWord) => view.share(word.surface) === 0 && view.beginning(word.surface).length === 0;
  const doubtful = asked.filter((word) => canBeMended(word) && isDoubtful(word));
  // A word that stands nowhere is mended; one that is found by a stem only where it is all that was asked for, since of
  // several words each may be right and no place have them all.
  const unknown = doubtful.filter((word) => !isKnown(word, view));
  const words = asked.length > 1 ? unknown : doubtful;
  if (words.length === 0) return new Map();
  const isLarge = view.manifest.lexicon.length > fewBlocks;
  const lexicon = await view.loadLexicon(words.flatMap((word) => prefixesToMend(word, isLarge)));
  const mended = new Map(words.map((word) => [word, mendWord(locale, word, lexicon)]));
  await view.load([...mended.values()].flat().map(({ term }) => term));
  const isThere = ({ term }: QueryTerm) => view.share(term) > 0;
  return new Map(
    [...mended].flatMap(([word, terms]) => {
      const there = terms.filter(isThere);
      return there.length > 0 ? [[word, { terms: there, required: true }] as const] : [];
    }),
  );
}
