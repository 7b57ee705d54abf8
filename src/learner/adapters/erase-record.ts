import { channelName } from './browser-record.ts';
import { databaseName } from './indexed-db-store.ts';
import type { LearnerRecord } from './learner-record.ts';
import { copyName } from './safety-copy.ts';

/** What this site's keys begin with in localStorage: the record of any version, and settings. */
const prefix = 'bilig:';
/** Milliseconds that a browser is given to answer. */
const patience = 2_000;

/**
 * Erases everything this site has kept of a learner: the record wherever it is, its copy, and all settings. Other pages of
 * the site forget what they hold, so that they do not write it back.
 *
 * @returns whether nothing is left; a browser may refuse to let go
 */
export async function eraseRecord(record: LearnerRecord, window: Window): Promise<boolean> {
  const kind = await record.opened;
  const eraseCopy = () => unlessDenied(async () => void (await window.caches?.delete(copyName)));
  // First of all, since out of it everything would be put together again; and last, since erasing entries opens it anew.
  await eraseCopy();
  const keys = [...(await record.getAll('')).keys()];
  await record.updateAll(new Map(keys.map((key) => [key, () => null])));
  const isErased = kind === 'memory' || record.unsaved.length === 0;
  // A database that did not open today may open tomorrow, with everything in it.
  const isGone = kind === 'indexed-db' || (await unlessDenied(() => deleteDatabase(window.indexedDB)));
  await eraseCopy();
  await unlessDenied(() => eraseStorage(window.localStorage));
  window.name = '';
  await unlessDenied(() => tellPages(record));
  return isErased && isGone !== false;
}

/** What the work gives; null where the browser denies the page all that it is about: then there is nothing of ours. */
async function unlessDenied<T>(work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

function deleteDatabase(factory: IDBFactory): Promise<boolean> {
  return new Promise((resolve) => {
    const request = factory.deleteDatabase(databaseName);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    setTimeout(() => resolve(false), patience);
  });
}

function eraseStorage(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}

/** Has every page forget, this one among them, and waits until this one has. */
function tellPages(record: LearnerRecord): Promise<void> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName);
    const done = () => {
      stop();
      channel.close();
      resolve();
    };
    const stop = record.watch('', (key) => {
      if (key === '') done();
    });
    channel.postMessage({ value: null });
    setTimeout(done, patience);
  });
}
