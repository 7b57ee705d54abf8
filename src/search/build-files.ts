import type { Locale } from '#language';
import { byteLength } from './byte-length.ts';
import { hashContent } from './content-hash.ts';
import { cutDocuments, cutTexts, firstsOf, type DocumentBlock } from './documents.ts';
import { countPlaces, invertRecords } from './invert.ts';
import { cutLexicon } from './lexicon.ts';
import {
  indexVersion,
  kindOfFile,
  manifestName,
  partName,
  type CourseRange,
  type Manifest,
  type PartKind,
} from './manifest.ts';
import { writePart } from './part-file.ts';
import type { SearchRecords } from './records.ts';
import { cutShards } from './shard.ts';

/** Names and texts of files; all are JSON. */
export type SearchFiles = ReadonlyMap<string, string>;

/** The table of all pages, some 1,500 of them, comes with the manifest while it is no larger than this, in bytes before compression. */
const largestTable = 256 * 1024;
/** Of a larger one only the blocks that results stand in are fetched, so small ones are best. */
const blockSize = 8;

/** Builds the index of a language as the files that the site serves. The same records give the same bytes. */
export function buildSearchFiles(locale: Locale, records: SearchRecords): SearchFiles {
  const { documents, averages, terms } = invertRecords(locale, records.records);
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
  const shards = cutShards(sorted);
  const lexicon = cutLexicon(sorted.map(([term, postings]) => [term, countPlaces(postings)]));
  const texts = cutTexts(records.records);
  const { table, blocks } = tableOf(records, firstsOf(texts));
  const parts: Readonly<Record<PartKind, readonly unknown[]>> = {
    shard: shards.map(({ part }) => part),
    lexicon: lexicon.map(({ part }) => part),
    documents: blocks,
    texts,
  };
  const written = Object.entries(parts).flatMap(([kind, own]) =>
    own.map((part, number) => ({ kind: kind as PartKind, number, text: writePart(JSON.stringify(part)) })),
  );
  const body: Omit<Manifest, 'release'> = {
    version: indexVersion,
    locale,
    documents,
    averages,
    courses: coursesOf(records),
    shards: shards.map(({ from }) => from),
    lexicon: lexicon.map(({ from }) => from),
    blockSize: table ? Math.max(1, documents) : blockSize,
    table,
  };
  const release = hashContent([JSON.stringify(body), ...written.map(({ text }) => hashContent(text))].join());
  const manifest: Manifest = { ...body, release };
  return new Map([
    [manifestName, JSON.stringify(manifest)],
    ...written.map(({ kind, number, text }) => [partName(release, kind, number), text] as const),
  ]);
}

function tableOf(
  records: SearchRecords,
  texts: readonly number[],
): { table: DocumentBlock | null; blocks: DocumentBlock[] } {
  const [whole] = cutDocuments(records, texts, Math.max(1, records.records.length));
  const table = whole ?? { first: 0, pages: [], records: [], texts: [] };
  if (byteLength(JSON.stringify(table)) <= largestTable) return { table, blocks: [] };
  return { table: null, blocks: cutDocuments(records, texts, blockSize) };
}

function coursesOf({ pages, records }: SearchRecords): CourseRange[] {
  const ranges: CourseRange[] = [];
  records.forEach(({ page }, number) => {
    const course = pages[page]?.course ?? '';
    const open = ranges.at(-1);
    if (open?.[0] === course) ranges[ranges.length - 1] = [course, open[1], number + 1];
    else ranges.push([course, number, number + 1]);
  });
  return ranges;
}

/** What each file of an index holds, for those who weigh it. */
export function describeFiles(files: SearchFiles): { readonly name: string; readonly kind: PartKind | 'manifest' }[] {
  return [...files.keys()].map((name) => ({ name, kind: kindOfFile(name) }));
}
