import { openIndexedDbStore } from './indexed-db-store.ts';
import { createRecord, type Held, type LearnerRecord } from './learner-record.ts';
import type { RecordStore } from './record-store.ts';

/** The one record of the page. */
export const browserRecord: LearnerRecord = createRecord(openStore, () =>
  'BroadcastChannel' in window ? new BroadcastChannel('bilig:record') : null,
);

async function openStore(held: Held): Promise<RecordStore | null> {
  const store = await openIndexedDbStore().catch(() => null);
  if (store && !hasMore()) return store;
  // Seldom wanted, so it is not part of what every exercise loads.
  const { openRest } = await import('./other-stores.ts');
  return openRest(store, held, browserRecord, window);
}

/** True where localStorage or the last page has something that belongs into the record. */
function hasMore(): boolean {
  try {
    return window.name !== '' || Object.keys(localStorage).some((key) => /^bilig:\d/u.test(key));
  } catch {
    return false;
  }
}
