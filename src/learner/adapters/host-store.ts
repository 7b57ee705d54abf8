import type { Change, RecordStore } from './record-store.ts';

/** The record of a page around this one, which keeps it in its own way. */
export interface HostRecord {
  /** All entries whose key begins with the prefix. */
  entries(prefix: string): ReadonlyMap<string, string>;
  /** Changes an entry and gives what it is then. */
  change(key: string, change: Change): string | null;
}

/** Under this name the page around gives its record to the pages that it shows. */
export const hostRecord = 'biligRecord';

/** The store of a page in a package for a learning platform; null where nobody gives one, or it is another site's. */
export function openHostStore(around: Window): RecordStore | null {
  let host: HostRecord | undefined;
  try {
    host = (around as unknown as Readonly<Record<string, HostRecord | undefined>>)[hostRecord];
  } catch {
    return null;
  }
  if (!host) return null;
  const { entries, change } = host;
  return {
    kind: 'host',
    getAll: async (prefix) => new Map(entries(prefix)),
    updateAll: async (changes) => new Map([...changes].map(([key, one]) => [key, change(key, one)])),
  };
}
