import { isLocale, localeTags, type Locale } from '#language';
import type { Place } from '#problem';
import type { ExerciseBlock } from './block.ts';
import { foldEdited, holdsText, type EditedSegment } from './edited-text.ts';
import { errorAt, offsetOf, type Item, type ReadContext } from './markdown.ts';
import { noText, type RichText } from './model.ts';
import { readOption } from './options.ts';
import type { SpanGroups } from './span-groups.ts';
import { findSpans, joinSegments, readSegments, type Segment } from './spans.ts';

/** A sentence with its machine translation and a good one. */
export interface DraftSegment extends EditedSegment {
  /** In the language of `from`. */
  readonly source: RichText;
  readonly draft: readonly Segment[];
  readonly reference: RichText;
  /** What the mended sentence must contain: each language's own. */
  readonly keep: readonly string[];
}

/** The language of the sources; the text's own where the author names none that is known. */
export function readFrom({ attributes, place }: ExerciseBlock, context: ReadContext): Locale {
  const from = attributes.get('from');
  const others = localeTags.filter((tag) => tag !== context.locale);
  if (from !== undefined && isLocale(from) && from !== context.locale) return from;
  context.report(
    errorAt(place, from === undefined ? 'attribute-missing' : 'attribute-value', {
      message:
        from === undefined
          ? 'Nothing says in which language the sources stand, so they would be read aloud in the wrong one.'
          : from === context.locale
            ? `"${from}" is the language of this text itself; a translation comes from another one.`
            : `"from" is the tag of a language, not "${from}".`,
      hint: `Write the language of the sources: \`from="…"\` with one of ${others.join(', ')}.`,
    }),
  );
  return context.locale;
}

/** Reads an item of the first list: the source, and inside it the draft and a good translation. */
export function readSegment(item: Item, context: ReadContext): DraftSegment {
  const { id, content } = readOption(item, context, { reasonOptional: true });
  markForeign(item, context);
  if (item.reason) reportStrayReason(item, context);
  const [draft, reference, ...others] = item.items;
  if (!draft?.content.text || !reference?.content.text || others.length) reportIncomplete(item, context);
  for (const inner of item.items) reportInnerId(inner, context);
  if (reference && findSpans(reference.nodes, context).length) reportSpansIn(reference, context);
  const segments = draft ? readSegments(draft.nodes, context) : [];
  const keep = readKeep(item, context);
  for (const kept of keep) {
    if (reference?.content.text && !holdsText(reference.content.text, kept)) reportNotKept(kept, reference, context);
  }
  return {
    id,
    source: content,
    draft: segments,
    text: joinSegments(segments).text,
    reference: reference?.content ?? noText,
    keep,
  };
}

function markForeign({ nodes }: Item, context: ReadContext): void {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first && last) context.foreign({ start: offsetOf(first), end: last.position?.end.offset ?? offsetOf(last) });
}

function readKeep({ marks, place, id }: Item, context: ReadContext): string[] {
  const value = marks.get('keep');
  const keep = typeof value === 'string' ? value.split(';').map((kept) => kept.trim()) : [];
  const named = keep.filter((kept) => foldEdited(kept) !== '');
  if (named.length) return named;
  context.report(
    errorAt(place, 'keep-missing', {
      message: 'Nothing says what the mended sentence must contain, so it could not be checked.',
      hint: `Write it after the id, parted by semicolons: \`[${id ?? 'an-id'}] [keep: 12,400; Seven Lanterns]\`.`,
    }),
  );
  return [];
}

function reportIncomplete({ place, id, items }: Item, context: ReadContext): void {
  context.report(
    errorAt(place, 'segment-incomplete', {
      message: `The sentence "${id ?? ''}" needs two texts inside it, the machine's draft and then a good translation, and has ${items.length}.`,
      hint: 'Write both as list items inside it, indented by two spaces: `  - The draft` and `  - The good translation`.',
    }),
  );
}

function reportInnerId({ id, place }: Item, context: ReadContext): void {
  if (id === null) return;
  context.report(
    errorAt(place, 'exercise-stray-content', {
      message: `A draft and a translation have no id of their own; here stands [${id}].`,
      hint: 'Remove it: the first text inside a sentence is the draft, the second the good translation.',
    }),
  );
}

function reportSpansIn({ place }: Item, context: ReadContext): void {
  context.report(
    errorAt(place, 'exercise-stray-content', {
      message: 'The good translation has spans; only the draft above it is marked.',
      hint: 'Write its words without `[…](#…)`.',
    }),
  );
}

function reportStrayReason({ place, id }: Item, context: ReadContext): void {
  context.report(
    errorAt(place, 'exercise-stray-content', {
      message: `The sentence "${id ?? ''}" has a reason; reasons belong to the spans of its draft.`,
      hint: 'Move the quotation below the span in the second list, or below that list for the fuller reason.',
    }),
  );
}

function reportNotKept(kept: string, { place }: Item, context: ReadContext): void {
  context.report(
    errorAt(place, 'keep-not-held', {
      message: `The good translation does not contain "${kept}", which \`[keep: …]\` asks learners for.`,
      hint: 'Write it in the translation exactly so, or change the mark. Capitals and separators in numbers count.',
    }),
  );
}

/** Reports marks in the list of groups, which has none. */
export function reportMarks(items: readonly Item[], context: ReadContext): void {
  for (const { marks, place } of items.flatMap((item) => [item, ...item.items])) {
    const [name] = marks.keys();
    if (name === undefined) continue;
    context.report(
      errorAt(place, 'mark-unknown', {
        message: `An item of this list has no mark \`[${name}]\`.`,
        hint: 'Write it after the id of a sentence in the first list.',
      }),
    );
  }
}

/** Reports drafts without an error that lack what must stay: whoever rightly leaves them alone would be wrong. */
export function reportUnmarkedLoss(
  segments: readonly { readonly segment: DraftSegment; readonly place: Place }[],
  { groups, spans }: SpanGroups,
  context: ReadContext,
): void {
  const sought = new Set(groups.filter((group) => group.sought).map(({ id }) => id));
  const errors = new Set(spans.filter(({ group }) => sought.has(group)).map(({ id }) => id));
  for (const { segment, place } of segments) {
    const lost = segment.keep.find((kept) => !holdsText(segment.text, kept));
    if (lost === undefined || !segment.text || segment.draft.some(({ span }) => errors.has(span ?? ''))) continue;
    context.report(
      errorAt(place, 'error-unmarked', {
        message: `The draft of "${segment.id}" has no error to find, and yet lacks "${lost}", which it must contain.`,
        hint: 'Make a span of the words that are wrong and list it under its kind of error, or correct the draft or `[keep: …]`.',
      }),
    );
  }
}
