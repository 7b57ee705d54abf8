import { describe, expect, test } from 'vitest';
import { reviewDates } from '#course';

describe('the review of a lesson', () => {
  test('is due a year after the last one', () => {
    expect(reviewDates({ published: '2026-01-10', reviewed: '2026-11-26' })).toEqual({
      reviewed: '2026-11-26',
      due: '2027-11-26',
    });
  });

  test('is due a year after publication where nobody has looked yet', () => {
    expect(reviewDates({ published: '2026-11-23' })).toEqual({ reviewed: null, due: '2027-11-23' });
  });

  test('is due sooner where the subject moves quickly', () => {
    expect(reviewDates({ published: '2026-11-23', reviewed: '2026-11-26', reviewMonths: 3 }).due).toBe('2027-02-26');
  });

  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('from %s in %i months falls on a day that exists', (published, reviewMonths, due) => {
    expect(reviewDates({ published, reviewMonths }).due).toBe(due);
  });
});
