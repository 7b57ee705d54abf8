import type { MarkdownNode } from '#exercise';
import type { Element, Nodes } from 'hast';
import type { Markdown } from './found.ts';
import { importLimits, ImportFault } from './limits.ts';
import { keptLink, mergeInline, splitBlocks, trimInline, type CleanContext } from './clean-inline.ts';

/**
 * HTML as Markdown that a lesson may hold. Of elements and attributes only those named here come through; what else there
 * is leaves its words or, where it could run, load or overlay something, nothing at all.
 */
export function htmlToMarkdown(root: Nodes, context: CleanContext): Markdown {
  return blocksOf('children' in root ? root.children : [], { ...context, depth: 0 });
}

interface HtmlContext extends CleanContext {
  readonly depth: number;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const transparent = [
  ...['div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'figure', 'figcaption', 'address'],
  ...['center', 'html', 'body', 'details', 'dl', 'tbody', 'fieldset', 'hgroup'],
];
const blocks = new Set([
  ...[...headings, ...transparent, 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'table', 'summary', 'dt', 'dd'],
]);
const active = new Set([
  ...[
    'script',
    'style',
    'template',
    'iframe',
    'frame',
    'object',
    'embed',
    'applet',
    'form',
    'input',
    'button',
    'select',
  ],
  ...[
    'textarea',
    'svg',
    'canvas',
    'link',
    'meta',
    'base',
    'title',
    'head',
    'map',
    'noscript',
    'noembed',
    'xmp',
    'plaintext',
  ],
]);
const media = new Set(['video', 'audio', 'source', 'track']);
const plain = new Set(['u', 'font', 'small', 'big', 'del', 's', 'strike', 'ins', 'tt', 'blink', 'marquee']);
const quiet = new Set(['span', 'o:p', 'wbr', 'label', 'bdi', 'time', 'data', 'colgroup', 'col', 'rb', 'rp', 'thead']);
const marked: Readonly<Record<string, string>> = { b: 'strong', strong: 'strong', i: 'emphasis', em: 'emphasis' };
const named = new Set(['sub', 'sup', 'kbd', 'mark', 'cite', 'q', 'abbr']);

function blocksOf(nodes: readonly Nodes[], context: HtmlContext): Markdown {
  if (context.depth > importLimits.depth) throw new ImportFault(tooDeep(context.place));
  const inner = { ...context, depth: context.depth + 1 };
  const result: MarkdownNode[] = [];
  let run: Nodes[] = [];
  const close = () => {
    const inline = trimInline(mergeInline(run.flatMap((node) => inlineOf(node, inner))));
    if (inline.length) result.push({ type: 'paragraph', children: inline });
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && holdsBlocks(node)) {
      close();
      result.push(...blockOf(node, inner));
    } else run.push(node);
  }
  close();
  return result;
}

export function tooDeep(place: string): string {
  return `${place ? `${place}: ` : ''}elements stand more than ${importLimits.depth} deep in one another, which no text needs; so nothing was read.`;
}

/** True for blocks, and for inline elements around blocks, which old editors write. */
function holdsBlocks(node: Element): boolean {
  if (active.has(node.tagName) || media.has(node.tagName)) return false;
  const queue: Element[] = [node];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (blocks.has(next.tagName)) return true;
    for (const child of next.children) if (child.type === 'element') queue.push(child);
  }
  return false;
}

function blockOf(node: Element, context: HtmlContext): Markdown {
  const { tagName, children } = node;
  const level = headings.indexOf(tagName) + 1;
  if (level) {
    const inside = splitBlocks(blocksOf(children, context));
    return inside.length ? [{ type: 'heading', depth: level, children: inside, ...anchorOf(node) }] : [];
  }
  switch (tagName) {
    case 'ul':
    case 'ol':
      return listOf(node, context);
    case 'li':
      return blocksOf(children, context);
    case 'blockquote': {
      const inside = blocksOf(children, context);
      if (context.nesting >= importLimits.nesting) return inside;
      return inside.length ? [{ type: 'blockquote', children: inside }] : [];
    }
    case 'pre':
      return [{ type: 'code', value: rawText(node).replace(/^\n|\n$/gu, '') }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return tableOf(node, context);
    case 'summary':
    case 'dt': {
      const inside = splitBlocks(blocksOf(children, context));
      return inside.length ? [{ type: 'paragraph', children: [{ type: 'strong', children: inside }] }] : [];
    }
    default:
      if (!blocks.has(tagName) && !marked[tagName] && !quiet.has(tagName) && tagName !== 'a')
        noteElement(tagName, context);
      return blocksOf(children, context);
  }
}

/** Where links inside the document lead to: the ids of a heading and of what stands in it. */
function anchorOf(node: Element): { readonly name?: string } {
  const ids: string[] = [];
  const gather = (element: Element) => {
    const id = element.properties['id'];
    if (typeof id === 'string' && id) ids.push(id);
    for (const child of element.children) if (child.type === 'element') gather(child);
  };
  gather(node);
  return ids.length ? { name: ids.join(' ') } : {};
}

function listOf(node: Element, context: HtmlContext): Markdown {
  const deep = context.nesting >= importLimits.nesting;
  const inner = { ...context, nesting: context.nesting + 1 };
  const items: MarkdownNode[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const inside = blocksOf(child.tagName === 'li' ? child.children : [child], inner);
    if (!inside.length) continue;
    const last = items.at(-1);
    // A list right inside a list belongs to the item above it.
    if (child.tagName !== 'li' && last)
      items[items.length - 1] = { ...last, children: [...(last.children ?? []), ...inside] };
    else items.push({ type: 'listItem', children: inside });
  }
  if (deep) {
    context.note('nested-list', context.place);
    return items.flatMap((item) => item.children ?? []);
  }
  return items.length ? [{ type: 'list', ordered: node.tagName === 'ol', children: items }] : [];
}

function tableOf(node: Element, context: HtmlContext): Markdown {
  const rows: Element[] = [];
  const captions: Markdown[] = [];
  const gather = (element: Element) => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'tr') rows.push(child);
      else if (child.tagName === 'caption') captions.push(blocksOf(child.children, context));
      else gather(child);
    }
  };
  gather(node);
  let isSimple = true;
  const cells = rows.map((row) =>
    row.children.flatMap((cell): MarkdownNode[] => {
      if (cell.type !== 'element') return [];
      const inside = blocksOf(cell.children, context);
      if (inside.length > 1 || inside.some(({ type }) => type !== 'paragraph')) isSimple = false;
      const span = Number(cell.properties['colSpan'] ?? 1);
      if (span > 1 || Number(cell.properties['rowSpan'] ?? 1) > 1) isSimple = false;
      const extra = span > 1 && span <= 50 ? span - 1 : 0;
      const filler = Array.from({ length: extra }, (): MarkdownNode => ({ type: 'tableCell', children: [] }));
      return [{ type: 'tableCell', children: splitBlocks(inside, [{ type: 'break' }]) }, ...filler];
    }),
  );
  if (!isSimple) context.note('table-form', context.place);
  return [...captions.flat(), ...makeTable(cells)];
}

/** A table whose rows are as wide as the widest; a single column is no table but paragraphs. */
export function makeTable(cells: readonly (readonly MarkdownNode[])[]): Markdown {
  const filled = cells.filter((row) => row.some(({ children }) => children?.length));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return [];
  if (width === 1 || filled.length === 1) {
    const inside = filled.flat().filter(({ children }) => children?.length);
    return inside.map(({ children = [] }) => ({ type: 'paragraph', children }));
  }
  const pad = (row: readonly MarkdownNode[]) =>
    Array.from({ length: width }, (_, index) => row[index] ?? { type: 'tableCell', children: [] });
  return [{ type: 'table', children: filled.map((row) => ({ type: 'tableRow', children: pad(row) })) }];
}

function inlineOf(node: Nodes, context: HtmlContext): Markdown {
  if (context.depth > importLimits.depth) throw new ImportFault(tooDeep(context.place));
  if (node.type === 'text') return withFormulas(node.value.replace(/[ \t\r\n\f]+/gu, ' '), context);
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (active.has(tagName)) {
    context.note('active', context.place, `<${tagName}>`);
    return [];
  }
  const source = properties['src'];
  if (media.has(tagName)) {
    context.note('media', context.place, typeof source === 'string' ? source : `<${tagName}>`);
    return [];
  }
  if (tagName === 'br') return [{ type: 'break' }];
  if (tagName === 'img') {
    const alt = properties['alt'];
    return typeof source === 'string' ? [{ type: 'image', url: source, alt: typeof alt === 'string' ? alt : '' }] : [];
  }
  if (tagName === 'math') {
    context.note('formula', context.place);
    const words = rawText(node).replace(/\s+/gu, ' ').trim();
    return words ? [{ type: 'inlineCode', value: words }] : [];
  }
  const children = node.children.flatMap((child) => inlineOf(child, { ...context, depth: context.depth + 1 }));
  return wrap(node, children, context);
}

// As Moodle's filter for TeX finds them.
const formula = /\\\((.{1,500}?)\\\)|\\\[(.{1,500}?)\\\]|\$\$(.{1,500}?)\$\$/gu;

/** Words, with formulas in TeX as code. */
function withFormulas(text: string, { note, place }: HtmlContext): Markdown {
  const result: MarkdownNode[] = [];
  let end = 0;
  for (const { 0: whole, 1: a, 2: b, 3: c, index } of text.matchAll(formula)) {
    const words = (a ?? b ?? c ?? '').trim();
    if (!words) continue;
    note('formula', place, whole);
    result.push({ type: 'text', value: text.slice(end, index) }, { type: 'inlineCode', value: words });
    end = index + whole.length;
  }
  return [...result, { type: 'text', value: text.slice(end) }];
}

function wrap(node: Element, children: Markdown, context: HtmlContext): Markdown {
  const { tagName, properties } = node;
  if (!children.length) return [];
  const mark = Object.hasOwn(marked, tagName) ? marked[tagName] : undefined;
  if (mark) return [{ type: mark, children }];
  if (tagName === 'a') return keptLink(properties['href'], children, context);
  if (tagName === 'code' || tagName === 'samp') {
    const words = rawText(node).replace(/\s+/gu, ' ').trim();
    return words ? [{ type: 'inlineCode', value: words }] : [];
  }
  const lang = properties['lang'] ?? properties['xmlLang'];
  const attributes = (pairs: Readonly<Record<string, unknown>>) =>
    Object.entries(pairs).flatMap(([name, value]) =>
      typeof value === 'string' && value ? [{ type: 'mdxJsxAttribute', name, value }] : [],
    );
  if (named.has(tagName)) {
    const own = tagName === 'abbr' ? { title: properties['title'] } : {};
    return [{ type: 'mdxJsxTextElement', name: tagName, attributes: attributes(own), children }];
  }
  const isForeign =
    typeof lang === 'string' && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(lang) && lang !== context.locale;
  if (tagName === 'span' && isForeign)
    return [{ type: 'mdxJsxTextElement', name: 'span', attributes: attributes({ lang }), children }];
  if (plain.has(tagName) || properties['style'] !== undefined) context.note('formatting', context.place);
  else if (!quiet.has(tagName)) noteElement(tagName, context);
  return children;
}

function noteElement(tagName: string, { note, place }: HtmlContext): void {
  note('html', place, `<${tagName}>`);
}

/** All words in a node as they stand. */
function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => rawText(child)).join('') : '';
}
