/** Where the record is kept in a browser: text by key. */
export interface Store {
  /** False where the browser keeps nothing, or has refused once; what is written then lasts as long as the page. */
  readonly persistent: boolean;
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
  /** Calls the listener when another tab writes or removes the key. Gives back how to stop. */
  watch(key: string, listener: (value: string | null) => void): () => void;
}

const probe = 'bilig:1:probe';

/** A store over what `open` gives; asking for it, reading and writing may all throw (denied, full, private, sandboxed). */
export function createBrowserStore(open: () => Storage): Store {
  const memory = new Map<string, string | null>();
  let persistent: boolean | null = null;

  const attempt = (action: (storage: Storage) => void): boolean => {
    try {
      action(open());
      return true;
    } catch {
      persistent = false;
      return false;
    }
  };

  const keep = (key: string, value: string | null) => {
    const kept = attempt((storage) => (value === null ? storage.removeItem(key) : storage.setItem(key, value)));
    if (kept) memory.delete(key);
    else memory.set(key, value);
  };

  return {
    get persistent() {
      if (persistent !== null) return persistent;
      const works = attempt((storage) => {
        storage.setItem(probe, probe);
        storage.removeItem(probe);
      });
      return (persistent = works);
    },
    read(key) {
      const held = memory.get(key);
      if (held !== undefined) return held;
      let value: string | null = null;
      attempt((storage) => (value = storage.getItem(key)));
      return value;
    },
    write: keep,
    remove: (key) => keep(key, null),
    watch(key, listener) {
      // `key` is null when everything was cleared.
      const onStorage = (event: StorageEvent) => {
        if (event.key === key || event.key === null) listener(event.newValue);
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}

/** The one store of the page: where storage is refused, its memory is shared by all exercises. */
export const browserStore = createBrowserStore(() => window.localStorage);
