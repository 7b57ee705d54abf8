import type { MarkdownNode } from '#exercise';
import type { Locale } from '#language';
import type { NoteImport } from './notes.ts';

/** Markdown as a tree of which only what lessons may hold is left: `cleanMarkdown` and `htmlToMarkdown` make it. */
export type Markdown = readonly MarkdownNode[];

/** One item of the list of an exercise. */
export interface FoundItem {
  /** Null where the type has no check boxes. */
  readonly checked: boolean | null;
  /** Null where the type's items have none. */
  readonly id: string | null;
  /** Marks behind the id, as they are written: `[also: bus]`. */
  readonly marks?: string;
  /** Inline. Empty where the words stand elsewhere. */
  readonly content: Markdown;
  /** Blocks; empty where one is still to be written, null where the item takes none. */
  readonly reason: Markdown | null;
  /** What its author is asked for where the reason is empty. */
  readonly wanted?: string;
  readonly items?: readonly FoundItem[];
}

/** An exercise as it will be written; its id is given when the whole lesson is known. */
export interface FoundExercise {
  readonly component:
    'Choice' | 'Verdict' | 'Match' | 'Categorise' | 'Order' | 'ShortAnswer' | 'Rate' | 'Gap' | 'Reflect';
  readonly flags: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly hints: readonly string[];
  /** Blocks. Empty where the question is still to be written. */
  readonly prompt: Markdown;
  /** The text of a quotation above the list. */
  readonly passage: Markdown;
  readonly items: readonly FoundItem[];
  readonly ordered: boolean;
  /** The quotation below the list: blocks, empty where it is still to be written, null for none. */
  readonly closing: Markdown | null;
}

/** A part of the lesson, in the order of the file. */
export type Piece =
  | { readonly kind: 'text'; readonly nodes: Markdown }
  | { readonly kind: 'exercise'; readonly exercise: FoundExercise; readonly place: string }
  /** Something that only a person can bring over: what it was, and its words. */
  | { readonly kind: 'open'; readonly what: string; readonly nodes: Markdown };

/** A picture that came with the file. */
export interface FoundPicture {
  readonly bytes: Uint8Array;
  /** What it was called, for the name that it gets; may be empty. */
  readonly name: string;
}

/** What was found in a file, before it is a lesson. */
export interface Found {
  readonly title: string | null;
  readonly summary: string | null;
  readonly pieces: readonly Piece[];
  /** By the address that images in the pieces have. */
  readonly pictures: ReadonlyMap<string, FoundPicture>;
}

/** What readers of all formats are given. */
export interface ImportContext {
  readonly note: NoteImport;
  /** Reads HTML into Markdown that lessons may hold. */
  html(source: string, place: string): Markdown;
  /** The same for Markdown. */
  markdown(source: string, place: string): Markdown;
  /** The language of the words, for ids and for what counts as the same answer. */
  readonly locale: Locale;
  /** Null for what is no base64. */
  decodeBase64(text: string): Uint8Array | null;
}

export const nothingFound: Found = { title: null, summary: null, pieces: [], pictures: new Map() };

export function textNode(value: string): MarkdownNode {
  return { type: 'text', value };
}

export function paragraphOf(children: Markdown): MarkdownNode {
  return { type: 'paragraph', children };
}

/** Words that are no Markdown, as blocks: a paragraph for each run without an empty line. */
export function paragraphsOf(text: string): Markdown {
  return text
    .split(/\n\s*\n/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .map((part) => paragraphOf([textNode(part)]));
}

/** The words of nodes, blocks divided by a space. */
export function wordsOf(nodes: Markdown): string {
  return nodes
    .map((node) => (isInline(node) ? rawWords(node) : ` ${rawWords(node)} `))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

const inline = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'link', 'mdxJsxTextElement', 'tableCell']);

function rawWords(node: MarkdownNode): string {
  if (node.type === 'break' || node.name === 'br') return ' ';
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map(rawWords).join(inline.has(node.type) ? '' : ' ');
}

/** Blocks as a run of inline Markdown, for places that take no blocks; lists and tables leave their words. */
export function asInline(nodes: Markdown): Markdown {
  const runs = nodes.flatMap((node): Markdown[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return [node.children ?? []];
    if (node.type === 'code') return [[{ type: 'inlineCode', value: (node.value ?? '').replace(/\s+/gu, ' ').trim() }]];
    if (isInline(node)) return [[node]];
    return (node.children ?? []).map((child) => asInline([child]));
  });
  const parts = runs.filter((run) => run.length);
  const isRun = nodes.every(isInline);
  return parts.flatMap((run, index) => (index && !isRun ? [textNode(' '), ...run] : run));
}

export function isInline({ type }: MarkdownNode): boolean {
  return ['text', 'emphasis', 'strong', 'inlineCode', 'link', 'break', 'image', 'mdxJsxTextElement'].includes(type);
}

/** The addresses of all images in the nodes, with what they are said to show. */
export function imagesIn(nodes: Markdown): { readonly url: string; readonly alt: string }[] {
  return nodes.flatMap((node) =>
    node.type === 'image' ? [{ url: node.url ?? '', alt: node.alt ?? '' }] : imagesIn(node.children ?? []),
  );
}

/** The nodes without their images; what is empty afterwards is gone. */
export function withoutImages(nodes: Markdown): Markdown {
  return nodes.flatMap((node) => {
    if (node.type === 'image') return [];
    if (!node.children) return [node];
    const children = withoutImages(node.children);
    const isGone = !children.length && node.children.length > 0 && node.type !== 'tableCell';
    const hadImage = node.children.some(({ type }) => type === 'image');
    return isGone ? [] : [{ ...node, children: hadImage ? withoutLooseBreaks(children) : children }];
  });
}

/** Without the breaks that kept a picture apart from the words beside it. */
function withoutLooseBreaks(nodes: Markdown): Markdown {
  const isBlank = (node: MarkdownNode | undefined) => !node || (node.type === 'text' && !node.value?.trim());
  const filled = nodes.filter((node) => !isBlank(node));
  return nodes.filter((node) => {
    if (node.type !== 'break') return true;
    const index = filled.indexOf(node);
    return index > 0 && index < filled.length - 1 && filled[index - 1]?.type !== 'break';
  });
}
