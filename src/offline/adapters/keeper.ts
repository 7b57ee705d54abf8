import {
  composeEdition,
  filesOf,
  keptCourses,
  splitByRelease,
  withoutChoice,
  type Edition,
  type KeptCourse,
} from '../edition.ts';
import { isSameChoice, uniteChoices, type Choice, type PartId } from '../parts.ts';
import { compareEdition, contentsOf, missingFiles, partsToKeep, sizeOf, type Size } from '../plan.ts';
import type { Release } from '../release.ts';
import { abandon, begin, complete, halt, shrink, type Halt } from '../state.ts';
import type { OfflineStore } from './cache-store.ts';
import { download, type Outcome, type Progress } from './download.ts';
import { createPublished } from './published.ts';

/** How keeping ended; `refused` where the browser takes no service worker. */
export type KeepOutcome = Outcome | 'refused';

/** A download as a page shows it: going on, waiting for a connection, or stopped for a reason. */
export interface PendingOverview {
  readonly choices: readonly Choice[];
  readonly progress: Progress;
  readonly status: 'running' | 'waiting' | Halt;
}

/** What is kept and what is being fetched. */
export interface Overview {
  readonly kept: readonly KeptCourse[];
  readonly edition: Edition | null;
  readonly pending: PendingOverview | null;
}

/** A newer edition of what is kept. */
export interface NewEdition {
  /** The release that it is of. */
  readonly release: string;
  /** What is to be fetched for it. */
  readonly size: Size;
  /** What is kept and not in it. */
  readonly gone: readonly KeptCourse[];
}

/** Keeps courses on the device; of several tabs one downloads, and the next goes on when it is closed. */
export interface Keeper {
  overview(): Promise<Overview>;
  /** What the site publishes; null where it cannot be reached or read. */
  release(): Promise<Release | null>;
  /** What is newer than what is kept; null where nothing is. @throws where it cannot be learned */
  news(): Promise<NewEdition | null>;
  /** Keeps courses beside those that are kept, all of them as they are published now; none asks for an update only. */
  keep(choices: readonly Choice[]): Promise<KeepOutcome>;
  pause(): Promise<void>;
  /** Goes on with a download that was stopped. */
  resume(): Promise<KeepOutcome>;
  /** Goes on with a download whose tab was closed or whose connection broke, unless it was stopped. */
  carryOn(): Promise<KeepOutcome>;
  /** Gives a download up; what was kept before stays. */
  cancel(): Promise<void>;
  /** Removes a course in a language at once, with all that only it needed. */
  remove(choice: Choice): Promise<void>;
  /** Calls the listener at every change, here or in another tab, and gives back how to stop. */
  watch(listener: () => void): () => void;
}

/** What tabs tell each other: that something has changed, or how far the download is. */
export type Message = { readonly kind: 'changed' } | ({ readonly kind: 'progress' } & Progress);

/** What the keeper needs of the browser. */
export interface KeeperHost {
  /** The address of the site's base. */
  readonly scope: string;
  readonly store: OfflineStore;
  readonly fetch: typeof fetch;
  newId(): string;
  /** Parts that the learner wants beside the courses. */
  extras(): readonly PartId[];
  /** Does the work when no other tab does any. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  readonly worker: {
    /** @throws where the browser takes none */
    register(): Promise<void>;
    unregister(): Promise<void>;
    /** Asks the worker, which knows the open pages, to tidy; false where there is none. */
    tidy(): Promise<boolean>;
  };
  /** How many bytes the device still has for the site; null where it does not say. */
  room(): Promise<number | null>;
  /** Tells all tabs, this one included. */
  tell(message: Message): void;
  hear(listener: (message: Message) => void): () => void;
}

/** What is shown of a download after it has ended in one way or another. */
const endOf: Readonly<Record<KeepOutcome, 'waiting' | Halt | null>> = {
  complete: null,
  stopped: null,
  offline: 'waiting',
  full: 'full',
  other: 'damaged',
  refused: 'damaged',
};

/** So often the site may be published anew under a download before it is left alone. */
const mostRounds = 4;

export function createKeeper(host: KeeperHost): Keeper {
  const { store } = host;
  const published = createPublished(host.scope, host.fetch);
  let progress: Progress | null = null;
  /** Where this tab's download came to a stop, also if a full device could not keep a note of it. */
  let ended: 'waiting' | Halt | null = null;
  let stop: AbortController | null = null;

  host.hear((message) => {
    if (message.kind === 'progress') progress = { done: message.done, total: message.total };
    else void obey();
  });

  const changed = () => host.tell({ kind: 'changed' });

  const read = async () => {
    const state = await store.state();
    const [active, pending] = await Promise.all([store.edition(state.active), store.edition(state.pending?.edition)]);
    return { state, active, pending };
  };

  /** Another tab may have stopped the download, or it has come to its end there. */
  const obey = async () => {
    const { pending } = await store.state();
    if (pending?.halt === null) return;
    stop?.abort();
    progress = null;
  };

  /** Makes a new edition the one to fetch. @returns false where what the site says does not fit together */
  const prepare = async (choices: readonly Choice[]): Promise<boolean> => {
    const { active, pending } = await read();
    const release = await published.release();
    if (!release) return false;
    const { there } = splitByRelease(uniteChoices(active?.choices ?? [], choices), release);
    const parts = partsToKeep(there, release, host.extras());
    const lists = await published.lists(parts, release, [active, pending]);
    if (lists.size === 0 || lists.size < parts.length) return false;
    const edition = composeEdition(host.newId(), release, there, lists);
    await store.change((state) => begin(state, edition.id), edition);
    changed();
    return true;
  };

  const isPublished = async (edition: Edition): Promise<boolean> => {
    const release = await published.release();
    return [...edition.parts].every(([part, { hash }]) => release?.parts.get(part)?.hash === hash);
  };

  /** Fetches what is pending, by new lists where the site has been published anew. */
  const fetchPending = async (): Promise<KeepOutcome> => {
    for (let round = 0; round < mostRounds; round += 1) {
      const { state, pending: edition } = await read();
      if (!edition || state.pending?.halt !== null) return 'stopped';
      const isThere = await host.worker.register().then(
        () => true,
        () => false,
      );
      if (!isThere) return 'refused';
      const missing = sizeOf(missingFiles(edition, await store.held())).compressed;
      if (missing > ((await host.room()) ?? Infinity)) return 'full';
      stop = new AbortController();
      const outcome = await download(edition, host, stop.signal, (now) => host.tell({ kind: 'progress', ...now }));
      if (outcome === 'complete') {
        await store.change((now) => complete(now, edition.id));
        await tidy();
      }
      if (outcome !== 'other') return outcome;
      // Where the lists are still those of the site, it is the site that is not in order.
      if ((await isPublished(edition)) || !(await prepare(edition.choices))) return 'other';
    }
    return 'other';
  };

  /** Does what comes before the download, and the download, while no other tab does. */
  const work = (before: () => Promise<boolean>): Promise<KeepOutcome> =>
    host.alone(async () => {
      ended = null;
      let outcome: KeepOutcome;
      try {
        outcome = (await before()) ? await fetchPending() : 'other';
      } catch {
        // Only the network fails so; the store says what it cannot.
        outcome = 'offline';
      }
      ended = endOf[outcome];
      const reason = ended === 'waiting' ? null : ended;
      if (reason) await store.change((state) => halt(state, reason)).catch(() => undefined);
      stop = null;
      changed();
      return outcome;
    });

  const carryOn = () =>
    work(async () => {
      const { state, pending } = await read();
      if (!pending || state.pending?.halt !== null) return true;
      return (await isPublished(pending)) || prepare(pending.choices);
    });

  /** Changes the state; on a device so full that it cannot, what goes anyway goes first. */
  const makeRoomFor = async (
    change: () => Promise<unknown>,
    going: Edition | null,
    ...staying: readonly (Edition | null)[]
  ) => {
    try {
      await change();
    } catch (error) {
      if (!going) throw error;
      const needed = new Set(staying.flatMap((edition) => (edition ? filesOf(edition) : [])).map(({ hash }) => hash));
      const hashes = filesOf(going).map(({ hash }) => hash);
      await store.drop(
        going.id,
        hashes.filter((hash) => !needed.has(hash)),
      );
      await change();
    }
  };

  const tidy = async () => {
    if (!(await host.worker.tidy())) await store.tidy(null);
  };

  const forget = async () => {
    await host.worker.unregister();
    await store.clear();
  };

  const progressOf = async (edition: Edition): Promise<Progress> => {
    const total = sizeOf(contentsOf(edition)).compressed;
    return { done: total - sizeOf(missingFiles(edition, await store.held())).compressed, total };
  };

  return {
    async overview() {
      const { state, active, pending } = await read();
      const kept = active ? keptCourses(active) : [];
      if (!pending || !state.pending) return { kept, edition: active, pending: null };
      const status = state.pending.halt ?? ended ?? 'running';
      const now = progress ?? (await progressOf(pending));
      return { kept, edition: active, pending: { choices: pending.choices, progress: now, status } };
    },
    release: () => published.release().catch(() => null),
    async news() {
      const { active, pending } = await read();
      const release = await published.release();
      if (!release) throw new Error('The site does not say what it publishes.');
      const news = active && compareEdition(active, release, host.extras());
      const there = active ? splitByRelease(active.choices, release).there : [];
      if (!news || there.length === 0) return null;
      const parts = partsToKeep(there, release, host.extras());
      const lists = await published.lists(parts, release, [active, pending]);
      const edition = composeEdition('news', release, there, lists);
      const gone = keptCourses(active).filter((course) => news.gone.some((choice) => isSameChoice(choice, course)));
      return { release: release.id, size: sizeOf(missingFiles(edition, await store.held())), gone };
    },
    keep: (choices) => work(() => prepare(choices)),
    async pause() {
      await store.change((state) => halt(state, 'paused'));
      stop?.abort();
      changed();
    },
    async resume() {
      ended = null;
      await store.change((state) => halt(state, null));
      changed();
      return carryOn();
    },
    carryOn,
    async cancel() {
      const { active, pending } = await read();
      stop?.abort();
      await makeRoomFor(() => store.change(abandon), pending, active);
      await (active ? tidy() : forget());
      changed();
    },
    async remove(choice) {
      const { active, pending } = await read();
      const smaller = active && withoutChoice(host.newId(), active, choice);
      if (!smaller && !pending) await forget();
      else {
        const change = () => store.change((state) => shrink(state, smaller?.id ?? null), smaller);
        await makeRoomFor(change, active, smaller, pending);
        await tidy();
      }
      changed();
    },
    watch: (listener) => host.hear(listener),
  };
}
