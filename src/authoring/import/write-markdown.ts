import type { MarkdownParser } from '#course';
import type { MarkdownNode } from '#exercise';
import { textNode, wordsOf, type Markdown } from './found.ts';
import { importLimits, ImportFault } from './limits.ts';
import { beforeCode, escapeText, writeCode } from './escape-text.ts';

/**
 * Writes clean Markdown as it stands in a lesson. What is written is read again: where marks of emphasis would be taken for
 * something else (a quotation mark beside a letter, say), the block loses them and keeps its words.
 *
 * @returns blocks with an empty line between two of them, without a line end at the end
 */
export function writeBlocks(nodes: Markdown, parse: MarkdownParser): string {
  return joinLists(nodes)
    .map((node) => writeBlock(node, parse))
    .filter(Boolean)
    .join('\n\n');
}

/** A run of inline Markdown in one line. */
export function writeInline(nodes: Markdown, parse: MarkdownParser): string {
  return writeChecked(nodes, parse, false);
}

// Two lists of a kind beside each other are one list to every reader of Markdown.
function joinLists(nodes: Markdown): Markdown {
  const result: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered) {
      result[result.length - 1] = { ...last, children: [...(last.children ?? []), ...(node.children ?? [])] };
    } else result.push(node);
  }
  return result;
}

function writeBlock(node: MarkdownNode, parse: MarkdownParser): string {
  const children = node.children ?? [];
  switch (node.type) {
    case 'paragraph':
      return writeChecked(children, parse, false);
    case 'heading':
      return `${'#'.repeat(node.depth ?? 2)} ${writeChecked(children, parse, false)}`;
    case 'blockquote':
      return prefix(writeBlocks(children, parse), '> ', '> ').replace(/ +$/gmu, '');
    case 'list':
      return children
        .map((item, index) => {
          const mark = node.ordered ? `${index + 1}. ` : '- ';
          return prefix(writeItem(item, parse), mark, ' '.repeat(mark.length));
        })
        .join('\n');
    case 'code':
      return writeFence(node.value ?? '');
    case 'thematicBreak':
      return '***';
    case 'table':
      return writeTable(children, parse);
    default:
      // A run of inline Markdown that stands where blocks do.
      return writeChecked([node], parse, false);
  }
}

/** Lists follow the text of their item at once; other blocks stand apart. */
function writeItem({ children = [] }: MarkdownNode, parse: MarkdownParser): string {
  return joinLists(children)
    .map((child, index) => {
      const gap = index === 0 ? '' : child.type === 'list' ? '\n' : '\n\n';
      return gap + writeBlock(child, parse);
    })
    .join('');
}

/** Lines with something before the first and before all others; empty lines stay empty, unless a sign stands there. */
export function prefix(text: string, first: string, others: string): string {
  const blank = others.trimEnd();
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line ? others + line : blank))
    .join('\n');
}

function writeFence(code: string): string {
  const lines = code.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '');
  const longest = Math.max(2, ...[...lines.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${lines}\n${fence}`;
}

function writeTable(rows: Markdown, parse: MarkdownParser): string {
  const lines = rows.map(({ children = [] }) => {
    const cells = children.map((cell) => writeChecked(cell.children ?? [], parse, true));
    return `| ${cells.join(' | ')} |`;
  });
  const width = rows[0]?.children?.length ?? 0;
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
}

function writeChecked(nodes: Markdown, parse: MarkdownParser, inTable: boolean): string {
  const text = writeRun(nodes, inTable);
  // The parser's time grows with the square of the marks in a paragraph, and no check would pass it.
  if (text.length > importLimits.paragraph)
    throw new ImportFault(
      `A paragraph has more than ${importLimits.paragraph} characters (“${wordsOf(nodes).slice(0, 40)}…”). Divide it.`,
    );
  if (isPlain(nodes) || reads(text, nodes, parse)) return text;
  const bare = writeRun(withoutMarks(nodes, ['strong', 'emphasis']), inTable);
  if (reads(bare, nodes, parse)) return bare;
  const words = [textNode(wordsOf(nodes))];
  const plain = writeRun(words, inTable);
  return reads(plain, words, parse) ? plain : breakAddresses(plain);
}

const addressSigns: Readonly<Record<string, string>> = { '://': '&#58;//', '.': '&#46;', '@': '&#64;' };

/**
 * Addresses that stand bare in a text take the signs behind them along, unless they are no addresses to Markdown. In code
 * nothing is an address, and a reference to a sign would stand there as it is written.
 */
function breakAddresses(text: string): string {
  const codeOrSign = /(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|:\/\/|(?<=www)\.|@/gu;
  return text.replace(codeOrSign, (found) => addressSigns[found] ?? found);
}

function isPlain(nodes: Markdown): boolean {
  return nodes.every(({ type, value = '' }) => type === 'text' && /^[\p{L}\p{N} ,;?]*$/u.test(value));
}

/** True where a text reads as one paragraph of these words. */
function reads(text: string, nodes: Markdown, parse: MarkdownParser): boolean {
  const { tree } = parse('', text);
  const [block, ...more] = tree?.children ?? [];
  if (!text.trim()) return true;
  if (!block || more.length || block.type !== 'paragraph') return false;
  return wordsOf([block]) === wordsOf(nodes) && countMarks([block]) === countMarks(nodes);
}

/** How many marks there are of each kind, so that words that became a mark are noticed. */
function countMarks(nodes: Markdown): string {
  const counts = new Map<string, number>();
  // An address that stands bare is a link to readers of Markdown, and no mark.
  const isBare = (node: MarkdownNode) => node.type === 'link' && (node.url ?? '').endsWith(wordsOf([node]));
  const visit = (node: MarkdownNode) => {
    if (
      ['strong', 'emphasis', 'link', 'mdxJsxTextElement', 'delete'].includes(node.type) &&
      node.name !== 'br' &&
      !isBare(node)
    )
      counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
    node.children?.forEach(visit);
  };
  nodes.forEach(visit);
  return [...counts]
    .map(([type, count]) => `${type} ${count}`)
    .sort()
    .join();
}

function withoutMarks(nodes: Markdown, types: readonly string[]): Markdown {
  return nodes.flatMap((node) => {
    const children = node.children && withoutMarks(node.children, types);
    return types.includes(node.type) ? (children ?? []) : [children ? { ...node, children } : node];
  });
}

function writeRun(nodes: Markdown, inTable: boolean): string {
  const text = nodes
    .reduce((before, node, index) => {
      const own = writeNode(node, inTable);
      return (own.startsWith('`') && nodes[index - 1]?.type === 'text' ? beforeCode(before) : before) + own;
    }, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
  return escapeStart(inTable ? text.replace(/\|/gu, '\\|') : text);
}

/** What would be a list, a heading, a rule or a program at the start of a line. */
function escapeStart(text: string): string {
  const escaped = text.replace(/^(?:#|>|[-+](?=\s|$|[-+])|=|:(?=[-:|\s]))/u, (sign) => `\\${sign}`);
  const numbered = escaped.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
  return numbered.replace(
    /^(?:import|export)(?![\p{L}\p{N}_])/u,
    (word) => `&#${word.codePointAt(0)};${word.slice(1)}`,
  );
}

function writeNode(node: MarkdownNode, inTable: boolean): string {
  const inside = () => (node.children ?? []).map((child) => writeNode(child, inTable)).join('');
  switch (node.type) {
    case 'text':
      return escapeText(node.value ?? '');
    case 'inlineCode':
      return writeCode(node.value ?? '');
    case 'break':
      return '<br/>';
    case 'strong':
      return surround(inside(), '**');
    case 'emphasis':
      return surround(inside(), '*');
    case 'link':
      return `[${inside().trim()}](${writeAddress(node.url ?? '')})`;
    case 'mdxJsxTextElement':
      return `<${node.name}${writeAttributes(node)}>${inside()}</${node.name}>`;
    default:
      return inside();
  }
}

/** White space at the ends stands outside the marks, where Markdown wants it. */
function surround(text: string, mark: string): string {
  const words = text.trim();
  if (!words) return text;
  const start = text.slice(0, text.length - text.trimStart().length);
  const end = text.slice(text.trimEnd().length);
  return `${start}${mark}${words}${mark}${end}`;
}

/** Signs that end an address or mean something else in one, as addresses write them. */
const encoded: Readonly<Record<string, string>> = {
  '\\': '%5C',
  '(': '%28',
  ')': '%29',
  '{': '%7B',
  '}': '%7D',
  '`': '%60',
};

function writeAddress(url: string): string {
  return url.replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '&amp;').replace(/[\\(){}`]/gu, (sign) => encoded[sign] ?? sign);
}

function writeAttributes({ attributes = [] }: MarkdownNode): string {
  return attributes
    .flatMap(({ name, value }) => (name && typeof value === 'string' ? [` ${name}="${escapeAttribute(value)}"`] : []))
    .join('');
}

/** A text as it stands between double quotes of a component's attribute. */
export function escapeAttribute(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replaceAll('<', '&lt;');
}
