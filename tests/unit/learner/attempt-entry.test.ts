import { freshAttempt, type AttemptState } from '#exercise';
import { formatAttempt, isAnswered, mergeAttempts, parseAttempt, parseAttemptEntry, type AttemptEntry } from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const tried: AttemptState = {
  phase: 'tried',
  response: { who: 'masthead', mends: 'қателер тізімі' },
  confidence: 2,
  used: 1,
  hints: 1,
  first: 0.5,
  best: 0.5,
  last: 0.5,
  discernment: {
    first: { hits: 0, falseAlarms: 1, misleading: 0, sound: 1 },
    last: { hits: 0, falseAlarms: 0, misleading: 0, sound: 1 },
  },
  round: 3,
};

const entry = (state: AttemptState, change: Partial<AttemptEntry> = {}) => ({
  signature: 's1',
  state,
  at: 5,
  ...change,
});
const stored = (change: object) => JSON.stringify(entry({ ...tried, ...change }));

describe('a stored attempt', () => {
  test.each<[string, AttemptState]>([
    ['fresh', freshAttempt],
    ['tried', tried],
    ['drafted as text', { ...freshAttempt, response: 'yanlama oxu' }],
    ['right, with a list', { ...tried, phase: 'right', response: ['a', 'b'], first: 0, best: 1, last: 1 }],
    ['with ids that no exercise has', { ...tried, response: ['nobody', '__proto__'] }],
  ])('comes back as it was: %s', (_, state) => {
    expect(parseAttempt(formatAttempt(entry(state)), 's1')).toEqual(state);
  });

  test.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no JSON', '{"at":1,"signature":"s1"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no state', '{"at":1,"signature":"s1"}'],
    ['a state that is a list', '{"at":1,"signature":"s1","state":[]}'],
    ['without a moment', formatAttempt(entry(tried)).replace(',"at":5', '')],
    ['from before 1970', formatAttempt(entry(tried, { at: -1 }))],
    ['an answer to another question', formatAttempt(entry(tried, { signature: 's2' }))],
    ['an unknown phase', stored({ phase: 'paused' })],
    ['a response of numbers', stored({ response: [1, 2] })],
    ['a response in a response', stored({ response: { a: { b: 'c' } } })],
    ['a response that is a number', stored({ response: 5 })],
    ['a checked attempt without a response', stored({ response: null })],
    ['a checked attempt that used none', stored({ used: 0 })],
    ['a checked attempt without a score', stored({ first: null })],
    ['an unknown confidence', stored({ confidence: 4 })],
    ['a negative count', stored({ hints: -1 })],
    ['half a round', stored({ round: 1.5 })],
    ['a score above one', stored({ best: 1.01 })],
    ['a score as text', stored({ last: '1' })],
    ['a huge text', stored({ response: 'x'.repeat(20_000) })],
  ])('is set aside when it is %s', (_, json) => {
    expect(parseAttempt(json, 's1')).toBeNull();
  });

  test('drops what it does not know', () => {
    expect(parseAttempt(stored({ extra: 'x' }), 's1')).toEqual(tried);
  });

  test('never throws, whatever stands there', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (json) => parseAttempt(json, 's1') === null));
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        parseAttempt(JSON.stringify({ signature: 's1', at: 1, state }), 's1');
      }),
    );
  });
});

test('an exercise counts as answered from its first check on', () => {
  expect(isAnswered(null)).toBe(false);
  expect(isAnswered({ ...freshAttempt, response: ['a'] })).toBe(false);
  expect(isAnswered(tried)).toBe(true);
});

describe('two states of the work on an exercise', () => {
  const states = fc.record({
    signature: fc.constantFrom('s1', 's2'),
    at: fc.integer({ min: 0, max: 3 }),
    state: fc
      .record({ last: fc.constantFrom(null, 0, 0.5, 1), round: fc.nat(3), used: fc.nat(2) })
      .map(({ last, round, used }): AttemptState => ({ ...freshAttempt, first: last, best: last, last, round, used })),
  });

  test('are joined the same whichever comes first, and joining again changes nothing', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const both = mergeAttempts(a, b);
        expect(mergeAttempts(b, a)).toEqual(both);
        expect(mergeAttempts(both, both)).toEqual(both);
        expect(parseAttemptEntry(formatAttempt(both))).toEqual(both);
      }),
    );
  });

  test('go on from the later one, and the best score of either is kept', () => {
    const before = entry({ ...tried, best: 1, first: 0.25 }, { at: 1 });
    const now = entry({ ...freshAttempt, response: 'жаңа жауап', round: 1 }, { at: 2 });
    expect(mergeAttempts(now, before)).toMatchObject({
      at: 2,
      state: { phase: 'open', response: 'жаңа жауап', first: 0.25, best: 1, last: 0.5, round: 3 },
    });
  });

  test('are not mixed when the question has changed', () => {
    const before = entry({ ...tried, best: 1 }, { at: 1, signature: 'old' });
    const now = entry(tried, { at: 2 });
    expect(mergeAttempts(before, now)).toEqual(now);
  });
});
