import { foldAnswer, type Locale } from '#language';
import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import { noText, type ExerciseBase, type RichText } from './model.ts';
import { adviseOnReason, reportInnerLists } from './options.ts';
import { plainText } from './plain-text.ts';
import { asText, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

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

function readShortAnswer(node: MarkdownNode, context: ReadContext): ShortAnswerExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  reportInnerLists(block.items, context);
  const accepted = block.items.filter((item) => item.checked);
  const foreseen = block.items.filter((item) => !item.checked);
  for (const item of block.items) reportItem(item, context);
  if (!accepted.length) {
    context.report(
      errorAt(block.place, 'no-correct-option', {
        message: 'No answer is accepted, so nobody could answer this.',
        hint: 'Write at least one accepted answer: `- [x] the answer`. Each language has its own.',
      }),
    );
  }
  const reason = accepted.find((item) => item.reason)?.reason;
  if (accepted.length && !reason) reportReason(accepted[0], 'the right answer', 'below an accepted answer', context);
  adviseOnReason(block.closing, block.place, context);
  if (!block.closing) reportReason(block.items[0], 'any other answer', 'below the list, not indented', context);
  return {
    ...block.base,
    // The quotation below the list answers every other answer here.
    more: null,
    type: 'short-answer',
    accepted: accepted.map((item) => item.content.text),
    foreseen: foreseen.map((item) => ({ answer: item.content.text, reason: item.reason ?? noText })),
    reason: reason ?? noText,
    otherwise: block.closing ?? noText,
  };
}

function reportItem(item: Item, context: ReadContext): void {
  if (item.id !== null) {
    context.report(
      errorAt(item.place, 'exercise-stray-content', {
        message: 'Answers to a <ShortAnswer> carry no id: they are each language’s own.',
        hint: `Remove \`[${item.id}]\`.`,
      }),
    );
  }
  if (!item.content.text) {
    context.report(
      errorAt(item.place, 'option-without-text', {
        message: 'This answer is empty.',
        hint: 'Write it, or remove the line.',
      }),
    );
  }
  adviseOnReason(item.reason, item.place, context);
  if (!item.checked && !item.reason?.text) {
    reportReason(item, `the wrong answer "${item.content.text}"`, 'below it, indented', context);
  }
}

function reportReason(item: Item | undefined, what: string, where: string, context: ReadContext): void {
  if (!item) return;
  context.report(
    errorAt(item.place, 'option-without-reason', {
      message: `There is no reason for ${what}. Learners learn from why, far more than from a mark.`,
      hint: `Write \`> Why this is so.\` ${where}.`,
    }),
  );
}

/** Right when the answer equals an accepted one after folding (case, marks, apostrophes, spacing). */
export function gradeShortAnswer(
  exercise: Pick<ShortAnswerExercise, 'accepted' | 'locale'>,
  response: Response | null,
): Grade {
  const correct = equalsAny(exercise.locale, asText(response), exercise.accepted);
  return { score: correct ? 1 : 0, max: 1, correct, parts: [{ id: 'answer', correct }] };
}

/** The reason that answers a wrong response: the one foreseen for it, or the one for all others. */
export function explainShortAnswer<Reason>(
  exercise: {
    readonly foreseen: readonly { readonly answer: string; readonly reason: Reason }[];
    readonly otherwise: Reason;
    readonly locale: Locale;
  },
  response: string,
): Reason {
  const known = exercise.foreseen.find(({ answer }) => equalsAny(exercise.locale, response, [answer]));
  return known?.reason ?? exercise.otherwise;
}

function equalsAny(locale: Locale, response: string, answers: readonly string[]): boolean {
  const folded = foldAnswer(locale, response);
  return folded !== '' && answers.some((answer) => foldAnswer(locale, answer) === folded);
}

export const shortAnswer: ExerciseType<ShortAnswerExercise> = {
  type: 'short-answer',
  component: 'ShortAnswer',
  interaction: () => 'fill-in',
  read: readShortAnswer,
  grade: gradeShortAnswer,
  solve: (exercise) => exercise.accepted[0] ?? '',
  // Accepted answers are each language's own; only that there are some is common to all.
  keyOf: () => ({}),
  partsOf: () => [],
  linesOf: () => [],
  solutionOf: (exercise) => exercise.accepted.slice(0, 1).map(plainText),
  reasonsOf: (exercise) => [
    ...exercise.accepted.slice(0, 1).map((text) => ({ part: plainText(text), reason: exercise.reason })),
    ...exercise.foreseen.map(({ answer, reason }) => ({ part: plainText(answer), reason })),
  ],
};
