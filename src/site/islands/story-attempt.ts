import { Attempt, type Task } from './attempt.svelte.ts';

/** An attempt whose answer is a path: whoever tries again begins at its start. */
export class StoryAttempt extends Attempt {
  readonly #begin: () => void;

  /** @param begin called when the story stands at its start again */
  constructor(task: Task, begin: () => void) {
    super(task);
    this.#begin = begin;
  }

  override proceed(): void {
    const { phase } = this.state;
    if (phase === 'tried') this.answer([]);
    else super.proceed();
    if (phase !== 'open') this.#begin();
  }

  /** Goes back to the start without being asked to be checked. */
  leave(): void {
    this.answer([]);
    this.#begin();
  }
}
