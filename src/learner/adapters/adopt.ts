import { joinEntries } from '../merge-entries.ts';
import { isV1Key, migrateV1 } from '../migrate.ts';
import type { Held } from './learner-record.ts';
import { localPrefix } from './local-storage-store.ts';
import type { RecordStore } from './record-store.ts';

/**
 * Joins entries from elsewhere to the store. Where it does not take them, this page holds them.
 *
 * @returns whether they stand in the store
 */
export async function adoptEntries(
  store: RecordStore,
  entries: ReadonlyMap<string, string>,
  held: Held,
): Promise<boolean> {
  if (entries.size === 0) return true;
  const changes = joinEntries(entries);
  try {
    await store.updateAll(changes);
    return true;
  } catch {
    for (const [key, change] of changes) held.set(key, [...(held.get(key) ?? []), change]);
    return false;
  }
}

/**
 * Takes over what localStorage holds: the record of version 1, and what was kept there while IndexedDB refused or was
 * full. It is removed there only when it stands in the store; interrupted, the next visit does it again.
 */
export async function adoptLocalStorage(store: RecordStore, open: () => Storage, held: Held): Promise<void> {
  const storage = open();
  const stored = new Map(Object.keys(storage).map((key) => [key, storage.getItem(key) ?? '']));
  const old = new Map([...stored].filter(([key]) => isV1Key(key)));
  const own = store.kind === 'local-storage' ? [] : [...stored].filter(([key]) => key.startsWith(localPrefix));
  const entries = new Map(own.map(([key, value]) => [key.slice(localPrefix.length), value]));
  // One after the other: both may know the same exercise.
  const hasOld = await adoptEntries(store, migrateV1(old, Date.now()), held);
  const hasOwn = await adoptEntries(store, entries, held);
  const done = [...(hasOld ? old.keys() : []), ...(hasOwn ? own.map(([key]) => key) : [])];
  for (const key of done) storage.removeItem(key);
}
