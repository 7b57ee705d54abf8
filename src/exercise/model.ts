import type { Locale } from '#language';
import type { Place } from '#problem';

/** A piece of Markdown ready to show (`html`, safe by construction) and to read aloud, search or print (`text`). */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

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
  /** Skill tags, such as `LAT`; empty means the lesson's. */
  readonly skills: readonly string[];
  /** Where it stands in its file, for messages. */
  readonly place: Place;
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

export interface ChoiceExercise extends ExerciseBase {
  readonly type: 'choice';
  /** Several options may be right and are to be found. */
  readonly many: boolean;
  readonly options: readonly Option[];
  /** Ids of the right options. */
  readonly key: readonly string[];
}

export type VerdictValue = 'true' | 'false' | 'unsure';

export interface VerdictExercise extends ExerciseBase {
  readonly type: 'verdict';
  /** Asks how sure the learner is (1 to 3); never part of a score. */
  readonly confidence: boolean;
  /** An option with an empty content takes its label from the interface. */
  readonly options: readonly (Option & { readonly id: VerdictValue })[];
  readonly key: VerdictValue;
}

export interface Pair extends Option {
  readonly partner: RichText;
}

export interface MatchExercise extends ExerciseBase {
  readonly type: 'match';
  readonly pairs: readonly Pair[];
  /** Partners that fit nothing; `content` is the partner's text. */
  readonly spares: readonly Option[];
}

export interface Card extends Option {
  /** Id of the group it belongs to. */
  readonly group: string;
}

export interface CategoriseExercise extends ExerciseBase {
  readonly type: 'categorise';
  readonly groups: readonly { readonly id: string; readonly content: RichText }[];
  readonly cards: readonly Card[];
}

export interface OrderExercise extends ExerciseBase {
  readonly type: 'order';
  /** In the right order. */
  readonly steps: readonly Option[];
}

export interface ShortAnswerExercise extends ExerciseBase {
  readonly type: 'short-answer';
  /** Answers of this language, the first one as it is shown. */
  readonly accepted: readonly string[];
  /** Likely wrong answers with a reason of their own. */
  readonly foreseen: readonly { readonly answer: string; readonly reason: RichText }[];
  /** Shown with the right answer. */
  readonly reason: RichText;
  /** Shown with any other answer. */
  readonly otherwise: RichText;
}

export type Exercise =
  ChoiceExercise | VerdictExercise | MatchExercise | CategoriseExercise | OrderExercise | ShortAnswerExercise;

export type ExerciseKind = Exercise['type'];
