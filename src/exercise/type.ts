import type { MarkdownNode, ReadContext } from './markdown.ts';
import type { Exercise, RichText } from './model.ts';

/** Interaction types of SCORM 2004 (RTE 4.2.9) and xAPI (cmi.interaction). */
export type InteractionType = 'choice' | 'true-false' | 'matching' | 'sequencing' | 'fill-in';

/** A part of an exercise, an answer say, and why it is right or wrong. */
export interface Reasoned {
  readonly part: RichText;
  readonly reason: RichText;
}

/** An exercise type describes itself; whatever depends on the type asks here, and nothing switches over types. */
export interface ExerciseType<Kind extends Exercise> {
  readonly type: Kind['type'];
  /** Its name in Markdown. */
  readonly component: string;
  interaction(exercise: Kind): InteractionType;
  /** Reads it from Markdown; null where it cannot be shown at all. Every fault is reported to the context. */
  read(node: MarkdownNode, context: ReadContext): Kind | null;
  /** The language-neutral answer, as plain JSON: equal in all languages. */
  keyOf(exercise: Kind): unknown;
  /** Parts that carry a permanent id. */
  partsOf(exercise: Kind): readonly { readonly id: string }[];
  /** The right answer for reading and print, one entry a line. */
  solutionOf(exercise: Kind): readonly RichText[];
  /** Every reason with the part it belongs to, for reading and print; parts without a reason are left out. */
  reasonsOf(exercise: Kind): readonly Reasoned[];
}
