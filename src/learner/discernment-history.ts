import { addDiscernment, tendencyOf, type Discernment, type Tendency } from '#exercise';

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
  readonly bias: Tendency | null;
}

/** Counts by the number of the week; they are added to in place, since there are thousands. */
export type WeekCounts = Map<number, { -readonly [Key in keyof Discernment]: number }>;

/** Of each kind: with fewer, one answer more or less would turn the sentence round. */
const fewestForBias = 6;
const millisecondsOfWeek = 7 * 86_400_000;
/** 1 January 1970 was a Thursday. */
const firstMonday = 4 * 86_400_000;

export function addToWeek(weeks: WeekCounts, at: number, counts: Discernment): void {
  const week = Math.floor((at - firstMonday) / millisecondsOfWeek);
  const known = weeks.get(week);
  if (!known) {
    const { hits, falseAlarms, misleading, sound } = counts;
    weeks.set(week, { hits, falseAlarms, misleading, sound });
    return;
  }
  known.hits += counts.hits;
  known.falseAlarms += counts.falseAlarms;
  known.misleading += counts.misleading;
  known.sound += counts.sound;
}

export function historyOf(counts: WeekCounts): DiscernmentHistory {
  const weeks = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([week, own]) => ({ from: week * millisecondsOfWeek + firstMonday, counts: own }));
  const total = addDiscernment([...counts.values()]);
  return { weeks, total, bias: Math.min(total.misleading, total.sound) < fewestForBias ? null : tendencyOf(total) };
}
