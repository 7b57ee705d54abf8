import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import { noText, type ExerciseBase, type Option, type Part, type RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportTooFew } from './options.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import type { ExerciseType } from './type.ts';

export interface Pair extends Option {
  readonly partner: RichText;
}

export interface MatchExercise extends ExerciseBase {
  readonly type: 'match';
  readonly pairs: readonly Pair[];
  /** Partners that fit nothing; `content` is the partner's text. */
  readonly spares: readonly Option[];
}

function readMatch(node: MarkdownNode, context: ReadContext): MatchExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  reportDuplicateIds(block.items, context);
  const pairs = block.items.filter((item) => item.content.text);
  const spares = block.items.filter((item) => !item.content.text);
  reportTooFew(pairs.length ? pairs : block.items, 2, 'pairs', context);
  return {
    ...block.base,
    type: 'match',
    pairs: pairs.map((item) => readPair(item, context)),
    spares: spares.map((item) => readSpare(item, context)),
  };
}

function readPair(item: Item, context: ReadContext): Pair {
  return { ...readOption(item, context), partner: readPartner(item, context) };
}

function readSpare(item: Item, context: ReadContext): Option {
  const spare = readOption(item, context, { textOptional: true, reasonOptional: true });
  return { ...spare, content: readPartner(item, context) };
}

function readPartner(item: Item, context: ReadContext): Pair['partner'] {
  const [partner] = item.items;
  if (partner && item.items.length === 1 && partner.content.text) return partner.content;
  const name = item.content.text || (item.id ?? '');
  context.report(
    errorAt(item.place, 'pair-incomplete', {
      message:
        item.items.length === 1
          ? `The partner of "${name}" has no text.`
          : `"${name}" needs exactly one partner, and has ${item.items.length}.`,
      hint: 'Write the partner as a list item inside it, indented by two spaces: `  - Partner`.',
    }),
  );
  return partner?.content ?? noText;
}

/** One point for each item that has its own partner. A partner's id is that of its item. */
export function gradeMatch(exercise: { readonly pairs: readonly Part[] }, response: Response | null): Grade {
  const given = asRecord(response);
  const parts = exercise.pairs.map(({ id }) => ({ id, correct: given[id] === id }));
  const score = parts.filter((part) => part.correct).length;
  return { score, max: parts.length, correct: score === parts.length, parts };
}

export const match: ExerciseType<MatchExercise> = {
  type: 'match',
  component: 'Match',
  interaction: () => 'matching',
  read: readMatch,
  grade: gradeMatch,
  solve: (exercise) => Object.fromEntries(exercise.pairs.map(({ id }) => [id, id])),
  keyOf: (exercise) => ({ spares: exercise.spares.map((spare) => spare.id).sort() }),
  partsOf: (exercise) => [...exercise.pairs, ...exercise.spares],
  linesOf: (exercise) => [
    ...exercise.pairs.map(({ content }) => content),
    ...shuffle(
      [...exercise.pairs.map(({ partner }) => partner), ...exercise.spares.map((s) => s.content)],
      exercise.id,
    ),
  ],
  solutionOf: (exercise) =>
    exercise.pairs.map(({ content, partner }) => ({
      html: `${content.html} → ${partner.html}`,
      text: `${content.text} → ${partner.text}`,
    })),
  reasonsOf: (exercise) =>
    [...exercise.pairs, ...exercise.spares].map(({ content, reason }) => ({ part: content, reason })),
};
