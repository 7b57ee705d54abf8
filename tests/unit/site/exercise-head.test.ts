import { expect, test } from 'vitest';
import { exerciseHead, exerciseWordsFor } from '../../../src/site/view/exercise-words.ts';
import { exercises } from './exercises.ts';

const words = exerciseWordsFor('az');

test('an invented and a warm-up exercise say so, others do not', () => {
  const { one, several } = exercises;
  expect(exerciseHead({ ...one, ungraded: true }, 3, words)).toEqual({
    title: words.label.replace('{{number}}', '3'),
    invented: words.invented,
    ungraded: words.ungraded,
    kind: words.kinds.choice,
  });
  expect(exerciseHead({ ...several, invented: false }, 1, words)).toMatchObject({ invented: null, ungraded: null });
});

test.each(Object.entries(exercises))('says what is to be done: %s', (name, exercise) => {
  const { kind } = exerciseHead(exercise, 1, words);
  expect(kind).toBeTruthy();
  expect(kind === words.kinds.choiceMany).toBe(name === 'several');
});
