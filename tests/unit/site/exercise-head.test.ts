import { expect, test } from 'vitest';
import { exerciseHead } from '../../../src/site/view/exercise-head.ts';
import { exercises } from './exercises.ts';

const words = {
  label: 'Exercise {{number}}',
  invented: 'Invented',
  ungraded: 'Warm-up',
  kinds: {
    choice: 'one',
    'choice-many': 'several',
    verdict: 'verdict',
    match: 'match',
    categorise: 'categorise',
    order: 'order',
    'short-answer': 'shortAnswer',
  },
};

test('an invented and a warm-up exercise say so, others do not', () => {
  const { one, several } = exercises;
  expect(exerciseHead({ ...one, ungraded: true }, 3, words)).toEqual({
    title: 'Exercise 3',
    invented: 'Invented',
    ungraded: 'Warm-up',
    kind: 'one',
  });
  expect(exerciseHead({ ...several, invented: false }, 1, words)).toMatchObject({ invented: null, ungraded: null });
});

test.each(Object.entries(exercises))('says what is to be done: %s', (name, exercise) => {
  expect(exerciseHead(exercise, 1, words).kind).toBe(name);
});
