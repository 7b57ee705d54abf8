import { recordVersion } from '../keys.ts';
import type { Change, RecordStore } from './record-store.ts';
import { copyEntries, copyName } from './safety-copy.ts';

export const databaseName = 'bilig';
const entries = 'entries';
/** Milliseconds after which a browser that neither opens a database nor refuses to is given up. */
const patience = 4_000;

/**
 * The record in IndexedDB: one object store, texts by key. Its version is the record's. Written without a library: the
 * smallest kept one weighs a third of what a page may load to count reading.
 *
 * A database that is not there is not made before the copy of the record has been looked for: on the first visit there
 * is none, after the browser has thrown a damaged database away there is.
 *
 * @throws where the browser refuses, where a later version of the site has written it, and where it does not answer
 */
export async function openIndexedDbStore(): Promise<RecordStore> {
  let trouble: RecordStore['trouble'];
  let connection = await connect(null).catch(async (error: DOMException) => {
    if (error.name !== 'AbortError') throw error;
    const isCopied = await hasCopy().catch(() => false);
    const copy = isCopied ? await import('./read-copy.ts').then((module) => module.readCopy()) : null;
    if (copy?.size) trouble = 'restored';
    return connect(copy ?? []);
  });

  const within = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> => {
    try {
      return await transact(connection, mode, work);
    } catch (error) {
      if ((error as DOMException | null)?.name === 'QuotaExceededError') throw error;
      // The browser, or a later version of the site in another tab, has closed the connection: opened again, once. A
      // database that is gone by now is put together again at the next visit.
      connection.close();
      connection = await connect(null);
      return transact(connection, mode, work);
    }
  };

  return {
    kind: 'indexed-db',
    trouble,
    getAll: (prefix) =>
      within('readonly', async (store) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const [keys, values] = await Promise.all([
          answerOf(store.getAllKeys(range)),
          answerOf<unknown[]>(store.getAll(range)),
        ]);
        // Between two texts there are only texts; a value of another type is no entry, which its reading finds out.
        return new Map(keys.map((key, index) => [key as string, String(values[index])]));
      }),
    updateAll: async (changes) => {
      const values = await within('readwrite', async (store) =>
        Promise.all([...changes].map(async ([key, change]) => [key, await write(store, key, change)] as const)),
      );
      void copyEntries(values);
      return new Map(values);
    },
  };
}

/** A page without a secure address has no `caches`, and one that is denied storage may not ask for them. */
async function hasCopy(): Promise<boolean> {
  return (await window.caches?.has(copyName)) ?? false;
}

/** @param fill what a new database begins with; with null none is made: `AbortError` */
function connect(fill: Iterable<readonly [string, string]> | null): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, recordVersion);
    setTimeout(() => reject(new Error()), patience);
    request.onupgradeneeded = () => {
      if (!fill) return request.transaction?.abort();
      const store = request.result.createObjectStore(entries);
      for (const [key, value] of fill) store.put(value, key);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      // A later version of the site waits in another tab to open it.
      db.onversionchange = () => db.close();
      resolve(db);
    };
  });
}

async function transact<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  // Strict: what was answered is on the disk before the next answer, should the battery give out.
  const transaction = db.transaction(entries, mode, { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const working = work(transaction.objectStore(entries)).then((result) => {
    // Not when the browser finds that nothing more comes: the page may be left by then.
    transaction.commit();
    return result;
  });
  const [result] = await Promise.all([working, done]);
  return result;
}

async function write(store: IDBObjectStore, key: string, change: Change): Promise<string | null> {
  const stored = (await answerOf<string | undefined>(store.get(key))) ?? null;
  const value = change(stored);
  // What these come to, the end of the transaction tells.
  if (value === null) store.delete(key);
  else if (value !== stored) store.put(value, key);
  return value;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
