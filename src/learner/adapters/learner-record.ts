import type { Change, RecordStore, StoreKind } from './record-store.ts';

/** What went wrong with keeping the record; the learner is told. */
export type Trouble =
  /** The browser keeps nothing: the record lasts for this visit. */
  | 'refused'
  /** What was answered last could not be written; it is held in this page. */
  | 'unsaved'
  /** Unsaved because the device, or what it gives to the site, is full. */
  | 'full'
  /** Unsaved because a later version of the site has taken the record over. */
  | 'newer'
  /** The database did not open: what is done now is kept beside it and joined to it when it opens again. */
  | 'apart'
  /** The browser had thrown the database away; the record was put together again from its copy. */
  | 'restored';

/** A page's view of the record. Nothing here fails: what cannot be written is held as long as the page lives. */
export interface LearnerRecord {
  /** Where the record is kept, once that is known. */
  readonly opened: Promise<StoreKind | 'memory'>;
  readonly trouble: Trouble | null;
  /** Keys of what could not be written and is held in this page. */
  readonly unsaved: readonly string[];
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
  /** Calls the listener when `trouble` has changed. */
  watchTrouble(listener: () => void): void;
}

export type Listener = (key: string, value: string | null) => void;

/** Changes that could not be written, by key. They are kept as changes, so that what other tabs write meanwhile stays. */
export type Held = Map<string, readonly Change[]>;

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

interface Steps {
  readonly changes: readonly Change[];
  /** Who made the last of them. */
  readonly by: object | undefined;
}

const reasons: Readonly<Record<string, Trouble>> = { QuotaExceededError: 'full', VersionError: 'newer' };

const apply = (changes: readonly Change[], stored: string | null) =>
  changes.reduce((text, change) => change(text), stored);

/**
 * @param open the store, null where the browser keeps nothing; asked when something is first wanted of the record
 * @param openChannel to other tabs; may throw where there is none
 */
export function createRecord(
  open: (held: Held) => Promise<RecordStore | null>,
  openChannel: () => Channel,
): LearnerRecord {
  const held: Held = new Map();
  /** Changes on their way, one at a time for each key; those that come meanwhile are written together. */
  const waiting = new Map<string, Steps>();
  const running = new Map<string, Promise<void>>();
  const watchers = new Set<{ wanted: string; listener: Listener; by: object | undefined }>();
  const troubleListeners = new Set<() => void>();
  let opening: Promise<RecordStore | null> | undefined;
  let channel: Channel | undefined;
  let trouble: Trouble | null = null;

  const setTrouble = (now: Trouble | null) => {
    if (trouble === now) return;
    trouble = now;
    for (const tell of troubleListeners) tell();
  };

  const tell = ({ key, value }: Message, by?: object) => {
    for (const watcher of watchers) {
      const { wanted } = watcher;
      const isWanted = !key || key === wanted || (/(?:^|\/)$/u.test(wanted) && key.startsWith(wanted));
      if (isWanted && (!by || watcher.by !== by)) watcher.listener(key ?? wanted, value);
    }
  };

  const start = async () => {
    try {
      listen(openChannel());
    } catch {
      // An old browser has no channel, and a page to which storage is denied is refused it: tabs then do without.
    }
    const opened = await open(held).catch(() => null);
    settle(opened);
    return opened;
  };

  const store = () => (opening ??= start());

  const listen = (opened: Channel) => {
    channel = opened;
    channel.onmessage = ({ data }) => {
      if (!data.key) {
        // Everything was erased: what is held here must not bring it back.
        held.clear();
        waiting.clear();
        void store().then(settle);
      }
      tell(data);
    };
  };

  const settle = (opened: RecordStore | null) => {
    if (!opened) setTrouble('refused');
    else setTrouble(held.size > 0 ? (trouble ?? 'unsaved') : (opened.trouble ?? null));
  };

  const readAll = async (prefix: string): Promise<Map<string, string>> => {
    const opened = await store();
    const entries = (await opened?.getAll(prefix).catch(() => null)) ?? new Map<string, string>();
    for (const [key, changes] of held) {
      const value = apply(changes, entries.get(key) ?? null);
      if (value === null) entries.delete(key);
      else if (key.startsWith(prefix)) entries.set(key, value);
    }
    return entries;
  };

  const read = async (key: string) => (await readAll(key)).get(key) ?? null;

  const write = async (key: string, change: Change): Promise<string | null> => {
    const opened = await store();
    const changes = [...(held.get(key) ?? []), change];
    let reason: Trouble = 'refused';
    const written = await opened?.updateAll(new Map([[key, (stored) => apply(changes, stored)]])).catch((error) => {
      reason = reasons[error?.name] ?? 'unsaved';
    });
    if (!opened || !written) {
      const value = change(await read(key));
      held.set(key, opened ? changes : [() => value]);
      setTrouble(reason);
      return value;
    }
    const value = written.get(key) ?? null;
    held.delete(key);
    settle(opened);
    channel?.postMessage({ key, value });
    return value;
  };

  const drain = async (key: string): Promise<void> => {
    try {
      for (let steps = waiting.get(key); steps; steps = waiting.get(key)) {
        const { changes, by } = steps;
        waiting.delete(key);
        const value = await write(key, (stored) => apply(changes, stored));
        tell({ key, value }, by);
      }
    } finally {
      running.delete(key);
    }
  };

  const update = (key: string, change: Change, by?: object): Promise<void> => {
    waiting.set(key, { changes: [...(waiting.get(key)?.changes ?? []), change], by });
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
    get unsaved() {
      return [...held.keys()];
    },
    // Who has written reads what was written.
    get: async (key) => {
      await running.get(key);
      return read(key);
    },
    getAll: async (prefix) => {
      await Promise.all(running.values());
      return readAll(prefix);
    },
    update,
    updateAll: async (changes) => {
      const opened = await store();
      const values = await opened?.updateAll(changes).catch(() => undefined);
      if (!values) await Promise.all([...changes].map(([key, change]) => update(key, change)));
      for (const [key, value] of values ?? []) {
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
    watchTrouble: (listener) => void troubleListeners.add(listener),
  };
}
