import type { Grade } from './attempt.ts';
import { audienceMap, type AudienceMapExercise } from './audience-map.ts';
import type { BranchExercise } from './branch-model.ts';
import { branch } from './branch.ts';
import { categorise, type CategoriseExercise } from './categorise.ts';
import { checklist, type ChecklistExercise } from './checklist.ts';
import { choice, type ChoiceExercise } from './choice.ts';
import { correctIt, type CorrectItExercise } from './correct-it.ts';
import { gap, type GapExercise } from './gap.ts';
import { headlineSort, type HeadlineSortExercise } from './headline-sort.ts';
import { highlight, type HighlightExercise } from './highlight.ts';
import { imageLab, type ImageLabExercise } from './image-lab.ts';
import { lateralRead, type LateralReadExercise } from './lateral-read.ts';
import type { MarkdownNode, ReadContext } from './markdown.ts';
import { match, type MatchExercise } from './match.ts';
import { messageHouse, type MessageHouseExercise } from './message-house.ts';
import type { RichText } from './model.ts';
import { order, type OrderExercise } from './order.ts';
import { postEdit, type PostEditExercise } from './post-edit.ts';
import { rate, type RateExercise } from './rate.ts';
import { reflect, type ReflectExercise } from './reflect.ts';
import type { Response } from './response.ts';
import { shortAnswer, type ShortAnswerExercise } from './short-answer.ts';
import { hashText } from './shuffle.ts';
import { triage, type TriageExercise } from './triage.ts';
import type { ExerciseType, InteractionType, Reasoned } from './type.ts';
import { verdict, type VerdictExercise } from './verdict.ts';

export type Exercise =
  | ChoiceExercise
  | VerdictExercise
  | HeadlineSortExercise
  | RateExercise
  | HighlightExercise
  | LateralReadExercise
  | ImageLabExercise
  | ChecklistExercise
  | MatchExercise
  | CategoriseExercise
  | OrderExercise
  | TriageExercise
  | BranchExercise
  | MessageHouseExercise
  | AudienceMapExercise
  | GapExercise
  | CorrectItExercise
  | ShortAnswerExercise
  | ReflectExercise
  | PostEditExercise;

export type ExerciseKind = Exercise['type'];

/** The catalogue of exercise types; a new type is one more line. */
const types: { readonly [Kind in ExerciseKind]: ExerciseType<Extract<Exercise, { type: Kind }>> } = {
  choice,
  verdict,
  'headline-sort': headlineSort,
  rate,
  highlight,
  'lateral-read': lateralRead,
  'image-lab': imageLab,
  checklist,
  match,
  categorise,
  order,
  triage,
  branch,
  'message-house': messageHouse,
  'audience-map': audienceMap,
  gap,
  'correct-it': correctIt,
  'short-answer': shortAnswer,
  reflect,
  'post-edit': postEdit,
};

/** Kinds of exercises, as the model and the gallery's folders name them. */
export const exerciseKinds: readonly ExerciseKind[] = /* @__PURE__ */ Object.values(types).map(({ type }) => type);

/** Component names of all exercise types, as authors write them. */
// The mark lets a bundler leave the readers of Markdown out of the islands, which need the graders alone.
export const exerciseComponents: readonly string[] = /* @__PURE__ */ Object.values(types).map((type) => type.component);

export function isKind(name: string): name is ExerciseKind {
  return Object.hasOwn(types, name);
}

/** The component by which authors write a kind. */
export function componentOf(kind: ExerciseKind): string {
  return types[kind].component;
}

/** The type of an exercise. The table pairs each kind with its own model, which the compiler cannot follow by index. */
function typeOf(exercise: Exercise): ExerciseType<Exercise> {
  return types[exercise.type] as ExerciseType<Exercise>;
}

function typeNamed(component: string | null | undefined) {
  return Object.values(types).find((type) => type.component === component);
}

/** Reads an exercise component; null for a component that is none, or that cannot be shown. */
export function readExercise(node: MarkdownNode, context: ReadContext): Exercise | null {
  return typeNamed(node.name)?.read(node, context) ?? null;
}

/** True for a component whose links to `#ids` are marked words and lead nowhere. */
export function hasSpans(component: string): boolean {
  return typeNamed(component)?.spans === true;
}

/** Grades a response of any form; the same in Node and in the browser. */
export function gradeExercise(exercise: Exercise, response: Response | null): Grade {
  return typeOf(exercise).grade(exercise, response);
}

/** True for an exercise that counts in a score: no warm-up question, and one that has points. */
export function isScored(exercise: Exercise): boolean {
  return !exercise.ungraded && gradeExercise(exercise, null).max > 0;
}

/** A response that earns everything. */
export function solveExercise(exercise: Exercise): Response {
  return typeOf(exercise).solve(exercise);
}

/** The interaction type that learning platforms are told; null for what they are told nothing of. */
export function interactionOf(exercise: Exercise): InteractionType | null {
  return typeOf(exercise).interaction(exercise);
}

/** Ids of the parts of an exercise (options, pairs, cards, groups, steps), sorted: the same in every language. */
export function partIdsOf(exercise: Exercise): string[] {
  return typeOf(exercise)
    .partsOf(exercise)
    .map((part) => part.id)
    .sort();
}

/** The answer in a form that is equal in all languages and can be compared as text. */
export function keyOf(exercise: Exercise): string {
  return JSON.stringify(typeOf(exercise).keyOf(exercise));
}

/** What is read below the question where nothing can be picked, without the answer; one entry a line. */
export function linesOf(exercise: Exercise): readonly RichText[] {
  return typeOf(exercise)
    .linesOf(exercise)
    .filter(({ text }) => text);
}

export function solutionOf(exercise: Exercise): readonly RichText[] {
  return typeOf(exercise).solutionOf(exercise);
}

export function reasonsOf(exercise: Exercise): readonly Reasoned[] {
  return typeOf(exercise)
    .reasonsOf(exercise)
    .filter(({ reason }) => reason.text);
}

/**
 * A short text that changes when the parts or the key of an exercise change: a stored answer to another signature is
 * set aside and the exercise asks again. The words, and so the language, do not count.
 */
export function signatureOf(exercise: Exercise): string {
  return hashText([exercise.type, keyOf(exercise), ...partIdsOf(exercise)].join('\n')).toString(36);
}
