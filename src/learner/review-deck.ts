import type { ReviewCard } from './card-entry.ts';
import type { Chosen } from './chosen-entry.ts';
import { dayOf } from './epoch-day.ts';

/** What the course says of an exercise that could come back. Exercises that it has no more are not among them. */
export interface ReviewExercise {
  /** course/module/lesson/exercise */
  readonly id: string;
  /** course/module/lesson */
  readonly lesson: string;
  /** It comes back when it was missed: not so a warm-up, or a text of one's own. */
  readonly counts: boolean;
  /** Sound and misleading items are told apart in it. */
  readonly discernment: boolean;
  /** The right answer of a single verdict, so that a set does not ask for the same one again and again. */
  readonly verdict: string | null;
}

export interface DeckItem extends ReviewExercise {
  /** The day on which it comes back, or came. */
  readonly due: number;
  readonly why: 'missed' | 'chosen';
}

/** The learner's part of the deck. */
export interface ReviewState {
  readonly cards: ReadonlyMap<string, ReviewCard>;
  readonly chosen: ReadonlyMap<string, Chosen>;
}

/**
 * What comes back to a learner: exercises whose first answer was not right once, and those she has chosen. Her own word
 * goes before: what she took out stays out.
 *
 * @param today the day, as `dayOf` counts
 */
export function reviewDeck(
  exercises: readonly ReviewExercise[],
  { cards, chosen }: ReviewState,
  today: number,
): DeckItem[] {
  return exercises.flatMap((exercise): DeckItem[] => {
    const card = cards.get(exercise.id);
    const word = chosen.get(exercise.id);
    if (word?.on) return [{ ...exercise, due: dueOfChosen(word, card, today), why: 'chosen' }];
    if (word || !card || !isMissed(exercise, card)) return [];
    return [{ ...exercise, due: card.due, why: 'missed' }];
  });
}

/** True for an exercise that comes back without having been chosen. */
export function isMissed({ counts }: Pick<ReviewExercise, 'counts'>, card: Pick<ReviewCard, 'lapses'>): boolean {
  return counts && card.lapses > 0;
}

/** Chosen since it was last answered, it is wanted soon. */
function dueOfChosen({ at }: Chosen, card: ReviewCard | undefined, today: number): number {
  // A clock that was wrong must not put it off for years.
  const soon = dayOf(at) > today + 1 ? today : dayOf(at) + 1;
  if (!card) return soon;
  return at > card.basis.through ? Math.min(card.due, soon) : card.due;
}

/** What is due today or was before. */
export function dueItems(deck: readonly DeckItem[], today: number): DeckItem[] {
  return deck.filter(({ due }) => due <= today);
}

/** How many come back on each of the days after today, by day, up to a number of days ahead. */
export function comingDays(deck: readonly DeckItem[], today: number, days: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { due } of deck) {
    if (due > today && due <= today + days) counts.set(due, (counts.get(due) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}
