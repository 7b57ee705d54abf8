import type { Moment } from '#exercise';
import type { Labels } from '../view/exercise-props.ts';
import { fill, textOf } from './feedback.ts';

/** What a decision did to a meter. */
export interface MeterChange {
  readonly id: string;
  /** The meter's name, as text. */
  readonly meter: string;
  readonly value: number;
  readonly by: number;
}

/** The meters that stand elsewhere than before; what a bound cut off does not count. */
export function changesOf(
  meters: readonly { readonly id: string; readonly content: string }[],
  before: Moment,
  after: Moment,
): MeterChange[] {
  return meters
    .map(({ id, content }) => {
      const value = after.meters[id] ?? 0;
      return { id, meter: textOf(content), value, by: value - (before.meters[id] ?? 0) };
    })
    .filter(({ by }) => by !== 0);
}

export function sayChange({ meter, value, by }: MeterChange, labels: Labels<'branch'>['labels']): string {
  return fill(by > 0 ? labels.up : labels.down, { meter, value, by: Math.abs(by) });
}
