import type { MarkdownNode } from '#exercise';
import { asInline, paragraphOf, wordsOf, type Markdown } from './found.ts';

// Characters for private use, which the readers take out of every text before.
const [begin, end] = ['\uE000', '\uE001'];
const token = new RegExp(`${begin}(\\d+)${end}`, 'u');

/** What stands in a text for its nth gap until the text has been read. */
export function gapToken(number: number): string {
  return `${begin}${number}${end}`;
}

/** A text without the characters that stand for gaps. */
export function withoutTokens(text: string): string {
  return text.replace(/[\uE000\uE001]/gu, '');
}

/**
 * A text that was read, divided into the question above its gaps and the passage with them; the gaps are links to `#gap-0`
 * and so on, around their words.
 */
export function dividePassage(
  blocks: Markdown,
  wordOf: (number: number) => string,
): { prompt: Markdown; passage: Markdown } {
  const first = blocks.findIndex((block) => token.test(wordsOf([block])));
  if (first < 0) return { prompt: blocks, passage: [] };
  const parts = blocks.slice(first).flatMap(spread);
  return {
    prompt: blocks.slice(0, first),
    passage: parts.map((part) => paragraphOf(linkTokens(withoutMarks(asInline([part])), wordOf))),
  };
}

/** Blocks of words, since a passage has paragraphs alone. */
function spread(block: MarkdownNode): Markdown {
  if (['list', 'listItem', 'blockquote', 'table'].includes(block.type)) return (block.children ?? []).flatMap(spread);
  return wordsOf([block]) ? [block] : [];
}

/** A gap inside emphasis could not be picked. */
function withoutMarks(nodes: Markdown): Markdown {
  return nodes.flatMap((node) => {
    if (!node.children || !token.test(wordsOf([node]))) return [node];
    return withoutMarks(node.children);
  });
}

function linkTokens(nodes: Markdown, wordOf: (number: number) => string): Markdown {
  return nodes.flatMap((node): Markdown => {
    if (node.type === 'inlineCode' && token.test(node.value ?? ''))
      return linkTokens([{ ...node, type: 'text' }], wordOf);
    if (node.type !== 'text') return [node];
    // Every second part is the number of a gap.
    return (node.value ?? '').split(new RegExp(token.source, 'gu')).flatMap((part, index): Markdown => {
      if (index % 2 === 0) return part ? [{ type: 'text', value: part }] : [];
      const word = wordOf(Number(part));
      return [{ type: 'link', url: `#gap-${part}`, children: [{ type: 'text', value: word }] }];
    });
  });
}
