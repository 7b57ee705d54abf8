import { exerciseComponents, readAttributes, type MarkdownNode } from '#exercise';
import type { Element, Nodes as HastNodes } from 'hast';
import type { Nodes } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import { components, htmlElements } from './components.ts';
import type { MarkdownParser } from './read-lesson-file.ts';
import { isSafeLink } from './rich-text.ts';

/** An element of a text as data: of HTML in small letters, or a component by its name (`Figure`, `Choice`). */
export interface TextElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TextNode[];
}

/** A string is text, not yet escaped. */
export type TextNode = TextElement | string;

/**
 * The text of an MDX file as HTML in which components stand by their names, for whatever shows a lesson without the pages
 * that are compiled from the same file. Only Markdown, the HTML of the allow-list and known components come through; an
 * exercise has its id and nothing inside, as the model holds it; a trainers' note is left out, since it is not for
 * learners. A heading of any depth carries the anchor of its section.
 *
 * @param anchors of the sections in their order, the opening's first
 * @returns null where the file is no MDX
 */
export function readText(
  file: TextFile,
  anchors: readonly string[],
  parse: MarkdownParser,
): readonly TextNode[] | null {
  return read(
    file,
    anchors,
    parse,
    handlersFor(() => []),
  );
}

/** The same with the notes for trainers where they stand: for trainers alone. */
export function readTrainersText(
  file: TextFile,
  anchors: readonly string[],
  parse: MarkdownParser,
): readonly TextNode[] | null {
  return read(
    file,
    anchors,
    parse,
    handlersFor((inside) => elementOf('TrainerNote', {}, inside())),
  );
}

/** An MDX file as it stands in the content folder. */
export interface TextFile {
  readonly file: string;
  readonly source: string;
}

function read({ file, source }: TextFile, anchors: readonly string[], parse: MarkdownParser, handlers: Handlers) {
  const { tree } = parse(file, source.replace(/^\uFEFF/u, ''));
  if (!tree) return null;
  const root = toHast(tree as unknown as Nodes, { handlers, unknownHandler: drop });
  return withAnchors(nodesOf(root), anchors);
}

/** Attributes of HTML that Markdown makes and a text may keep. */
const kept: Readonly<Record<string, readonly string[]>> = { a: ['href'], ol: ['start'], ...htmlElements };
const left = new Set(['input', 'img', 'section']);

function nodesOf(node: HastNodes): TextNode[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node)) return [];
  const children = node.children.flatMap((child) => nodesOf(child as HastNodes));
  if (node.type !== 'element') return children;
  if (left.has(node.tagName)) return [];
  const known = isComponent(node.tagName) ? Object.keys(node.properties) : (kept[node.tagName] ?? []);
  const attributes = known.flatMap((name) => {
    const value = node.properties[name];
    return value === undefined || value === null ? [] : [[name, String(value)] as const];
  });
  return [{ name: node.tagName, attributes: Object.fromEntries(attributes), children }];
}

function isComponent(name: string): boolean {
  return /^[A-Z]/u.test(name);
}

/** Headings stand at the top only; the nth begins the nth section. */
function withAnchors(nodes: readonly TextNode[], anchors: readonly string[]): TextNode[] {
  let at = 0;
  return nodes.map((node) => {
    if (typeof node === 'string' || !/^h[1-6]$/u.test(node.name)) return node;
    const id = anchors[++at];
    return id ? { ...node, attributes: { id } } : node;
  });
}

/** What becomes of a trainers' note, given what stands in it. */
type ShowNote = (inside: () => Element[]) => Element | Element[];

function element(state: State, node: MarkdownNode, showNote: ShowNote): Element | Element[] {
  const name = node.name ?? '';
  const inside = () => state.all(node as unknown as Nodes) as Element[];
  if (name === 'TrainerNote') return showNote(inside);
  if (exerciseComponents.includes(name)) return elementOf(name, pick(node, ['id']), []);
  if (Object.hasOwn(components, name)) {
    return elementOf(name, pick(node, Object.keys(components[name]?.attributes ?? {})), inside());
  }
  if (Object.hasOwn(htmlElements, name)) return elementOf(name, pick(node, htmlElements[name] ?? []), inside());
  return inside();
}

function elementOf(tagName: string, properties: Element['properties'], children: Element['children']): Element {
  return { type: 'element', tagName, properties, children };
}

/** The attributes of these names; a bare one has an empty value. */
function pick(node: MarkdownNode, names: readonly string[]): Element['properties'] {
  const given = [...readAttributes(node)].filter(([name]) => names.includes(name));
  return Object.fromEntries(given.map(([name, value]) => [name, value === true ? '' : value]));
}

function link(state: State, node: MarkdownNode): Element | Element['children'] {
  const children = state.all(node as unknown as Nodes) as Element['children'];
  const href = node.url ?? '';
  return isSafeLink(href) ? elementOf('a', { href }, children) : children;
}

function drop(): undefined {
  return undefined;
}

/** What is taken for code keeps its words and no class. */
function code(_state: State, node: MarkdownNode): Element {
  const text = { type: 'text', value: `${node.value ?? ''}\n` } as const;
  return elementOf('pre', {}, [elementOf('code', {}, [text])]);
}

function handlersFor(showNote: ShowNote): Handlers {
  const component = (state: State, node: MarkdownNode) => element(state, node, showNote);
  // The library's table of node types does not know MDX, which is why the compiler has to be told.
  return {
    mdxJsxTextElement: component,
    mdxJsxFlowElement: component,
    link,
    code,
    // Their addresses stand elsewhere in the file and have not been judged; pictures come through <Figure> only.
    linkReference: (state: State, node: MarkdownNode) => state.all(node as unknown as Nodes) as Element[],
    image: drop,
    imageReference: drop,
    // No check knows of them, and no page shows them.
    footnoteReference: drop,
  } as unknown as Handlers;
}
