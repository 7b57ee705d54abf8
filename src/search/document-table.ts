import {
  headIn,
  textFileOf,
  textIn,
  type DocumentBlock,
  type DocumentHead,
  type DocumentText,
  type TextBlock,
} from './documents.ts';
import type { FileStore } from './file-store.ts';
import { partName, type Manifest } from './manifest.ts';
import type { Match } from './partial-index.ts';

/** One place where the words stand. */
export interface FoundRecord {
  /** Address from the language's folder, with the anchor. */
  readonly path: string;
  /** The page's title. */
  readonly title: string;
  /** The section's heading, the term, or once more the title. */
  readonly heading: string;
  readonly score: number;
  readonly record: number;
  readonly head: DocumentHead;
  /** The terms of the index that it was found by. */
  readonly terms: ReadonlySet<string>;
}

export interface Findings {
  /** How many places were found, more than are given. */
  readonly count: number;
  /** The best first. */
  readonly hits: readonly FoundRecord[];
  /** For each word that was looked for in another spelling the terms that stood in for it, the nearest first. */
  readonly mended: readonly (readonly string[])[];
  /** How many files of the index could not be loaded: with them there might be more results. */
  readonly missing: number;
}

/** The number of the block of the document table that holds a record. */
export function blockOf({ blockSize }: Manifest, record: number): number {
  return Math.floor(record / blockSize);
}

async function readBlock(store: FileStore, manifest: Manifest, record: number): Promise<DocumentBlock> {
  if (manifest.table) return manifest.table;
  const name = partName(manifest.release, 'documents', blockOf(manifest, record));
  return store.part(name, (part) => part as DocumentBlock);
}

/** A match with its name and address; null where they cannot be loaded. */
export async function findHead(
  store: FileStore,
  manifest: Manifest,
  { record, score, terms }: Match,
): Promise<FoundRecord | null> {
  const block = await readBlock(store, manifest, record).catch(() => null);
  const head = block && headIn(block, record);
  if (!head) return null;
  const { page, anchor, heading } = head;
  const path = page.path + (anchor && `#${anchor}`);
  return { path, title: page.title, heading, score, record, head, terms: new Set(terms.keys()) };
}

/** The text of a record; null where it cannot be loaded. */
export async function findText(store: FileStore, manifest: Manifest, record: number): Promise<DocumentText | null> {
  try {
    const file = textFileOf(await readBlock(store, manifest, record), record) ?? 0;
    const name = partName(manifest.release, 'texts', file);
    return textIn(await store.part(name, (part) => part as TextBlock), record);
  } catch {
    return null;
  }
}
