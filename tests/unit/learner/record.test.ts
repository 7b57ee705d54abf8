import { freshAttempt, type AttemptState } from '#exercise';
import { attemptKey, formatAttempt, formatLesson, isAnswered, lessonKey, parseAttempt, parseLesson } from '#learner';
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

const stored = (change: object) => JSON.stringify({ v: 1, signature: 's1', state: { ...tried, ...change } });

describe('a stored attempt', () => {
  test.each<[string, AttemptState]>([
    ['fresh', freshAttempt],
    ['tried', tried],
    ['drafted as text', { ...freshAttempt, response: 'yanlama oxu' }],
    ['right, with a list', { ...tried, phase: 'right', response: ['a', 'b'], first: 0, best: 1, last: 1 }],
    ['with ids that no exercise has', { ...tried, response: ['nobody', '__proto__'] }],
  ])('comes back as it was: %s', (_, state) => {
    expect(parseAttempt(formatAttempt(state, 's1'), 's1')).toEqual(state);
  });

  test.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no JSON', '{"v":1,"signature":"s1"'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no state', '{"v":1,"signature":"s1"}'],
    ['a state that is a list', '{"v":1,"signature":"s1","state":[]}'],
    ['another version', formatAttempt(tried, 's1').replace('"v":1', '"v":2')],
    ['no version', formatAttempt(tried, 's1').replace('"v":1,', '')],
    ['an answer to another question', formatAttempt(tried, 's2')],
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
        parseAttempt(JSON.stringify({ v: 1, signature: 's1', state }), 's1');
      }),
    );
  });
});

test('a lesson is finished only when its record says so', () => {
  expect(parseLesson(formatLesson())).toBe(true);
  for (const json of [null, '', 'true', '{}', '{"v":1,"finished":"yes"}', '{"v":2,"finished":true}']) {
    expect(parseLesson(json)).toBe(false);
  }
});

test('an exercise counts as answered from its first check on', () => {
  expect(isAnswered(null)).toBe(false);
  expect(isAnswered({ ...freshAttempt, response: ['a'] })).toBe(false);
  expect(isAnswered(tried)).toBe(true);
});

test('keys name what they hold and their version', () => {
  expect(attemptKey('c/m/l/e')).toBe('bilig:1:attempt:c/m/l/e');
  expect(lessonKey('c/m/l')).toBe('bilig:1:lesson:c/m/l');
});
