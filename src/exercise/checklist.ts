import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { readNumberMark } from './item-marks.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { asRecord, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

/** From "not at all" to "fully". */
export const checklistRatings = ['0', '1', '2', '3'] as const;
const highest = checklistRatings.length - 1;

export interface Criterion extends Option {
  /** An expert's rating, from 0 (not at all) to 3 (fully). */
  readonly expert: number;
  /** How far from it a rating still agrees. */
  readonly tolerance: number;
}

export interface ChecklistExercise extends ExerciseBase {
  readonly type: 'checklist';
  readonly criteria: readonly Criterion[];
}

function readChecklist(node: MarkdownNode, context: ReadContext): ChecklistExercise | null {
  const block = readBlock(node, { marks: ['expert', 'tolerance'] }, context);
  if (!block) return null;
  reportDuplicateIds(block.items, context);
  reportInnerLists(block.items, context);
  reportTooFew(block.items, 2, 'criteria', context);
  return { ...block.base, type: 'checklist', criteria: block.items.map((item) => readCriterion(item, context)) };
}

function readCriterion(item: Item, context: ReadContext): Criterion {
  const option = readOption(item, context);
  const expert = readNumberMark(item, 'expert', { least: 0, most: highest, example: '2', required: true }, context);
  const tolerance = readNumberMark(item, 'tolerance', { least: 0, most: 2, example: '0' }, context) ?? 1;
  if (expert !== null && expert - tolerance <= 0 && expert + tolerance >= highest) {
    context.report(
      errorAt(item.place, 'tolerance-too-wide', {
        message: `With \`[expert: ${expert}]\` and \`[tolerance: ${tolerance}]\` every rating of "${item.content.text}" is right.`,
        hint: 'Leave `[tolerance: …]` out for 1, or write `[tolerance: 0]`.',
      }),
    );
  }
  return { ...option, expert: expert ?? 0, tolerance };
}

/** One point for each rating that agrees with the expert's within its tolerance. */
export function gradeChecklist(
  { criteria }: { readonly criteria: readonly (Part & Pick<Criterion, 'expert' | 'tolerance'>)[] },
  response: Response | null,
): Grade {
  const given = asRecord(response);
  const parts = criteria.map(({ id, expert, tolerance }) => {
    const rating = checklistRatings.findIndex((value) => value === given[id]);
    return { id, correct: rating >= 0 && Math.abs(rating - expert) <= tolerance };
  });
  const score = parts.filter((part) => part.correct).length;
  return { score, max: parts.length, correct: parts.length > 0 && score === parts.length, parts };
}

export const checklist: ExerciseType<ChecklistExercise> = {
  type: 'checklist',
  component: 'Checklist',
  interaction: () => 'matching',
  read: readChecklist,
  grade: gradeChecklist,
  solve: ({ criteria }) => Object.fromEntries(criteria.map(({ id, expert }) => [id, String(expert)])),
  keyOf: ({ criteria }) =>
    Object.fromEntries(
      [...criteria]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, expert, tolerance }) => [id, [expert, tolerance]]),
    ),
  partsOf: ({ criteria }) => criteria,
  linesOf: ({ criteria }) =>
    criteria.map(({ content }) => ({
      html: `${content.html} (0–${highest})`,
      text: `${content.text} (0–${highest})`,
    })),
  // The names of the ratings are the interface's; a number out of the highest one is read without them.
  solutionOf: ({ criteria }) =>
    criteria.map(({ content, expert }) => ({
      html: `${content.html} → ${expert} / ${highest}`,
      text: `${content.text} → ${expert} / ${highest}`,
    })),
  reasonsOf: ({ criteria }) => criteria.map(({ content, reason }) => ({ part: content, reason })),
};
