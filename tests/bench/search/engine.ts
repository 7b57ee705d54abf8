import type { Locale } from '#language';
import type { BenchPage } from './pages.ts';
import type { Load } from './traffic.ts';

/** A built index on disk and what it weighs in all, in bytes on the wire. */
export interface Weight {
  /** Everything that finding and titles need. */
  readonly index: number;
  /** The same with the texts that excerpts are cut from; equal to `index` where the engine keeps none. */
  readonly withTexts: number;
  readonly files: number;
}

/** The pages that were found, by their paths. */
export interface Answer {
  /** The first five with their titles, best first. */
  readonly first: readonly string[];
  /** Files fetched for them, and for the excerpts of the five after that. */
  readonly load: Load;
  readonly excerpts: Load;
  /** Time that the processor worked on the first five, whatever else the machine had to do. */
  readonly milliseconds: number;
}

/** A reader's search box, opened anew: nothing is cached but the scripts. */
export interface Session {
  ask(query: string): Promise<Answer>;
  /** Paths of all pages found. */
  findAll(query: string): Promise<readonly string[]>;
}

export interface BuiltIndex {
  readonly weight: Weight;
  /** Scripts that a reader's browser fetches before it can ask, and those of their trips that nothing else shares. */
  readonly scripts: Load;
  open(): Promise<Session>;
}

/** A search engine for static sites. */
export interface Engine {
  readonly name: string;
  /**
   * Builds the index into a folder and returns what that took.
   * @throws where the engine cannot be had on this machine
   */
  build(locale: Locale, pages: readonly BenchPage[], folder: string): Promise<BuildCost>;
  load(locale: Locale, folder: string): Promise<BuiltIndex>;
}

export interface BuildCost {
  /** By the clock, and of processor time on all cores; null where the system does not tell. */
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  /** Most memory held at once in bytes, where the engine is a program of its own; else that of the process that called it. */
  readonly peak: number | null;
}
