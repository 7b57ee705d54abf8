import { element, isBlock, wordsOf, type Markup, type XmlElement, type XmlNode } from '#packaging';

/** How large the words of a slide are. */
export type SlideSize = 'huge' | 'large' | 'medium' | 'small';

/** What finds room below the title of a slide. */
export interface Room {
  /** Characters in a line. */
  readonly width: number;
  readonly lines: number;
}

/**
 * Rooms of a slide of 1280 by 720 in the sizes that the stylesheet gives its words (38, 31, 25 and 21 pixels): estimates
 * for Cyrillic, whose letters are the widest. A browser test holds every slide of every lesson against them.
 */
const rooms: Readonly<Record<SlideSize, Room>> = {
  huge: { width: 50, lines: 6 },
  large: { width: 64, lines: 10.5 },
  medium: { width: 80, lines: 13.1 },
  small: { width: 95, lines: 15.8 },
};

/** A picture among the words is never higher than these lines of small ones. */
const linesOfPicture = 8;

/** The room beside a picture, which takes less than half of the width. */
export function roomOf(size: SlideSize, isBeside = false): Room {
  const { width, lines } = rooms[size];
  return isBeside ? { width: Math.floor(width * 0.52), lines } : { width, lines };
}

/** The largest size in which the blocks find room; the smallest where none is small enough. */
export function sizeFor(blocks: Markup, isBeside = false): SlideSize {
  const fits = (size: SlideSize) => {
    const room = roomOf(size, isBeside);
    return linesOf(blocks, room.width) <= room.lines;
  };
  return (['huge', 'large', 'medium', 'small'] as const).find(fits) ?? 'small';
}

/** Blocks dealt out so that each lot finds room. What is too long by itself is cut between its own blocks or entries. */
export function packBlocks(blocks: Markup, room: Room): Markup[] {
  const lots = pack(blocks, room);
  // As few lots as can be, and then as even as can be: nobody turns a slide for its last line.
  const even = evenness.map((share) => pack(blocks, { ...room, lines: room.lines * share }));
  return even.find(({ length }) => length === lots.length) ?? lots;
}

const evenness = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

function pack(blocks: Markup, room: Room): Markup[] {
  const fits = (lot: Markup) => linesOf(lot, room.width) <= room.lines;
  return deal(
    blocks.flatMap((block) => (fits([block]) ? [block] : cut(block, room))),
    fits,
  );
}

/** Parts in their order, as many in a lot as find room together; one that finds none is a lot by itself. */
function deal<Part>(parts: readonly Part[], fits: (lot: readonly Part[]) => boolean): Part[][] {
  const lots: Part[][] = [];
  for (const part of parts) {
    const lot = lots.at(-1);
    if (lot && fits([...lot, part])) lot.push(part);
    else lots.push([part]);
  }
  return lots;
}

/** All on one slide, if need be in small words; else dealt out in a size that is read with ease. */
export function packWhole(blocks: Markup): Markup[] {
  const small = roomOf('small');
  return linesOf(blocks, small.width) <= small.lines ? [blocks] : packBlocks(blocks, roomOf('medium'));
}

/**
 * Cuts a list between its entries, a table between its rows, code between its lines, and a box or an entry between its
 * blocks. Each piece of a table keeps its head, each piece of a box the label at its head.
 */
function cut(node: XmlNode, room: Room): Markup {
  if (typeof node === 'string') return [node];
  if (node.name === 'pre') return cutCode(node, room);
  if (node.name === 'table') return cutTable(node, room);
  const isList = ['ul', 'ol'].includes(node.name);
  const children = node.children.filter((child) => typeof child !== 'string' || child.trim());
  const isLabelled = boxes.has(node.attributes['class'] ?? '');
  if (!isList && !isLabelled && node.name !== 'blockquote') return [node];
  const [head = '', ...rest] = children;
  const kept = isLabelled ? [head] : [];
  const inner = isLabelled ? rest : children;
  const free = { ...room, lines: room.lines - linesOf(kept, room.width) - 1 };
  const entries = isList ? inner.flatMap((entry) => cutEntry(entry, free)) : inner;
  let start = Number(node.attributes['start'] ?? 1);
  return deal(entries, (lot) => linesOf(lot, room.width - 4) <= free.lines).map((lot) => {
    // What goes on with an entry counts as one more, and shows no number.
    if (goesOn(lot[0])) start -= 1;
    const attributes = node.name === 'ol' && start > 1 ? { ...node.attributes, start: String(start) } : node.attributes;
    start += lot.length;
    return element(node.name, attributes, [...kept, ...lot]);
  });
}

const continued = 'goes-on';
const goesOn = (node: XmlNode | undefined) => typeof node === 'object' && node.attributes['class'] === continued;

/** An entry that is too long by itself, in pieces: only the first of them has its number. */
function cutEntry(entry: XmlNode, room: Room): Markup {
  if (typeof entry === 'string' || !isBlock(entry.children)) return [entry];
  const inner = { width: room.width - 4, lines: room.lines - 0.5 };
  if (linesOf([entry], inner.width) <= room.lines) return [entry];
  return pack(entry.children, inner).map((blocks, index) =>
    element('li', index ? { class: continued } : entry.attributes, blocks),
  );
}

/** At its empty lines, and where there is none for long, at any other. */
function cutCode(pre: XmlElement, room: Room): Markup {
  const passages = textOf(pre)
    .trimEnd()
    .split(/\n(?=\n)/u);
  const most = Math.floor(room.lines / lineOfCode - paddingOfCode);
  const chunks = passages.flatMap((passage) => {
    const lines = passage.split('\n');
    return Array.from({ length: Math.ceil(lines.length / most) }, (_, at) => lines.slice(at * most, (at + 1) * most));
  });
  const lots = deal(chunks, (lot) => linesOfCode(lot.flat().join('\n'), room.width) <= room.lines);
  return lots.map((lot) => {
    const text = lot.flat().join('\n').replace(/^\n+/u, '');
    return element('pre', pre.attributes, [element('code', {}, [text])]);
  });
}

function cutTable(table: XmlElement, room: Room): Markup {
  const [head, ...rows] = rowsOf(table);
  if (!head) return [table];
  const free = room.lines - linesOfRow(head, room.width) - 0.5;
  const lots = deal(rows, (lot) => lot.reduce((sum, row) => sum + linesOfRow(row, room.width), 0) <= free);
  return lots.map((lot) =>
    element('table', table.attributes, [element('thead', {}, [head]), element('tbody', {}, lot)]),
  );
}

const boxes: ReadonlySet<string> = new Set(['example', 'note', 'tab']);

/** Lines that blocks take, the space between them included, where a line has so many characters. */
export function linesOf(blocks: Markup, width: number): number {
  return blocks.reduce<number>((sum, node) => sum + linesOfNode(node, width), 0);
}

function linesOfNode(node: XmlNode, width: number): number {
  if (typeof node === 'string') return node.trim() ? wrap(node, width) : 0;
  const { name, children } = node;
  if (name === 'img') return linesOfPicture;
  if (name === 'pre') return linesOfCode(textOf(node), width);
  if (name === 'table') return rowsOf(node).reduce((sum, row) => sum + linesOfRow(row, width), 0.5);
  if (name === 'li') {
    // Paragraphs of an entry stand close together.
    const gaps = children.filter((child) => typeof child !== 'string' && child.name === 'p').length * 0.5;
    return linesOfContent(children, width - 4) - gaps + 0.25;
  }
  if (name === 'ul' || name === 'ol') return linesOf(children, width) + 0.5;
  if (name === 'blockquote' || boxes.has(node.attributes['class'] ?? '')) return linesOf(children, width - 4) + 1;
  return linesOfContent(children, width) + 0.5;
}

/** Words in a line, or blocks below one another. */
function linesOfContent(children: Markup, width: number): number {
  if (isBlock(children)) return linesOf(children, width);
  const pictures = children.filter((child) => typeof child !== 'string' && child.name === 'img');
  const words = children.filter((child) => !pictures.includes(child));
  return linesOf(pictures, width) + (pictures.length && !wordsOf(words) ? 0 : wrap(wordsOf(words), width));
}

/** Letters of code are small, and its lines stand close, whatever the size of the words around it. */
const lineOfCode = 0.75;
const paddingOfCode = 2;

function linesOfCode(text: string, width: number): number {
  const lines = text.trimEnd().split('\n');
  const wrapped = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 1.4))), 0);
  return (wrapped + paddingOfCode) * lineOfCode;
}

/** The text as it stands, with its lines. */
function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** A line ends between words, so the last few letters of it stay empty. */
function wrap(text: string, width: number): number {
  const length = text.replace(/\s+/gu, ' ').trim().length;
  return length <= width ? 1 : Math.ceil(length / (width - 5));
}

function rowsOf(node: XmlElement): XmlElement[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'tr' ? [child] : rowsOf(child);
  });
}

function linesOfRow({ children }: XmlElement, width: number): number {
  const cells = children.filter((child) => typeof child !== 'string');
  const own = Math.max(8, Math.floor(width / Math.max(1, cells.length)) - 2);
  return Math.max(1, ...cells.map((cell) => wrap(wordsOf([cell]), own))) + 0.5;
}
