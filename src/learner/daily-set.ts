import { hashText } from '#exercise';
import type { DeckItem, ReviewExercise } from './review-deck.ts';

/** As many exercises as a day asks for; a learner can go on. */
export const dailyLimit = 20;

/**
 * The exercises to review now: the most overdue first into the set, and then mixed.
 *
 * @param due what is due
 * @param today the day, which with `seed`, a text of this device, decides between equals
 */
export function dailySet<Item extends DeckItem>(
  due: readonly Item[],
  { today, seed, limit = dailyLimit }: { readonly today: number; readonly seed: string; readonly limit?: number },
): Item[] {
  const lot = new Map(due.map(({ id }) => [id, hashText(`${seed} ${today} ${id}`)]));
  const byUrgency = [...due].sort(
    (a, b) => a.due - b.due || (lot.get(a.id) ?? 0) - (lot.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
  return mixTopics(byUrgency.slice(0, limit));
}

type Topic = Pick<ReviewExercise, 'lesson' | 'verdict'>;

/**
 * The items in an order in which neighbours are of different lessons, as far as that can be had, and ask for different
 * verdicts: mixed practice teaches to tell cases apart, and a run of one verdict can be answered without reading.
 */
export function mixTopics<Item extends Topic>(items: readonly Item[]): Item[] {
  const order = spreadLessons(items);
  // Each exchange of two makes the order better, so that this ends.
  for (let isBetter = true; isBetter;) isBetter = exchangeOnce(order);
  return order;
}

/** No two of a lesson in a row, unless it has more than half of what is left. */
function spreadLessons<Item extends Topic>(items: readonly Item[]): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const counts = new Map<string, number>();
    for (const { lesson } of left) counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
    const crowded = (item: Item) => (counts.get(item.lesson) ?? 0) * 2 > left.length;
    const fits = (item: Item) => item.lesson !== last?.lesson;
    const next =
      left.find((item) => fits(item) && crowded(item)) ??
      left.find((item) => fits(item) && !sameVerdict(item, last)) ??
      left.find(fits) ??
      left[0];
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    order.push(next);
  }
  return order;
}

/** Exchanges the first two items that stand better in each other's place; false where there are none. */
function exchangeOnce<Item extends Topic>(order: Item[]): boolean {
  const cost = costOf(order);
  if (cost === 0) return false;
  for (let a = 0; a < order.length; a++) {
    for (let b = a + 1; b < order.length; b++) {
      exchange(order, a, b);
      if (costOf(order) < cost) return true;
      exchange(order, a, b);
    }
  }
  return false;
}

function exchange<Item>(order: Item[], a: number, b: number): void {
  [order[a], order[b]] = [order[b] as Item, order[a] as Item];
}

/** Neighbours of one lesson weigh more than any number of neighbours with one verdict. */
function costOf(order: readonly Topic[]): number {
  let cost = 0;
  order.forEach((item, index) => {
    const before = order[index - 1];
    if (before?.lesson === item.lesson) cost += order.length;
    if (sameVerdict(item, before)) cost += 1;
  });
  return cost;
}

function sameVerdict(item: Topic, before: Topic | undefined): boolean {
  return item.verdict !== null && item.verdict === before?.verdict;
}
