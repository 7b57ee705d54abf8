import { attemptKey, parseAttempt } from '#learner';
import { moduleOutcome } from './outcome.ts';
import type { ModuleOutline } from './outline.ts';
import type { BackEnd, CheckedAnswer, Launch, Report } from './report.ts';
import { decodeState, encodeState, type LearnerPlace } from './state/state-code.ts';

/** What the tracker needs of the world. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Does something later, when nobody waits for anything. Gives back how to call it off. */
  later(milliseconds: number, task: () => void): () => void;
}

/** A learner's work on a module between opening and leaving. */
export interface Tracker {
  readonly kind: BackEnd['kind'];
  readonly mode: Launch['mode'];
  /** False where a platform was found and does not answer. */
  readonly isConnected: boolean;
  readonly language: string | null;
  readonly place: LearnerPlace | null;
  /** Where leaving leads to; null where the platform takes care of that. */
  readonly exit: string | null;
  /** Entries of the record whose key begins with the prefix. */
  entries(prefix: string): Map<string, string>;
  /** Changes an entry and gives what it is then. */
  change(key: string, change: (stored: string | null) => string | null): string | null;
  move(place: LearnerPlace): void;
  /** Tells what has not been told, at once: the page goes out of sight, and may never come back. */
  flush(): void;
  /** Tells the rest and ends the session; everything after it does nothing. Settles when it has arrived, or cannot. */
  finish(): Promise<void>;
  /** True while something was not taken by the platform and is told again. */
  readonly isBehind: boolean;
}

/** Long enough that an answer's result is on the screen, short enough that nobody has left. */
const settling = 400;
/** Between two times that a platform is told something. */
const pause = 5_000;

/**
 * Opens a module in a platform.
 *
 * @param describe the question of an exercise, by its full id, in a language
 * @param watch is told when something was told or not taken
 */
export async function openTracker(
  module: ModuleOutline,
  backEnd: BackEnd,
  {
    clock,
    describe,
    watch,
  }: {
    readonly clock: Clock;
    describe(fullId: string, locale: string): string;
    watch(): void;
  },
): Promise<Tracker> {
  const begun = clock.now();
  const launch = await backEnd.open();
  const { mode = 'normal', state = '', language = null, pass = null } = launch ?? {};
  const { place: start, entries: kept } = decodeState(state, module);
  const entries = new Map(kept);
  const exercises = new Map(
    module.lessons.flatMap(({ id, exercises: own }) =>
      own.map(
        (exercise) => [attemptKey(`${id}/${exercise.id}`), { fullId: `${id}/${exercise.id}`, exercise }] as const,
      ),
    ),
  );
  let place = start;
  let answers: readonly CheckedAnswer[] = [];
  let told = -Infinity;
  let plan: { readonly at: number; cancel(): void } | null = null;
  let isDirty = true;
  let isSending = false;
  let isBehind = false;
  let isOver = launch === null;

  const handOver = (): Report => {
    const checked = answers;
    answers = [];
    return {
      state: encodeState({ place, entries }, module, backEnd.room),
      place: place?.lesson?.split('/').at(-1) ?? '',
      answers: checked,
      outcome: moduleOutcome(module, entries, pass ?? module.rules.score),
      seconds: (clock.now() - begun) / 1000,
    };
  };

  const send = async (): Promise<void> => {
    plan?.cancel();
    plan = null;
    if (isOver || isSending || !isDirty) return;
    isDirty = false;
    isSending = true;
    told = clock.now();
    const taken = backEnd.send(handOver());
    const isTaken = typeof taken === 'boolean' ? taken : await taken;
    isSending = false;
    isBehind = !isTaken;
    isDirty ||= isBehind;
    if (isDirty) wake(pause);
    watch();
  };

  const wake = (delay: number): void => {
    if (isOver) return;
    const at = Math.max(clock.now() + delay, told + pause);
    if (plan && plan.at <= at) return;
    plan?.cancel();
    plan = { at, cancel: clock.later(at - clock.now(), () => void send()) };
  };

  const note = (delay: number) => {
    isDirty = true;
    wake(delay);
  };

  const take = (key: string, before: string | null, after: string | null): void => {
    const known = exercises.get(key);
    if (!known) return note(pause);
    const { fullId, exercise } = known;
    const [was, is] = [before, after].map((json) => parseAttempt(json, exercise.signature));
    const isChecked = is && is.used > 0 && (!was || is.round > was.round || is.used > was.used) && is.last !== null;
    if (!isChecked || is.response === null) return note(pause);
    const locale = place?.locale ?? '';
    answers = [
      ...answers,
      {
        fullId,
        exercise,
        response: is.response,
        correct: is.phase === 'right',
        score: is.last ?? 0,
        confidence: is.confidence,
        hints: is.hints,
        at: clock.now(),
        locale,
        description: describe(fullId, locale),
      },
    ];
    note(settling);
  };

  wake(settling);

  return {
    kind: backEnd.kind,
    mode,
    isConnected: launch !== null,
    language,
    get place() {
      return place;
    },
    get exit() {
      return backEnd.exit;
    },
    get isBehind() {
      return isBehind;
    },
    entries: (prefix) => new Map([...entries].filter(([key]) => key.startsWith(prefix))),
    change: (key, change) => {
      const before = entries.get(key) ?? null;
      const after = change(before);
      if (after === before) return after;
      if (after === null) entries.delete(key);
      else entries.set(key, after);
      take(key, before, after);
      return after;
    },
    move: (next) => {
      if (place?.lesson === next.lesson && place?.locale === next.locale) return;
      place = next;
      note(pause);
    },
    flush: () => void send(),
    finish: async () => {
      plan?.cancel();
      if (isOver) return;
      isOver = true;
      await backEnd.finish(handOver());
    },
  };
}
