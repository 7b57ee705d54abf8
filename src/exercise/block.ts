import type { Place } from '#problem';
import {
  errorAt,
  isId,
  offsetOf,
  placeOf,
  readAttributes,
  readItem,
  reportBadId,
  reportUnknownAttributes,
  type Item,
  type MarkdownNode,
  type ReadContext,
} from './markdown.ts';
import type { ExerciseBase, RichText } from './model.ts';

/** An exercise as it stands in Markdown: question, one list, and quotations after it. */
export interface ExerciseBlock {
  readonly base: ExerciseBase;
  readonly flags: ReadonlySet<string>;
  readonly items: readonly Item[];
  readonly ordered: boolean;
  /** Quotations below the list, which say what holds for the whole exercise. */
  readonly closing: RichText | null;
  readonly place: Place;
}

const sharedAttributes = ['id', 'hint', 'hint-2', 'hint-3', 'attempts', 'invented', 'ungraded', 'skills'];
const sharedFlags = ['invented', 'ungraded'];
const defaultAttempts = 2;

/**
 * Reads what all exercises have in common.
 *
 * @param ownFlags attributes without a value that this type adds
 * @returns null where there is no list to read; the reason has been reported
 */
export function readBlock(node: MarkdownNode, ownFlags: readonly string[], context: ReadContext): ExerciseBlock | null {
  const place = placeOf(node, context.file);
  reportUnknownAttributes(node, [...sharedAttributes, ...ownFlags], context);
  const attributes = readAttributes(node);
  const flags = readFlags(attributes, [...sharedFlags, ...ownFlags], place, context);
  const children = node.children ?? [];
  const at = children.findIndex((child) => child.type === 'list');
  const list = children[at];
  const question = at < 0 ? children : children.slice(0, at);
  const prompt = context.rich(question, 'block');
  if (!prompt.text) {
    context.report(
      errorAt(place, 'question-missing', {
        message: `This <${node.name}> asks nothing: there is no text before its list.`,
        hint: 'Write the question as a paragraph above the list.',
      }),
    );
  }
  if (!list) {
    context.report(
      errorAt(place, 'options-missing', {
        message: `This <${node.name}> has no list, so there is nothing to answer.`,
        hint: 'Add its options as a list below the question: `- [x] [an-id] Text`, and the reason as `> …` below each.',
      }),
    );
    return null;
  }
  return {
    base: {
      id: readId(node, attributes, context),
      locale: context.locale,
      prompt,
      hints: readHints(attributes),
      attempts: readAttempts(attributes, place, context),
      invented: flags.has('invented'),
      ungraded: flags.has('ungraded'),
      skills: String(attributes.get('skills') ?? '')
        .split(/\s+/u)
        .filter(Boolean),
      place,
    },
    flags,
    items: (list.children ?? []).map((item, index) => readItem(item, String(index), context)),
    ordered: list.ordered === true,
    closing: readClosing(children.slice(at + 1), node, context),
    place,
  };
}

function readId(node: MarkdownNode, attributes: ReadonlyMap<string, string | true>, context: ReadContext): string {
  const place = placeOf(node, context.file);
  const id = attributes.get('id');
  if (typeof id === 'string' && id) {
    if (!isId(id)) reportBadId(id, place, context);
    return id;
  }
  context.report(
    errorAt(place, 'exercise-id-missing', {
      message: `This <${node.name}> has no id. Answers, results and translations are kept by it.`,
      hint: `Write \`<${node.name} id="a-short-name">\`, or let \`check --fix\` write one.`,
    }),
  );
  return '';
}

function readFlags(
  attributes: ReadonlyMap<string, string | true>,
  names: readonly string[],
  place: Place,
  context: ReadContext,
): Set<string> {
  const flags = new Set<string>();
  for (const name of names) {
    const value = attributes.get(name);
    if (value === undefined) continue;
    flags.add(name);
    if (value === true) continue;
    context.report(
      errorAt(place, 'attribute-value', {
        message: `The attribute "${name}" takes no value; it holds by standing there.`,
        hint: `Write \`${name}\` in place of \`${name}="${value}"\`, or leave it out.`,
      }),
    );
  }
  return flags;
}

function readHints(attributes: ReadonlyMap<string, string | true>): string[] {
  return ['hint', 'hint-2', 'hint-3']
    .map((name) => attributes.get(name))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

function readAttempts(attributes: ReadonlyMap<string, string | true>, place: Place, context: ReadContext): number {
  const value = attributes.get('attempts');
  if (value === undefined) return defaultAttempts;
  if (typeof value === 'string' && /^[1-5]$/u.test(value)) return Number(value);
  context.report(
    errorAt(place, 'attribute-value', {
      message: `"attempts" is a whole number from 1 to 5, not "${String(value)}".`,
      hint: `Write \`attempts="${defaultAttempts}"\`, or leave it out for ${defaultAttempts}.`,
    }),
  );
  return defaultAttempts;
}

function readClosing(rest: readonly MarkdownNode[], node: MarkdownNode, context: ReadContext): RichText | null {
  const quotes = rest.filter((child) => child.type === 'blockquote');
  for (const child of rest) {
    if (child.type === 'blockquote') continue;
    context.report(
      errorAt(placeOf(child, context.file), 'exercise-stray-content', {
        message: `A <${node.name}> is a question and one list; what follows the list is not part of either.`,
        hint: 'Move it above the list, or out of the exercise.',
      }),
    );
  }
  return quotes.length
    ? context.rich(
        quotes.flatMap((quote) => quote.children ?? []),
        'block',
      )
    : null;
}

/** Where the id of an exercise would be written: right after the component's name. */
export function idOffset(node: MarkdownNode): number {
  return offsetOf(node) + 1 + (node.name ?? '').length;
}
