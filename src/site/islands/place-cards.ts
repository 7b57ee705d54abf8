import { fill, textOf } from './feedback.ts';

/** Which card stands in which place, by their ids. */
export type Placing = Readonly<Record<string, string>>;

/** Where a card stands; null for one that lies aside. */
export function placeOfCard(placing: Placing, places: readonly string[], card: string): string | null {
  return places.find((place) => placing[place] === card) ?? null;
}

export interface Placed {
  readonly placing: Placing;
  /** Another place that this changed, since a card stands in one place only. */
  readonly other: string | null;
}

/** Puts a card in a place, or takes away what stands there; cards of two places change their places. */
export function placeCard(placing: Placing, place: string, card: string | null): Placed {
  const { [place]: before, ...others } = placing;
  const other = Object.keys(others).find((at) => card !== null && others[at] === card) ?? null;
  if (card === null) return { placing: others, other };
  const changed = other === null ? {} : { [other]: before ?? '' };
  const next = Object.entries({ ...others, ...changed, [place]: card });
  return { placing: Object.fromEntries(next.filter(([, id]) => id)), other };
}

/**
 * Places cards by lists in which arrow keys choose at every step: as long as one list has the focus, each choice starts
 * from what stood there when it got it, so that cards that were only passed by go back to their places.
 */
export class CardTable {
  #start: { readonly place: string; readonly placing: Placing; readonly result: string } | null = null;

  choose(placing: Placing, place: string, card: string | null): Placed {
    // Started again, or changed in another tab, there is nothing to go back to.
    const goesOn = this.#start?.place === place && this.#start.result === keyOf(placing);
    const before = goesOn && this.#start ? this.#start.placing : placing;
    const placed = placeCard(before, place, card);
    this.#start = { place, placing: before, result: keyOf(placed.placing) };
    return placed;
  }

  /** The list has lost the focus: what stands now stays. */
  settle(): void {
    this.#start = null;
  }
}

/** The same for the same cards in the same places. */
function keyOf(placing: Placing): string {
  return JSON.stringify(
    Object.entries(placing)
      .filter(([, card]) => card)
      .sort(),
  );
}

/** A card as the islands get it. */
interface Card {
  readonly id: string;
  readonly content: string;
}

/** What lists and announcements say of cards and places; placeholders are `{{card}}` and `{{place}}`. */
interface CardWords {
  readonly used: string;
  readonly now: string;
  readonly vacated: string;
}

/** A card as the lists name it: with its place, where it stands in one. */
export function entryOfCard({ content }: Card, place: string | null, { used }: CardWords) {
  const text = textOf(content);
  return { text, entry: place === null ? text : fill(used, { card: text, place }) };
}

/** What is announced of another place that a choice has changed: the card that stands there now, or that it is empty. */
export function describeChange(
  cards: readonly Card[],
  id: string | undefined,
  place: string,
  words: CardWords,
): string {
  const card = cards.find((other) => other.id === id);
  return card ? fill(words.now, { place, card: textOf(card.content) }) : fill(words.vacated, { place });
}
