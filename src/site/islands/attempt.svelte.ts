import { advanceAttempt, freshAttempt, isDone, type AttemptAction, type Grade, type Response } from '#exercise';
import { attemptKey, formatAttempt, parseAttempt } from '#learner';
import { browserStore } from '#learner/adapters/browser-store';
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
  state = $state.raw(freshAttempt);
  /** An object of its own at each vain check, so that it is announced again. */
  gap = $state.raw<{ readonly kind: Gap } | null>(null);
  /** True once the learner has done something: what is restored is not announced. */
  touched = $state(false);
  readonly words: IslandWords;
  readonly #task: Task;
  /** course/module/lesson/exercise, and what its stored answers are held against; known once `start` was called. */
  #fullId = '';
  #signature = '';

  constructor(task: Task) {
    this.#task = task;
    this.words = { ...(task.exercise.words?.() ?? readWords()), ...task.words };
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
    this.touched = true;
    this.gap = null;
    this.state = advanceAttempt(this.state, action, { attempts, hints: hints.length });
    browserStore.write(attemptKey(this.#fullId), formatAttempt(this.state, this.#signature));
    document.dispatchEvent(new CustomEvent('bilig:attempt', { detail: { fullId: this.#fullId } }));
  }

  answer(response: Response): void {
    this.act({ type: 'answer', response });
  }

  /** What the main button does: check, then try again, then start again. */
  proceed(): void {
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
    const { exercise = '', signature = '' } = root.closest<HTMLElement>('[data-exercise]')?.dataset ?? {};
    this.#fullId = exercise;
    this.#signature = signature;
    const key = attemptKey(exercise);
    const early = this.state.response;
    this.state = parseAttempt(browserStore.read(key), signature) ?? freshAttempt;
    // An answer given before the program arrived is the newest one.
    if (early !== null && JSON.stringify(early) !== JSON.stringify(this.state.response)) this.answer(early);
    return browserStore.watch(key, (json) => {
      const isEditing = document.hasFocus() && root.contains(document.activeElement);
      if (isEditing) return;
      this.state = parseAttempt(json, signature) ?? freshAttempt;
      this.gap = null;
    });
  }
}
