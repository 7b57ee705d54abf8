import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import type { MarkdownNode, ReadContext } from './markdown.ts';
import type { ExerciseBase } from './model.ts';
import type { Response } from './response.ts';
import {
  gradeSpans,
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
import { findSpans, joinSegments, readPassage, reportNoSpans, underline, wordsOfSpans, type Passage } from './spans.ts';
import type { ExerciseType } from './type.ts';

/** Words of a text to mark and, where there are several techniques, to name. */
export interface HighlightExercise extends ExerciseBase, SpanGroups {
  readonly type: 'highlight';
  readonly passage: Passage;
}

function readHighlight(node: MarkdownNode, context: ReadContext): HighlightExercise | null {
  const block = readBlock(node, { passage: true }, context);
  if (!block) return null;
  const passage = readPassage(block.passage, context);
  const sites = findSpans(block.passage, context);
  if (passage.length && !sites.length) reportNoSpans(block.place, context);
  const groups = readSpanGroups(block.items, { sites, words: wordsOfSpans(passage) }, context);
  return { ...block.base, type: 'highlight', passage, ...groups };
}

/** Half a point for each technique found and half for its name, less half a point for each harmless span marked. */
export function gradeHighlight(exercise: SpanKey, response: Response | null): Grade {
  return gradeSpans(exercise, response);
}

export const highlight: ExerciseType<HighlightExercise> = {
  type: 'highlight',
  component: 'Highlight',
  spans: true,
  interaction: (exercise) => (soughtGroups(exercise.groups).length > 1 ? 'matching' : 'choice'),
  read: readHighlight,
  grade: gradeHighlight,
  solve: solveSpans,
  keyOf: keyOfSpans,
  partsOf: (exercise) => [...exercise.groups, ...exercise.spans],
  linesOf: (exercise) => [
    ...exercise.passage.map((segments) => joinSegments(segments, underline)),
    ...paletteOf(exercise.groups, exercise.id).map(({ content }) => content),
  ],
  solutionOf: solutionOfSpans,
  reasonsOf: reasonsOfSpans,
};
