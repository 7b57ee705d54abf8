import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { gradePlaced, linesOfGroups, readGrouped, reasonsOfCards } from './grouped.ts';
import { readFlagMark, readIdsMark, readNumberMark } from './item-marks.ts';
import type { Item, MarkdownNode, ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

/** How strongly to react. */
export interface Band {
  readonly id: string;
  readonly content: RichText;
}

/** 1 low, 2 medium, 3 high, as an expert rates it. */
export type Level = 1 | 2 | 3;

export interface Claim extends Option {
  /** Id of the band it belongs to. */
  readonly band: string;
  /** Ids of bands that can be defended, for half a point. */
  readonly also: readonly string[];
  /** How likely it is that many meet it. */
  readonly likelihood: Level;
  /** What follows where people act on it. */
  readonly impact: Level;
  /** There is nothing in it to check, such as a taste or a joke. */
  readonly opinion: boolean;
}

export interface TriageExercise extends ExerciseBase {
  readonly type: 'triage';
  /** From the strongest reaction to the weakest. */
  readonly bands: readonly Band[];
  readonly claims: readonly Claim[];
}

const claimMarks = ['likelihood', 'impact', 'also', 'opinion'];

function readTriage(node: MarkdownNode, context: ReadContext): TriageExercise | null {
  const block = readBlock(node, { marks: claimMarks }, context);
  if (!block) return null;
  const form = {
    group: { what: 'band', plural: 'bands', marks: [] },
    card: { what: 'claim', plural: 'claims', marks: claimMarks },
  };
  const groups = readGrouped(block, form, context);
  if (!groups) return null;
  const ids = groups.map(({ id }) => id);
  return {
    ...block.base,
    type: 'triage',
    bands: groups.map(({ id, content }) => ({ id, content })),
    claims: groups.flatMap(({ id: band, cards }) =>
      cards.map(({ item, option }) => ({
        ...option,
        band,
        also: readIdsMark(
          item,
          'also',
          { known: ids.filter((id) => id !== band), what: 'another band', rule: 'band-unknown' },
          context,
        ),
        likelihood: readLevel(item, 'likelihood', context),
        impact: readLevel(item, 'impact', context),
        opinion: readFlagMark(item, 'opinion', context),
      })),
    ),
  };
}

function readLevel(item: Item, name: string, context: ReadContext): Level {
  const level = readNumberMark(item, name, { least: 1, most: 3, example: '2', required: true }, context);
  return (level ?? 1) as Level;
}

/** What the grading of a triage needs to know of it. */
export interface TriageKey {
  readonly claims: readonly (Part & { readonly band: string; readonly also: readonly string[] })[];
}

/** One point for each claim in its own band, half a point in one that can be defended. */
export function gradeTriage(exercise: TriageKey, response: Response | null): Grade {
  const cards = exercise.claims.map(({ id, band, also }) => ({ id, group: band, half: also }));
  return gradePlaced(cards, asRecord(response));
}

export const triage: ExerciseType<TriageExercise> = {
  type: 'triage',
  component: 'Triage',
  interaction: () => 'matching',
  read: readTriage,
  grade: gradeTriage,
  solve: (exercise) => Object.fromEntries(exercise.claims.map(({ id, band }) => [id, band])),
  keyOf: ({ bands, claims }) => ({
    bands: bands.map(({ id }) => id),
    claims: [...claims]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, band, also, likelihood, impact, opinion }) => [
        id,
        band,
        [...also].sort(),
        likelihood,
        impact,
        opinion,
      ]),
  }),
  partsOf: ({ bands, claims }) => [...bands, ...claims],
  linesOf: (exercise) => [
    ...exercise.bands.map(({ content }) => content),
    ...shuffle(exercise.claims, exercise.id).map(({ content }) => content),
  ],
  solutionOf: ({ bands, claims }) =>
    linesOfGroups(
      bands.map(({ id, content }) => ({
        content,
        cards: claims.filter(({ band }) => band === id).map((claim) => claim.content),
      })),
    ),
  reasonsOf: ({ claims }) => reasonsOfCards(claims),
};
