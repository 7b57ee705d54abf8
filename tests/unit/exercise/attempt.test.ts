import { advanceAttempt, freshAttempt, isDone, type AttemptAction, type AttemptState, type Grade } from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const rules = { attempts: 2, hints: 1 };
const wrong: Grade = { score: 1, max: 4, correct: false, parts: [] };
const right: Grade = { score: 4, max: 4, correct: true, parts: [] };

function play(actions: readonly AttemptAction[]): AttemptState {
  return actions.reduce((state, action) => advanceAttempt(state, action, rules), freshAttempt);
}

const answer: AttemptAction = { type: 'answer', response: ['a'] };
const failed: AttemptAction = { type: 'check', grade: wrong };
const passed: AttemptAction = { type: 'check', grade: right };

describe('an attempt', () => {
  test('that is right at once is done', () => {
    expect(play([answer, passed])).toMatchObject({ phase: 'right', used: 1, first: 1, best: 1, last: 1 });
  });
  test('that is wrong may be tried again, and the first and best scores are kept', () => {
    expect(play([answer, failed])).toMatchObject({ phase: 'tried', used: 1, first: 0.25, best: 0.25 });
    expect(play([answer, failed, answer, passed])).toMatchObject({ phase: 'right', used: 2, first: 0.25, best: 1 });
  });
  test('shows the solution when the last one was wrong', () => {
    expect(play([answer, failed, answer, failed])).toMatchObject({ phase: 'shown', used: 2 });
  });
  test('cannot be checked twice without a new answer', () => {
    expect(play([answer, failed, failed])).toEqual(play([answer, failed]));
  });
  test('can be given up only after a try', () => {
    expect(play([{ type: 'give-up' }])).toEqual(freshAttempt);
    expect(play([answer, failed, { type: 'give-up' }]).phase).toBe('shown');
  });
  test('takes no more hints than there are', () => {
    expect(play([{ type: 'hint' }, { type: 'hint' }]).hints).toBe(1);
  });
  test('that is done changes no more until it starts afresh, which keeps its scores and counts the round', () => {
    const done = play([answer, passed]);
    for (const action of [
      answer,
      passed,
      { type: 'retry' },
      { type: 'hint' },
      { type: 'rate', confidence: 3 },
    ] as const) {
      expect(advanceAttempt(done, action, rules)).toEqual(done);
    }
    expect(advanceAttempt(done, { type: 'restart' }, rules)).toEqual({
      ...freshAttempt,
      first: 1,
      best: 1,
      last: 1,
      round: 1,
    });
  });
  test('cannot start afresh before it is done', () => {
    expect(play([answer, failed, { type: 'restart' }])).toEqual(play([answer, failed]));
  });
  test('of an exercise without points scores nothing rather than no number', () => {
    expect(play([answer, { type: 'check', grade: { score: 0, max: 0, correct: false, parts: [] } }]).last).toBe(0);
  });
  test('of an exercise without points that was done in full reads as done, and not as a failure', () => {
    const done: AttemptAction = { type: 'check', grade: { score: 0, max: 0, correct: true, parts: [] } };
    expect(play([answer, done])).toMatchObject({ phase: 'right', used: 1, first: 1, best: 1, last: 1 });
  });
  test('may start afresh with what was answered, so that a text can be worked on', () => {
    const again = play([answer, passed, { type: 'restart', response: ['a'] }]);
    expect(again).toMatchObject({ phase: 'open', response: ['a'], used: 0, best: 1, round: 1 });
  });
});

const anyAction = fc.constantFrom<AttemptAction>(
  answer,
  failed,
  passed,
  { type: 'rate', confidence: 2 },
  { type: 'hint' },
  { type: 'retry' },
  { type: 'give-up' },
  { type: 'restart' },
);

test('whatever a learner does, tries never exceed the rules and the best score is never below the last', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
      const state = play(actions);
      expect(state.used).toBeLessThanOrEqual(rules.attempts);
      expect(state.best ?? 0).toBeGreaterThanOrEqual(state.last ?? 0);
      expect(isDone(state)).toBe(state.phase === 'right' || state.phase === 'shown');
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }),
    { seed: 11 },
  );
});
