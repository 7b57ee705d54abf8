import { categorise } from './categorise.ts';
import { choice } from './choice.ts';
import type { MarkdownNode, ReadContext } from './markdown.ts';
import { match } from './match.ts';
import type { Exercise, ExerciseKind, RichText } from './model.ts';
import { order } from './order.ts';
import { shortAnswer } from './short-answer.ts';
import { hashText } from './shuffle.ts';
import type { ExerciseType, InteractionType, Reasoned } from './type.ts';
import { verdict } from './verdict.ts';

/** The catalogue of exercise types; a new type is one more line. */
const types: { readonly [Kind in ExerciseKind]: ExerciseType<Extract<Exercise, { type: Kind }>> } = {
  choice,
  verdict,
  match,
  categorise,
  order,
  'short-answer': shortAnswer,
};

/** Component names of all exercise types, as authors write them. */
// The mark lets a bundler leave the readers of Markdown out of the islands, which need the graders alone.
export const exerciseComponents: readonly string[] = /* @__PURE__ */ Object.values(types).map((type) => type.component);

/** The type of an exercise. The table pairs each kind with its own model, which the compiler cannot follow by index. */
function typeOf(exercise: Exercise): ExerciseType<Exercise> {
  return types[exercise.type] as ExerciseType<Exercise>;
}

/** Reads an exercise component; null for a component that is none, or that cannot be shown. */
export function readExercise(node: MarkdownNode, context: ReadContext): Exercise | null {
  const type = Object.values(types).find(({ component }) => component === node.name);
  return type ? type.read(node, context) : null;
}

export function interactionOf(exercise: Exercise): InteractionType {
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
