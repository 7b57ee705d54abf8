import type { Change, RecordStore, StoreKind } from './record-store.ts';

/** What went wrong with keeping the record; the learner is told. */
export type Trouble =
  /** The browser keeps nothing: the record lasts for this visit. */
  | 'refused'
  /** What was answered last could not be written; it is held in this page. */
  | 'unsaved';

/** A page's view of the record. Nothing here fails: what cannot be written is held as long as the page lives. */
export interface LearnerRecord {
  /** Where the record is kept, once that is known. */
  readonly opened: Promise<StoreKind | 'memory'>;
  readonly trouble: Trouble | null;
  get(key: string): Promise<string | null>;
  /** All entries whose key begins with the prefix. */
  getAll(prefix: string): Promise<Map<string, string>>;
  /**
   * Writes what `change` makes of the stored value; null removes it. No other tab writes in between. Settles when it is
   * written, or held.
   *
   * @param by who changes it, whose own watching is not disturbed
   */
  update(key: string, change: Change, by?: object): Promise<void>;
  /** The same for many at once, for what comes from a file. */
  updateAll(changes: ReadonlyMap<string, Change>): Promise<void>;
  /**
   * Calls the listener when a value changes in this page or another tab. Gives back how to stop.
   *
   * @param wanted a key, or the beginning of keys, ending in a slash; empty for all
   */
  watch(wanted: string, listener: Listener, by?: object): () => void;
  /** Forgets everything, in other tabs too. */
  clear(): Promise<void>;
  /** Calls the listener when `trouble` has changed. */
  watchTrouble(listener: () => void): void;
}

export type Listener = (key: string, value: string | null) => void;

/** What could not be written, by key; null was to be removed. */
export type Held = Map<string, string | null>;

/** A change told to other tabs; everything was forgotten where there is no key. */
export interface Message {
  readonly key?: string;
  readonly value: string | null;
}

/** How tabs talk; a BroadcastChannel. */
export interface Channel {
  postMessage(message: Message): void;
  onmessage: ((event: MessageEvent<Message>) => void) | null;
}

interface Step {
  readonly change: Change;
  readonly by: object | undefined;
}

/**
 * @param open the store, null where the browser keeps nothing; asked when something is first wanted of the record
 * @param openChannel to other tabs; null where there is none
 */
export function createRecord(
  open: (held: Held) => Promise<RecordStore | null>,
  openChannel: () => Channel | null,
): LearnerRecord {
  const held: Held = new Map();
  /** Changes on their way, one at a time for each key; those that come meanwhile are written together. */
  const waiting = new Map<string, Step[]>();
  const running = new Map<string, Promise<void>>();
  const watchers = new Set<{ wanted: string; listener: Listener; by: object | undefined }>();
  const troubleListeners = new Set<() => void>();
  let opening: Promise<RecordStore | null> | undefined;
  let channel: Channel | null = null;
  let trouble: Trouble | null = null;

  const setTrouble = (now: Trouble | null) => {
    if (trouble === now) return;
    trouble = now;
    for (const tell of troubleListeners) tell();
  };

  const tell = ({ key, value }: Message, by?: object) => {
    for (const watcher of [...watchers]) {
      const { wanted } = watcher;
      const isWanted = key === undefined || (/(?:^|\/)$/u.test(wanted) ? key.startsWith(wanted) : key === wanted);
      if (isWanted && (!by || watcher.by !== by)) watcher.listener(key ?? wanted, value);
    }
  };

  const store = () => {
    if (opening) return opening;
    channel = openChannel();
    if (channel) channel.onmessage = ({ data }) => tell(data);
    opening = open(held)
      .catch(() => null)
      .then((opened) => {
        if (!opened) setTrouble('refused');
        return opened;
      });
    return opening;
  };

  const read = async (key: string): Promise<string | null> => {
    const opened = await store();
    return held.get(key) ?? (held.has(key) ? null : ((await opened?.get(key).catch(() => null)) ?? null));
  };

  const write = async (key: string, change: Change): Promise<string | null> => {
    const opened = await store();
    const kept = held.get(key);
    const changed: Change = (stored) => change(kept === undefined ? stored : kept);
    try {
      if (!opened) throw new Error();
      const value = await opened.update(key, changed);
      held.delete(key);
      if (held.size === 0) setTrouble(null);
      channel?.postMessage({ key, value });
      return value;
    } catch {
      const value = changed(await read(key));
      held.set(key, value);
      setTrouble(opened ? 'unsaved' : 'refused');
      return value;
    }
  };

  const drain = async (key: string): Promise<void> => {
    for (let steps = waiting.get(key); steps; steps = waiting.get(key)) {
      const these = steps;
      waiting.delete(key);
      const value = await write(key, (stored) => these.reduce((text, { change }) => change(text), stored));
      tell({ key, value }, these.at(-1)?.by);
    }
    running.delete(key);
  };

  const update = (key: string, change: Change, by?: object): Promise<void> => {
    waiting.set(key, [...(waiting.get(key) ?? []), { change, by }]);
    const run = running.get(key) ?? drain(key);
    running.set(key, run);
    return run;
  };

  return {
    get opened() {
      return store().then((opened) => opened?.kind ?? 'memory');
    },
    get trouble() {
      return trouble;
    },
    // Who has written reads what was written.
    get: async (key) => {
      await running.get(key);
      return read(key);
    },
    getAll: async (prefix) => {
      await Promise.all(running.values());
      const entries = (await (await store())?.getAll(prefix).catch(() => null)) ?? new Map<string, string>();
      for (const [key, value] of held) {
        if (value === null) entries.delete(key);
        else if (key.startsWith(prefix)) entries.set(key, value);
      }
      return entries;
    },
    update,
    updateAll: async (changes) => {
      const opened = await store();
      const isWritten = await opened?.updateAll(changes).then(
        () => true,
        () => false,
      );
      if (!opened || !isWritten) {
        await Promise.all([...changes].map(([key, change]) => update(key, change)));
        return;
      }
      for (const key of changes.keys()) {
        const value = await opened.get(key).catch(() => null);
        channel?.postMessage({ key, value });
        tell({ key, value });
      }
    },
    watch: (wanted, listener, by) => {
      const watcher = { wanted, listener, by };
      watchers.add(watcher);
      void store();
      return () => watchers.delete(watcher);
    },
    clear: async () => {
      held.clear();
      await (await store())?.clear();
      channel?.postMessage({ value: null });
      tell({ value: null });
    },
    watchTrouble: (listener) => void troubleListeners.add(listener),
  };
}
