import { expect, test } from 'vitest';
import { exerciseHead } from '../../../src/site/view/exercise-head.ts';
import { exercises, wordsOf } from './exercises.ts';

const { kinds } = wordsOf('az');
const words = { label: 'Tapşırıq {{number}}', invented: 'Uydurma', ungraded: 'İsinmə', kinds };

test('an invented and a warm-up exercise say so, others do not', () => {
  const { one, several } = exercises;
  expect(exerciseHead({ ...one, ungraded: true }, 3, words)).toEqual({
    title: 'Tapşırıq 3',
    invented: 'Uydurma',
    ungraded: 'İsinmə',
    kind: kinds.choice,
  });
  expect(exerciseHead({ ...several, invented: false }, 1, words)).toMatchObject({ invented: null, ungraded: null });
});

test.each(Object.entries(exercises))('says what is to be done: %s', (name, exercise) => {
  expect(exerciseHead(exercise, 1, words).kind).toBe(kinds[name === 'several' ? 'choice-many' : exercise.type]);
});

test('no two types are introduced in the same words', () => {
  expect(new Set(Object.values(kinds)).size).toBe(Object.keys(kinds).length);
});
