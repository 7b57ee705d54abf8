import type { Exercise, GroupedSpan, Passage, RichText, SpanGroup } from '#exercise';

// The parser of Markdown is a program for Node, which a test with a DOM does not have: the parts of exercises with spans
// are put together by hand.

export const rich = (text: string): RichText => ({ html: text, text });

export const base = {
  hints: [],
  attempts: 3,
  invented: true,
  ungraded: false,
  confidence: false,
  see: null,
  more: null,
  source: { start: 0, end: 0 },
  skills: [],
  place: { file: 'az.mdx', line: 1, column: 1 },
} as const satisfies Partial<Exercise>;

/** A paragraph cut at its spans: `[words](#id)`. */
export function cut(text: string): Passage[number] {
  return text
    .split(/(\[[^\]]*\]\(#[^)]*\))/u)
    .filter(Boolean)
    .map((piece) => {
      const [, words, span] = /^\[([^\]]*)\]\(#([^)]*)\)$/u.exec(piece) ?? [];
      return { span: span ?? null, content: rich(words ?? piece) };
    });
}

/** Groups with their spans as `id: reason`, in the order of the text. */
export function group(
  passage: Passage,
  groups: readonly { id: string; name: string; sought: boolean; reasons: Readonly<Record<string, string>> }[],
): { readonly groups: readonly SpanGroup[]; readonly spans: readonly GroupedSpan[] } {
  return {
    groups: groups.map(({ id, name, sought }) => ({ id, content: rich(name), sought })),
    spans: passage.flat().flatMap(({ span, content }) => {
      const owner = groups.find(({ reasons }) => span !== null && span in reasons);
      return span !== null && owner
        ? [{ id: span, content, reason: rich(owner.reasons[span] ?? ''), group: owner.id }]
        : [];
    }),
  };
}
