import type { Locale } from '#language';
import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { editsOf, holdsText, type EditedSegment } from './edited-text.ts';
import type { MarkdownNode, ReadContext } from './markdown.ts';
import type { ExerciseBase, RichText } from './model.ts';
import { reportDuplicateIds } from './options.ts';
import { readFrom, readSegment, reportMarks, reportUnmarkedLoss, type DraftSegment } from './post-edit-reading.ts';
import type { Response } from './response.ts';
import {
  gradeSpans,
  isMarked,
  judgeSpans,
  keyOfSpans,
  paletteOf,
  readSpanGroups,
  reasonsOfSpans,
  solutionOfSpans,
  solveSpans,
  soughtGroups,
  type SpanGroups,
  type SpanKey,
} from './span-groups.ts';
import { findSpans, joinSegments, reportNoSpans, underline, wordsOfSpans } from './spans.ts';
import type { ExerciseType } from './type.ts';

/** Sentences that a machine has translated: errors to mark and name, and each sentence to mend. */
export interface PostEditExercise extends ExerciseBase, SpanGroups {
  readonly type: 'post-edit';
  /** The language of the sources: each text's own choice. */
  readonly from: Locale;
  readonly segments: readonly DraftSegment[];
  /** The question of the kinds of error. */
  readonly lead: RichText;
}

function readPostEdit(node: MarkdownNode, context: ReadContext): PostEditExercise | null {
  const block = readBlock(node, { attributes: ['from'], marks: ['keep'], lists: 2 }, context);
  const [sentences, kinds] = block?.lists ?? [];
  if (!block || !sentences || !kinds) return null;
  const from = readFrom(block, context);
  const segments = sentences.items.map((item) => readSegment(item, context));
  // Marks and edited sentences stand in one response, so no span may be called as a sentence is.
  reportDuplicateIds([...sentences.items, ...kinds.items.flatMap((kind) => kind.items)], context);
  const sites = findSpans(
    sentences.items.flatMap((item) => item.items[0]?.nodes ?? []),
    context,
  );
  if (!sites.length) reportNoSpans(block.place, context);
  reportMarks(kinds.items, context);
  const words = wordsOfSpans(segments.map(({ draft }) => draft));
  const groups = readSpanGroups(kinds.items, { sites, words }, context);
  const placed = segments.map((segment, at) => ({ segment, place: sentences.items[at]?.place ?? block.place }));
  reportUnmarkedLoss(placed, groups, context);
  return { ...block.base, type: 'post-edit', from, segments, lead: kinds.lead, ...groups };
}

/** What grading needs; the words of drafts are each language's own. */
export interface PostEditKey extends SpanKey {
  readonly locale: Locale;
  readonly segments: readonly (EditedSegment & {
    readonly draft: readonly { readonly span: string | null }[];
    readonly keep: readonly string[];
  })[];
}

/** Ids of the sentences that are as they must be: mended, or rightly left alone once anything was answered. */
export function mendedSegments(exercise: PostEditKey, response: Response | null): Set<string> {
  const edits = editsOf(exercise, response);
  const judged = judgeSpans(exercise, response);
  const isAnswered = edits.size > 0 || [...judged.values()].some(isMarked);
  const sought = new Set(soughtGroups(exercise.groups).map(({ id }) => id));
  const errors = new Set(exercise.spans.filter(({ group }) => sought.has(group)).map(({ id }) => id));
  const mended = exercise.segments.filter(({ id, text, draft, keep }) => {
    const edited = edits.get(id);
    const isSound = !draft.some(({ span }) => errors.has(span ?? ''));
    const final = edited ?? (isAnswered && isSound ? text : null);
    return final !== null && keep.every((kept) => holdsText(final, kept));
  });
  return new Set(mended.map(({ id }) => id));
}

/**
 * The spans as in a highlight, and one point for each sentence that holds what it must. An unedited draft earns it only
 * where there was nothing to mend.
 */
export function gradePostEdit(exercise: PostEditKey, response: Response | null): Grade {
  const marks = gradeSpans(exercise, response);
  const mended = mendedSegments(exercise, response);
  return {
    score: marks.score + mended.size,
    max: marks.max + exercise.segments.length,
    correct: marks.correct && mended.size === exercise.segments.length,
    parts: [...marks.parts, ...exercise.segments.map(({ id }) => ({ id, correct: mended.has(id) }))],
  };
}

function inLanguage({ html, text }: RichText, locale: Locale): RichText {
  return { html: `<span lang="${locale}">${html}</span>`, text };
}

export const postEdit: ExerciseType<PostEditExercise> = {
  type: 'post-edit',
  component: 'PostEdit',
  spans: true,
  interaction: () => 'performance',
  read: readPostEdit,
  grade: gradePostEdit,
  solve: (exercise) => ({
    ...solveSpans(exercise),
    ...Object.fromEntries(exercise.segments.map(({ id, reference }) => [id, reference.text])),
  }),
  keyOf: (exercise) => ({
    ...keyOfSpans(exercise),
    segments: exercise.segments
      .map(({ id, draft }) => [id, ...draft.flatMap(({ span }) => span ?? []).sort()].join(' '))
      .sort(),
  }),
  partsOf: (exercise) => [...exercise.segments, ...exercise.groups, ...exercise.spans],
  linesOf: (exercise) => [
    ...exercise.segments.flatMap(({ source, draft }) => [
      inLanguage(source, exercise.from),
      joinSegments(draft, underline),
    ]),
    exercise.lead,
    ...paletteOf(exercise.groups, exercise.id).map(({ content }) => content),
  ],
  solutionOf: (exercise) => [...solutionOfSpans(exercise), ...exercise.segments.map(({ reference }) => reference)],
  reasonsOf: reasonsOfSpans,
};
