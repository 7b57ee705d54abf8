import { recordVersion } from '../keys.ts';
import type { Change, RecordStore } from './record-store.ts';

const database = 'bilig';
const entries = 'entries';
/** Milliseconds after which a browser that neither opens a database nor refuses to is given up. */
const patience = 4_000;

/**
 * The record in IndexedDB: one object store, texts by key. Its version is the record's. Written without a library: the
 * smallest kept one weighs a third of what a page may load to count reading.
 *
 * @throws where the browser refuses, where a later version of the site has written it, and where it does not answer
 */
export async function openIndexedDbStore(): Promise<RecordStore> {
  let connection: IDBDatabase | null = await connect();

  const within = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> => {
    try {
      connection ??= await connect();
      return await transact(connection, mode, work);
    } catch (error) {
      // The browser, or a later version of the site in another tab, has closed the connection: opened again, once.
      if ((error as DOMException).name !== 'InvalidStateError') throw error;
      connection = await connect();
      return transact(connection, mode, work);
    }
  };

  return {
    kind: 'indexed-db',
    get: (key) => within('readonly', async (store) => textOf(await answerOf<unknown>(store.get(key)))),
    getAll: (prefix) =>
      within('readonly', async (store) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const [keys, values] = await Promise.all([
          answerOf(store.getAllKeys(range)),
          answerOf<unknown[]>(store.getAll(range)),
        ]);
        return new Map(keys.map((key, index) => [String(key), textOf(values[index]) ?? '']));
      }),
    update: (key, change) => within('readwrite', (store) => write(store, key, change)),
    updateAll: (changes) =>
      within('readwrite', async (store) => {
        await Promise.all([...changes].map(([key, change]) => write(store, key, change)));
      }),
    clear: () => within('readwrite', (store) => answerOf(store.clear())),
  };
}

function connect(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, recordVersion);
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), patience);
    request.onupgradeneeded = () => request.result.createObjectStore(entries);
    request.onerror = () => reject(failureOf(request));
    request.onsuccess = () => {
      clearTimeout(timer);
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
    transaction.onabort = () => reject(failureOf(transaction));
  });
  const [result] = await Promise.all([work(transaction.objectStore(entries)), done]);
  return result;
}

async function write(store: IDBObjectStore, key: string, change: Change): Promise<string | null> {
  const stored = textOf(await answerOf<unknown>(store.get(key)));
  const value = change(stored);
  if (value === null) await answerOf(store.delete(key));
  else if (value !== stored) await answerOf(store.put(value, key));
  return value;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failureOf(request));
  });
}

const failureOf = ({ error }: IDBRequest | IDBTransaction): DOMException => error ?? new DOMException('', 'AbortError');

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
