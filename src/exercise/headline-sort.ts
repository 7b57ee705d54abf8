import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { passesDiscernment, type Discernment, type DiscernmentRates } from './discernment.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { asRecord, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

export interface Headline extends Option {
  /** It may be relied on; otherwise it misleads. */
  readonly sound: boolean;
}

export interface HeadlineSortExercise extends ExerciseBase {
  readonly type: 'headline-sort';
  /** "Not enough information yet" can be answered, too; it is neither right nor a false alarm. */
  readonly unsure: boolean;
  readonly headlines: readonly Headline[];
}

function readHeadlineSort(node: MarkdownNode, context: ReadContext): HeadlineSortExercise | null {
  const block = readBlock(node, { flags: ['unsure'] }, context);
  if (!block) return null;
  const { items } = block;
  reportDuplicateIds(items, context);
  reportInnerLists(items, context);
  reportTooFew(items, 2, 'posts', context);
  for (const item of items) reportUnjudged(item, context);
  const kinds = new Set(items.map((item) => item.checked === true));
  if (items.length > 1 && kinds.size === 1) {
    const [all, other] = kinds.has(true) ? ['sound', 'misleading'] : ['misleading', 'sound'];
    context.report(
      errorAt(block.place, 'headlines-of-one-kind', {
        message: `All of these posts are ${all}, so there is nothing to tell apart.`,
        hint: `Mark the ${other} ones, half of them all: \`${kinds.has(true) ? '- [ ]' : '- [x]'} [an-id] Text\`.`,
      }),
    );
  }
  return {
    ...block.base,
    type: 'headline-sort',
    unsure: block.flags.has('unsure'),
    headlines: items.map((item) => ({ ...readOption(item, context), sound: item.checked === true })),
  };
}

function reportUnjudged(item: Item, context: ReadContext): void {
  if (item.checked !== null) return;
  context.report(
    errorAt(item.place, 'headline-unjudged', {
      message: `Nothing says whether "${item.content.text || item.id}" is sound or misleading.`,
      hint: 'Write `[x]` before its id where it may be relied on, `[ ]` where it misleads.',
    }),
  );
}

/** How a set of posts was judged. What was left undecided stands in neither `missed` nor `trusted`. */
export interface HeadlineCounts extends Discernment {
  /** Misleading posts that were called sound. */
  readonly missed: number;
  /** Sound posts that were called sound. */
  readonly trusted: number;
}

interface Judged {
  readonly headlines: readonly (Part & { readonly sound: boolean })[];
}

export function countHeadlines({ headlines }: Judged, response: Response | null): HeadlineCounts {
  const given = asRecord(response);
  const count = (sound: boolean, answer: string) =>
    headlines.filter((headline) => headline.sound === sound && given[headline.id] === answer).length;
  const sound = headlines.filter((headline) => headline.sound).length;
  return {
    hits: count(false, 'misleading'),
    missed: count(false, 'sound'),
    trusted: count(true, 'sound'),
    falseAlarms: count(true, 'misleading'),
    misleading: headlines.length - sound,
    sound,
  };
}

/** How many of each kind were judged rightly. */
export function headlineRates({ hits, misleading, trusted, sound }: HeadlineCounts): DiscernmentRates {
  return { caught: hits, misleading, trusted, sound };
}

/** The mean of two rates, misleading posts caught and sound ones trusted; right where both are high enough. */
export function gradeHeadlineSort(exercise: Judged, response: Response | null): Grade {
  const given = asRecord(response);
  const counts = countHeadlines(exercise, response);
  const { hits, falseAlarms, misleading, sound, trusted } = counts;
  const rates = [...(misleading ? [hits / misleading] : []), ...(sound ? [trusted / sound] : [])];
  return {
    score: rates.reduce((sum, rate) => sum + rate, 0) / (rates.length || 1),
    max: 1,
    correct: rates.length > 0 && passesDiscernment(headlineRates(counts)),
    parts: exercise.headlines.map(({ id, sound: isSound }) => ({
      id,
      correct: given[id] === (isSound ? 'sound' : 'misleading'),
    })),
    discernment: { hits, falseAlarms, misleading, sound },
  };
}

export const headlineSort: ExerciseType<HeadlineSortExercise> = {
  type: 'headline-sort',
  component: 'HeadlineSort',
  interaction: () => 'performance',
  read: readHeadlineSort,
  grade: gradeHeadlineSort,
  solve: ({ headlines }) => Object.fromEntries(headlines.map(({ id, sound }) => [id, sound ? 'sound' : 'misleading'])),
  keyOf: ({ headlines, unsure }) => ({ unsure, sound: headlines.flatMap(({ id, sound }) => (sound ? id : [])).sort() }),
  partsOf: ({ headlines }) => headlines,
  linesOf: ({ headlines }) => headlines.map(({ content }) => content),
  solutionOf: ({ headlines }) => headlines.flatMap(({ content, sound }) => (sound ? content : [])),
  reasonsOf: ({ headlines }) => headlines.map(({ content, reason }) => ({ part: content, reason })),
};
