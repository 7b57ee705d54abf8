import type { Place } from '#problem';
import { adviceAt, errorAt, type Item, type ReadContext } from './markdown.ts';
import { noText, type Option, type RichText } from './model.ts';

/** What may be left out of an item in some types. */
export interface OptionForm {
  /** The item's text may be empty: a label from the interface stands in. */
  readonly textOptional?: boolean;
  readonly reasonOptional?: boolean;
  /** The ids an item may have, where they are not the author's to choose. */
  readonly fixedIds?: readonly string[];
}

/** Turns an item into an option, reporting a missing id, text or reason. */
export function readOption(item: Item, context: ReadContext, form: OptionForm = {}): Option {
  context.slot(item.slot);
  if (item.id === null) reportMissingId(item, form.fixedIds, context);
  if (!item.content.text && !form.textOptional) {
    context.report(
      errorAt(item.place, 'option-without-text', {
        message: 'This option has no text.',
        hint: `Write it after the id: \`[${item.id || 'an-id'}] Text\`.`,
      }),
    );
  }
  if (!item.reason?.text && !form.reasonOptional) reportMissingReason(item, context);
  adviseOnReason(item.reason, item.place, context);
  return { id: item.id ?? '', content: item.content, reason: item.reason ?? noText };
}

function reportMissingId(item: Item, fixedIds: readonly string[] | undefined, context: ReadContext): void {
  const inBrackets = fixedIds?.map((id) => `\`[${id}]\``).join(', ');
  const write = `Write an id in brackets before the text: \`[a-short-name] ${item.content.text}\``;
  context.report(
    errorAt(item.place, 'option-id-missing', {
      message: `"${item.content.text}" has no id, so an answer to it could not be kept or translated.`,
      // Only words give a name, so `check --fix` leaves an item without any to its author.
      hint: inBrackets
        ? `Write one of ${inBrackets} before its text.`
        : item.content.text
          ? `${write}, or let \`check --fix\` write one.`
          : `${write}.`,
    }),
  );
}

function reportMissingReason(item: Item, context: ReadContext): void {
  context.report(
    errorAt(item.place, 'option-without-reason', {
      message: `"${item.content.text || item.id}" has no reason. Learners learn from why, right or wrong, far more than from a mark.`,
      hint: 'Write below it, indented as far as its text: `> Why this is so.`',
    }),
  );
}

const shortestReason = 40;

/** Advises on a reason too short to name the move that leads to the answer. */
export function adviseOnReason(reason: RichText | null, place: Place, context: ReadContext): void {
  if (!reason?.text || [...reason.text].length >= shortestReason) return;
  context.report(
    adviceAt(place, 'reason-short', {
      message: `The reason "${reason.text}" is shorter than ${shortestReason} characters. Learners need to hear which move leads to the answer.`,
      hint: 'Say in a sentence or two what shows it, and what to do next time.',
    }),
  );
}

/** Reports ids that stand twice among the parts of one exercise. */
export function reportDuplicateIds(items: readonly Item[], context: ReadContext): void {
  const seen = new Set<string>();
  for (const item of items) {
    if (item.id === null) continue;
    if (seen.has(item.id)) {
      context.report(
        errorAt(item.place, 'option-id-duplicate', {
          message: `The id "${item.id}" stands twice in this exercise, so answers could not be told apart.`,
          hint: `Give this one another id, for example \`[${item.id}-2]\`.`,
        }),
      );
    }
    seen.add(item.id);
  }
}

/** Reports too few parts for a question to be one. */
export function reportTooFew(items: readonly Item[], least: number, what: string, context: ReadContext): void {
  const place = items[0]?.place;
  if (items.length >= least || !place) return;
  context.report(
    errorAt(place, 'options-too-few', {
      message: `This exercise has ${items.length} ${what}; with fewer than ${least} there is nothing to decide.`,
      hint: `Add at least ${least - items.length} more.`,
    }),
  );
}

/** Reports an inner list where the type has none. */
export function reportInnerLists(items: readonly Item[], context: ReadContext): void {
  for (const item of items) {
    const [inner] = item.items;
    if (!inner) continue;
    context.report(
      errorAt(inner.place, 'exercise-stray-content', {
        message: 'An option of this type has no list inside it.',
        hint: 'Write the reason as a quotation (`> …`); bring the other points up to the same level as the options.',
      }),
    );
  }
}
