import { readContent } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import {
  exerciseKinds,
  gradeExercise,
  interactionOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type Exercise,
  type Response,
} from '#exercise';
import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

// What holds for every type of exercise, shown on the examples of the gallery in every language that they exist in.
const root = resolve(import.meta.dirname, '../../../content');
const texts = new Map(
  ['site.yaml', ...globSync('gallery/**/*.mdx', { cwd: root })].map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(resolve(root, file), 'utf8'),
  ]),
);
const { readings } = readContent({ texts, others: new Set() }, parseMdx);
const exercises = [...readings.values()].flatMap(({ body }) => body?.exercises ?? []);
const named = exercises.map((exercise) => ({ exercise, name: `${exercise.id} (${exercise.locale})` }));
const sources = named.filter(({ exercise }) => exercise.locale === 'en');
const seeded = { seed: 7, numRuns: 60 };

/** Words that a response may be made of: the exercise's own ids and what its answer holds, and strangers. */
function wordsOf(exercise: Exercise): string[] {
  const solved = solveExercise(exercise);
  const held = typeof solved === 'string' ? [solved] : Array.isArray(solved) ? solved : Object.entries(solved).flat();
  return [...new Set([...partIdsOf(exercise), ...(held as string[]), 'unknown', '', '__proto__', '7'])];
}

function responses(exercise: Exercise): fc.Arbitrary<Response | null> {
  const word = fc.constantFrom(...wordsOf(exercise));
  return fc.oneof(
    fc.constant(null),
    word,
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(word, { maxLength: 12 }),
    fc.dictionary(word, word, { maxKeys: 12 }),
  );
}

test('the gallery shows every type', () => {
  expect(new Set(sources.map(({ exercise }) => exercise.type))).toEqual(new Set(exerciseKinds));
});

describe.each(sources)('$name', ({ exercise }) => {
  test('any response scores from nothing to the most, and the same every time', () => {
    fc.assert(
      fc.property(responses(exercise), (response) => {
        const grade = gradeExercise(exercise, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(gradeExercise(exercise, response)).toEqual(grade);
      }),
      seeded,
    );
  });
});

describe.each(named)('$name', ({ exercise }) => {
  test('the full answer is right and scores the most, nothing scores nothing', () => {
    const { max, ...best } = gradeExercise(exercise, solveExercise(exercise));
    expect(best).toMatchObject({ score: max, correct: true });
    for (const empty of [null, '', [], {}]) {
      expect(gradeExercise(exercise, empty)).toMatchObject({ score: 0, max, correct: false });
    }
  });

  test('can be read, answered and explained on paper', () => {
    // What nobody grades has no answer to show: one reason says it all.
    const isOpen = interactionOf(exercise) === null || gradeExercise(exercise, null).max === 0;
    if (exercise.type !== 'short-answer' && exercise.type !== 'verdict') {
      expect(linesOf(exercise).length).toBeGreaterThan(0);
    }
    expect(solutionOf(exercise).length + reasonsOf(exercise).length).toBeGreaterThan(isOpen ? 0 : 1);
    expect(linesOf(exercise).every(({ text }) => text.trim() !== '')).toBe(true);
  });

  test('is the same exercise as in the source language', () => {
    const source = sources.find((other) => other.exercise.id === exercise.id)?.exercise;
    expect(source && signatureOf(source)).toBe(signatureOf(exercise));
  });
});
