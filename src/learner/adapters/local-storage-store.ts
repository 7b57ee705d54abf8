import { recordVersion } from '../keys.ts';
import type { Change, RecordStore } from './record-store.ts';

/** What the keys of this version begin with in localStorage. */
export const localPrefix = `bilig:${recordVersion}:`;

/**
 * For browsers without IndexedDB. A browser writes localStorage to the disk some seconds later, and keeps 5 MB of it.
 *
 * @param open gives the storage; asking for it may throw
 * @param trouble why the record is here
 * @throws where nothing can be written
 */
export function openLocalStorageStore(open: () => Storage, trouble?: RecordStore['trouble']): RecordStore {
  const probe = `${localPrefix}probe`;
  open().setItem(probe, probe);
  open().removeItem(probe);
  const keysOf = (prefix: string) => Object.keys(open()).filter((key) => key.startsWith(localPrefix + prefix));
  const write = (key: string, change: Change): string | null => {
    const storage = open();
    const value = change(storage.getItem(localPrefix + key));
    if (value === null) storage.removeItem(localPrefix + key);
    else storage.setItem(localPrefix + key, value);
    return value;
  };
  // Its methods throw at once where a promise that fails is expected.
  const soon = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
  return {
    kind: 'local-storage',
    trouble,
    getAll: (prefix) =>
      soon(() => new Map(keysOf(prefix).map((key) => [key.slice(localPrefix.length), open().getItem(key) ?? '']))),
    updateAll: (changes) => soon(() => new Map([...changes].map(([key, change]) => [key, write(key, change)]))),
  };
}
