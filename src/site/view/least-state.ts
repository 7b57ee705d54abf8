import type { TranslationState } from '#course';

const order: readonly (TranslationState | null)[] = ['machine-draft', 'in-review', 'reviewed', null];

/** How far the least advanced of several texts on one page has come; null where all are sources. */
export function leastState(states: readonly (TranslationState | null)[]): TranslationState | null {
  return order.find((state) => states.includes(state)) ?? null;
}
