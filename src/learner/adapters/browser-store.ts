/** Where the record is kept in a browser: text by key. */
export interface Store {
  /** False where the browser keeps nothing, or has refused once; what is written then lasts as long as the page. */
  readonly persistent: boolean;
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
  /** Writes what others in this page work on, and tells them, as `watch` does for other tabs. */
  replace(key: string, value: string): void;
  /** Calls the listener when another tab writes or removes the key, or it is replaced. Gives back how to stop. */
  watch(key: string, listener: (value: string | null) => void): () => void;
}

const probe = 'bilig:1:probe';

/** A store over what `open` gives; asking for it, reading and writing may all throw (denied, full, private, sandboxed). */
export function createBrowserStore(open: () => Storage): Store {
  const memory = new Map<string, string | null>();
  const watchers = new Set<(key: string | null, value: string | null) => void>();
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
    replace(key, value) {
      keep(key, value);
      for (const tell of watchers) tell(key, value);
    },
    watch(key, listener) {
      // The changed key is null when everything was cleared.
      const tell = (changed: string | null, value: string | null) => {
        if (changed === key || changed === null) listener(value);
      };
      const onStorage = (event: StorageEvent) => tell(event.key, event.newValue);
      watchers.add(tell);
      window.addEventListener('storage', onStorage);
      return () => {
        watchers.delete(tell);
        window.removeEventListener('storage', onStorage);
      };
    },
  };
}

/** The one store of the page: where storage is refused, its memory is shared by all exercises. */
export const browserStore = createBrowserStore(() => window.localStorage);
