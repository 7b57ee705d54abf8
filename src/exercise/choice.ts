import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { adviceAt, errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { asList, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

export interface ChoiceExercise extends ExerciseBase {
  readonly type: 'choice';
  /** Several options may be right and are to be found. */
  readonly many: boolean;
  readonly options: readonly Option[];
  /** Ids of the right options. */
  readonly key: readonly string[];
}

function readChoice(node: MarkdownNode, context: ReadContext): ChoiceExercise | null {
  const block = readBlock(node, { flags: ['many'] }, context);
  if (!block) return null;
  const { items } = block;
  const many = block.flags.has('many');
  reportDuplicateIds(items, context);
  reportInnerLists(items, context);
  reportTooFew(items, 2, 'options', context);
  const right = items.filter((item) => item.checked);
  if (right.length === 0) {
    context.report(
      errorAt(block.place, 'no-correct-option', {
        message: 'No option is marked as right, so nobody could answer this.',
        hint: 'Write `[x]` in place of `[ ]` before the right option.',
      }),
    );
  }
  if (right.length > 1 && !many) {
    context.report(
      errorAt(right[1]?.place ?? block.place, 'several-correct-options', {
        message: `${right.length} options are marked as right, but only one can be chosen.`,
        hint: 'Leave one `[x]`, or write `<Choice many …>` to let the learner pick several.',
      }),
    );
  }
  adviseOnLength(items, context);
  return {
    ...block.base,
    type: 'choice',
    many,
    options: items.map((item) => readOption(item, context)),
    key: right.map((item) => item.id ?? ''),
  };
}

const longestShare = 1.3;
const longestDifference = 20;

/**
 * Advises on a right answer that is the longest by far: who has not read the lesson picks it for that. Item writers are
 * to keep the lengths of options about equal (Haladyna, Downing and Rodriguez 2002).
 */
function adviseOnLength(items: readonly Item[], context: ReadContext): void {
  const [right, ...others] = items.filter((item) => item.checked);
  if (!right || others.length > 0 || items.length < 2) return;
  const lengthOf = ({ content }: Item) => [...content.text].length;
  const [own, next] = [lengthOf(right), Math.max(...items.filter((item) => item !== right).map(lengthOf))];
  if (own <= next * longestShare || own - next < longestDifference) return;
  context.report(
    adviceAt(right.place, 'answer-longest', {
      message: `The right option has ${own} characters and the longest of the others ${next}, so it can be picked for its length.`,
      hint: 'Say it shorter, or give the others as much detail; what tells them apart should be what the lesson teaches.',
    }),
  );
}

/** One: right or not. Several: right picks less wrong picks, never below nothing, out of the number of right options. */
export function gradeChoice(
  exercise: Pick<ChoiceExercise, 'key'> & { readonly options: readonly Part[] },
  response: Response | null,
): Grade {
  const picked = new Set(asList(response));
  const key = new Set(exercise.key);
  const known = exercise.options.filter((option) => picked.has(option.id));
  const right = known.filter((option) => key.has(option.id)).length;
  const wrong = known.length - right;
  return {
    score: Math.max(0, right - wrong),
    max: key.size,
    correct: right === key.size && wrong === 0,
    parts: exercise.options.map(({ id }) => ({ id, correct: picked.has(id) === key.has(id) })),
  };
}

export const choice: ExerciseType<ChoiceExercise> = {
  type: 'choice',
  component: 'Choice',
  interaction: () => 'choice',
  read: readChoice,
  grade: gradeChoice,
  solve: (exercise) => exercise.key,
  keyOf: (exercise) => ({ many: exercise.many, key: [...exercise.key].sort() }),
  partsOf: (exercise) => exercise.options,
  linesOf: (exercise) => exercise.options.map(({ content }) => content),
  solutionOf: (exercise) => exercise.options.filter((option) => exercise.key.includes(option.id)).map((o) => o.content),
  reasonsOf: (exercise) => exercise.options.map(({ content, reason }) => ({ part: content, reason })),
};
