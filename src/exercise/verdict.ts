import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import type { Discernment } from './discernment.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists } from './options.ts';
import { asText, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

export type VerdictValue = 'true' | 'false' | 'unsure';

export interface VerdictExercise extends ExerciseBase {
  readonly type: 'verdict';
  /** An option with an empty content takes its label from the interface. */
  readonly options: readonly (Option & { readonly id: VerdictValue })[];
  readonly key: VerdictValue;
}

const values: readonly VerdictValue[] = ['true', 'false', 'unsure'];

function isVerdictValue(id: string | null): id is VerdictValue {
  return values.some((value) => value === id);
}

function readVerdict(node: MarkdownNode, context: ReadContext): VerdictExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  reportDuplicateIds(block.items, context);
  reportInnerLists(block.items, context);
  for (const item of block.items) reportUnknownValue(item, context);
  const missing = ['true', 'false'].filter((value) => !block.items.some((item) => item.id === value));
  if (missing.length) {
    context.report(
      errorAt(block.place, 'options-too-few', {
        message: `A verdict needs both answers; ${missing.map((value) => `[${value}]`).join(' and ')} is missing.`,
        hint: `Add \`- [ ] [${missing[0]}]\` and below it the reason as \`> …\`.`,
      }),
    );
  }
  const right = block.items.filter((item) => item.checked);
  if (right.length !== 1) {
    context.report(
      errorAt(right[1]?.place ?? block.place, right.length ? 'several-correct-options' : 'no-correct-option', {
        message: right.length ? 'A verdict has one right answer, not several.' : 'No answer is marked as right.',
        hint: 'Write `[x]` before the right answer and `[ ]` before the others.',
      }),
    );
  }
  const key = right[0]?.id ?? null;
  return {
    ...block.base,
    type: 'verdict',
    options: block.items.map((item) => ({
      ...readOption(item, context, { textOptional: true, fixedIds: values }),
      id: isVerdictValue(item.id) ? item.id : 'unsure',
    })),
    key: isVerdictValue(key) ? key : 'unsure',
  };
}

function reportUnknownValue(item: Item, context: ReadContext): void {
  if (item.id === null || isVerdictValue(item.id)) return;
  context.report(
    errorAt(item.place, 'verdict-option-unknown', {
      message: `A verdict has no answer "${item.id}".`,
      hint: 'Its answers are `[true]`, `[false]` and `[unsure]`; write the label you want after the id.',
    }),
  );
}

/** Right or not; a verdict that can be sound or misleading counts in discernment as a set of one. */
export function gradeVerdict(
  exercise: Pick<VerdictExercise, 'key'> & { readonly options: readonly Part[] },
  response: Response | null,
): Grade {
  const given = asText(response);
  const correct = given === exercise.key;
  return {
    score: correct ? 1 : 0,
    max: 1,
    correct,
    parts: exercise.options.map(({ id }) => ({ id, correct: (id === given) === (id === exercise.key) })),
    ...(exercise.key === 'unsure' ? {} : { discernment: countVerdict(exercise.key, given) }),
  };
}

function countVerdict(key: VerdictValue, given: string): Discernment {
  const flagged = given === 'false' ? 1 : 0;
  return key === 'false'
    ? { hits: flagged, falseAlarms: 0, misleading: 1, sound: 0 }
    : { hits: 0, falseAlarms: flagged, misleading: 0, sound: 1 };
}

export const verdict: ExerciseType<VerdictExercise> = {
  type: 'verdict',
  component: 'Verdict',
  interaction: (exercise) => (exercise.options.length === 2 ? 'true-false' : 'choice'),
  read: readVerdict,
  grade: gradeVerdict,
  solve: (exercise) => exercise.key,
  keyOf: (exercise) => ({ key: exercise.key, confidence: exercise.confidence }),
  partsOf: (exercise) => exercise.options,
  linesOf: (exercise) => exercise.options.map(({ content }) => content),
  solutionOf: (exercise) => exercise.options.filter((option) => option.id === exercise.key).map((o) => o.content),
  reasonsOf: (exercise) => exercise.options.map(({ content, reason }) => ({ part: content, reason })),
};
