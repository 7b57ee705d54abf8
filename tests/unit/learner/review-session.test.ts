import { describe, expect, test } from 'vitest';
import { advanceSession, answerInSession, isSessionOver, startSession, stopSession } from '#learner';

const session = startSession(['a/b/c/қадам', 'a/b/c/adım', 'a/b/c/step']);

describe('a way through a set', () => {
  test('takes the first answer to each exercise, and skips what was not answered', () => {
    const answered = answerInSession(answerInSession(session, 'missed'), 'right');
    expect(answered.outcomes).toEqual(['missed']);
    const third = advanceSession(advanceSession(answered));
    expect([third.position, third.outcomes]).toEqual([2, ['missed', 'skipped']]);
    const over = advanceSession(answerInSession(third, 'right'));
    expect([isSessionOver(third), isSessionOver(over)]).toEqual([false, true]);
    expect(over.outcomes).toEqual(['missed', 'skipped', 'right']);
  });

  test('cannot go beyond its end', () => {
    const over = advanceSession(advanceSession(advanceSession(session)));
    expect(advanceSession(over)).toEqual(over);
    expect(answerInSession(over, 'right')).toEqual(over);
  });

  test('ends early with what was answered, the present exercise included', () => {
    const second = answerInSession(advanceSession(answerInSession(session, 'right')), 'missed');
    const stopped = stopSession(second);
    expect(isSessionOver(stopped)).toBe(true);
    expect(stopped.ids).toEqual(['a/b/c/қадам', 'a/b/c/adım']);
    expect(stopped.outcomes).toEqual(['right', 'missed']);
    expect(stopSession(session).ids).toEqual([]);
  });

  test('of nothing is over at once', () => {
    expect(isSessionOver(startSession([]))).toBe(true);
  });
});
