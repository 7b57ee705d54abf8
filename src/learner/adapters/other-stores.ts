import { mergeEntries } from '../merge-entries.ts';
import { adoptEntries, adoptLocalStorage } from './adopt.ts';
import { carryAlong, takeCarried } from './carried-record.ts';
import type { Held, LearnerRecord } from './learner-record.ts';
import { openLocalStorageStore } from './local-storage-store.ts';
import type { RecordStore } from './record-store.ts';

/**
 * Where the record is kept when IndexedDB refuses, with what is kept elsewhere brought into it. What cannot be taken over
 * stays where it is for the next visit.
 *
 * @param store IndexedDB, where it does not refuse
 * @param held what this page holds, for a browser that keeps nothing
 * @returns null for such a browser
 */
export async function openRest(
  store: RecordStore | null,
  held: Held,
  record: LearnerRecord,
  window: Window,
): Promise<RecordStore | null> {
  const opened = store ?? openLocalStorage(window);
  const carried = takeCarried(window);
  if (opened) {
    await adoptEntries(opened, carried).catch(() => undefined);
    await adoptLocalStorage(opened, () => window.localStorage).catch(() => undefined);
    return opened;
  }
  for (const [key, value] of carried) held.set(key, mergeEntries(key, null, value));
  carryAlong(record, window);
  return null;
}

function openLocalStorage(window: Window): RecordStore | null {
  try {
    return openLocalStorageStore(() => window.localStorage);
  } catch {
    return null;
  }
}
