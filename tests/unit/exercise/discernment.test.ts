import { addDiscernment, passesDiscernment, tendencyOf, type Discernment } from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { biasOf } from '../../../src/exercise/discernment.ts';

const seeded = { seed: 11 };

/** Counts that can come of a set: as many hits and false alarms as there are items of their kind, or fewer. */
const counts: fc.Arbitrary<Discernment> = fc
  .record({ misleading: fc.nat(40), sound: fc.nat(40) })
  .chain(({ misleading, sound }) =>
    fc.record({
      hits: fc.nat(misleading),
      falseAlarms: fc.nat(sound),
      misleading: fc.constant(misleading),
      sound: fc.constant(sound),
    }),
  );

const sixAndSix = (hits: number, falseAlarms: number): Discernment => ({ hits, falseAlarms, misleading: 6, sound: 6 });

describe('the tendency of judgement', () => {
  // Response bias c of six misleading and six sound items, log-linear correction: the sign tells the tendency, 0.3 the bound.
  test.each([
    ['everything judged rightly', 6, 0, 'balanced'], // c = 0
    ['everything flagged', 6, 6, 'suspicious'], // c = -1.47
    ['nothing flagged', 0, 0, 'trusting'], // c = 1.47
    ['one slip of each kind', 5, 1, 'balanced'], // c = 0
    ['many false alarms', 5, 4, 'suspicious'], // c = -0.58
    ['many misses', 3, 1, 'trusting'], // c = 0.40
    ['everything judged wrongly', 0, 6, 'balanced'], // c = 0
  ] as const)('%s: %i hits, %i false alarms is %s', (_, hits, falseAlarms, expected) => {
    expect(biasOf(sixAndSix(hits, falseAlarms))).toBe(expected);
  });

  test('the same share of slips on both sides leans neither way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (total, slips) => {
        const wrong = Math.min(slips, total);
        expect(biasOf({ hits: total - wrong, falseAlarms: wrong, misleading: total, sound: total })).toBe('balanced');
      }),
      seeded,
    );
  });

  test('seen from the other side, suspicion is trust', () => {
    const opposite = { balanced: 'balanced', suspicious: 'trusting', trusting: 'suspicious' } as const;
    fc.assert(
      fc.property(counts, ({ hits, falseAlarms, misleading, sound }) => {
        const other = {
          hits: sound - falseAlarms,
          falseAlarms: misleading - hits,
          misleading: sound,
          sound: misleading,
        };
        expect(biasOf(other)).toBe(opposite[biasOf({ hits, falseAlarms, misleading, sound })]);
      }),
      seeded,
    );
  });

  test('one more flag never makes a judgement more trusting', () => {
    const rank = { trusting: 0, balanced: 1, suspicious: 2 };
    fc.assert(
      fc.property(counts, (count) => {
        const before = rank[biasOf(count)];
        const { hits, falseAlarms, misleading, sound } = count;
        if (hits < misleading) expect(rank[biasOf({ ...count, hits: hits + 1 })]).toBeGreaterThanOrEqual(before);
        if (falseAlarms < sound) {
          expect(rank[biasOf({ ...count, falseAlarms: falseAlarms + 1 })]).toBeGreaterThanOrEqual(before);
        }
      }),
      seeded,
    );
  });

  test('a learner is told of it, but not that all wrong is balanced', () => {
    const of = (hits: number, falseAlarms: number) => tendencyOf({ hits, falseAlarms, misleading: 6, sound: 6 });
    expect([of(6, 0), of(4, 2), of(3, 3)]).toEqual(['balanced', 'balanced', 'balanced']);
    expect([of(0, 6), of(2, 4)]).toEqual([null, null]);
    expect([of(6, 6), of(0, 0)]).toEqual(['suspicious', 'trusting']);
  });

  test('without any item it leans neither way', () => {
    expect(biasOf({ hits: 0, falseAlarms: 0, misleading: 0, sound: 0 })).toBe('balanced');
  });
});

describe('passing', () => {
  test.each([
    [4, 4, true],
    [6, 3, false],
    [3, 6, false],
    [6, 6, true],
    [0, 6, false],
    [6, 0, false],
  ])('%i of 6 caught and %i of 6 trusted: %s', (caught, trusted, expected) => {
    expect(passesDiscernment({ caught, misleading: 6, trusted, sound: 6 })).toBe(expected);
  });

  test('neither flagging everything nor flagging nothing passes a set that has both kinds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (misleading, sound) => {
        expect(passesDiscernment({ caught: misleading, misleading, trusted: 0, sound })).toBe(false);
        expect(passesDiscernment({ caught: 0, misleading, trusted: sound, sound })).toBe(false);
      }),
      seeded,
    );
  });
});

test('counts add up in any order', () => {
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 6 }), (several) => {
      const sum = addDiscernment(several);
      expect(addDiscernment([...several].reverse())).toEqual(sum);
      expect(sum.hits).toBeLessThanOrEqual(sum.misleading);
      expect(sum.falseAlarms).toBeLessThanOrEqual(sum.sound);
    }),
    seeded,
  );
});
