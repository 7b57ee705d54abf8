import type { CheckFormId } from '#course';
import { addDiscernment, tendencyOf, type DiscernmentRates, type Tendency } from '#exercise';
import { resultsKey } from './keys.ts';
import type { MeasureEntry } from './measure-entry.ts';
import type { Entries } from './progress.ts';
import { parseResults } from './results-entry.ts';

/** Full ids of the exercises in each form of a course's check. */
export type CheckOutline = Readonly<Record<CheckFormId, readonly string[]>>;

/** What the answers to one form came to. */
export interface FormResult {
  readonly rates: DiscernmentRates;
  readonly bias: Tendency | null;
}

/** Where a learner is in one form. */
export interface FormState {
  readonly form: CheckFormId;
  readonly answered: number;
  /** Null until all of its sets are answered. */
  readonly result: FormResult | null;
}

export interface Measurement {
  readonly before: FormState;
  readonly after: FormState;
}

/** What the record says of a course's check. The first answer counts: further ones are given with the reasons on the screen. */
export function measure(outline: CheckOutline, { first, since }: MeasureEntry, entries: Entries): Measurement {
  const second = first === 'a' ? 'b' : 'a';
  const stateOf = (form: CheckFormId) => ({ form, ...formState(outline[form], since, entries) });
  return { before: stateOf(first), after: stateOf(second) };
}

function formState(exercises: readonly string[], since: number, entries: Entries): Omit<FormState, 'form'> {
  const counts = exercises.flatMap((id) => {
    const results = parseResults(entries.get(resultsKey(id)) ?? null);
    return results.find(({ at, discernment, review }) => at >= since && discernment && !review)?.discernment ?? [];
  });
  const answered = counts.length;
  if (answered === 0 || answered < exercises.length) return { answered, result: null };
  const { hits, falseAlarms, misleading, sound } = addDiscernment(counts);
  // A choice was forced, so what was not suspected was trusted.
  const rates = { caught: hits, misleading, trusted: sound - falseAlarms, sound };
  return { answered, result: { rates, bias: tendencyOf({ hits, falseAlarms, misleading, sound }) } };
}
