import { joinEntries } from '../merge-entries.ts';
import { adoptEntries, adoptLocalStorage } from './adopt.ts';
import { carryAlong, takeCarried } from './carried-record.ts';
import type { Held, LearnerRecord } from './learner-record.ts';
import { openLocalStorageStore } from './local-storage-store.ts';
import type { RecordStore } from './record-store.ts';

/** What a browser says that has no IndexedDB for this page at all, rather than a database that does not open. */
const refusals = new Set(['ReferenceError', 'TypeError', 'SecurityError', 'InvalidStateError']);

/**
 * Where the record is kept when IndexedDB refuses, with what is kept elsewhere brought into it. What cannot be taken over
 * stays where it is for the next visit.
 *
 * @param opening IndexedDB, or why it does not open
 * @param held what this page holds, for a browser that keeps nothing
 * @returns null for such a browser
 */
export async function openRest(
  opening: RecordStore | Error,
  held: Held,
  record: LearnerRecord,
  window: Window,
): Promise<RecordStore | null> {
  const store = 'kind' in opening ? opening : openLocalStorage(window, opening);
  const carried = takeCarried(window);
  if (store) {
    await adoptEntries(store, carried, held);
    await adoptLocalStorage(store, () => window.localStorage, held).catch(() => undefined);
    return store;
  }
  for (const [key, change] of joinEntries(carried)) held.set(key, [change]);
  carryAlong(record, window);
  return null;
}

function openLocalStorage(window: Window, { name }: Error): RecordStore | null {
  const trouble = name === 'VersionError' ? 'newer' : refusals.has(name) ? undefined : 'apart';
  try {
    return openLocalStorageStore(() => window.localStorage, trouble);
  } catch {
    return null;
  }
}
