import type { FileStore } from './file-store.ts';
import { countPlaces, type Postings } from './invert.ts';
import { readLexicon, type LexiconBlock, type LexiconEntry } from './lexicon.ts';
import { partName, partsOfPrefix, partsOfTerm, type Manifest, type PartKind } from './manifest.ts';
import type { Vocabulary } from './plan-query.ts';
import { readPostings, readShard, type PostingShard, type ReadShard } from './shard.ts';
import { isStemTerm } from './terms.ts';

/** Of the words with a beginning so many are looked for at most, the most frequent. */
export const mostCompletions = 24;

/** As much of an index as a query needs. What cannot be loaded counts as empty, and is counted. */
export interface ShardView extends Vocabulary {
  readonly manifest: Manifest;
  /** Files that could not be loaded. */
  readonly missing: ReadonlySet<string>;
  /** Loads what holds these terms, and whatever lies between words of these beginnings. */
  load(terms: readonly string[], prefixes?: readonly string[]): Promise<void>;
  /** Loads the words and stems with these beginnings, without where they stand; all of them for an empty one. */
  loadLexicon(prefixes: readonly string[]): Promise<LexiconEntry[]>;
  postings(term: string): Postings | null;
}

/** A view of an index, empty at first. */
export function createShardView(store: FileStore, manifest: Manifest): ShardView {
  const shards = new Map<number, ReadShard>();
  const missing = new Set<string>();
  const read = new Map<string, Postings | null>();

  /** Reads parts of a kind, each once; what cannot be read is noted. */
  const collect = async <Value>(
    kind: PartKind,
    numbers: Iterable<number>,
    reader: (part: unknown) => Value,
    keep: (value: Value, number: number) => void,
  ) => {
    const loads = [...new Set(numbers)].map(async (number) => {
      const name = partName(manifest.release, kind, number);
      try {
        keep(await store.part(name, reader), number);
      } catch {
        missing.add(name);
      }
    });
    await Promise.all(loads);
  };

  const postingsOf = (term: string): Postings | null => {
    const known = read.get(term);
    if (known !== undefined) return known;
    const pieces = partsOfTerm(manifest.shards, term).flatMap((number) => shards.get(number)?.get(term) ?? []);
    const postings = pieces.length > 0 ? readPostings(pieces) : null;
    read.set(term, postings);
    return postings;
  };

  const share = (term: string) => countPlaces(postingsOf(term) ?? []) / manifest.documents;

  return {
    manifest,
    documents: manifest.documents,
    missing,
    async load(terms, prefixes = []) {
      const numbers = new Set([
        ...terms.flatMap((term) => partsOfTerm(manifest.shards, term)),
        ...prefixes.flatMap((prefix) => partsOfPrefix(manifest.shards, prefix)),
      ]);
      const wanted = [...numbers].filter((number) => !shards.has(number));
      await collect(
        'shard',
        wanted,
        (part) => readShard(part as PostingShard),
        (shard, number) => shards.set(number, shard),
      );
      // What was not there before may be there now.
      if (wanted.length > 0) read.clear();
    },
    async loadLexicon(prefixes) {
      const found = new Map<string, LexiconEntry>();
      await collect(
        'lexicon',
        prefixes.flatMap((prefix) => partsOfPrefix(manifest.lexicon, prefix)),
        (part) => readLexicon(part as LexiconBlock),
        (entries) => entries.forEach((entry) => found.set(entry.term, entry)),
      );
      return [...found.values()];
    },
    postings: postingsOf,
    share,
    beginning(prefix) {
      const words = partsOfPrefix(manifest.shards, prefix).flatMap((number) =>
        [...(shards.get(number)?.keys() ?? [])].filter(
          (term) => term.length > prefix.length && term.startsWith(prefix) && !isStemTerm(term),
        ),
      );
      return mostFrequent(
        [...new Set(words)].map((term) => ({ term, frequency: share(term) })),
        mostCompletions,
      );
    },
  };
}

/** The most frequent of some terms; the order of the alphabet decides between equals. */
export function mostFrequent(entries: readonly LexiconEntry[], count: number): string[] {
  const sorted = entries.toSorted((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1));
  return sorted.slice(0, count).map(({ term }) => term);
}
