import type { MarkdownParser } from '#course';
import { fillMark } from '../create/fill.ts';
import { paragraphOf, textNode, type FoundExercise, type FoundItem, type Markdown } from './found.ts';
import { escapeAttribute, prefix, writeBlocks, writeInline } from './write-markdown.ts';

/** Writes an exercise as authors do, with a pencil where a reason or a question is still to be written. */
export function writeExercise(id: string, exercise: FoundExercise, parse: MarkdownParser): string {
  const { component, flags, attributes, hints, prompt, passage, items, ordered, closing } = exercise;
  const named = [
    `id="${id}"`,
    ...flags,
    ...Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`),
    ...hints.slice(0, 3).map((hint, index) => `hint${index ? `-${index + 1}` : ''}="${escapeAttribute(hint)}"`),
  ];
  const question = prompt.length ? prompt : open('Write the question.');
  const quote = (blocks: Markdown) => prefix(writeBlocks(blocks, parse), '> ', '> ');
  const list = items.map((item, index) => writeItem(item, ordered ? `${index + 1}. ` : '- ', parse));
  const parts = [
    writeBlocks(withoutStrayBlocks(question), parse),
    ...(passage.length ? [quote(passage)] : []),
    list.join('\n'),
    ...(closing === null ? [] : [quote(closing.length ? closing : open('Say why, for every other answer.'))]),
  ];
  return [`<${component} ${named.join(' ')}>`, ...parts, `</${component}>`].join('\n\n');
}

export function open(wanted: string): Markdown {
  return [paragraphOf([textNode(`${fillMark} ${wanted}`)])];
}

/** In a question a list would be taken for the answers, and a heading is missing from the contents. */
function withoutStrayBlocks(blocks: Markdown): Markdown {
  return blocks.flatMap((block): Markdown => {
    if (block.type === 'heading') return [paragraphOf([{ type: 'strong', children: block.children ?? [] }])];
    if (block.type !== 'list') return [block];
    return (block.children ?? []).flatMap((item, index) =>
      (item.children ?? []).flatMap((child, at): Markdown => {
        if (child.type !== 'paragraph') return withoutStrayBlocks([child]);
        const sign = block.ordered ? `${index + 1})` : '•';
        return [paragraphOf([...(at ? [] : [textNode(`${sign} `)]), ...(child.children ?? [])])];
      }),
    );
  });
}

function writeItem(item: FoundItem, sign: string, parse: MarkdownParser): string {
  const { checked, id, marks, content, reason, wanted, items } = item;
  const words = writeInline(content, parse);
  // Words in brackets right after the box would be taken for an id.
  const safe = id === null && /^\\?\[/u.test(words) ? `${String.fromCodePoint(0x2060)}${words}` : words;
  const line = [checked === null ? '' : checked ? '[x]' : '[ ]', id === null ? '' : `[${id}]`, marks ?? '', safe]
    .filter(Boolean)
    .join(' ');
  const indent = ' '.repeat(sign.length);
  const why =
    reason === null
      ? []
      : [prefix(writeBlocks(reason.length ? reason : open(wanted ?? wantedReason(checked)), parse), '> ', '> ')];
  const inner = (items ?? []).map((child) => writeItem(child, '- ', parse));
  return prefix([line, ...inner, ...why].join('\n'), sign, indent);
}

function wantedReason(checked: boolean | null): string {
  if (checked === null) return 'Say why.';
  return checked ? 'Say why this is right.' : 'Say why this is not right, and what to look at.';
}
