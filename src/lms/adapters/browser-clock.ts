import type { Clock } from '../tracker.ts';

/** Milliseconds after something was pressed in which nothing else is done. */
const afterInput = 300;
/** Milliseconds after which it is done all the same. */
const longestWait = 3_000;

export interface BrowserClock extends Clock {
  /** Waits also for what is pressed in this window. */
  watch(window: Window): void;
}

/**
 * A clock whose tasks are done when nobody waits: SCORM's calls block the page until the platform has answered, so they
 * come when the last answer's result is on the screen and nothing is being pressed.
 */
export function createBrowserClock(): BrowserClock {
  let pressed = -Infinity;
  const whenIdle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 50));
  return {
    now: Date.now,
    watch: (watched) => {
      for (const type of ['pointerdown', 'keydown', 'input'])
        watched.addEventListener(type, () => (pressed = performance.now()), { capture: true, passive: true });
    },
    later: (milliseconds, task) => {
      let isOff = false;
      const due = performance.now() + milliseconds;
      const run = () => {
        if (isOff) return;
        const now = performance.now();
        if (now - pressed < afterInput && now - due < longestWait) setTimeout(run, afterInput);
        else whenIdle(() => isOff || task(), { timeout: 1_000 });
      };
      setTimeout(run, milliseconds);
      return () => void (isOff = true);
    },
  };
}
