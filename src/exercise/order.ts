import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { errorAt, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { asList, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

export interface OrderExercise extends ExerciseBase {
  readonly type: 'order';
  /** In the right order. */
  readonly steps: readonly Option[];
}

function readOrder(node: MarkdownNode, context: ReadContext): OrderExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  reportDuplicateIds(block.items, context);
  reportInnerLists(block.items, context);
  reportTooFew(block.items, 3, 'steps', context);
  if (!block.ordered) {
    context.report(
      errorAt(block.lists[0]?.place ?? block.place, 'order-not-numbered', {
        message: 'The steps stand in a list without numbers, so nobody sees that their order is the answer.',
        hint: 'Number them in the right order: `1. [an-id] Text`.',
      }),
    );
  }
  return { ...block.base, type: 'order', steps: block.items.map((item) => readOption(item, context)) };
}

/**
 * The longest run of steps that stand in the right order among themselves, less the one step that any arrangement
 * has, out of the number of steps less one: a single slip costs one point, a full reversal all of them.
 */
export function gradeOrder(exercise: { readonly steps: readonly Part[] }, response: Response | null): Grade {
  const order = asList(response);
  const rank = new Map(exercise.steps.map((step, index) => [step.id, index]));
  const given = [...new Set(order)].flatMap((id) => rank.get(id) ?? []);
  const max = Math.max(exercise.steps.length - 1, 0);
  const score = Math.max(longestRise(given) - 1, 0);
  return {
    score,
    max,
    correct: max > 0 && score === max,
    parts: exercise.steps.map(({ id }, index) => ({ id, correct: order[index] === id })),
  };
}

/** Length of the longest rising subsequence (quadratic; exercises have few steps). */
export function longestRise(numbers: readonly number[]): number {
  const lengths: number[] = [];
  numbers.forEach((value, at) => {
    const before = lengths.filter((_, index) => (numbers[index] ?? 0) < value);
    lengths[at] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...lengths);
}

export const order: ExerciseType<OrderExercise> = {
  type: 'order',
  component: 'Order',
  interaction: () => 'sequencing',
  read: readOrder,
  grade: gradeOrder,
  solve: (exercise) => exercise.steps.map((step) => step.id),
  keyOf: (exercise) => exercise.steps.map((step) => step.id),
  partsOf: (exercise) => exercise.steps,
  linesOf: (exercise) => shuffle(exercise.steps, exercise.id).map(({ content }) => content),
  solutionOf: (exercise) => exercise.steps.map((step) => step.content),
  reasonsOf: (exercise) => exercise.steps.map(({ content, reason }) => ({ part: content, reason })),
};
