import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { errorAt, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

export interface Card extends Option {
  /** Id of the group it belongs to. */
  readonly group: string;
}

export interface Group {
  readonly id: string;
  readonly content: RichText;
}

export interface CategoriseExercise extends ExerciseBase {
  readonly type: 'categorise';
  readonly groups: readonly Group[];
  readonly cards: readonly Card[];
}

function readCategorise(node: MarkdownNode, context: ReadContext): CategoriseExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  const cards = block.items.flatMap((group) => group.items);
  reportDuplicateIds(block.items, context);
  reportDuplicateIds(cards, context);
  reportInnerLists(cards, context);
  reportTooFew(block.items, 2, 'groups', context);
  for (const group of block.items) {
    if (group.items.length) continue;
    context.report(
      errorAt(group.place, 'group-empty', {
        message: `Nothing belongs to "${group.content.text}".`,
        hint: 'Write its items as a list inside it, indented by two spaces: `  - [an-id] Text`.',
      }),
    );
  }
  return {
    ...block.base,
    type: 'categorise',
    groups: block.items.map((group) => {
      const { id, content } = readOption(group, context, { reasonOptional: true });
      return { id, content };
    }),
    cards: block.items.flatMap((group) =>
      group.items.map((item) => ({ ...readOption(item, context), group: group.id ?? '' })),
    ),
  };
}

/** One point for each card in its own group. */
export function gradeCategorise(
  exercise: { readonly cards: readonly (Part & { readonly group: string })[] },
  response: Response | null,
): Grade {
  const given = asRecord(response);
  const parts = exercise.cards.map(({ id, group }) => ({ id, correct: given[id] === group }));
  const score = parts.filter((part) => part.correct).length;
  return { score, max: parts.length, correct: score === parts.length, parts };
}

export const categorise: ExerciseType<CategoriseExercise> = {
  type: 'categorise',
  component: 'Categorise',
  interaction: () => 'matching',
  read: readCategorise,
  grade: gradeCategorise,
  solve: (exercise) => Object.fromEntries(exercise.cards.map((card) => [card.id, card.group])),
  // Sorted, since cards and groups may stand in any order.
  keyOf: (exercise) => exercise.cards.map((card) => [card.id, card.group]).sort(),
  partsOf: (exercise) => [...exercise.groups, ...exercise.cards],
  linesOf: (exercise) => [
    ...exercise.groups.map(({ content }) => content),
    ...shuffle(exercise.cards, exercise.id).map(({ content }) => content),
  ],
  solutionOf: (exercise) =>
    exercise.groups.map((group) => {
      const cards = exercise.cards.filter((card) => card.group === group.id);
      return {
        html: `<strong>${group.content.html}</strong>: ${cards.map((card) => card.content.html).join('; ')}`,
        text: `${group.content.text}: ${cards.map((card) => card.content.text).join('; ')}`,
      };
    }),
  reasonsOf: (exercise) => exercise.cards.map(({ content, reason }) => ({ part: content, reason })),
};
