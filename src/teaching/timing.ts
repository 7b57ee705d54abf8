/** How long each part of a lesson takes, dealt out from the minutes that its author has given the whole. */

/**
 * What one thing to judge, place or choose weighs beside reading, in characters: 20 seconds of a reader who reads 900
 * characters a minute, which are 150 English words or 120 Kazakh ones. Characters, not words, so that no language counts
 * as longer than another.
 */
const judging = 300;

/** What a part weighs that has so many characters to read, answers included, and so many things to judge. */
export function weightOf({ read, judged }: { readonly read: number; readonly judged: number }): number {
  return read + judged * judging;
}

/**
 * Whole minutes for each weight that make up the total. A part that holds anything gets a minute, if there are enough for
 * all; the rest goes by weight, the largest remainders first.
 */
export function shareMinutes(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const least = weights.map((weight) => (weight > 0 && total >= weights.length ? 1 : 0));
  const minutes = exact.map((value, index) => Math.max(least[index] ?? 0, Math.floor(value)));
  for (let left = total - minutes.reduce((all, value) => all + value, 0); left !== 0; left -= Math.sign(left)) {
    const owed = minutes.map((value, index) => ((exact[index] ?? 0) - value) * Math.sign(left));
    const open = owed.map((value, index) =>
      left < 0 && (minutes[index] ?? 0) <= (least[index] ?? 0) ? Number.NEGATIVE_INFINITY : value,
    );
    const at = open.indexOf(Math.max(...open));
    minutes[at] = (minutes[at] ?? 0) + Math.sign(left);
  }
  return minutes;
}
