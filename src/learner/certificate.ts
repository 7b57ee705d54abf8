import type { DiscernmentRates } from '#exercise';
import type { Achievement, Share } from './completion.ts';

/** What a certificate says. It is written down by its own learner, and nobody has checked it. */
export interface Certificate {
  /** Permanent id of the course. */
  readonly course: string;
  /** BCP 47 tag of the language that the sheet is in. */
  readonly locale: string;
  /** As the learner wrote it, tidied by `tidyName`; empty where none is given. */
  readonly name: string;
  /** The day of completion, where the learner was: `2026-11-23`. */
  readonly day: string;
  readonly lessons: Share;
  readonly exercises: Share;
  /** Mean of the best scores in whole percent; null where the course has no exercise with points. */
  readonly percent: number | null;
  readonly discernment: DiscernmentRates | null;
}

/** The certificate of what has been achieved in a course. */
export function certificateOf(
  { lessons, exercises, score, discernment }: Achievement,
  who: Pick<Certificate, 'course' | 'locale' | 'name' | 'day'>,
): Certificate {
  return { ...who, lessons, exercises, percent: score === null ? null : percentOf(score), discernment };
}

/** Letters of a name: a first name, a father's and a family's fit in, with room to spare. */
export const maxNameLength = 60;

/**
 * A name as it can be shown, printed and written into a code: composed (NFC), in one line, without characters that
 * nobody sees or that turn the direction of the text around them, with no more than two marks on a letter, and no longer
 * than a name is. Tidying again changes nothing.
 */
export function tidyName(text: string): string {
  const tidy = text
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return [...tidy].slice(0, maxNameLength).join('').trim();
}

/** A score as a sheet names it: rounded down, so that nobody reads a rule as met that is not. */
export function percentOf(score: number): number {
  return Math.floor(score * 100 + 1e-9);
}
