import { mergeEntries } from '../merge-entries.ts';
import { isV1Key, migrateV1 } from '../migrate.ts';
import { localPrefix } from './local-storage-store.ts';
import type { RecordStore } from './record-store.ts';

/** Merges entries from elsewhere into the store; what is no entry is left out. */
export function adoptEntries(store: RecordStore, entries: ReadonlyMap<string, string>): Promise<void> {
  const changes = [...entries].map(
    ([key, value]) => [key, (stored: string | null) => mergeEntries(key, stored, value) ?? stored] as const,
  );
  return store.updateAll(new Map(changes));
}

/**
 * Takes over what localStorage holds: the record of version 1, and what was kept there while IndexedDB refused. It is
 * removed there only when it stands in the store; interrupted, the next visit does it again.
 */
export async function adoptLocalStorage(store: RecordStore, open: () => Storage): Promise<void> {
  const storage = open();
  const stored = new Map(Object.keys(storage).map((key) => [key, storage.getItem(key) ?? '']));
  const old = new Map([...stored].filter(([key]) => isV1Key(key)));
  await adoptEntries(store, migrateV1(old, Date.now()));
  const own = store.kind === 'local-storage' ? [] : [...stored].filter(([key]) => key.startsWith(localPrefix));
  await adoptEntries(store, new Map(own.map(([key, value]) => [key.slice(localPrefix.length), value])));
  for (const key of [...old.keys(), ...own.map(([name]) => name)]) storage.removeItem(key);
}
