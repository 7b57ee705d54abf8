import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareMinutes, weightOf } from '../../../src/teaching/timing.ts';
import { planQuarterHour, type StepKind } from '../../../src/teaching/quarter-hour.ts';

describe('the minutes of the parts of a lesson', () => {
  test('go by weight and make up the whole', () => {
    expect(shareMinutes(20, [1, 1, 2])).toEqual([5, 5, 10]);
    expect(shareMinutes(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(shareMinutes(15, [10, 5000])).toEqual([1, 14]);
    expect(shareMinutes(5, [0, 0])).toEqual([0, 0]);
    expect(shareMinutes(5, [])).toEqual([]);
  });

  test('are whole, never fewer than one where something is to be done, and always as many as the lesson has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 240 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 14 }),
        (total, weights) => {
          const minutes = shareMinutes(total, weights);
          if (weights.every((weight) => weight === 0)) return;
          expect(minutes.reduce((sum, value) => sum + value, 0)).toBe(total);
          for (const [index, value] of minutes.entries()) {
            expect(Number.isInteger(value)).toBe(true);
            expect(value).toBeGreaterThanOrEqual(total >= weights.length && (weights[index] ?? 0) > 0 ? 1 : 0);
          }
        },
      ),
    );
  });

  test('count a thing to judge as twenty seconds of reading', () => {
    expect(weightOf({ read: 900, judged: 3 })).toBe(2 * weightOf({ read: 900, judged: 0 }));
  });
});

describe('the plan of a quarter of an hour', () => {
  const all: readonly StepKind[] = ['question', 'case', 'pairs', 'discussion', 'recap'];

  test('has five steps one after the other', () => {
    expect(planQuarterHour(new Set(all)).map(({ kind, from, to }) => `${kind} ${from}–${to}`)).toEqual([
      'question 0–2',
      'case 2–5',
      'pairs 5–10',
      'discussion 10–13',
      'recap 13–15',
    ]);
  });

  test('is always fifteen minutes, whatever a lesson lacks', () => {
    fc.assert(
      fc.property(fc.subarray([...all], { minLength: 1 }), (present) => {
        const plan = planQuarterHour(new Set(present));
        expect(plan.map(({ kind }) => kind)).toEqual(present);
        expect([plan[0]?.from, plan.at(-1)?.to]).toEqual([0, 15]);
        for (const [index, { from, to }] of plan.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(from).toBe(plan[index - 1]?.to ?? 0);
        }
      }),
    );
    expect(planQuarterHour(new Set())).toEqual([]);
  });
});
