import { addDiscernment, biasOf, type Discernment } from '#exercise';
import type { Results } from './results-entry.ts';

/** A week in which sound and misleading items were told apart. */
export interface DiscernmentWeek {
  /** The moment at which its Monday begins, in UTC: the same week wherever the record is taken. */
  readonly from: number;
  readonly counts: Discernment;
}

export interface DiscernmentHistory {
  /** The earliest first; weeks without an item are left out. */
  readonly weeks: readonly DiscernmentWeek[];
  readonly total: Discernment;
  /** Null where there are too few items of a kind to speak of a tendency. */
  readonly bias: ReturnType<typeof biasOf> | null;
}

/** Of each kind: with fewer, one answer more or less would turn the sentence round. */
const fewestForBias = 6;
const millisecondsOfWeek = 7 * 86_400_000;
/** 1 January 1970 was a Thursday. */
const firstMonday = 4 * 86_400_000;

/**
 * How a learner tells misleading items from sound ones, week by week. Only the first answer since an exercise was begun
 * counts: the next is given with the reasons on the screen.
 *
 * @param exercises full ids of those that are in the courses now
 */
export function discernmentHistory(exercises: readonly string[], results: Results): DiscernmentHistory {
  const byWeek = new Map<number, Discernment[]>();
  for (const fullId of exercises) {
    for (const { at, discernment, try: count } of results.get(fullId) ?? []) {
      // What version 1 of the record left has no moment.
      if (!discernment || count > 1 || at === 0) continue;
      const week = Math.floor((at - firstMonday) / millisecondsOfWeek);
      const own = byWeek.get(week);
      if (own) own.push(discernment);
      else byWeek.set(week, [discernment]);
    }
  }
  const weeks = [...byWeek]
    .sort(([a], [b]) => a - b)
    .map(([week, counts]) => ({ from: week * millisecondsOfWeek + firstMonday, counts: addDiscernment(counts) }));
  const total = addDiscernment(weeks.map(({ counts }) => counts));
  return { weeks, total, bias: Math.min(total.misleading, total.sound) < fewestForBias ? null : biasOf(total) };
}
