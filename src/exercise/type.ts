import type { Grade } from './attempt.ts';
import type { MarkdownNode, ReadContext } from './markdown.ts';
import type { ExerciseBase, RichText } from './model.ts';
import type { Response } from './response.ts';

/** Interaction types of SCORM 2004 (RTE 4.2.9) and xAPI (cmi.interaction). */
export type InteractionType =
  | 'choice'
  | 'true-false'
  | 'matching'
  | 'sequencing'
  | 'fill-in'
  | 'long-fill-in'
  | 'likert'
  | 'numeric'
  | 'performance'
  | 'other';

/** A part of an exercise, an answer say, and why it is right or wrong. */
export interface Reasoned {
  readonly part: RichText;
  readonly reason: RichText;
}

/** An exercise type describes itself; whatever depends on the type asks here, and nothing switches over types. */
export interface ExerciseType<Kind extends ExerciseBase & { readonly type: string }> {
  readonly type: Kind['type'];
  /** Its name in Markdown. */
  readonly component: string;
  /** Links in it whose address begins with `#` are spans: marked words, not ways to somewhere. */
  readonly spans?: true;
  /** Null for what no learning platform is told of. */
  interaction(exercise: Kind): InteractionType | null;
  /** Reads it from Markdown; null where it cannot be shown at all. Every fault is reported to the context. */
  read(node: MarkdownNode, context: ReadContext): Kind | null;
  /** Grades any response, one of a wrong form included; nothing answered scores nothing. */
  grade(exercise: Kind, response: Response | null): Grade;
  /** A response that earns everything. */
  solve(exercise: Kind): Response;
  /** The language-neutral answer, as plain JSON: equal in all languages. */
  keyOf(exercise: Kind): unknown;
  /** Parts that carry a permanent id. */
  partsOf(exercise: Kind): readonly { readonly id: string }[];
  /** What is read below the question where nothing can be picked (print, EPUB), without the answer; one entry a line. */
  linesOf(exercise: Kind): readonly RichText[];
  /** The right answer for reading and print, one entry a line. */
  solutionOf(exercise: Kind): readonly RichText[];
  /** Every reason with the part it belongs to, for reading and print; parts without a reason are left out. */
  reasonsOf(exercise: Kind): readonly Reasoned[];
}
