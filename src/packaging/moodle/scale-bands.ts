import type { Markup } from '../markup.ts';
import type { ScaleForm } from '../question.ts';

/** A stretch of a scale on which every number earns the same. */
export interface ScaleBand {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
  readonly reason: Markup;
}

const quarters = [3, 2, 1, 0] as const;

/**
 * A scale cut into stretches: the target, and beside it those that earn 75, 50, 25 % and nothing. Our own marking lets the
 * share fall evenly with the distance; here it is rounded down to a quarter. None overlap.
 */
export function bandsOf({ min, max, step, target, reasons }: ScaleForm): ScaleBand[] {
  if (!target) return [];
  const { from, to } = target;
  const places = Math.round((max - min) / step);
  // In steps from the least number, so that no fraction of a step is lost.
  const [first, last] = [Math.ceil((from - min) / step), Math.floor((to - min) / step)];
  const band = (low: number, high: number, percent: number, reason: Markup | undefined): ScaleBand[] =>
    low <= high ? [{ from: min + low * step, to: min + high * step, percent, reason: reason ?? [] }] : [];
  const above = places - last;
  return [
    { from, to, percent: 100, reason: reasons.within ?? [] },
    ...quarters.flatMap((quarter) =>
      band(
        Math.ceil(((from - min) * quarter) / 4 / step),
        Math.min(first, Math.ceil(((from - min) * (quarter + 1)) / 4 / step)) - 1,
        quarter * 25,
        reasons.below,
      ),
    ),
    ...quarters.flatMap((quarter) =>
      above <= 0
        ? []
        : band(
            Math.max(last, Math.floor((max - ((max - to) * (quarter + 1)) / 4 - min) / step)) + 1,
            Math.floor((max - ((max - to) * quarter) / 4 - min) / step),
            quarter * 25,
            reasons.above,
          ),
    ),
  ];
}
