import type { Grade } from './attempt.ts';
import { errorAt, type Item, type ReadContext } from './markdown.ts';
import { noText, type Option, type Part, type RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists } from './options.ts';
import { asRecord, type Response } from './response.ts';
import { shuffle } from './shuffle.ts';
import { reportSpanWords, reportUnknownSpan, reportUnlistedSpans, type SpanSite } from './spans.ts';
import type { Reasoned } from './type.ts';

/** What spans belong to: something to be found (a technique, a kind of error), or what is harmless. */
export interface SpanGroup {
  readonly id: string;
  readonly content: RichText;
  /** Its spans are to be marked. */
  readonly sought: boolean;
}

/** A span of a text with the reason for its group; `content` is its words. */
export interface GroupedSpan extends Option {
  readonly group: string;
}

/** A text's spans in the order of the text, and what they belong to. */
export interface SpanGroups {
  readonly groups: readonly SpanGroup[];
  readonly spans: readonly GroupedSpan[];
}

/** What grading needs of them. */
export interface SpanKey {
  readonly groups: readonly (Part & { readonly sought: boolean })[];
  readonly spans: readonly (Part & { readonly group: string })[];
}

/** Reads groups with their spans from a list, and holds them against the spans of the text. */
export function readSpanGroups(
  items: readonly Item[],
  text: { readonly sites: readonly SpanSite[]; readonly words: ReadonlyMap<string, RichText> },
  context: ReadContext,
): SpanGroups {
  const listed = items.flatMap((group) => group.items);
  reportDuplicateIds(items, context);
  reportDuplicateIds(listed, context);
  reportInnerLists(listed, context);
  const groups = items.map((item) => readGroup(item, context));
  const options = items.flatMap((item) =>
    item.items.map((span) => ({ ...readSpan(span, text.words, context), group: item.id ?? '' })),
  );
  reportUnlistedSpans(
    text.sites,
    listed.map(({ id }) => id),
    context,
  );
  const spans = text.sites.flatMap(({ id }) => {
    const option = options.find((known) => known.id === id);
    return option ? { ...option, content: text.words.get(id) ?? noText } : [];
  });
  if (items.every(({ checked }) => checked !== null)) reportOneSided(items, context);
  return { groups, spans };
}

function readGroup(item: Item, context: ReadContext): SpanGroup {
  const { id, content } = readOption(item, context, { reasonOptional: true });
  if (item.checked === null) {
    context.report(
      errorAt(item.place, 'group-unmarked', {
        message: `Nothing says whether the spans of "${content.text || id}" are to be found or harmless.`,
        hint: `Write \`- [x] [${id}] …\` where they are to be found, and \`- [ ] [${id}] …\` where they are harmless.`,
      }),
    );
  }
  if (!item.items.length) {
    context.report(
      errorAt(item.place, 'group-empty', {
        message: `Nothing belongs to "${content.text || id}".`,
        hint: 'List the ids of its spans inside it, indented by two spaces: `  - [an-id]`, and each reason as `> …` below.',
      }),
    );
  }
  return { id, content, sought: item.checked === true };
}

function readSpan(item: Item, words: ReadonlyMap<string, RichText>, context: ReadContext): Option {
  const option = readOption(item, context, { textOptional: true });
  // A text without any span has been reported as that.
  if (item.id !== null && words.size && !words.has(item.id)) reportUnknownSpan(item.id, item.place, context);
  if (item.content.text && item.id !== null) reportSpanWords(item.id, item.place, context);
  return option;
}

function reportOneSided(items: readonly Item[], context: ReadContext): void {
  const [first] = items;
  if (!first) return;
  if (!items.some(({ checked }) => checked)) {
    context.report(
      errorAt(first.place, 'no-correct-option', {
        message: 'No group is marked as to be found, so there is nothing to mark.',
        hint: 'Write `[x]` in place of `[ ]` before each group whose spans are to be found.',
      }),
    );
  } else if (items.every(({ checked }) => checked)) {
    context.report(
      errorAt(first.place, 'nothing-harmless', {
        message: 'Every span is to be found, so whoever marks all of them is right without reading.',
        hint: 'Make spans of harmless words too, and list them in a group with `[ ]`.',
      }),
    );
  }
}

/** How a span was dealt with: marked and named, marked under another name, not found; harmless and marked, or left alone. */
export type SpanVerdict = 'named' | 'misnamed' | 'missed' | 'excess' | 'left';

/**
 * How each span was dealt with. A response names the group of each marked span; an empty name is a mark that has none
 * yet, and anything else is no mark.
 */
export function judgeSpans({ groups, spans }: SpanKey, response: Response | null): Map<string, SpanVerdict> {
  const given = asRecord(response);
  const sought = new Set(groups.filter((group) => group.sought).map(({ id }) => id));
  return new Map(
    spans.map(({ id, group }) => {
      const name = Object.hasOwn(given, id) ? given[id] : undefined;
      const isMarked = name !== undefined && (name === '' || sought.has(name));
      if (!sought.has(group)) return [id, isMarked ? 'excess' : 'left'];
      return [id, isMarked ? (name === group ? 'named' : 'misnamed') : 'missed'];
    }),
  );
}

/** True for a span that the learner has marked, rightly or not. */
export function isMarked(verdict: SpanVerdict | undefined): boolean {
  return verdict === 'named' || verdict === 'misnamed' || verdict === 'excess';
}

/**
 * Half a point for each span found and half for its right name; a harmless span marked costs half a point, so that
 * marking everything does not pay. Never below nothing.
 */
export function gradeSpans(exercise: SpanKey, response: Response | null): Grade {
  const judged = judgeSpans(exercise, response);
  const count = (...verdicts: SpanVerdict[]) => [...judged.values()].filter((one) => verdicts.includes(one)).length;
  const max = count('named', 'misnamed', 'missed');
  const score = count('named') + (count('misnamed') - count('excess')) / 2;
  return {
    score: Math.max(0, score),
    max,
    correct: max > 0 && score === max,
    parts: exercise.spans.map(({ id }) => ({ id, correct: judged.get(id) === 'named' || judged.get(id) === 'left' })),
  };
}

export function soughtGroups<Group extends { readonly sought: boolean }>(groups: readonly Group[]): Group[] {
  return groups.filter((group) => group.sought);
}

/** The marks that earn everything. */
export function solveSpans({ groups, spans }: SpanGroups): Record<string, string> {
  const sought = new Set(soughtGroups(groups).map(({ id }) => id));
  return Object.fromEntries(spans.filter(({ group }) => sought.has(group)).map(({ id, group }) => [id, group]));
}

/** The language-neutral answer: the group of each span, and which groups are to be found. */
export function keyOfSpans({ groups, spans }: SpanGroups) {
  return {
    sought: soughtGroups(groups)
      .map(({ id }) => id)
      .sort(),
    spans: spans.map(({ id, group }) => [id, group]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  };
}

/** Names to choose from, in an order that tells nothing; none where there is but one. */
export function paletteOf<Group extends { readonly sought: boolean }>(groups: readonly Group[], seed: string): Group[] {
  const sought = soughtGroups(groups);
  return sought.length > 1 ? shuffle(sought, seed) : [];
}

/** Each group that is to be found with its spans. */
export function solutionOfSpans({ groups, spans }: SpanGroups): RichText[] {
  return soughtGroups(groups).map(({ id, content }) => {
    const own = spans.filter(({ group }) => group === id);
    return {
      html: `<strong>${content.html}</strong>: ${own.map((span) => span.content.html).join('; ')}`,
      text: `${content.text}: ${own.map((span) => span.content.text).join('; ')}`,
    };
  });
}

export function reasonsOfSpans({ spans }: SpanGroups): Reasoned[] {
  return spans.map(({ content, reason }) => ({ part: content, reason }));
}
