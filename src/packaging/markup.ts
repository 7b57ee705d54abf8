import type { RichText } from '#exercise';
import { element, type XmlElement, type XmlNode } from './xml.ts';

/** HTML as data: what a question shows. */
export type Markup = readonly XmlNode[];

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"]*")?)*)\s*\/?>/gu;
const attribute = /([a-zA-Z][\w:-]*)(?:="([^"]*)")?/gu;
const neverClosed = new Set(['br', 'hr', 'img', 'input', 'col']);

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

/**
 * Reads the HTML of a `RichText`, which our own serializer has written: tags in small letters, values in double quotes.
 * What is none of that stays text, and an element that is left open ends where its parent does.
 */
export function readMarkup(html: string): Markup {
  const root: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [root];
  const top = () => stack.at(-1) ?? root;
  const closeOne = () => {
    const closed = stack.pop();
    if (closed) top().children.push(element(closed.name, closed.attributes, closed.children));
  };
  const addText = (text: string) => {
    if (text) top().children.push(decode(text));
  };
  let end = 0;
  for (const found of html.matchAll(tag)) {
    addText(html.slice(end, found.index));
    end = found.index + found[0].length;
    const [, slash, name = '', inside = ''] = found;
    if (slash) {
      if (stack.slice(1).some((open) => open.name === name)) {
        while (top().name !== name) closeOne();
        closeOne();
      }
    } else if (neverClosed.has(name)) {
      top().children.push(element(name, readAttributes(inside)));
    } else {
      stack.push({ name, attributes: readAttributes(inside), children: [] });
    }
  }
  addText(html.slice(end));
  while (stack.length > 1) closeOne();
  return root.children;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, decode(value)] as const);
  return Object.fromEntries(pairs);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gu, (all, hex, decimal, name) => {
    if (typeof name === 'string') return named[name] ?? all;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** The markup of a text of the model. */
export function markupOf({ html }: Pick<RichText, 'html'>): Markup {
  return readMarkup(html);
}

/** A paragraph of words that are no Markdown, or of inline markup. */
export function paragraph(content: string | Markup): XmlElement {
  return element('p', {}, typeof content === 'string' ? [content] : content);
}

/** Words that stand out. */
export function strong(content: string | Markup): XmlElement {
  return element('strong', {}, typeof content === 'string' ? [content] : content);
}

/** A list, one entry an item; nothing where there is none. */
export function list(name: 'ul' | 'ol', entries: readonly Markup[]): Markup {
  if (!entries.length) return [];
  const items = entries.map((entry) => element('li', {}, entry));
  return [element(name, {}, items)];
}

/** Inline markup before its explanation: `**Label**: text`. */
export function labelled(label: string | Markup, content: string | Markup): Markup {
  return [strong(label), ': ', ...(typeof content === 'string' ? [content] : content)];
}

/** Every element in the markup changed, the inner ones first; null takes it out and leaves what it holds. */
export function mapElements(markup: Markup, change: (element: XmlElement) => XmlNode | null): Markup {
  return markup.flatMap((node) => {
    if (typeof node === 'string') return [node];
    const children = mapElements(node.children, change);
    const changed = change({ ...node, children });
    return changed === null ? children : [changed];
  });
}

const blocks = new Set([
  ...['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'div', 'hr', 'br'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** The words alone, blocks divided by a space. */
export function wordsOf(markup: Markup): string {
  const read = (nodes: Markup): string =>
    nodes
      .map((node) => {
        if (typeof node === 'string') return node;
        const words = node.name === 'img' ? (node.attributes['alt'] ?? '') : read(node.children);
        return blocks.has(node.name) ? ` ${words} ` : words;
      })
      .join('');
  return read(markup).replace(/\s+/gu, ' ').trim();
}

/** True where the markup stands on lines of its own and cannot stand in a sentence. */
export function isBlock(markup: Markup): boolean {
  return markup.some((node) => typeof node !== 'string' && node.name !== 'br' && blocks.has(node.name));
}

/** The markup as blocks: words that stand outside of any become a paragraph. */
export function asBlocks(markup: Markup): Markup {
  const result: XmlNode[] = [];
  let inline: XmlNode[] = [];
  const close = () => {
    if (wordsOf(inline)) result.push(paragraph(inline));
    inline = [];
  };
  for (const node of markup) {
    if (typeof node !== 'string' && isBlock([node])) {
      close();
      result.push(node);
    } else {
      inline.push(node);
    }
  }
  close();
  return result;
}
