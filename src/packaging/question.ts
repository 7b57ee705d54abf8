import type { Locale } from '#language';
import type { Markup } from './markup.ts';

/** A picture of a question. In markup it is an `img` whose `src` is the picture's name; a writer gives it its address. */
export interface Picture {
  /** Its path in the content folder. */
  readonly path: string;
  /** A file name of its own, in ASCII. */
  readonly name: string;
}

/** A part of an exercise with the reason that is read after the answer. */
export interface Reason {
  readonly part: Markup;
  readonly reason: Markup;
}

/** An answer to choose. */
export interface ChoiceOption {
  readonly id: string;
  readonly content: Markup;
  readonly reason: Markup;
  /** What choosing it earns, in points; below nothing where it costs. */
  readonly credit: number;
}

/** One answer, or with `many` every answer that fits. */
export interface ChoiceForm {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly options: readonly ChoiceOption[];
  /** The answers may stand in any order; those of a scale or a verdict have one of their own. */
  readonly shuffle: boolean;
}

/** Something to which a target is assigned. */
export interface Stem {
  readonly id: string;
  readonly content: Markup;
  readonly reason: Markup;
  /** What each target earns here, in points, by the target's id; others earn nothing. */
  readonly credits: Readonly<Record<string, number>>;
}

export interface Target {
  readonly id: string;
  readonly content: Markup;
  /** Read by whoever chooses it, whatever the stem. */
  readonly reason: Markup;
}

/** A piece of a text with gaps: words, or the id of the stem that is filled in there. */
export type GapPiece = { readonly words: Markup } | { readonly gap: string };

/** To each stem its target. */
export interface MatchForm {
  readonly kind: 'match';
  readonly stems: readonly Stem[];
  readonly targets: readonly Target[];
  /** A target can be used for one stem only. */
  readonly once: boolean;
  /** Each stem is judged by itself, so that a form without a reason for each makes it a question of its own. */
  readonly apart: boolean;
  /** Paragraphs in which the stems are gaps; null where the stems speak for themselves. */
  readonly passage: readonly (readonly GapPiece[])[] | null;
}

/** A piece of a text with words to mark: plain words, or the id of an option whose content stands there. */
export type MarkPiece = { readonly words: Markup } | { readonly mark: string };

/** Words of a text to mark. */
export interface HottextForm {
  readonly kind: 'hottext';
  readonly passage: readonly (readonly MarkPiece[])[];
  readonly options: readonly ChoiceOption[];
}

/** Steps to put in order. */
export interface OrderForm {
  readonly kind: 'order';
  /** In the right order. */
  readonly steps: readonly { readonly id: string; readonly content: Markup; readonly reason: Markup }[];
}

/** A number on a scale. */
export interface ScaleForm {
  readonly kind: 'scale';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Null where no number is wrong. */
  readonly target: { readonly from: number; readonly to: number } | null;
  /** The reason for a number below, in and above the target; `any` for one without a target. */
  readonly reasons: Readonly<Partial<Record<'below' | 'within' | 'above' | 'any', Markup>>>;
}

/** A word or two to write. */
export interface ShortTextForm {
  readonly kind: 'short-text';
  /** Every spelling that is right, the one to show first. */
  readonly accepted: readonly string[];
  readonly reason: Markup;
  readonly foreseen: readonly { readonly answers: readonly string[]; readonly reason: Markup }[];
  readonly otherwise: Markup;
}

/** A text of one's own, which no program marks. */
export interface EssayForm {
  readonly kind: 'essay';
  /** What a good text has, for whoever marks it. */
  readonly guide: Markup;
  readonly lines: number;
}

export type Form = ChoiceForm | MatchForm | HottextForm | OrderForm | ScaleForm | ShortTextForm | EssayForm;

/** A question of a bank, before any format. */
export interface Question<Of extends Form = Form> {
  /** course/module/lesson/exercise, and the part where an exercise makes several questions: permanent, ASCII. */
  readonly id: string;
  /** For teachers who look for it: the lesson's number and title, the exercise's number and id. */
  readonly name: string;
  readonly locale: Locale;
  /** Blocks. */
  readonly prompt: Markup;
  readonly hints: readonly string[];
  /** The most that can be earned; nothing for a question that is not marked. */
  readonly points: number;
  readonly pictures: readonly Picture[];
  /** Reasons of parts that stand in no option of the form. */
  readonly reasons: readonly Reason[];
  /** What is read below all reasons: the fuller reason, the way to the lesson, the licence. Blocks. */
  readonly closing: Markup;
  readonly tags: readonly string[];
  readonly form: Of;
}

/** True for a question of one form; narrows its type. */
export function hasForm<Kind extends Form['kind']>(
  question: Question,
  kind: Kind,
): question is Question<Extract<Form, { kind: Kind }>> {
  return question.form.kind === kind;
}
