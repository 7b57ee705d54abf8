/** What happens in a quarter of an hour in class. */
export type StepKind = 'question' | 'case' | 'pairs' | 'discussion' | 'recap';

export interface PlanStep {
  readonly kind: StepKind;
  /** Minutes from the beginning. */
  readonly from: number;
  readonly to: number;
}

/** Minutes of each step of a full plan. */
const full: readonly (readonly [StepKind, number])[] = [
  ['question', 2],
  ['case', 3],
  ['pairs', 5],
  ['discussion', 3],
  ['recap', 2],
];

/** Who takes the minutes of a step for which the lesson has nothing, the first that it has. */
const heirs: readonly StepKind[] = ['pairs', 'discussion', 'case', 'recap', 'question'];

/** The steps for which a lesson has something, with the fifteen minutes dealt out among them. */
export function planQuarterHour(present: ReadonlySet<StepKind>): PlanStep[] {
  const heir = heirs.find((kind) => present.has(kind));
  const missing = full.reduce((sum, [kind, minutes]) => (present.has(kind) ? sum : sum + minutes), 0);
  let at = 0;
  return full
    .filter(([kind]) => present.has(kind))
    .map(([kind, minutes]) => {
      const from = at;
      at += minutes + (kind === heir ? missing : 0);
      return { kind, from, to: at };
    });
}
