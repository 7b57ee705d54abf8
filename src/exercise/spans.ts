import type { Place } from '#problem';
import { errorAt, isId, placeOf, reportBadId, type MarkdownNode, type ReadContext } from './markdown.ts';
import type { RichText } from './model.ts';

/** A piece of a passage: words of a span, which has an id, or what stands between spans. */
export interface Segment {
  /** Null between spans. */
  readonly span: string | null;
  readonly content: RichText;
}

/** The paragraphs of a passage, each cut at its spans. */
export type Passage = readonly (readonly Segment[])[];

/** A span where it stands in its file. */
export interface SpanSite {
  readonly id: string;
  readonly place: Place;
}

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

/** The spans of blocks or runs of Markdown, in the order of the text. Bad and repeated ids and empty spans are reported. */
export function findSpans(nodes: readonly MarkdownNode[], context: ReadContext): SpanSite[] {
  const sites = new Map<string, SpanSite>();
  for (const node of nodes.flatMap((block) => (block.type === 'paragraph' ? (block.children ?? []) : [block]))) {
    const id = spanOf(node);
    if (id === null) continue;
    const place = placeOf(node, context.file);
    if (!isId(id)) reportBadId(id, place, context);
    if (!context.rich(node.children ?? [], 'inline').text) reportEmptySpan(id, place, context);
    const first = sites.get(id);
    if (first) reportRepeatedSpan(id, first.place, place, context);
    else sites.set(id, { id, place });
  }
  return [...sites.values()];
}

/** Reports a text that was to have spans and has none. */
export function reportNoSpans(place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'spans-missing', {
      message: 'No words of the text are marked as a span, so there is nothing to work on.',
      hint: 'Write words as a link to an id: `[the words](#an-id)`, and list the id below.',
    }),
  );
}

/** Reports spans that no item of a list names. */
export function reportUnlistedSpans(sites: readonly SpanSite[], ids: readonly (string | null)[], context: ReadContext) {
  for (const { id, place } of sites) {
    if (ids.includes(id)) continue;
    context.report(
      errorAt(place, 'span-unlisted', {
        message: `The span "${id}" stands in the text and in no list, so nothing is known about it.`,
        hint: `List it below: \`- [${id}]\`, and its reason as \`> …\` under it; or take the link away from the words.`,
      }),
    );
  }
}

/** Reports an item that names a span which the text does not have. */
export function reportUnknownSpan(id: string, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'span-unknown', {
      message: `No words of the text have the id "${id}".`,
      hint: `Mark them in the text: \`[the words](#${id})\`; or correct the id.`,
    }),
  );
}

/** Reports words after the id of a span: they would stand in two places and could differ. */
export function reportSpanWords(id: string, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'span-with-text', {
      message: `The words of the span "${id}" stand in the text; here they stand a second time.`,
      hint: `Write \`- [${id}]\` alone, and below it the reason as \`> …\`.`,
    }),
  );
}

/** The words of each span. */
export function wordsOfSpans(passage: Passage): Map<string, RichText> {
  return new Map(passage.flat().flatMap(({ span, content }) => (span === null ? [] : [[span, content] as const])));
}

/** A paragraph in one piece; `draw` says what stands where its spans are. */
export function joinSegments(
  segments: readonly Segment[],
  draw: (span: RichText) => RichText = (span) => span,
): RichText {
  const drawn = segments.map(({ span, content }) => (span === null ? content : draw(content)));
  const join = (form: 'html' | 'text') => drawn.map((piece) => piece[form]).join('');
  return { html: join('html'), text: join('text').trim() };
}

/** Words that can be picked, as paper shows them. */
export function underline({ html, text }: RichText): RichText {
  return { html: `<u>${html}</u>`, text: `[${text}]` };
}

function spanOf(node: MarkdownNode): string | null {
  return node.type === 'link' && node.url?.startsWith('#') === true ? node.url.slice(1) : null;
}

function reportEmptySpan(id: string, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'span-empty', {
      message: `The span "${id}" holds no words.`,
      hint: `Write the words between the brackets: \`[the words](#${id})\`.`,
    }),
  );
}

function reportRepeatedSpan(id: string, first: Place, place: Place, context: ReadContext): void {
  context.report(
    errorAt(place, 'span-duplicate', {
      message: `The span "${id}" stands twice in the text (first in line ${first.line}), so answers could not be told apart.`,
      hint: `Give this one another id, for example \`#${id}-2\`, and list it below.`,
    }),
  );
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
