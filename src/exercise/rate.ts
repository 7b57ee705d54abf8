import type { Grade } from './attempt.ts';
import { readBlock, type ExerciseBlock } from './block.ts';
import { readNumberMark } from './item-marks.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Part, RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists } from './options.ts';
import { plainText } from './plain-text.ts';
import { readScale, readWhole, type Scale } from './rate-scale.ts';
import { asText, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

export type RateBandId = 'within' | 'below' | 'above' | 'any';

/** A stretch of the scale with the reason for whoever answers there. */
export interface RateBand extends Part {
  readonly id: RateBandId;
  readonly reason: RichText;
}

export interface RateExercise extends ExerciseBase, Scale {
  readonly type: 'rate';
  /** What stands after the number; null where nothing does. */
  readonly unit: string | null;
  /** What the two ends of the scale mean. */
  readonly low: string | null;
  readonly high: string | null;
  /** Between which numbers a good estimate lies; null for a rating of oneself, which is neither right nor wrong. */
  readonly target: { readonly from: number; readonly to: number } | null;
  readonly bands: readonly RateBand[];
}

const bandIds: readonly RateBandId[] = ['within', 'below', 'above', 'any'];

function isBandId(id: string | null): id is RateBandId {
  return bandIds.some((known) => known === id);
}

function readRate(node: MarkdownNode, context: ReadContext): RateExercise | null {
  const form = { attributes: ['min', 'max', 'step', 'unit', 'low', 'high'], marks: ['from', 'to'] };
  const block = readBlock(node, form, context);
  if (!block) return null;
  reportDuplicateIds(block.items, context);
  reportInnerLists(block.items, context);
  for (const item of block.items) reportBand(item, context);
  const scale = readScale(block, context);
  const isOfOneself = block.items.some((item) => item.id === 'any');
  const target = scale && !isOfOneself ? readTarget(block, scale, context) : null;
  const bands = block.items.map((item) => {
    const { id, reason } = readOption(item, context, { textOptional: true, fixedIds: bandIds });
    return { id: isBandId(id) ? id : 'any', reason };
  });
  if (isOfOneself && block.items.length > 1) reportOthers(block, context);
  const text = (name: string) => block.attributes.get(name) ?? null;
  return scale
    ? {
        ...block.base,
        ungraded: block.base.ungraded || isOfOneself,
        ...scale,
        type: 'rate',
        unit: text('unit'),
        low: text('low'),
        high: text('high'),
        target,
        bands,
      }
    : null;
}

function reportBand(item: Item, context: ReadContext): void {
  const { id, content, marks, place } = item;
  if (id !== null && !isBandId(id)) {
    context.report(
      errorAt(place, 'band-unknown', {
        message: `A scale has no part "${id}".`,
        hint: 'Its parts are `[within] [from: a] [to: b]`, `[below]` and `[above]`, or `[any]` alone.',
      }),
    );
  }
  if (id !== null && content.text) {
    context.report(
      errorAt(place, 'exercise-stray-content', {
        message: `"${content.text}" is never shown: a part of a scale has its numbers and a reason, no text.`,
        hint: 'Remove it, or move it into the reason below (`> …`).',
      }),
    );
  }
  const [mark] = marks.keys();
  if (isBandId(id) && id !== 'within' && mark !== undefined) {
    context.report(
      errorAt(place, 'mark-misplaced', {
        message: `Only \`[within]\` says from where to where it reaches, so \`[${mark}: …]\` does nothing here.`,
        hint: 'Remove it; what lies below and above follows from `[within] [from: a] [to: b]`.',
      }),
    );
  }
}

/** The numbers of a good estimate; reports stretches of the scale without a reason of their own. */
function readTarget(block: ExerciseBlock, { min, max, step }: Scale, context: ReadContext): RateExercise['target'] {
  const within = block.items.find((item) => item.id === 'within');
  const ends = { least: min, most: max, example: String(max), required: true } as const;
  const from = within ? readNumberMark(within, 'from', ends, context) : null;
  const to = within ? readNumberMark(within, 'to', ends, context) : null;
  const needed: readonly (RateBandId | null)[] = [
    'within',
    from === null || from > min ? 'below' : null,
    to === null || to < max ? 'above' : null,
  ];
  const missing = needed.filter((id) => id !== null && !block.items.some((item) => item.id === id));
  if (missing.length) {
    context.report(
      errorAt(block.place, 'band-missing', {
        message: `Nothing answers whoever estimates ${missing.map((id) => `\`[${id}]\``).join(', ')}.`,
        hint: `Add \`- [${missing[0]}]${missing[0] === 'within' ? ' [from: a] [to: b]' : ''}\` and below it the reason as \`> …\`; for a rating of oneself write \`- [any]\` alone.`,
      }),
    );
  }
  if (!within || from === null || to === null) return null;
  const first = min + Math.ceil((from - min) / step) * step;
  if (first <= to) return { from, to };
  context.report(
    errorAt(within.place, 'target-unreachable', {
      message: `The scale has no number from ${from} to ${to}, so nobody could answer rightly.`,
      hint:
        from > to
          ? `Write the smaller number first: \`[within] [from: ${to}] [to: ${from}]\`.`
          : `The numbers are ${min}, ${min + step} and so on to ${max}: let at least one of them lie between \`from\` and \`to\`.`,
    }),
  );
  return null;
}

function reportOthers({ items, place }: ExerciseBlock, context: ReadContext): void {
  const other = items.find((item) => item.id !== 'any');
  context.report(
    errorAt(other?.place ?? place, 'band-misplaced', {
      message: '`[any]` makes this a rating of oneself, in which nothing is right or wrong; other parts do nothing.',
      hint: 'Leave `[any]` alone, or remove it and write `[within] [from: a] [to: b]`, `[below]` and `[above]`.',
    }),
  );
}

/** What grading looks at. */
type Rated = Pick<RateExercise, 'min' | 'max' | 'step' | 'target'>;

/** The number of a response; null for what is none, or stands nowhere on the scale. */
export function estimateOf({ min, max, step }: Rated, response: Response | null): number | null {
  const value = readWhole(asText(response));
  return value !== null && value >= min && value <= max && (value - min) % step === 0 ? value : null;
}

/** Where on the scale an estimate lies. */
export function bandOf({ target }: Rated, estimate: number): RateBandId {
  if (!target) return 'any';
  return estimate < target.from ? 'below' : estimate > target.to ? 'above' : 'within';
}

/** One point within the target, and less in proportion to the distance, down to nothing at the end of the scale. */
export function gradeRate(exercise: Rated, response: Response | null): Grade {
  const { min, max, target } = exercise;
  const estimate = estimateOf(exercise, response);
  const band = estimate === null ? null : bandOf(exercise, estimate);
  const correct = band === 'within' || band === 'any';
  const parts = [{ id: 'answer', correct }];
  if (!target || estimate === null) return { score: 0, max: target ? 1 : 0, correct, parts };
  const shares = {
    within: 1,
    any: 0,
    below: (estimate - min) / (target.from - min),
    above: (max - estimate) / (max - target.to),
  };
  return { score: band ? shares[band] : 0, max: 1, correct, parts };
}

/** The number of the scale that lies nearest the middle of the target, or of the whole scale. */
function middleOf({ min, max, step, target }: RateExercise): number {
  const { from, to } = target ?? { from: min, to: max };
  const nearest = min + Math.round(((from + to) / 2 - min) / step) * step;
  const first = min + Math.ceil((from - min) / step) * step;
  return nearest >= from && nearest <= to ? nearest : first;
}

const between = (from: number, to: number) => (from === to ? String(from) : `${from} – ${to}`);

function withUnit(numbers: string, { unit }: RateExercise): RichText {
  return plainText(unit === null ? numbers : `${numbers} ${unit}`);
}

function describeBand(band: RateBand, exercise: RateExercise): RichText {
  const { min, max, target } = exercise;
  if (!target || band.id === 'any') return withUnit(between(min, max), exercise);
  if (band.id === 'below') return withUnit(`< ${target.from}`, exercise);
  if (band.id === 'above') return withUnit(`> ${target.to}`, exercise);
  return withUnit(between(target.from, target.to), exercise);
}

export const rate: ExerciseType<RateExercise> = {
  type: 'rate',
  component: 'Rate',
  interaction: ({ target }) => (target ? 'numeric' : 'likert'),
  read: readRate,
  grade: gradeRate,
  solve: (exercise) => String(middleOf(exercise)),
  keyOf: ({ min, max, step, target }) => ({ min, max, step, target }),
  partsOf: ({ bands }) => bands,
  linesOf: (exercise) => {
    const { min, max, low, high } = exercise;
    const end = (number: number, label: string | null) => (label === null ? [] : plainText(`${number}: ${label}`));
    return [withUnit(between(min, max), exercise), end(min, low), end(max, high)].flat();
  },
  solutionOf: (exercise) =>
    exercise.target ? [withUnit(between(exercise.target.from, exercise.target.to), exercise)] : [],
  reasonsOf: (exercise) => exercise.bands.map((band) => ({ part: describeBand(band, exercise), reason: band.reason })),
};
