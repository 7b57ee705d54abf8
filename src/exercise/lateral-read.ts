import type { Grade } from './attempt.ts';
import { readBlock, type ExerciseBlock } from './block.ts';
import { describeResult, readResults, reportTakenAddress, type SearchResult } from './lateral-results.ts';
import { errorAt, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { ExerciseBase, Option, Part, RichText } from './model.ts';
import { reportDuplicateIds } from './options.ts';
import { plainText } from './plain-text.ts';
import type { Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import { moveOf, movesOf, readVerdicts, verdictOf } from './simulation.ts';
import type { ExerciseType } from './type.ts';

/** A page to judge by leaving it: a search with results to open, and a verdict. */
export interface LateralReadExercise extends ExerciseBase {
  readonly type: 'lateral-read';
  /** The invented address of the page under test. */
  readonly address: string;
  readonly page: RichText;
  /** In the order of the search engine. */
  readonly results: readonly SearchResult[];
  /** How many results may be opened. */
  readonly budget: number;
  /** The question of the verdict. */
  readonly question: RichText;
  readonly verdicts: readonly Option[];
  /** Id of the right verdict. */
  readonly key: string;
}

function readLateralRead(node: MarkdownNode, context: ReadContext): LateralReadExercise | null {
  const marks = ['address', 'independent', 'trap'];
  const block = readBlock(node, { attributes: ['address', 'budget'], marks, passage: true, lists: 2 }, context);
  const [found, asked] = block?.lists ?? [];
  if (!block || !found || !asked) return null;
  reportDuplicateIds([...found.items, ...asked.items], context);
  const results = readResults(found, context);
  return {
    ...block.base,
    type: 'lateral-read',
    address: readAddress(block, context),
    page: context.rich(block.passage, 'block'),
    results,
    budget: readBudget(block, results.length, context),
    question: asked.lead,
    ...readVerdicts(asked, context),
  };
}

function readAddress({ attributes, place }: ExerciseBlock, context: ReadContext): string {
  const address = attributes.get('address') ?? '';
  if (address) reportTakenAddress(address, place, context);
  else {
    context.report(
      errorAt(place, 'attribute-missing', {
        message: '<LateralRead> needs "address": a page without an address cannot be left for another.',
        hint: 'Add `address="some-name.example/page"`, an address that belongs to nobody.',
      }),
    );
  }
  return address;
}

function readBudget({ attributes, place }: ExerciseBlock, results: number, context: ReadContext): number {
  const value = attributes.get('budget');
  const budget = /^[1-9]\d?$/u.test(value ?? '') ? Number(value) : 0;
  if (budget > 0 && budget < results) return budget;
  const most = Math.max(results - 1, 1);
  context.report(
    value === undefined
      ? errorAt(place, 'attribute-missing', {
          message: '<LateralRead> needs "budget": the number of results that may be opened.',
          hint: `Add \`budget="${Math.min(3, most)}"\`.`,
        })
      : errorAt(place, 'attribute-value', {
          message: `"budget" is a whole number from 1 to ${most}, not "${value}": who may open everything need not choose.`,
          hint: `Write \`budget="${Math.min(3, most)}"\`.`,
        }),
  );
  return budget || most;
}

/** What each of the four moves is worth. */
export const lateralReadPoints = { verdict: 50, independent: 25, first: 15, budget: 10 } as const;

export type LateralMove = keyof typeof lateralReadPoints;

interface LateralReadKey {
  readonly results: readonly (Part & Pick<SearchResult, 'independent' | 'trap'>)[];
  readonly verdicts: readonly Part[];
  readonly budget: number;
  readonly key: string;
}

/**
 * Points for the verdict, for an independent source among the results opened, for a first result that is no trap, and for
 * keeping to the budget. Who opens nothing has shown no restraint. Right is who has the verdict and a source for it.
 */
export function gradeLateralRead(exercise: LateralReadKey, response: Response | null): Grade {
  const { results, verdicts, budget, key } = exercise;
  const opened = movesOf(response, 'open', results).flatMap((id) => results.find((result) => result.id === id) ?? []);
  const made: Record<LateralMove, boolean> = {
    verdict: key !== '' && verdictOf(response, verdicts) === key,
    independent: opened.some((result) => result.independent),
    first: opened[0]?.trap === false,
    budget: opened.length > 0 && opened.length <= budget,
  };
  const moves = Object.entries(lateralReadPoints) as [LateralMove, number][];
  return {
    score: moves.reduce((sum, [move, points]) => sum + (made[move] ? points : 0), 0),
    max: moves.reduce((sum, [, points]) => sum + points, 0),
    correct: made.verdict && made.independent,
    parts: moves.map(([id]) => ({ id, correct: made[id] })),
  };
}

const idsOf = (parts: readonly Part[]) => parts.map(({ id }) => id).sort();

export const lateralRead: ExerciseType<LateralReadExercise> = {
  type: 'lateral-read',
  component: 'LateralRead',
  interaction: () => 'performance',
  read: readLateralRead,
  grade: gradeLateralRead,
  solve: ({ results, key }) => [
    ...results
      .filter(({ independent, trap }) => independent && !trap)
      .slice(0, 1)
      .map(({ id }) => moveOf('open', id)),
    moveOf('verdict', key),
  ],
  keyOf: ({ results, budget, key }) => ({
    budget,
    independent: idsOf(results.filter((result) => result.independent)),
    traps: idsOf(results.filter((result) => result.trap)),
    verdict: key,
  }),
  partsOf: ({ results, verdicts }) => [...results, ...verdicts],
  linesOf: ({ id, address, page, results, question, verdicts }) => [
    plainText(address),
    page,
    ...results.map(describeResult),
    question,
    ...shuffle(verdicts, id).map(({ content }) => content),
  ],
  solutionOf: ({ results, verdicts, key }) =>
    [...results.filter((result) => result.independent), ...verdicts.filter(({ id }) => id === key)].map(
      ({ content }) => content,
    ),
  reasonsOf: ({ results, verdicts }) =>
    [...results, ...verdicts].map(({ content, reason }) => ({ part: content, reason })),
};
