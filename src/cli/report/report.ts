import type { Problem } from '#problem';

/** What a check has found, as a reporter gets it. */
export interface CheckReport {
  /** In the order of files and lines; files are named from where the command was called. */
  readonly problems: readonly Problem[];
  /** How many files were read, and how many of them mended. */
  readonly read: number;
  readonly fixed: number;
  /** The text of the line that a problem names; null where there is none. */
  lineOf(problem: Problem): string | null;
}

/** Writes a report in one form. */
export type Reporter = (report: CheckReport, style: { readonly colours: boolean }) => string;
