import { flushSync } from 'svelte';
import {
  advanceAttempt,
  freshAttempt,
  isDone,
  type AttemptAction,
  type AttemptState,
  type Grade,
  type Response,
} from '#exercise';
import { attemptKey, practiceKey } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { readWork, recordResult, recordWork, type ExercisePlace } from './recorded-work.ts';
import type { FrameProps } from '../view/exercise-props.ts';
import { readWords, type IslandWords } from './words.ts';

/** What an exercise type adds to the course of an attempt. */
export interface Task {
  readonly exercise: Pick<FrameProps, 'attempts' | 'hints' | 'words'>;
  grade(response: Response | null): Grade;
  /** What keeps an answer from being checked: nothing given yet, or parts of it still open. */
  gapOf(response: Response | null): Gap | null;
  /** Words of the type that stand for the common ones of the same name. */
  readonly words?: Partial<IslandWords>;
  /** Starting again goes on with the last answer, where it is a work that nobody would want to lose. */
  readonly keepsAnswer?: true;
}

export type Gap = 'empty' | 'incomplete';

/** One learner's work on one exercise: the pure reducer, made reactive and kept in the store. */
export class Attempt {
  #state = $state.raw(freshAttempt);
  #isPrinting = $state(false);
  /** An object of its own at each vain check, so that it is announced again. */
  gap = $state.raw<{ readonly kind: Gap } | null>(null);
  /** True once the learner has done something: what is restored is not announced. */
  touched = $state(false);
  readonly words: IslandWords;
  /** Of the last change: of two in one millisecond the later has to be the newer one in the record. */
  #at = 0;
  /** Until the stored work has been read. */
  #reading: Promise<void> | null = null;
  #isAwaited = false;
  readonly #task: Task;
  #where: Where = { place: { key: '', fullId: '', locale: '', isReview: false }, signature: '' };

  constructor(task: Task) {
    this.#task = task;
    this.words = { ...(task.exercise.words?.() ?? readWords()), ...task.words };
  }

  /** On paper every exercise is the question that it was at first; the learner's work comes back after it. */
  get state(): AttemptState {
    return this.#isPrinting ? freshAttempt : this.#state;
  }

  get isDone(): boolean {
    return isDone(this.state);
  }

  /** The result of the last check; null while the exercise is being answered. */
  get grade(): Grade | null {
    return this.state.phase === 'open' ? null : this.#task.grade(this.state.response);
  }

  act(action: AttemptAction): void {
    const { attempts, hints } = this.#task.exercise;
    const before = this.#state;
    this.touched = true;
    this.gap = null;
    this.#state = advanceAttempt(before, action, { attempts, hints: hints.length });
    const { place, signature } = this.#where;
    this.#at = Math.max(Date.now(), this.#at + 1);
    void recordWork(place.key, { signature, state: this.#state, at: this.#at }, this);
    if (action.type === 'check' && this.#state.used > before.used) recordResult(place, this.#state, action.grade);
    document.dispatchEvent(
      new CustomEvent('bilig:attempt', { detail: { fullId: place.fullId, action, state: this.#state } }),
    );
  }

  answer(response: Response): void {
    this.act({ type: 'answer', response });
  }

  /** What the main button does: check, then try again, then start again. */
  proceed(): void {
    // A press that came before the stored answer would check an empty one.
    if (this.#reading) {
      if (!this.#isAwaited) void this.#reading.then(() => this.proceed());
      this.#isAwaited = true;
      return;
    }
    const { phase, response } = this.state;
    const kind = phase === 'open' ? this.#task.gapOf(response) : null;
    if (kind) {
      this.touched = true;
      this.gap = { kind };
    } else if (phase === 'open') this.act({ type: 'check', grade: this.#task.grade(response) });
    else if (phase === 'tried') this.act({ type: 'retry' });
    else this.act({ type: 'restart', response: this.#task.keepsAnswer ? response : null });
  }

  /** Takes up what is stored and follows other tabs while the learner is not at work in `root`. */
  start(root: HTMLElement): () => void {
    this.#where = whereIs(root);
    const { place, signature } = this.#where;
    this.#reading = browserRecord.get(place.key).then((json) => {
      this.#reading = null;
      this.#takeUp(readWork(json, signature));
    });
    const listener = (_key: string, json: string | null) => {
      const isEditing = document.hasFocus() && root.contains(document.activeElement);
      // What was erased is gone for whoever is at work, too: the next answer would bring it back.
      if (isEditing && json !== null) return;
      this.#state = readWork(json, signature) ?? freshAttempt;
      this.gap = null;
    };
    root.addEventListener('bilig:paper', (event) =>
      flushSync(() => (this.#isPrinting = (event as CustomEvent<boolean>).detail)),
    );
    return browserRecord.watch(place.key, listener, this);
  }

  #takeUp(stored: AttemptState | null): void {
    const early = this.#state;
    if (!stored) {
      // Given before the program arrived, it has not been written yet.
      if (early.response !== null && !this.touched) this.answer(early.response);
      return;
    }
    // What was checked meanwhile has been joined with the stored work on its way into the record.
    if (early.used > 0) return;
    this.#state = stored;
    // An answer given before the record was read is the newest one.
    if (early.response !== null && JSON.stringify(early.response) !== JSON.stringify(stored.response))
      this.answer(early.response);
  }
}

interface Where {
  readonly place: ExercisePlace;
  /** What stored answers are held against. */
  readonly signature: string;
}

/** Known from the page once the exercise is in it. */
function whereIs(root: HTMLElement): Where {
  const { exercise = '', signature = '' } = root.closest<HTMLElement>('[data-exercise]')?.dataset ?? {};
  const isReview = root.closest('[data-practice]') !== null;
  const locale = root.closest<HTMLElement>('[lang]')?.lang ?? '';
  const key = isReview ? practiceKey(exercise) : attemptKey(exercise);
  return { place: { key, fullId: exercise, locale, isReview }, signature };
}
