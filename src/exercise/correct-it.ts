import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { readFixedGroups } from './fixed-groups.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists } from './options.ts';
import { longestRise } from './order.ts';
import { asList, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

/** The parts of a correction that holds, in their order (Debunking Handbook 2020). */
export const correctionParts = ['fact', 'warning', 'fallacy', 'fact-again'] as const;

export type CorrectionPart = (typeof correctionParts)[number];

/** What grading knows of a card. */
export interface CorrectionCard extends Part {
  readonly group: CorrectionPart;
  readonly right: boolean;
}

export interface CorrectItExercise extends ExerciseBase {
  readonly type: 'correct-it';
  /** The author's labels of the four parts. */
  readonly groups: readonly { readonly id: CorrectionPart; readonly content: RichText }[];
  readonly cards: readonly (Option & CorrectionCard)[];
}

function readCorrectIt(node: MarkdownNode, context: ReadContext): CorrectItExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  const groups = readFixedGroups(block, { ids: correctionParts, ordered: true }, context);
  const items = groups.flatMap((group) => group.items);
  reportDuplicateIds(items, context);
  reportInnerLists(items, context);
  for (const item of items) reportUnmarked(item, context);
  for (const item of block.items) reportNoRightCard(item, context);
  return {
    ...block.base,
    type: 'correct-it',
    groups: groups.map(({ id, content }) => ({ id, content })),
    cards: groups.flatMap((group) =>
      group.items.map((item) => ({ ...readOption(item, context), group: group.id, right: item.checked === true })),
    ),
  };
}

function reportUnmarked(card: Item, context: ReadContext): void {
  if (card.checked !== null) return;
  context.report(
    errorAt(card.place, 'card-unmarked', {
      message: `"${card.content.text}" does not say whether it is a good card for its part or a bad one.`,
      hint: 'Write `[x]` before its id where it does its part well, and `[ ]` where it does not.',
    }),
  );
}

function reportNoRightCard(group: Item, context: ReadContext): void {
  const isPart = correctionParts.some((part) => part === group.id);
  // An unmarked card has been told of; it may be the right one.
  if (!isPart || !group.items.length || group.items.some(({ checked }) => checked !== false)) return;
  context.report(
    errorAt(group.place, 'no-correct-option', {
      message: `No card of "${group.content.text}" is marked as right, so this part of the correction could never be there.`,
      hint: 'Write `[x]` before the card that does it well, and `[ ]` before the others.',
    }),
  );
}

// Four parts at 3 points and three steps of order at 1: exactly 80 and 20 percent. What a correction says matters more
// than the order in which it says it (Swire-Thompson and others 2021).
const pointsOfPart = 3;

/** How many cards are chosen: one for each part. */
export const correctionLength = correctionParts.length;

/**
 * Three points for each of the four parts that has a right card among the four chosen, wherever it stands; up to three
 * more for their order, counted as in an exercise of steps.
 */
export function gradeCorrectIt(
  exercise: { readonly cards: readonly CorrectionCard[] },
  response: Response | null,
): Grade {
  const cards = new Map(exercise.cards.map((card) => [card.id, card]));
  const chosen = asList(response)
    .slice(0, correctionLength)
    .flatMap((id) => cards.get(id) ?? [])
    .filter(({ right }) => right);
  const parts = correctionParts.map((id) => ({ id, correct: chosen.some(({ group }) => group === id) }));
  const present = parts.filter(({ correct }) => correct).length;
  const rise = longestRise(chosen.map(({ group }) => correctionParts.indexOf(group)));
  const max = correctionLength * pointsOfPart + correctionLength - 1;
  const score = present * pointsOfPart + Math.max(rise - 1, 0);
  return { score, max, correct: score === max, parts };
}

export const correctIt: ExerciseType<CorrectItExercise> = {
  type: 'correct-it',
  component: 'CorrectIt',
  // The response is a row of cards; which part a card is follows from the card.
  interaction: () => 'sequencing',
  read: readCorrectIt,
  grade: gradeCorrectIt,
  solve: ({ cards }) =>
    correctionParts.flatMap((part) => cards.find(({ group, right }) => group === part && right)?.id ?? []),
  keyOf: ({ cards }) => cards.map(({ id, group, right }) => [id, group, right]).sort(),
  partsOf: ({ cards }) => cards,
  // Without the labels: in their order they would be half of the answer.
  linesOf: (exercise) => shuffle(exercise.cards, exercise.id).map(({ content }) => content),
  solutionOf: (exercise) =>
    exercise.groups.map((group) => {
      const right = exercise.cards.filter((card) => card.group === group.id && card.right);
      return {
        html: `<strong>${group.content.html}</strong>: ${right.map(({ content }) => content.html).join('; ')}`,
        text: `${group.content.text}: ${right.map(({ content }) => content.text).join('; ')}`,
      };
    }),
  reasonsOf: (exercise) => exercise.cards.map(({ content, reason }) => ({ part: content, reason })),
};
