import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayOf,
  formatCard,
  mergeResults,
  parseCard,
  scheduleCard,
  startOf,
  type ReviewCard,
  type Result,
} from '#learner';

const start = startOf(20_783); // 26 November 2026
const hour = 3_600_000;
const day = 24 * hour;
const later = start + 4_000 * day;

const result = (at: number, change: Partial<Result> = {}): Result => ({
  at,
  locale: 'kk',
  try: 1,
  score: 1,
  correct: true,
  confidence: null,
  hints: 0,
  ...change,
});
const wrong = (at: number, change: Partial<Result> = {}) => result(at, { score: 0, correct: false, ...change });

/** The intervals in days when each review comes on the day that the last one gave. */
function intervalsOf(changes: readonly Partial<Result>[]): number[] {
  const results: Result[] = [];
  let at = start;
  return changes.map((change) => {
    results.push(result(at, change));
    const due = scheduleCard(results, later)?.due ?? 0;
    const interval = due - dayOf(at);
    at = startOf(due);
    return interval;
  });
}

const right = {};
const missed = { score: 0, correct: false };

describe('the intervals', () => {
  test('grow as the reference says when the answer is right each time', () => {
    expect(intervalsOf([right, right, right, right])).toEqual([3, 14, 57, 196]);
  });

  test('never pass a year', () => {
    expect(intervalsOf([right, right, right, right, right, right]).slice(-2)).toEqual([365, 365]);
  });

  test('begin again with one day after a first answer that was not right', () => {
    expect(intervalsOf([missed])).toEqual([1]);
    expect(intervalsOf([missed, right])[1]).toBeLessThan(intervalsOf([right, right])[1] ?? 0);
  });

  test('are shorter after guessing or a hint, and longer after certainty twice in a row', () => {
    const second = (change: Partial<Result>) => intervalsOf([{ confidence: 3 }, change])[1] ?? 0;
    expect(second({ confidence: 1 })).toBe(second({ hints: 1 }));
    expect(second({ confidence: 1 })).toBeLessThan(second({ confidence: 2 }));
    expect(second({ confidence: 3 })).toBeGreaterThan(second({ confidence: 2 }));
    // Certain with a hint is not certain, and once is not twice.
    expect(second({ confidence: 3, hints: 1 })).toBe(second({ hints: 1 }));
    expect(intervalsOf([{ confidence: 3 }])).toEqual(intervalsOf([{ confidence: 2 }]));
  });

  test('are one day when a learner was certain and wrong, however well it was known', () => {
    const known = [right, right, right, right];
    expect(intervalsOf([...known, { ...missed, confidence: 2 }]).at(-1)).toBeGreaterThan(1);
    expect(intervalsOf([...known, { ...missed, confidence: 3 }]).at(-1)).toBe(1);
  });
});

describe('what counts as a review', () => {
  test('further tries of a round do not', () => {
    const tries = [wrong(start), result(start + hour, { try: 2 })];
    expect(scheduleCard(tries, later)).toEqual({ ...scheduleCard([wrong(start)], later) });
  });

  test('starting again on the same day does not add to what is known', () => {
    const once = scheduleCard([wrong(start)], later);
    const again = scheduleCard([wrong(start), result(start + hour), result(start + 2 * hour)], later);
    expect([again?.due, again?.stability]).toEqual([once?.due, once?.stability]);
    const twice = scheduleCard([result(start), result(start + hour)], later);
    expect(twice?.stability).toBe(scheduleCard([result(start)], later)?.stability);
  });

  test('a miss later on the same day does', () => {
    const card = scheduleCard([result(start), wrong(start + hour)], later);
    expect([card?.due, card?.lapses]).toEqual([dayOf(start) + 1, 1]);
  });

  test('a second try whose first is no longer kept tells of a miss', () => {
    expect(scheduleCard([result(start, { try: 2 })], later)?.lapses).toBe(1);
  });

  test('an answer from version 1 of the record, which kept no moment, is due at once', () => {
    const card = scheduleCard([wrong(0, { locale: 'und', try: 3 })], start);
    expect(card?.lapses).toBe(1);
    expect(card?.due).toBeLessThan(dayOf(start));
    const next = scheduleCard([wrong(0, { locale: 'und' }), result(start)], start);
    expect(next?.due).toBeGreaterThan(dayOf(start));
  });

  test('an answer from the future, of a clock that was wrong, hides nothing', () => {
    const ahead = [wrong(start), result(start + 3_000 * day)];
    expect(scheduleCard(ahead, start + hour)?.due).toBe(dayOf(start) + 1);
    expect(scheduleCard([result(Number.MAX_SAFE_INTEGER)], start)).toBeNull();
  });

  test('nothing does where nothing was answered', () => {
    expect(scheduleCard([], start)).toBeNull();
  });
});

const results = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 900 * 24 }).map((hours) => start + hours * hour),
      try: fc.integer({ min: 1, max: 3 }),
      correct: fc.boolean(),
      confidence: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
      hints: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drafts) =>
    mergeResults(
      drafts.map((draft) => result(draft.at, { ...draft, score: Number(draft.correct) })),
      [],
    ),
  );

describe('a card', () => {
  test('comes back after the day of its last review, within a year', () => {
    fc.assert(
      fc.property(results, (all) => {
        const card = scheduleCard(all, later);
        const interval = (card?.due ?? 0) - dayOf(card?.basis.through ?? 0);
        expect(interval).toBeGreaterThanOrEqual(1);
        expect(interval).toBeLessThanOrEqual(365);
      }),
    );
  });

  test('is the same on two devices once they know of each other, whoever tells first', () => {
    fc.assert(
      fc.property(results, results, (one, hours) => {
        // A moment and a try name a result, so two devices have none of the same name.
        const other = hours.map((given) => ({ ...given, at: given.at + 1 }));
        const there = scheduleCard(mergeResults(other, one), later, scheduleCard(other, later));
        expect(scheduleCard(mergeResults(one, other), later, scheduleCard(one, later))).toEqual(there);
        expect(there).toEqual(scheduleCard(mergeResults(one, other), later));
      }),
    );
  });

  test('is the same whether all is replayed or only what is new', () => {
    fc.assert(
      fc.property(results, fc.nat({ max: 40 }), (all, upTo) => {
        const kept = scheduleCard(all.slice(0, upTo), later);
        expect(scheduleCard(all, later, kept)).toEqual(scheduleCard(all, later));
      }),
    );
  });

  test('is made again where what is kept rests on other results', () => {
    const kept: ReviewCard = {
      due: dayOf(start) + 300,
      stability: 300,
      difficulty: 2,
      lapses: 0,
      certain: true,
      basis: { from: start, through: start + 2 * hour, count: 2 },
    };
    expect(scheduleCard([wrong(start)], later, kept)?.due).toBe(dayOf(start) + 1);
  });

  test('comes back as it was kept', () => {
    fc.assert(
      fc.property(results, (all) => {
        const card = scheduleCard(all, later);
        expect(card && parseCard(formatCard(card))).toEqual(card);
      }),
    );
  });
});
