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

/** What a type's Markdown has beyond a question and one list. */
export interface BlockForm {
  /** Attributes without a value that this type adds. */
  readonly flags?: readonly string[];
  /** Attributes with a value that this type adds. */
  readonly attributes?: readonly string[];
  /** Marks that its items may have after their id. */
  readonly marks?: readonly string[];
  /** The quotation above the first list is a passage of its own. */
  readonly passage?: true;
  /** How many lists it has, each but the first below a paragraph; one unless said. */
  readonly lists?: number;
}

/** A list of an exercise with the text that leads to it. */
export interface BlockList {
  /** Empty for the first list, whose text is the question. */
  readonly lead: RichText;
  readonly items: readonly Item[];
  readonly ordered: boolean;
  readonly place: Place;
}

/** An exercise as it stands in Markdown: question, passage, lists, and quotations after them. */
export interface ExerciseBlock {
  readonly base: ExerciseBase;
  readonly flags: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
  /** What the quotation above the first list holds, where the form has a passage. */
  readonly passage: readonly MarkdownNode[];
  /** As many as the form has. */
  readonly lists: readonly BlockList[];
  /** Items of the first list. */
  readonly items: readonly Item[];
  readonly ordered: boolean;
  /** Quotations below the last list, which say what holds for the whole exercise. */
  readonly closing: RichText | null;
  readonly place: Place;
}

const sharedFlags = ['invented', 'ungraded', 'confidence'];
const sharedAttributes = ['id', 'hint', 'hint-2', 'hint-3', 'attempts', 'skills', 'see'];
const defaultAttempts = 2;

/**
 * Reads what all exercises have in common.
 *
 * @returns null where a list is missing; the reason has been reported
 */
export function readBlock(node: MarkdownNode, form: BlockForm, context: ReadContext): ExerciseBlock | null {
  const place = placeOf(node, context.file);
  const flagNames = [...sharedFlags, ...(form.flags ?? [])];
  const ownAttributes = form.attributes ?? [];
  reportUnknownAttributes(node, [...sharedAttributes, ...flagNames, ...ownAttributes], context);
  const attributes = readAttributes(node);
  const flags = readFlags(attributes, flagNames, place, context);
  const { question, passage, lists, rest } = divide(node.children ?? [], form);
  const prompt = context.rich(question, 'block');
  if (!prompt.text) reportNoQuestion(node, place, context);
  if (form.passage && !passage.length) reportNoPassage(node, place, context);
  const wanted = form.lists ?? 1;
  if (lists.length < wanted) reportNoList(node, { wanted, given: lists.length }, place, context);
  const closing = readClosing(rest, node, context);
  const base: ExerciseBase = {
    id: readId(node, attributes, context),
    locale: context.locale,
    prompt,
    hints: ['hint', 'hint-2', 'hint-3'].flatMap((name) => textOf(attributes, name) ?? []),
    attempts: readAttempts(attributes, place, context),
    invented: flags.has('invented'),
    ungraded: flags.has('ungraded'),
    confidence: flags.has('confidence'),
    skills: (textOf(attributes, 'skills') ?? '').split(/\s+/u).filter(Boolean),
    see: textOf(attributes, 'see'),
    more: closing,
    place,
    source: { start: offsetOf(node), end: node.position?.end.offset ?? 0 },
  };
  if (lists.length < wanted) return null;
  const read = lists.map(({ lead, list }, at) => ({
    lead: context.rich(lead, 'block'),
    items: (list.children ?? []).map((item, index) =>
      readItem(item, at ? `${at}-${index}` : String(index), form.marks ?? [], context),
    ),
    ordered: list.ordered === true,
    place: placeOf(list, context.file),
  }));
  return {
    base,
    flags,
    attributes: new Map(ownAttributes.flatMap((name) => pairOf(name, textOf(attributes, name)))),
    passage: passage.flatMap((quote) => quote.children ?? []),
    lists: read,
    items: read[0]?.items ?? [],
    ordered: read[0]?.ordered ?? false,
    closing,
    place,
  };
}

interface Division {
  readonly question: readonly MarkdownNode[];
  readonly passage: readonly MarkdownNode[];
  readonly lists: readonly { readonly lead: readonly MarkdownNode[]; readonly list: MarkdownNode }[];
  readonly rest: readonly MarkdownNode[];
}

function divide(children: readonly MarkdownNode[], form: BlockForm): Division {
  const at = children.flatMap((child, index) => (child.type === 'list' ? [index] : [])).slice(0, form.lists ?? 1);
  const before = children.slice(0, at[0] ?? children.length);
  const isPassage = (child: MarkdownNode) => form.passage === true && child.type === 'blockquote';
  return {
    question: before.filter((child) => !isPassage(child)),
    passage: before.filter(isPassage),
    lists: at.flatMap((index, number) => {
      const list = children[index];
      const lead = number === 0 ? [] : children.slice((at[number - 1] ?? 0) + 1, index);
      return list ? [{ lead, list }] : [];
    }),
    rest: at.length ? children.slice((at.at(-1) ?? 0) + 1) : [],
  };
}

function textOf(attributes: ReadonlyMap<string, string | true>, name: string): string | null {
  const value = attributes.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function pairOf(name: string, value: string | null): [string, string][] {
  return value === null ? [] : [[name, value]];
}

function reportNoQuestion(node: MarkdownNode, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'question-missing', {
      message: `This <${node.name}> asks nothing: there is no text before its list.`,
      hint: 'Write the question as a paragraph above the list.',
    }),
  );
}

function reportNoPassage(node: MarkdownNode, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'passage-missing', {
      message: `This <${node.name}> has nothing to work on: there is no quotation above its list.`,
      hint: 'Write the text to work on as a quotation (`> …`) between the question and the list.',
    }),
  );
}

function reportNoList(
  node: MarkdownNode,
  { wanted, given }: { wanted: number; given: number },
  place: Place,
  context: ReadContext,
): void {
  context.report(
    errorAt(place, 'options-missing', {
      message: given
        ? `This <${node.name}> has ${given} of its ${wanted} lists.`
        : `This <${node.name}> has no list, so there is nothing to answer.`,
      hint: given
        ? 'Write each further list below a paragraph that leads to it; two lists with nothing between them are one.'
        : 'Add its options as a list below the question: `- [x] [an-id] Text`, and the reason as `> …` below each.',
    }),
  );
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
        message: `What follows the last list of a <${node.name}> is no part of it, apart from a quotation.`,
        hint: 'Move it above the list, or out of the exercise; the fuller reason stands there as `> …`.',
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
