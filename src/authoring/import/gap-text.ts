import type { Locale } from '#language';
import type { Markdown } from './found.ts';
import { item, nameParts, withBase, type Made, type Question } from './questions.ts';

/** A gap in a passage: its words, and others of the passage's gaps whose words are the same. */
export interface FoundGap {
  /** The number under which the passage's nodes have it as the address of a link: `#gap-0`. */
  readonly number: number;
  readonly word: string;
  readonly reason: Markdown;
}

/** A text with gaps. The passage has links to `#gap-…` where they are. */
export function makeGap(
  question: Question,
  {
    passage,
    gaps,
    spares,
    locale,
  }: { passage: Markdown; gaps: readonly FoundGap[]; spares: readonly string[]; locale: Locale },
): Made {
  if (!gaps.length) return 'its text has no gaps';
  const words = new Set(gaps.map(({ word }) => word));
  const others = [...new Set(spares)].filter((word) => word.trim() && !words.has(word));
  if (gaps.length + others.length < 2) return 'a single word in it is to be filled in';
  if (gaps.some(({ word }) => !word.trim())) return 'a gap of it has no word';
  if (countGaps(passage) !== gaps.length) return 'its gaps stand where no text can be read';
  const text = (word: string): Markdown => [{ type: 'text', value: word }];
  const ids = nameParts(locale, [...gaps.map(({ word }) => word), ...others].map(text), 'gap');
  const idOf = (number: number) => ids[gaps.findIndex((gap) => gap.number === number)] ?? '';
  const twins = (gap: FoundGap) => gaps.filter((other) => other !== gap && other.word === gap.word);
  return withBase(question, {
    component: 'Gap',
    passage: relink(passage, (number) => `#${idOf(number)}`),
    items: [
      ...gaps.map((gap) => {
        const also = twins(gap).map(({ number }) => idOf(number));
        const own = { ...item(idOf(gap.number), null, [], gap.reason), wanted: 'Say why this word belongs there.' };
        return { ...own, ...(also.length ? { marks: `[also: ${also.join(' ')}]` } : {}) };
      }),
      ...others.map((word, index) => ({
        ...item(ids[gaps.length + index] ?? '', null, text(word), []),
        wanted: 'Say why this word fits nowhere.',
      })),
    ],
  });
}

function countGaps(nodes: Markdown): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === 'link' && node.url?.startsWith('#gap-') ? 1 : countGaps(node.children ?? [])),
    0,
  );
}

function relink(nodes: Markdown, address: (number: number) => string): Markdown {
  return nodes.map((node) => {
    const number = node.type === 'link' ? /^#gap-(\d+)$/u.exec(node.url ?? '')?.[1] : undefined;
    const children = node.children && relink(node.children, address);
    return {
      ...node,
      ...(children ? { children } : {}),
      ...(number === undefined ? {} : { url: address(Number(number)) }),
    };
  });
}
