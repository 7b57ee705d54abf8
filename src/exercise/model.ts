import type { Locale } from '#language';
import type { Place } from '#problem';

/** A piece of Markdown ready to show (`html`, safe by construction) and to read aloud, search or print (`text`). */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

export const noText: RichText = { html: '', text: '' };

/** What every exercise has, whatever its type. Ids are permanent and the same in all languages. */
export interface ExerciseBase {
  /** Unique in its lesson, `[a-z][a-z0-9-]*`. */
  readonly id: string;
  readonly locale: Locale;
  readonly prompt: RichText;
  /** Steps of help, from gentle to telling. */
  readonly hints: readonly string[];
  /** How often an answer may be checked before the solution is shown (1 to 5). */
  readonly attempts: number;
  /** Its material is invented, which the page says in words. */
  readonly invented: boolean;
  /** A warm-up question that counts in no total. */
  readonly ungraded: boolean;
  /** Asks how sure the learner is (1 to 3); never part of a score. */
  readonly confidence: boolean;
  /** Skill tags, such as `LAT`; empty means the lesson's. */
  readonly skills: readonly string[];
  /** Address of the section that explains it, relative as in the browser; null where the author names none. */
  readonly see: string | null;
  /** The fuller reason: shown with the answer, and at once to a learner who was certain and wrong. */
  readonly more: RichText | null;
  /** Where it stands in its file, for messages. */
  readonly place: Place;
  /** Where its Markdown stands in the file, as offsets. */
  readonly source: { readonly start: number; readonly end: number };
}

/** Something a learner can pick, with the reason shown after the attempt. */
export interface Option {
  readonly id: string;
  readonly content: RichText;
  readonly reason: RichText;
}

/** A part as far as grading is concerned; islands keep its words in another form. */
export interface Part {
  readonly id: string;
}
