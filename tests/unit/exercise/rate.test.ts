import {
  bandOf,
  estimateOf,
  gradeExercise,
  gradeRate,
  interactionOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
} from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const source = `<Rate id="how-many" min="0" max="100" step="5" unit="of 100 &lt;readers&gt;" low="Nobody" high="Everybody">

How many open the link?

- [within] [from: 20] [to: 40]
  > You asked how many there are in all.
- [below]
  > Some do look.
- [above]
  > Most share from the headline alone.

</Rate>
`;

const ofOneself = `<Rate id="how-sure" min="1" max="5" step="1">

Siz bunga qanchalik ishonasiz?

- [any]
  > Hech bir son xato emas.

</Rate>
`;

const read = (text = source) => {
  const exercise = readOne(text);
  if (exercise.type !== 'rate') throw new Error(exercise.type);
  return exercise;
};

describe('an estimate', () => {
  test('is read with its scale, its words and its target', () => {
    expect(errorsOf(source)).toEqual([]);
    expect(read()).toMatchObject({
      min: 0,
      max: 100,
      step: 5,
      low: 'Nobody',
      high: 'Everybody',
      target: { from: 20, to: 40 },
      ungraded: false,
    });
    expect([interactionOf(read()), partIdsOf(read())]).toEqual(['numeric', ['above', 'below', 'within']]);
  });

  test('can be read on paper, whatever its words hold', () => {
    expect(linesOf(read()).map(({ text }) => text)).toEqual([
      '0 – 100 of 100 <readers>',
      '0: Nobody',
      '100: Everybody',
    ]);
    expect(solutionOf(read())).toEqual([{ text: '20 – 40 of 100 <readers>', html: '20 – 40 of 100 &lt;readers&gt;' }]);
    expect(reasonsOf(read()).map(({ part, reason }) => [part.text, reason.text])).toEqual([
      ['20 – 40 of 100 <readers>', 'You asked how many there are in all.'],
      ['< 20 of 100 <readers>', 'Some do look.'],
      ['> 40 of 100 <readers>', 'Most share from the headline alone.'],
    ]);
  });

  test('of one number has that number for its answer, and may end where the scale ends', () => {
    const atTheEnd = source
      .replace('[from: 20] [to: 40]', '[from: 0] [to: 0]')
      .replace('- [below]\n  > Some do look.\n', '');
    expect(errorsOf(atTheEnd)).toEqual([]);
    expect(solutionOf(read(atTheEnd))[0]?.text).toBe('0 of 100 <readers>');
    expect(gradeRate(read(atTheEnd), '0').score).toBe(1);
    expect(gradeRate(read(atTheEnd), '50').score).toBe(0.5);
  });

  test('may lie below zero', () => {
    const cold = source
      .replace('min="0" max="100" step="5"', 'min="-30" max="10" step="1"')
      .replace('[from: 20] [to: 40]', '[from: -8] [to: -2]');
    expect(errorsOf(cold)).toEqual([]);
    expect(solutionOf(read(cold))[0]?.text).toContain('-8 – -2');
    expect(gradeRate(read(cold), '-5').correct).toBe(true);
    expect(gradeRate(read(cold), '-19').score).toBe(0.5);
  });

  test('keeps its signature under other words, and loses it with another scale or target', () => {
    const signature = signatureOf(read());
    expect(signatureOf(read(source.replace('Nobody', 'Никто').replace('unit="', 'unit="из ')))).toBe(signature);
    for (const other of [
      source.replace('[to: 40]', '[to: 45]'),
      source.replace('step="5"', 'step="10"'),
      source.replace('max="100"', 'max="200"'),
    ]) {
      expect(signatureOf(read(other))).not.toBe(signature);
    }
  });
});

describe('grading an estimate', () => {
  test.each([
    ['20', 1, true, 'the lower end of the target'],
    ['40', 1, true, 'its upper end'],
    ['30', 1, true, 'between them'],
    ['10', 0.5, false, 'half way down to the end of the scale'],
    ['0', 0, false, 'the far end'],
    ['70', 0.5, false, 'half way up'],
    ['100', 0, false, 'the other far end'],
    ['33', 0, false, 'a number that the scale does not have'],
    ['105', 0, false, 'off the scale'],
    ['-5', 0, false, 'off it on the other side'],
    ['30.0', 0, false, 'no whole number'],
    ['٣٠', 0, false, 'digits of another script'],
    ['', 0, false, 'nothing'],
  ])('%s scores %d: %s %s', (response, score, correct) => {
    expect(gradeRate(read(), response)).toEqual({ score, max: 1, correct, parts: [{ id: 'answer', correct }] });
  });

  test.each([[['30']], [{ answer: '30' }], [null]])('a response of another form, %j, is none', (response) => {
    expect(gradeRate(read(), response)).toMatchObject({ score: 0, correct: false });
  });
});

test('a rating of oneself counts for nothing, is done once it is given, and says so to nobody', () => {
  expect(errorsOf(ofOneself)).toEqual([]);
  const exercise = read(ofOneself);
  expect(exercise).toMatchObject({ ungraded: true, target: null, unit: null });
  expect(interactionOf(exercise)).toBe('likert');
  for (const response of ['1', '3', '5']) {
    expect(gradeExercise(exercise, response)).toMatchObject({ score: 0, max: 0, correct: true });
  }
  for (const response of ['', '0', '6', 'beş', null]) {
    expect(gradeExercise(exercise, response)).toMatchObject({ score: 0, max: 0, correct: false });
  }
  expect(solutionOf(exercise)).toEqual([]);
  expect(reasonsOf(exercise).map(({ part }) => part.text)).toEqual(['1 – 5']);
});

describe('any scale', () => {
  const scales = fc
    .record({
      min: fc.integer({ min: -500, max: 500 }),
      step: fc.integer({ min: 1, max: 9 }),
      steps: fc.integer({ min: 1, max: 60 }),
    })
    .chain(({ min, step, steps }) =>
      fc.tuple(fc.nat(steps), fc.nat(steps)).map(([a, b]) => ({
        min,
        step,
        max: min + step * steps,
        target: { from: min + step * Math.min(a, b), to: min + step * Math.max(a, b) },
      })),
    );
  const seeded = { seed: 17 };

  test('scores within bounds, and all only within its target', () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: -600, max: 1200 }), (scale, number) => {
        const response = String(number);
        const { score, correct } = gradeRate(scale, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const estimate = estimateOf(scale, response);
        expect(correct).toBe(estimate !== null && bandOf(scale, estimate) === 'within');
        expect(score === 1).toBe(correct);
      }),
      seeded,
    );
  });

  test('a step away from the target never scores more', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const scores = (numbers: number[]) => numbers.map((number) => gradeRate(scale, String(number)).score);
        const { min, max, step, target } = scale;
        const below = [];
        for (let number = target.from; number >= min; number -= step) below.push(number);
        const above = [];
        for (let number = target.to; number <= max; number += step) above.push(number);
        for (const falling of [scores(below), scores(above)]) {
          expect(falling).toEqual([...falling].sort((a, b) => b - a));
        }
      }),
      seeded,
    );
  });

  test('its full answer is right, nothing is nothing', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const exercise = { ...read(), ...scale };
        expect(gradeRate(exercise, solveExercise(exercise))).toMatchObject({ score: 1, correct: true });
        expect(gradeRate(exercise, null)).toMatchObject({ score: 0, correct: false });
        expect(gradeRate({ ...exercise, target: null }, solveExercise({ ...exercise, target: null })).correct).toBe(
          true,
        );
      }),
      seeded,
    );
  });
});
