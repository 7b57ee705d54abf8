import { openIndexedDbStore } from './indexed-db-store.ts';
import { createRecord, type Held, type LearnerRecord } from './learner-record.ts';
import type { RecordStore } from './record-store.ts';

/** The BroadcastChannel over which the pages of the site tell each other of changes. */
export const channelName = 'bilig:record';

/** Set in a package for a learning platform: the page around gives the record, and no other tab has it. */
const isGiven = () => document.documentElement.dataset['record'];

/** The one record of the page. */
export const browserRecord: LearnerRecord = createRecord(openStore, () => {
  if (isGiven()) throw new Error('alone');
  return new BroadcastChannel(channelName);
});

async function openStore(held: Held): Promise<RecordStore | null> {
  if (isGiven()) return import('./host-store.ts').then(({ openHostStore }) => openHostStore(parent));
  const store = await openIndexedDbStore().catch((error: DOMException) => error);
  const isOpen = 'kind' in store;
  if (isOpen && !(await hasMore().catch(() => false))) return store;
  // Seldom wanted, so it is not part of what every exercise loads. It may not come without a network.
  return import('./other-stores.ts').then(
    (module) => module.openRest(store, held, browserRecord, window),
    () => (isOpen ? store : null),
  );
}

/**
 * True where localStorage or the last page has something that belongs into the record.
 *
 * @throws where the browser denies localStorage
 */
async function hasMore(): Promise<boolean> {
  return window.name !== '' || Object.keys(localStorage).some((key) => /^bilig:\d/u.test(key));
}
