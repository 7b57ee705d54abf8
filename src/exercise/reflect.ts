import type { Grade } from './attempt.ts';
import { readBlock } from './block.ts';
import { reportMisplaced } from './item-marks.ts';
import { errorAt, type Item, type MarkdownNode, type ReadContext } from './markdown.ts';
import { noText, type ExerciseBase, type Part, type RichText } from './model.ts';
import { readOption, reportDuplicateIds } from './options.ts';
import { asRecord, type Response } from './response.ts';
import type { ExerciseType } from './type.ts';

/** A point in which a text is rated by its writer. */
export interface Criterion extends Part {
  readonly content: RichText;
  /** From weakest to strongest. Their ids may be those of another criterion's levels. */
  readonly levels: readonly { readonly id: string; readonly content: RichText }[];
}

export interface ReflectExercise extends ExerciseBase {
  readonly type: 'reflect';
  readonly criteria: readonly Criterion[];
  /** The model answer to compare with. */
  readonly model: RichText;
}

/** Where a response keeps the learner's text, beside the criteria. */
export const reflectText = 'text';

/** Characters that a text may have: twice as many, were each escaped, still fit into the learner's record. */
export const longestReflection = 4000;

function readReflect(node: MarkdownNode, context: ReadContext): ReflectExercise | null {
  const block = readBlock(node, {}, context);
  if (!block) return null;
  reportDuplicateIds(block.items, context);
  for (const item of block.items) reportCriterion(item, context);
  if (!block.closing?.text) {
    context.report(
      errorAt(block.place, 'model-answer-missing', {
        message: 'There is no model answer. Nobody marks this text: comparing is how its writer learns.',
        hint: 'Write it below the list as a quotation that is not indented: `> A good answer.`',
      }),
    );
  }
  return {
    ...block.base,
    // It is shown under a name of its own, and not as the fuller reason.
    more: null,
    type: 'reflect',
    criteria: block.items.map((item) => ({
      ...readPart(item, context),
      levels: item.items.map((level) => readPart(level, context)),
    })),
    model: block.closing ?? noText,
  };
}

function readPart(item: Item, context: ReadContext) {
  const { id, content } = readOption(item, context, { reasonOptional: true });
  return { id, content };
}

function reportCriterion(item: Item, context: ReadContext): void {
  reportDuplicateIds(item.items, context);
  reportMisplaced([item], { what: 'criterion', marks: [], reason: false }, context);
  reportMisplaced(item.items, { what: 'level of a criterion', marks: [], reason: false }, context);
  if (item.id === reflectText) {
    context.report(
      errorAt(item.place, 'option-id-reserved', {
        message: `A criterion cannot have the id "${reflectText}": the learner’s own text is kept under it.`,
        hint: 'Give it an id that names what is rated, for example `[reasons]`.',
      }),
    );
  }
  if (item.items.length < 2) {
    context.report(
      errorAt(item.place, 'options-too-few', {
        message: `"${item.content.text}" can be rated with two levels or more only; their number here is ${item.items.length}.`,
        hint: 'Write its levels from weakest to strongest as a list inside it: `  - [not-yet] I say nothing about it.`',
      }),
    );
  }
  for (const level of item.items) {
    const [inner] = level.items;
    if (inner) reportInnerList(level, inner, context);
  }
}

function reportInnerList(level: Item, inner: Item, context: ReadContext): void {
  context.report(
    errorAt(inner.place, 'exercise-stray-content', {
      message: `The level "${level.content.text}" has a list inside it, which is shown nowhere.`,
      hint: 'Say each level in a sentence or two, and put what is a level of its own on the same step as the others.',
    }),
  );
}

/** True where something is written that is more than blanks. */
export function isWritten(response: Response | null): boolean {
  return (asRecord(response)[reflectText] ?? '').trim() !== '';
}

/** No points, ever: it is done when a text is written and rated in every criterion. */
export function gradeReflect(
  exercise: { readonly criteria: readonly (Part & { readonly levels: readonly Part[] })[] },
  response: Response | null,
): Grade {
  const given = asRecord(response);
  const parts = exercise.criteria.map(({ id, levels }) => ({
    id,
    correct: levels.some((level) => level.id === given[id]),
  }));
  return { score: 0, max: 0, correct: isWritten(response) && parts.every(({ correct }) => correct), parts };
}

export const reflect: ExerciseType<ReflectExercise> = {
  type: 'reflect',
  component: 'Reflect',
  // A text of one's own stays on the device.
  interaction: () => null,
  read: readReflect,
  grade: gradeReflect,
  solve: ({ criteria, model }) => ({
    [reflectText]: model.text.slice(0, longestReflection),
    ...Object.fromEntries(criteria.map(({ id, levels }) => [id, levels.at(-1)?.id ?? ''])),
  }),
  keyOf: ({ criteria }) => criteria.map(({ id, levels }) => [id, ...levels.map((level) => level.id)]).sort(),
  partsOf: ({ criteria }) =>
    criteria.flatMap(({ id, levels }) => [{ id }, ...levels.map((level) => ({ id: `${id}/${level.id}` }))]),
  linesOf: ({ criteria }) =>
    criteria.map(({ content, levels }) => ({
      html: `<strong>${content.html}</strong>: ${levels.map((level) => level.content.html).join(' · ')}`,
      text: `${content.text}: ${levels.map((level) => level.content.text).join(' · ')}`,
    })),
  solutionOf: ({ model }) => (model.text ? [model] : []),
  reasonsOf: () => [],
};
