import type { Response } from '#exercise';
import type { ExerciseOutline } from './outline.ts';
import type { Outcome } from './outcome.ts';

/** How a platform has opened the module. In the last two nothing is written down. */
export type LaunchMode = 'normal' | 'browse' | 'review';

/** What a platform says when the module is opened. */
export interface Launch {
  readonly mode: LaunchMode;
  /** What was last kept; empty at the first opening. */
  readonly state: string;
  /** Languages that the learner has chosen there, as tags of BCP 47 parted by commas; null where nobody says. */
  readonly language: string | null;
  /** The share of the points that the platform asks for, from 0 to 1; null where the module's own is asked for. */
  readonly pass: number | null;
}

/** A checked answer. */
export interface CheckedAnswer {
  /** course/module/lesson/exercise */
  readonly fullId: string;
  readonly exercise: ExerciseOutline;
  readonly response: Response;
  readonly correct: boolean;
  /** The share of the points, from 0 to 1. */
  readonly score: number;
  /** How sure the learner was, from 1 to 3; null where it was not asked. */
  readonly confidence: number | null;
  /** Hints shown before it. */
  readonly hints: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The language in which it was read. */
  readonly locale: string;
  /** The exercise's question in that language. */
  readonly description: string;
}

/** Everything that a platform is told. */
export interface Report {
  readonly state: string;
  /** The open lesson, without its course and module; empty before there is one. */
  readonly place: string;
  /** Since the last report, the oldest first. Each is handed over once: what did not arrive is the back end's to keep. */
  readonly answers: readonly CheckedAnswer[];
  readonly outcome: Outcome;
  /** Of this session. */
  readonly seconds: number;
}

/** A way of talking to a platform. No method throws or rejects. */
export interface BackEnd {
  readonly kind: 'none' | 'scorm12' | 'scorm2004' | 'cmi5';
  /** Characters that the kept state may have. */
  readonly room: number;
  /** Null where the platform does not answer: the module then works without. */
  open(): Launch | null | Promise<Launch | null>;
  /** Tells and has it stored. @returns false where it did not arrive and is to be told again */
  send(report: Report): boolean | Promise<boolean>;
  /** The last thing that is told; on its way when this returns. Nothing may be asked of the platform afterwards. */
  finish(report: Report): void | Promise<void>;
  /** Where the learner goes after leaving; null where the platform takes care of that. */
  readonly exit: string | null;
}

/** The id of an interaction: letters, digits, hyphens and one underscore, which no id has. */
export function interactionId(fullId: string): string {
  return fullId.split('/').slice(-2).join('_');
}

/** A fraction as hundredths, rounded down: nobody reads the share that was asked for and has not passed. */
export function percentOf(score: number): string {
  return String(Math.floor(score * 10_000 + 1e-6) / 100);
}
