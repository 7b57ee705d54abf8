import type { Locale } from '#language';
import type { DocumentBlock } from './documents.ts';

/** Changes with the form of the files, so that a page left open since the last release does not misread new ones. */
export const indexVersion = 3;

export const manifestName = 'manifest.json';

/** Files of an index beside its manifest. */
export type PartKind = 'shard' | 'lexicon' | 'documents' | 'texts';

/** The records of one course, by number. */
export type CourseRange = readonly [course: string, first: number, end: number];

/** The one file of an index with a name that is known beforehand. */
export interface Manifest {
  readonly version: number;
  readonly locale: Locale;
  /**
   * The hash of all that the index holds; it stands in the names of the other files. One for all of them: records are
   * numbered through and weights depend on averages, so that a changed lesson changes nearly every file, and two
   * thousand hashes would weigh more than a query.
   */
  readonly release: string;
  readonly documents: number;
  /** The average length of each field. */
  readonly averages: readonly number[];
  readonly courses: readonly CourseRange[];
  /** For each shard in turn the bound before which none of its terms lies. */
  readonly shards: readonly string[];
  /** The same for the lexicon. */
  readonly lexicon: readonly string[];
  /** How many records a block of the document table holds. */
  readonly blockSize: number;
  /** The document table where it is small enough for a single block; null where its blocks are files. */
  readonly table: DocumentBlock | null;
}

/** The name of a file: `shard-12.0k3f9a2x.json`. */
export function partName(release: string, kind: PartKind, number: number): string {
  return `${kind}-${number}.${release}.json`;
}

/** What a file holds by its name. */
export function kindOfFile(name: string): PartKind | 'manifest' {
  return name.slice(0, name.search(/[-.]/u)) as PartKind | 'manifest';
}

/** True for the manifest and for files of its release. */
export function isOfRelease(name: string, { release }: Pick<Manifest, 'release'>): boolean {
  return name === manifestName || name.endsWith(`.${release}.json`);
}

/** Reads a manifest. @throws where it is damaged or of another form than this code reads */
export function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Partial<Manifest> | null;
  if (manifest?.version !== indexVersion)
    throw new Error(`The search index has version ${manifest?.version}, not ${indexVersion}.`);
  const { release, averages, courses, shards, lexicon, blockSize, table } = manifest;
  const isWhole =
    [averages, courses, shards, lexicon].every((list) => Array.isArray(list)) &&
    typeof release === 'string' &&
    typeof blockSize === 'number' &&
    typeof table === 'object';
  if (!isWhole) throw new Error('The manifest of the search index is not whole.');
  return manifest as Manifest;
}

/** The numbers of the parts that may hold a term, in a list of bounds: one, or all that begin with the term. */
export function partsOfTerm(bounds: readonly string[], term: string): number[] {
  const after = firstWhere(bounds, (bound) => bound > term);
  const first = firstWhere(bounds, (bound) => bound >= term);
  if (first < after) return range(first, after);
  return after > 0 ? [after - 1] : [];
}

/** The numbers of the parts that may hold terms with a beginning. */
export function partsOfPrefix(bounds: readonly string[], prefix: string): number[] {
  const first = firstWhere(bounds, (bound) => bound >= prefix);
  const end = firstWhere(bounds, (bound) => bound > prefix && !bound.startsWith(prefix));
  return range(bounds[first] === prefix ? first : Math.max(0, first - 1), end);
}

const range = (from: number, end: number) => Array.from({ length: Math.max(0, end - from) }, (_, step) => from + step);

/** The place of the first bound that has a quality that all later ones have too. */
function firstWhere(bounds: readonly string[], has: (bound: string) => boolean): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(bounds[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
