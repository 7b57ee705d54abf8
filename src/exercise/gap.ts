import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import { noText, type ExerciseBase, type Option, type Part, type RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import {
  findSpans,
  joinSegments,
  readPassage,
  reportNoSpans,
  reportSpanWords,
  reportUnknownSpan,
  reportUnlistedSpans,
  wordsOfSpans,
  type Passage,
} from './spans.ts';
import type { ExerciseType } from './type.ts';

/** A gap; `content` is the word that belongs in it. */
export interface GapItem extends Option {
  /** Ids of other gaps whose words are right here too. */
  readonly also: readonly string[];
}

export interface GapExercise extends ExerciseBase {
  readonly type: 'gap';
  readonly passage: Passage;
  /** In the order of the text. */
  readonly gaps: readonly GapItem[];
  /** Words that fit nowhere. */
  readonly spares: readonly Option[];
}

function readGap(node: MarkdownNode, context: ReadContext): GapExercise | null {
  const block = readBlock(node, { passage: true, marks: ['also'] }, context);
  if (!block) return null;
  const passage = readPassage(block.passage, context);
  const sites = findSpans(block.passage, context);
  const words = wordsOfSpans(passage);
  if (passage.length && !sites.length) reportNoSpans(block.place, context);
  reportDuplicateIds(block.items, context);
  reportInnerLists(block.items, context);
  reportTooFew(block.items, 2, 'words', context);
  const read = block.items.map((item) => ({ item, option: readWord(item, words, context) }));
  reportUnlistedSpans(
    sites,
    block.items.map(({ id }) => id),
    context,
  );
  const gaps = sites.flatMap(({ id }) => {
    const known = read.find(({ option }) => option.id === id);
    return known ? { ...known.option, content: words.get(id) ?? noText, also: alsoOf(known.item) } : [];
  });
  const spares = read.filter(({ option }) => !words.has(option.id) && option.content.text).map(({ option }) => option);
  for (const { item } of read) reportAlso(item, words, context);
  reportEqualWords([...gaps, ...spares], read, context);
  return { ...block.base, type: 'gap', passage, gaps, spares };
}

function readWord(item: Item, words: ReadonlyMap<string, RichText>, context: ReadContext): Option {
  const { id, place } = item;
  // A text without any gap has been reported as that.
  if (id !== null && words.size && !item.content.text && !words.has(id)) reportUnknownSpan(id, place, context);
  if (id !== null && item.content.text && words.has(id)) reportSpanWords(id, place, context);
  return readOption(item, context, { textOptional: true });
}

function alsoOf({ marks }: Item): string[] {
  const value = marks.get('also');
  return typeof value === 'string' ? value.split(/\s+/u).filter(Boolean) : [];
}

function reportAlso(item: Item, words: ReadonlyMap<string, RichText>, context: ReadContext): void {
  if (!item.marks.has('also')) return;
  const report = (message: string) =>
    context.report(
      errorAt(item.place, 'also-unknown', {
        message,
        hint: 'Write after the id of a gap the ids of other gaps whose words fit in it too: `- [a-gap] [also: another-gap]`.',
      }),
    );
  if (!words.has(item.id ?? '')) {
    report(`"${item.content.text || item.id}" is no gap, so no other word can stand in it.`);
    return;
  }
  const strangers = alsoOf(item).filter((id) => id === item.id || !words.has(id));
  if (!alsoOf(item).length) report('The mark `[also]` names no gap.');
  else if (strangers.length) report(`The mark \`[also]\` names what is no other gap: ${strangers.join(', ')}.`);
}

interface ReadWord {
  readonly item: Item;
  readonly option: Option;
}

/** Two words that read the same are told apart by nobody, unless each fits in the gap of the other. */
function reportEqualWords(
  bank: readonly (Option & { readonly also?: readonly string[] })[],
  read: readonly ReadWord[],
  context: ReadContext,
): void {
  for (const [at, word] of bank.entries()) {
    const twin = bank.slice(0, at).find(({ content }) => content.text === word.content.text);
    const place = read.find(({ option }) => option.id === word.id)?.item.place;
    if (!twin || !place || (twin.also?.includes(word.id) && word.also?.includes(twin.id))) continue;
    context.report(
      errorAt(place, 'word-duplicate', {
        message: `"${word.content.text}" stands twice among the words ([${twin.id}] and [${word.id}]), and learners cannot tell which is which.`,
        hint: 'Change one of the two, or let each fit in both gaps with `[also: …]`.',
      }),
    );
  }
}

/** One point for each gap that holds its own word, or another gap's that fits too. */
export function gradeGap(
  exercise: { readonly gaps: readonly (Part & { readonly also: readonly string[] })[] },
  response: Response | null,
): Grade {
  const given = asRecord(response);
  const parts = exercise.gaps.map(({ id, also }) => {
    const word = given[id];
    return { id, correct: word === id || (word !== undefined && also.includes(word)) };
  });
  const score = parts.filter((part) => part.correct).length;
  return { score, max: parts.length, correct: parts.length > 0 && score === parts.length, parts };
}

/** A gap on paper. */
const blank: RichText = { html: '________', text: '________' };

export const gap: ExerciseType<GapExercise> = {
  type: 'gap',
  component: 'Gap',
  spans: true,
  interaction: () => 'matching',
  read: readGap,
  grade: gradeGap,
  solve: (exercise) => Object.fromEntries(exercise.gaps.map(({ id }) => [id, id])),
  keyOf: ({ gaps, spares }) => ({
    also: gaps.map(({ id, also }) => [id, ...[...also].sort()].join(' ')).sort(),
    spares: spares.map(({ id }) => id).sort(),
  }),
  partsOf: (exercise) => [...exercise.gaps, ...exercise.spares],
  linesOf: (exercise) => [
    ...exercise.passage.map((segments) => joinSegments(segments, () => blank)),
    ...shuffle([...exercise.gaps, ...exercise.spares], exercise.id).map(({ content }) => content),
  ],
  solutionOf: (exercise) =>
    exercise.passage.map((segments) =>
      joinSegments(segments, ({ html, text }) => ({ html: `<strong>${html}</strong>`, text })),
    ),
  reasonsOf: (exercise) =>
    [...exercise.gaps, ...exercise.spares].map(({ content, reason }) => ({ part: content, reason })),
};
