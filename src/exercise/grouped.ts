import type { ExerciseBlock } from './block.ts';
import { errorAt, type ReadContext } from './markdown.ts';
import type { RichText } from './model.ts';
import { readOption, reportDuplicateIds, reportInnerLists, reportTooFew } from './options.ts';
import { reportMisplaced } from './item-marks.ts';
import type { Reasoned } from './type.ts';

/** What groups and the cards inside them are called and may carry, for messages. */
export interface GroupedForm {
  readonly group: { readonly what: string; readonly plural: string; readonly marks: readonly string[] };
  readonly card: { readonly what: string; readonly plural: string; readonly marks: readonly string[] };
}

/**
 * Reads the parts of an exercise whose cards are put into groups, some of which may be for nothing.
 *
 * @returns null where there is no card at all, which has been reported
 */
export function readGrouped(block: ExerciseBlock, form: GroupedForm, context: ReadContext) {
  const cards = block.items.flatMap((group) => group.items);
  if (!cards.length) {
    reportNoCards(block, form, context);
    return null;
  }
  reportDuplicateIds([...block.items, ...cards], context);
  reportInnerLists(cards, context);
  reportTooFew(block.items, 2, form.group.plural, context);
  reportTooFew(cards, 2, form.card.plural, context);
  reportMisplaced(block.items, { ...form.group, reason: false }, context);
  reportMisplaced(cards, { ...form.card, reason: true }, context);
  return block.items.map((item) => {
    const { id, content } = readOption(item, context, { reasonOptional: true });
    return { item, id, content, cards: item.items.map((card) => ({ item: card, option: readOption(card, context) })) };
  });
}

function reportNoCards(block: ExerciseBlock, { group, card }: GroupedForm, context: ReadContext): void {
  context.report(
    errorAt(block.lists[0]?.place ?? block.place, 'group-empty', {
      message: `None of the ${group.plural} holds a ${card.what}, so there is nothing to decide.`,
      hint: `Write each ${card.what} as a list item inside its ${group.what}, indented by two spaces: \`  - [an-id] Text\`.`,
    }),
  );
}

/** A card that belongs to a group and earns half a point in some others. */
interface PlacedCard {
  readonly id: string;
  readonly group: string;
  readonly half: readonly string[];
}

/** One point for each card in its own group, half a point in one that comes near; a part is right in its own only. */
export function gradePlaced(cards: readonly PlacedCard[], given: Readonly<Record<string, string>>) {
  const points = cards.map(({ id, group, half }): number => {
    const place = Object.hasOwn(given, id) ? given[id] : undefined;
    return place === undefined ? 0 : place === group ? 1 : half.includes(place) ? 0.5 : 0;
  });
  const score = points.reduce((sum, point) => sum + point, 0);
  return {
    score,
    max: cards.length,
    correct: cards.length > 0 && score === cards.length,
    parts: cards.map(({ id }, index) => ({ id, correct: points[index] === 1 })),
  };
}

/** Each group with what belongs to it, one line a group; empty groups say so by their name alone. */
export function linesOfGroups(
  groups: readonly { readonly content: RichText; readonly cards: readonly RichText[] }[],
): RichText[] {
  return groups.map(({ content, cards }) => ({
    html: `<strong>${content.html}</strong>: ${cards.map(({ html }) => html).join(' · ') || '–'}`,
    text: `${content.text}: ${cards.map(({ text }) => text).join(' · ') || '–'}`,
  }));
}

export function reasonsOfCards(
  cards: readonly { readonly content: RichText; readonly reason: RichText }[],
): Reasoned[] {
  return cards.map(({ content, reason }) => ({ part: content, reason }));
}
