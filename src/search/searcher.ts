import type { Locale } from '#language';
import { blockOf, findHead, type Findings } from './document-table.ts';
import { createFileStore, type ReadFile } from './file-store.ts';
import { findRecords } from './find.ts';
import type { Manifest } from './manifest.ts';
import { presentFindings, type SearchAnswer } from './present.ts';
import { createShardView } from './shard-view.ts';
import { createWordReader } from './terms.ts';

export interface SearchOptions {
  /** How many places are given; ten unless said. */
  readonly limit?: number;
  /** The id of a course to keep to. */
  readonly course?: string;
  /** False where words are to be found as typed or not at all: of another language than the reader's each is a typing error. */
  readonly mend?: boolean;
}

/** The search of one language. */
export interface Search {
  /** Loads what every query needs. Rejects where the index cannot be loaded at all. */
  ready(): Promise<void>;
  /** The places that answer a query, with their names. Rejects where the index cannot be loaded at all. */
  find(query: string, options?: SearchOptions): Promise<Findings>;
  /** The same with marks and, as far as their texts can be loaded, excerpts, grouped by page. */
  present(findings: Findings, excerpts?: boolean): Promise<SearchAnswer>;
}

const usualLimit = 10;

/** Opens the index of a language whose files a port gives. Nothing is loaded before it is needed. */
export function openSearch(locale: Locale, read: ReadFile): Search {
  const store = createFileStore(read);
  const readWords = createWordReader(locale);

  const look = async (query: string, { limit = usualLimit, course, mend = true }: SearchOptions): Promise<Findings> => {
    const manifest = await store.manifest();
    const view = createShardView(store, manifest);
    const { matches, mended } = await findRecords(view, locale, query, { isWanted: inCourse(manifest, course), mend });
    const loaded = await Promise.all(matches.slice(0, limit).map((match) => findHead(store, manifest, match)));
    const hits = loaded.flatMap((hit) => hit ?? []);
    const lost = new Set(loaded.flatMap((hit, place) => (hit ? [] : [blockOf(manifest, matches[place]?.record ?? 0)])));
    return { count: matches.length, hits, mended, missing: view.missing.size + lost.size };
  };

  return {
    ready: async () => void (await store.manifest()),
    async find(query, options = {}) {
      const findings = await look(query, options);
      if (findings.missing === 0) return findings;
      // The site may have been published anew since the manifest was read, and its old files be gone.
      const isNew = await store.renew().catch(() => false);
      return isNew ? look(query, options) : findings;
    },
    present: async (findings, excerpts = true) =>
      presentFindings({ locale, readWords, store, manifest: await store.manifest() }, findings, excerpts),
  };
}

function inCourse({ courses }: Manifest, course: string | undefined): (record: number) => boolean {
  if (course === undefined) return () => true;
  const ranges = courses.filter(([id]) => id === course);
  return (record) => ranges.some(([, first, end]) => first <= record && record < end);
}
