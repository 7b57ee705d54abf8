/**
 * The shares of a point that Moodle knows (`question_bank::fraction_options_full`), in percent. Its importers refuse a
 * question with any other.
 */
const known = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
  0,
];

/** The share, from -1 to 1, in percent as the nearest that Moodle knows; of two that lie as near, the smaller. */
export function nearestPercent(share: number): number {
  const wanted = Math.min(1, Math.abs(share)) * 100;
  const nearest = known.reduce((best, percent) =>
    Math.abs(percent - wanted) <= Math.abs(best - wanted) ? percent : best,
  );
  return share < 0 && nearest !== 0 ? -nearest : nearest;
}

/** True where Moodle knows the very share, to the five places that it compares. */
export function isKnownShare(share: number): boolean {
  return Math.abs(Math.abs(nearestPercent(share)) - Math.abs(share) * 100) < 0.0001;
}

/** More right answers than this cannot share 100 % in the shares that Moodle knows. */
export const mostRightAnswers = 20;

/**
 * What each of several right answers earns in percent, so that all together earn 100: alike where Moodle knows the
 * share, and otherwise as nearly alike as 10 and 5 allow.
 */
export function percentsOfRight(count: number): number[] {
  if (isKnownShare(1 / count)) return Array.from({ length: count }, () => nearestPercent(1 / count));
  const tens = mostRightAnswers - count;
  return Array.from({ length: count }, (_, index) => (index < tens ? 10 : 5));
}
