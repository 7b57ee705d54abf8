import {
  advanceAttempt,
  freshAttempt,
  ratesOf,
  renewAttempt,
  summariseQuiz,
  type AttemptState,
  type Discernment,
  type QuizPart,
} from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const part = (id: string, skills: readonly string[] = [], counts = true): QuizPart => ({ id, skills, counts });

function checked(last: number, more: Partial<AttemptState> = {}): AttemptState {
  const phase = last === 1 ? 'right' : 'tried';
  return { ...freshAttempt, phase, response: 'a', used: 1, first: last, best: last, last, ...more };
}

const sound = (trusted: boolean): AttemptState => {
  const counts: Discernment = { hits: 0, falseAlarms: trusted ? 0 : 1, misleading: 0, sound: 1 };
  return checked(trusted ? 1 : 0, { discernment: { first: counts, last: counts } });
};
const misleading = (caught: boolean): AttemptState => {
  const counts: Discernment = { hits: caught ? 1 : 0, falseAlarms: 0, misleading: 1, sound: 0 };
  return checked(caught ? 1 : 0, { discernment: { first: counts, last: counts } });
};

function summarise(
  attempts: Readonly<Record<string, AttemptState | null>>,
  { pass = 0.66, parts = Object.keys(attempts).map((id) => part(id)) } = {},
) {
  return summariseQuiz(parts, pass, (id) => attempts[id] ?? null);
}

describe('the result of a quiz', () => {
  test('is open until every exercise that counts has been checked', () => {
    expect(summarise({ a: null, b: null })).toEqual({
      total: 2,
      answered: 0,
      outcome: 'open',
      score: null,
      best: null,
      discernment: null,
      skills: [],
      missed: [],
    });
    expect(summarise({ a: checked(1), b: { ...freshAttempt, response: 'draft' } })).toMatchObject({
      answered: 1,
      outcome: 'open',
      score: 1,
    });
  });

  test('counts the exercises alike, by the last checked answer, and passes from the share asked for', () => {
    expect(summarise({ a: checked(1), b: checked(0.5) }, { pass: 0.75 })).toMatchObject({
      score: 0.75,
      outcome: 'passed',
      missed: ['b'],
    });
    expect(summarise({ a: checked(1), b: checked(0.4, { first: 1, best: 1 }) }, { pass: 0.75 })).toMatchObject({
      score: 0.7,
      best: 1,
      outcome: 'score',
    });
  });

  test('two of three pass where 66 percent are asked for, and tenths add up', () => {
    expect(summarise({ a: checked(1), b: checked(1), c: checked(0) }).outcome).toBe('passed');
    const attempts = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`a${at}`, checked(0.7)]));
    expect(summarise(attempts, { pass: 0.7 }).outcome).toBe('passed');
  });

  test('leaves out what does not count, and how sure the learner was', () => {
    const parts = [part('a'), part('warm-up', ['LAT'], false)];
    const attempts = { a: checked(1, { confidence: 1 }), 'warm-up': checked(0, { confidence: 3 }) };
    expect(summarise(attempts, { parts })).toEqual(
      summarise({ a: checked(1, { confidence: 3 }), 'warm-up': null }, { parts }),
    );
    expect(summarise(attempts, { parts })).toMatchObject({ total: 1, answered: 1, outcome: 'passed', missed: [] });
  });

  test('has no outcome where nothing counts', () => {
    expect(summarise({ a: checked(1) }, { parts: [part('a', [], false)] })).toMatchObject({
      total: 0,
      outcome: 'open',
      score: null,
    });
  });

  test('needs both rates where sound and misleading items are told apart: "all false" passes as little as "all true"', () => {
    const facts = { f1: checked(1), f2: checked(1), f3: checked(1), f4: checked(1) };
    const all = (trusted: boolean, caught: boolean) => ({
      ...facts,
      s1: sound(trusted),
      s2: sound(trusted),
      s3: sound(trusted),
      m1: misleading(caught),
      m2: misleading(caught),
      m3: misleading(caught),
    });
    expect(summarise(all(true, true))).toMatchObject({
      outcome: 'passed',
      discernment: { rates: { caught: 3, misleading: 3, trusted: 3, sound: 3 }, bias: 'balanced' },
    });
    expect(summarise(all(false, true))).toMatchObject({ outcome: 'discernment', discernment: { bias: 'suspicious' } });
    expect(summarise(all(true, false))).toMatchObject({ outcome: 'discernment', discernment: { bias: 'trusting' } });
    expect(summarise(all(false, false))).toMatchObject({ outcome: 'score' });
  });

  test('speaks of no tendency where a kind has fewer than three items', () => {
    expect(summarise({ s: sound(true), m: misleading(false) })).toMatchObject({
      discernment: { rates: { caught: 0, misleading: 1, trusted: 1, sound: 1 }, bias: null },
    });
    expect(summarise({ s: sound(true) }).discernment).toMatchObject({ bias: null });
    expect(summarise({ a: checked(1) }).discernment).toBeNull();
  });

  test('sums skills: an exercise with two counts in both, and a skill of which nothing is answered is left out', () => {
    const parts = [part('a', ['LAT', 'SRC']), part('b', ['LAT']), part('c', ['EVI'])];
    expect(summarise({ a: checked(1), b: checked(0.5), c: null }, { parts }).skills).toEqual([
      { skill: 'LAT', score: 0.75 },
      { skill: 'SRC', score: 1 },
    ]);
  });

  test('starts over with the set, keeps the best and remembers no answer of the round before', () => {
    const first = { a: checked(1), b: checked(0.5) };
    const again = { a: renewAttempt(first.a), b: renewAttempt(first.b) };
    expect(summarise(again)).toMatchObject({ answered: 0, outcome: 'open', score: null, missed: [] });
    const rules = { attempts: 2, hints: 0 };
    const grade = { score: 0, max: 2, correct: false, parts: [] };
    const answered = advanceAttempt(
      advanceAttempt(again.b, { type: 'answer', response: 'x' }, rules),
      { type: 'check', grade },
      rules,
    );
    expect(summarise({ a: again.a, b: answered })).toMatchObject({ answered: 1, score: 0, best: 0.5, missed: ['b'] });
  });
});

describe('a fresh start of a set', () => {
  test.each([
    ['untouched', freshAttempt],
    ['drafted', { ...freshAttempt, response: 'a', hints: 1, confidence: 2 } as const],
    ['wrong', checked(0.5)],
    ['right', checked(1, { round: 4 })],
  ])('of an exercise that is %s takes a new round and keeps scores only', (_, state) => {
    const { first, best, last, discernment, round } = state;
    expect(renewAttempt(state)).toEqual({ ...freshAttempt, first, best, last, discernment, round: round + 1 });
  });
});

const fraction = fc.constantFrom(0, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 1);
const counts = fc
  .record({ misleading: fc.nat({ max: 6 }), sound: fc.nat({ max: 6 }) })
  .chain(({ misleading: n1, sound: n0 }) =>
    fc.record({
      hits: fc.nat({ max: n1 }),
      falseAlarms: fc.nat({ max: n0 }),
      misleading: fc.constant(n1),
      sound: fc.constant(n0),
    }),
  );
const anyAttempt = fc.oneof(
  fc.constant(null),
  fc
    .record({ last: fraction, best: fraction, used: fc.nat({ max: 3 }), discernment: fc.option(counts) })
    .map(({ last, best, used, discernment }): AttemptState =>
      checked(last, {
        used,
        best: Math.max(best, last),
        discernment: discernment && { first: discernment, last: discernment },
      }),
    ),
);
const entry = fc.record({
  attempt: anyAttempt,
  counts: fc.boolean(),
  skills: fc.uniqueArray(fc.constantFrom('LAT', 'SRC', 'EVI'), { maxLength: 3 }),
});

test('whatever was answered, the result keeps its bounds and does not depend on the order of the exercises', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), fraction, (entries, pass) => {
      const named = entries.map((one, at) => ({ ...one, id: `e${at}` }));
      const of = (list: typeof named) =>
        summariseQuiz(list, pass, (id) => list.find((one) => one.id === id)?.attempt ?? null);
      const result = of(named);
      const turned = of([...named].reverse());
      const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
      expect({ ...turned, skills: sorted(turned.skills), missed: sorted(turned.missed) }).toEqual({
        ...result,
        skills: sorted(result.skills),
        missed: sorted(result.missed),
      });
      expect(result.answered).toBeLessThanOrEqual(result.total);
      for (const score of [result.score ?? 0, result.best ?? 0, ...result.skills.map((skill) => skill.score)]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      expect(result.best ?? 0).toBeGreaterThanOrEqual(result.score ?? 0);
      expect(result.outcome === 'open').toBe(result.total === 0 || result.answered < result.total);
    }),
    { seed: 5 },
  );
});

test('a set that is solved whole is passed whatever it asks for, and one with nothing right is not', () => {
  fc.assert(
    fc.property(fc.nat({ max: 6 }), fc.integer({ min: 1, max: 100 }), (size, percent) => {
      const attempts = (right: boolean) =>
        Object.fromEntries(
          Array.from({ length: size + 1 }, (_, at) => [`e${at}`, at % 2 ? sound(right) : misleading(right)]),
        );
      expect(summarise(attempts(true), { pass: percent / 100 })).toMatchObject({ outcome: 'passed', score: 1 });
      expect(summarise(attempts(false), { pass: percent / 100 }).outcome).not.toBe('passed');
    }),
    { seed: 8 },
  );
});

describe('what was trusted, from what is kept', () => {
  test('neither alarm nor trust: "not enough information yet" about a sound item', () => {
    expect(ratesOf({ hits: 0, falseAlarms: 0, misleading: 0, sound: 1 }, 0)).toMatchObject({ trusted: 0 });
    expect(ratesOf({ hits: 0, falseAlarms: 0, misleading: 0, sound: 1 }, 1)).toMatchObject({ trusted: 1 });
  });

  test('is found again from the mean of the two rates', () => {
    const items = fc.record({ sound: fc.integer({ min: 1, max: 12 }), misleading: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(items, fc.nat(), fc.nat(), fc.nat(), (set, a, b, c) => {
        const trusted = a % (set.sound + 1);
        const falseAlarms = b % (set.sound - trusted + 1);
        const hits = c % (set.misleading + 1);
        const score = (trusted / set.sound + hits / set.misleading) / 2;
        expect(ratesOf({ hits, falseAlarms, ...set }, score)).toEqual({ caught: hits, trusted, ...set });
      }),
      { seed: 13 },
    );
  });

  test('stays within the items, whatever was stored', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (kept, score) => {
        const { trusted, sound: all } = ratesOf(kept, score);
        expect(trusted).toBeGreaterThanOrEqual(0);
        expect(trusted).toBeLessThanOrEqual(all - kept.falseAlarms);
      }),
      { seed: 21 },
    );
  });
});
