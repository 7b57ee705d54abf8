/**
 * How a learner told misleading items from sound ones, counted as in signal detection: a hit is a misleading item that
 * was flagged, a false alarm a sound one that was. Kept apart, so that flagging everything shows as what it is
 * (Higham, Modirrousta-Galian and Seabrooke 2024).
 */
export interface Discernment {
  readonly hits: number;
  readonly falseAlarms: number;
  /** Number of misleading items (n1). */
  readonly misleading: number;
  /** Number of sound items (n0). */
  readonly sound: number;
}

/** Both rates must reach it, so that neither "all false" nor "all true" can pass. */
const passRate = 0.66;

/** True where enough of the misleading items were caught and enough of the sound ones trusted; a kind without items counts as reached. */
export function passesDiscernment({ caught, misleading, trusted, sound }: DiscernmentRates): boolean {
  return (misleading === 0 || caught / misleading >= passRate) && (sound === 0 || trusted / sound >= passRate);
}

/** What a learner is told: how many of each kind were judged rightly. */
export interface DiscernmentRates {
  readonly caught: number;
  readonly misleading: number;
  readonly trusted: number;
  readonly sound: number;
}

/**
 * What a learner is told, from what is kept. A set's score is the mean of its two rates (its one rate where it has one
 * kind of items), so with the hits it tells how many sound items were trusted: "not enough information yet" is neither
 * an alarm nor trust.
 *
 * @param score the fraction of the points that the answer earned, from 0 to 1
 */
export function ratesOf({ hits, falseAlarms, misleading, sound }: Discernment, score: number): DiscernmentRates {
  const trustRate = misleading === 0 ? score : 2 * score - hits / misleading;
  const trusted = Math.min(sound - falseAlarms, Math.max(0, Math.round(trustRate * sound)));
  return { caught: hits, misleading, trusted, sound };
}

/** The sum over several exercises. */
export function addDiscernment(counts: readonly Discernment[]): Discernment {
  const sum = (key: keyof Discernment) => counts.reduce((total, count) => total + count[key], 0);
  return {
    hits: sum('hits'),
    falseAlarms: sum('falseAlarms'),
    misleading: sum('misleading'),
    sound: sum('sound'),
  };
}

/** What a learner does too much, if anything: flag, or let pass. */
export type Tendency = 'balanced' | 'suspicious' | 'trusting';

/**
 * The tendency of a learner's judgement: the response bias c = -(z(H) + z(F)) / 2 with log-linear correction
 * (Hautus 1995), H = (h + .5) / (n1 + 1). Within 0.3 it is balanced; below, suspicion leads; above, trust.
 */
export function biasOf({ hits, falseAlarms, misleading, sound }: Discernment): Tendency {
  const c = -(probit((hits + 0.5) / (misleading + 1)) + probit((falseAlarms + 0.5) / (sound + 1))) / 2;
  return Math.abs(c) <= 0.3 ? 'balanced' : c < 0 ? 'suspicious' : 'trusting';
}

/**
 * What a learner is told of her tendency: `biasOf`, and null where none leads because more sound items than misleading
 * ones were flagged. To call that balanced would be praise.
 */
export function tendencyOf(counts: Discernment): Tendency | null {
  const { hits, falseAlarms, misleading, sound } = counts;
  const bias = biasOf(counts);
  return bias === 'balanced' && hits * sound < falseAlarms * misleading ? null : bias;
}

/** The standard normal quantile: the inverse of `normal`, by bisection. */
function probit(p: number): number {
  let low = -6;
  let high = 6;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (normal(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

/** The standard normal distribution function (Page 1977, error below 0.00014). */
function normal(z: number): number {
  return 1 / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * z * (1 + 0.044715 * z * z)));
}
