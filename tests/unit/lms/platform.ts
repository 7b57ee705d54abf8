import type { Clock } from '#lms';

/** A clock that stands still until it is moved; what is due is done in order. */
export class TestClock implements Clock {
  #now = Date.UTC(2026, 10, 26, 9, 30);
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  later(milliseconds: number, task: () => void): () => void {
    const entry = { at: this.#now + milliseconds, task };
    this.#tasks.push(entry);
    return () => void (this.#tasks = this.#tasks.filter((one) => one !== entry));
  }

  /** Lets time go by. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      const next = this.#tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#tasks = this.#tasks.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.task();
      // What the task has begun goes on before the next one.
      await new Promise((done) => setImmediate(done));
    }
    this.#now = until;
  }
}
