import { errorAt, placeOf, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { RichText } from './model.ts';

/** A piece of a passage: words of a span, which has an id, or what stands between spans. */
export interface Segment {
  /** Null between spans. */
  readonly span: string | null;
  readonly content: RichText;
}

/** The paragraphs of a passage, each cut at its spans. */
export type Passage = readonly (readonly Segment[])[];

/** Reads blocks of Markdown (paragraphs) whose links to `#ids` are spans. */
export function readPassage(blocks: readonly MarkdownNode[], context: ReadContext): Passage {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [readSegments(block.children ?? [], context)];
    context.report(
      errorAt(placeOf(block, context.file), 'exercise-stray-content', {
        message: 'A passage with spans is made of paragraphs; this is none.',
        hint: 'Write it as plain paragraphs inside the quotation.',
      }),
    );
    return [];
  });
}

/** Reads a run of inline Markdown whose links to `#ids` are spans. */
export function readSegments(nodes: readonly MarkdownNode[], context: ReadContext): readonly Segment[] {
  const segments: Segment[] = [];
  let between: MarkdownNode[] = [];
  const close = () => {
    if (between.length) segments.push({ span: null, content: richWithSpaces(between, context) });
    between = [];
  };
  for (const node of nodes) {
    const span = spanOf(node);
    if (span === null) {
      reportInnerSpans(node, context);
      between.push(node);
    } else {
      close();
      segments.push({ span, content: context.rich(node.children ?? [], 'inline') });
    }
  }
  close();
  return segments;
}

/** Ids of the spans in the order of the text. */
export function spanIdsOf(passage: Passage): string[] {
  return passage.flatMap((segments) => segments.flatMap(({ span }) => span ?? []));
}

/** The passage as one text, the spans' words in it. */
export function textOfPassage(passage: Passage): RichText {
  const join = (form: 'html' | 'text') =>
    passage.map((segments) => segments.map(({ content }) => content[form]).join(''));
  return {
    html: join('html')
      .map((html) => `<p>${html}</p>`)
      .join(''),
    text: join('text').join(' ').trim(),
  };
}

function spanOf(node: MarkdownNode): string | null {
  return node.type === 'link' && node.url?.startsWith('#') === true ? node.url.slice(1) : null;
}

function reportInnerSpans(node: MarkdownNode, context: ReadContext): void {
  for (const child of node.children ?? []) {
    if (spanOf(child) !== null) {
      context.report(
        errorAt(placeOf(child, context.file), 'span-nested', {
          message: 'A span stands inside other markup (emphasis, say), where it cannot be picked.',
          hint: 'Put the emphasis inside the span: `[**words**](#an-id)`.',
        }),
      );
    }
    reportInnerSpans(child, context);
  }
}

/** Rendering trims; the spaces beside a span belong to the sentence. */
function richWithSpaces(nodes: readonly MarkdownNode[], context: ReadContext): RichText {
  const { html, text } = context.rich(nodes, 'inline');
  const [first, last] = [nodes[0]?.value ?? '', nodes.at(-1)?.value ?? ''];
  if (!text) return { html: ' ', text: ' ' };
  const [before, after] = [/^\s/u.test(first) ? ' ' : '', /\s$/u.test(last) ? ' ' : ''];
  return { html: before + html + after, text: before + text + after };
}
