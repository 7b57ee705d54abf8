import type { ContentReading } from '#course';
import type { Problem } from '#problem';

/**
 * The content of a running development server, read and checked once for everybody in its process: the terminal's
 * report, and the pages, which Astro loads anew for each of its environments.
 */
export interface LiveContent {
  /** The content as it is now; the same object as long as nothing has changed. */
  read(): ContentReading;
  /** Everything that is wrong with it. */
  check(): readonly Problem[];
  /** A file of it has changed; known by its whole path. */
  note(path: string): void;
  /** How many changes have been noted: a page that was made after fewer is not the newest. */
  readonly changes: number;
}

// Modules of the configuration and of the pages are not the same objects, but they share what is global.
const key = Symbol.for('bilig.live-content');
const shared = globalThis as { [key]?: LiveContent };

/** The live content of this process, or undefined where no development server runs in it. */
export function liveContent(): LiveContent | undefined {
  return shared[key];
}

export function shareLiveContent(live: LiveContent): void {
  shared[key] = live;
}
