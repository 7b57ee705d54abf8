import type { Locale } from '#language';
import { suggestName, type Edit, type Place, type Problem } from '#problem';
import type { RichText } from './model.ts';

/** The part of a Markdown tree (mdast with MDX) that readers of content look at. */
export interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly name?: string | null;
  readonly attributes?: readonly MarkdownAttribute[];
  readonly checked?: boolean | null;
  readonly ordered?: boolean | null;
  readonly depth?: number;
  readonly url?: string;
  readonly alt?: string | null;
  readonly position?: { readonly start: Point; readonly end: Point };
}

export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number;
}

export interface MarkdownAttribute {
  readonly type: string;
  readonly name?: string;
  /** A string literal, null for a bare attribute, an object for a JavaScript expression. */
  readonly value?: string | null | object;
}

/** What a reader of exercises needs from whoever reads the file. */
export interface ReadContext {
  readonly file: string;
  readonly locale: Locale;
  /** Renders nodes as a block (paragraphs) or as a run of inline text. */
  rich(nodes: readonly MarkdownNode[], form: 'block' | 'inline'): RichText;
  report(problem: Problem): void;
  /** Told of each part that must carry an id, in the order of the file. */
  slot(slot: Slot): void;
  /** Told of each piece of the file, as offsets, whose words are in another language than the file's. */
  foreign(piece: { readonly start: number; readonly end: number }): void;
  /** Told of each picture that the exercise shows, so that the file can be looked for. */
  media(picture: { readonly src: string; readonly place: Place }): void;
}

/** Where in its exercise a part stands that carries an id, for comparing languages and for writing missing ids. */
export interface Slot {
  /** The position by numbers, such as `1` or `0.2`. */
  readonly path: string;
  readonly id: string | null;
  /** Where `[id] ` would be inserted. */
  readonly offset: number;
  readonly text: string;
}

/** What a type says in brackets after an item's id, the same in all languages: `[also: watch]`, `[trap]`. */
export type Marks = ReadonlyMap<string, string | true>;

/** One list item of an exercise, taken apart. */
export interface Item {
  readonly id: string | null;
  readonly marks: Marks;
  readonly checked: boolean | null;
  readonly content: RichText;
  /** The Markdown of its content, for types that look for spans in it. */
  readonly nodes: readonly MarkdownNode[];
  readonly reason: RichText | null;
  /** Items of the list inside it. */
  readonly items: readonly Item[];
  readonly place: Place;
  readonly slot: Slot;
}

const idForm = /^[a-z][a-z0-9-]*$/;

export function isId(value: string): boolean {
  return idForm.test(value);
}

export function placeOf(node: MarkdownNode, file: string): Place {
  return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

export function offsetOf(node: MarkdownNode): number {
  return node.position?.start.offset ?? 0;
}

/** An error with its place, rule, message and mend. */
export function errorAt(
  place: Place,
  rule: string,
  { message, hint, fix }: { message: string; hint: string; fix?: readonly Edit[] },
): Problem {
  return { ...place, rule, severity: 'error', message, hint, ...(fix ? { fix } : {}) };
}

/** Advice with its place, rule, message and mend: printed, and no reason to refuse the content. */
export function adviceAt(place: Place, rule: string, words: { message: string; hint: string }): Problem {
  return { ...place, rule, severity: 'advice', ...words };
}

const idInBrackets = /^\[([^\]\n]*)\](?:\s+|$)/u;

/**
 * Takes a list item apart into id, marks, text, reason and inner list; reports what stands in it and should not.
 *
 * @param marksOf the names of the marks that items of this type may have; without them brackets after the id are text
 */
export function readItem(node: MarkdownNode, path: string, marksOf: readonly string[], context: ReadContext): Item {
  const children = node.children ?? [];
  const paragraph = children.find((child) => child.type === 'paragraph');
  const lead = paragraph?.children?.[0];
  const place = placeOf(node, context.file);
  const start = lead?.type === 'text' ? (lead.value ?? '') : '';
  const marker = idInBrackets.exec(start);
  const rest = start.slice(marker?.[0].length ?? 0);
  const { marks, length } = marksOf.length && marker ? readMarks(rest, marksOf, place, context) : noMarks;
  const nodes = paragraph ? withoutMarker(paragraph, (marker?.[0].length ?? 0) + length) : [];
  const content = context.rich(nodes, 'inline');
  const quotes = children.filter((child) => child.type === 'blockquote');
  const list = children.find((child) => child.type === 'list');
  for (const child of children) {
    if (child !== paragraph && child !== list && child.type !== 'blockquote') reportStray(child, context);
  }
  // `- [ ]` with nothing after it is a box that Markdown takes for text.
  const id = marker?.[1]?.trim() === '' ? null : (marker?.[1] ?? null);
  if (id !== null && !isId(id)) reportBadId(id, place, context);
  return {
    id,
    marks,
    checked: node.checked ?? null,
    content,
    nodes,
    reason: quotes.length
      ? context.rich(
          quotes.flatMap((quote) => quote.children ?? []),
          'block',
        )
      : null,
    items: (list?.children ?? []).map((child, index) => readItem(child, `${path}.${index}`, marksOf, context)),
    place,
    slot: { path, id, offset: paragraph ? offsetOf(paragraph) : (node.position?.end.offset ?? 0), text: content.text },
  };
}

const noMarks = { marks: new Map<string, string | true>(), length: 0 };
const markInBrackets = /^\[([a-z][a-z0-9-]*)(?::[ \t]*([^\]\n]*))?\](?:\s+|$)/u;

/** The marks at the start of a text and how many characters they take. A mark of an unknown name is reported and taken away. */
function readMarks(text: string, known: readonly string[], place: Place, context: ReadContext) {
  const marks = new Map<string, string | true>();
  let length = 0;
  for (;;) {
    const found = markInBrackets.exec(text.slice(length));
    const [whole, name, value] = found ?? [];
    if (whole === undefined || name === undefined) return { marks, length };
    length += whole.length;
    if (known.includes(name)) marks.set(name, value?.trim() ?? true);
    else reportUnknownMark(name, known, place, context);
  }
}

function reportUnknownMark(name: string, known: readonly string[], place: Place, context: ReadContext): void {
  const near = suggestName(name, known);
  context.report(
    errorAt(place, 'mark-unknown', {
      message: `An item of this exercise has no mark \`[${name}]\`.`,
      hint: near
        ? `Did you mean \`[${near}]\`?`
        : `Known are ${known.map((mark) => `\`[${mark}]\``).join(', ')}. Brackets that are text come later in the sentence.`,
    }),
  );
}

function withoutMarker(paragraph: MarkdownNode, length: number): MarkdownNode[] {
  const [lead, ...rest] = paragraph.children ?? [];
  if (!lead) return [];
  const value = (lead.value ?? '').slice(length);
  return length ? [...(value ? [{ ...lead, value }] : []), ...rest] : [lead, ...rest];
}

/** Reports an id that does not have the permanent form. */
export function reportBadId(id: string, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'id-form', {
      message: `The id "${id}" is not written as ids are: small Latin letters, digits and hyphens, a letter first.`,
      hint: 'Write for example `[road-office]`. Ids stay the same in every language and are never shown.',
    }),
  );
}

function reportStray(node: MarkdownNode, context: ReadContext): void {
  context.report(
    errorAt(placeOf(node, context.file), 'exercise-stray-content', {
      message:
        'An item of an exercise holds its text, its reason and at most one inner list; this does not belong there.',
      hint: 'Put reasons in a quotation (`> …`) and everything else into the question above the list.',
    }),
  );
}

/** Attributes of a component by name: the text, or `true` for a bare one. Expressions are left to the lesson's reader. */
export function readAttributes(node: MarkdownNode): Map<string, string | true> {
  const known = new Map<string, string | true>();
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== 'mdxJsxAttribute' || !attribute.name) continue;
    if (attribute.value === null || attribute.value === undefined) known.set(attribute.name, true);
    else if (typeof attribute.value === 'string') known.set(attribute.name, attribute.value);
  }
  return known;
}

/** What is wrong with the attributes of a component, given the ones it knows. */
export function reportUnknownAttributes(node: MarkdownNode, known: readonly string[], context: ReadContext): void {
  for (const name of readAttributes(node).keys()) {
    if (known.includes(name)) continue;
    const near = suggestName(name, known);
    context.report(
      errorAt(placeOf(node, context.file), 'attribute-unknown', {
        message: `<${node.name}> has no attribute "${name}".`,
        hint: near ? `Did you mean \`${near}\`?` : `It takes: ${known.join(', ')}.`,
      }),
    );
  }
}
