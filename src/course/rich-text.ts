import type { MarkdownNode, RichText } from '#exercise';
import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent } from 'hast';
import type { Nodes, Root } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import { htmlElements, linkSchemes } from './components.ts';

/**
 * Renders Markdown nodes. Only plain Markdown and the HTML allow-list come through: raw HTML, expressions and unknown
 * elements leave their text at most, so a lesson from elsewhere cannot smuggle markup into a page.
 */
export function renderRichText(nodes: readonly MarkdownNode[], form: 'block' | 'inline'): RichText {
  const text = nodes
    .map(plainText)
    .join(form === 'block' ? ' ' : '')
    .replace(/\s+/gu, ' ')
    .trim();
  return { html: plainHtml(nodes, form) ?? renderHtml(nodes, form), text };
}

/**
 * The HTML of bare words, which most options and reasons are: the same as the renderer's, without its tree. Null where
 * there is anything to render or to escape.
 */
function plainHtml(nodes: readonly MarkdownNode[], form: 'block' | 'inline'): string | null {
  const [node] = nodes;
  const words = form === 'inline' ? node : node?.type === 'paragraph' ? node.children?.[0] : undefined;
  const isAlone = nodes.length === 1 && (form === 'inline' || node?.children?.length === 1);
  if (!isAlone || words?.type !== 'text' || !words.value || /[<&\r\n]/u.test(words.value)) return null;
  return form === 'inline' ? words.value.trim() : `<p>${words.value}</p>`;
}

function renderHtml(nodes: readonly MarkdownNode[], form: 'block' | 'inline'): string {
  // A root puts line ends between its children, which inside a word would show as spaces; a paragraph does not.
  const root = { type: form === 'block' ? 'root' : 'paragraph', children: nodes } as unknown as Root;
  const parent = toHast(root, { handlers, unknownHandler: drop });
  const tree = form === 'block' || !('children' in parent) ? parent : parent.children;
  return toHtml(tree, { characterReferences: { useNamedReferences: false } }).trim();
}

const silent = new Set(['mdxTextExpression', 'mdxFlowExpression', 'mdxjsEsm', 'yaml', 'html']);
const hidden = new Set(['TrainerNote']);

/** The words of a node and everything in it, blocks divided by spaces; without trainers' notes and code-like parts. */
export function plainText(node: MarkdownNode): string {
  if (silent.has(node.type) || (node.name && hidden.has(node.name))) return '';
  if (node.value !== undefined) return node.value;
  if (node.type === 'break' || node.name === 'br') return ' ';
  const parts = (node.children ?? []).map(plainText);
  return parts.join(isBlockParent(node) ? ' ' : '');
}

function isBlockParent(node: MarkdownNode): boolean {
  return ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'mdxJsxFlowElement'].includes(node.type);
}

function element(state: State, node: MarkdownNode): ElementContent | ElementContent[] {
  const children = state.all(node as unknown as Nodes) as ElementContent[];
  const name = node.name ?? '';
  const allowed = Object.hasOwn(htmlElements, name) ? htmlElements[name] : undefined;
  if (!allowed) return children;
  const properties: Element['properties'] = {};
  for (const attribute of node.attributes ?? []) {
    const { value } = attribute;
    if (attribute.name && allowed.includes(attribute.name) && typeof value === 'string')
      properties[attribute.name] = value;
  }
  return { type: 'element', tagName: name, properties, children };
}

function link(state: State, node: MarkdownNode): ElementContent | ElementContent[] {
  const children = state.all(node as unknown as Nodes) as ElementContent[];
  const href = node.url ?? '';
  return isSafeLink(href) ? { type: 'element', tagName: 'a', properties: { href }, children } : children;
}

function drop(): undefined {
  return undefined;
}

// The library's table of node types does not know MDX, which is why the compiler has to be told.
const handlers = {
  mdxJsxTextElement: element,
  mdxJsxFlowElement: element,
  link,
  // Their addresses stand elsewhere in the file and have not been judged; pictures come through <Figure> only.
  linkReference: (state: State, node: MarkdownNode) => state.all(node as unknown as Nodes) as ElementContent[],
  image: drop,
  imageReference: drop,
} as unknown as Handlers;

/**
 * True for relative addresses and for the schemes of the allow-list. Browsers leave out control characters and spaces
 * at the start and tabs and line ends anywhere (`java\nscript:` runs), so they are left out here too; an address that
 * begins with two slashes leads to another host without saying how.
 */
export function isSafeLink(url: string): boolean {
  const address = url.replace(/[\p{Cc}\p{Z}]+/gu, '');
  if (/^[\\/]{2}/u.test(address)) return false;
  const scheme = /^([^/?#:]*):/u.exec(address)?.[1];
  return scheme === undefined || linkSchemes.includes(scheme.toLocaleLowerCase('en'));
}
