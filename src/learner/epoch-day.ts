const millisecondsOfDay = 86_400_000;

/**
 * The day of a moment, as days since 1 January 1970 in UTC.
 *
 * Days of review begin at the same moment everywhere, so that a record that was taken to another time zone, or joined
 * with one from there, gives the same cards. Where the languages of this site are at home, that is between 3 and 6 in the
 * morning: who learns until midnight is still in the same day, as with other schedulers that begin a day at 4.
 */
export function dayOf(at: number): number {
  return Math.floor(at / millisecondsOfDay);
}

/** The moment at which a day begins. */
export function startOf(day: number): number {
  return day * millisecondsOfDay;
}
