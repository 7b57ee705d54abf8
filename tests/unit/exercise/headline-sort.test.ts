import {
  countHeadlines,
  gradeHeadlineSort,
  interactionOf,
  linesOf,
  partIdsOf,
  passesDiscernment,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type HeadlineSortExercise,
} from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const source = `<HeadlineSort id="river-posts" unsure invented>

Бұл жазбалардың қайсысына сенуге болады?

- [x] [gauge] Су мекемесінің айтуынша, өлшеуіш *3 м* көрсетті.
  > Мекеме, жер және уақыт аталған.
- [ ] [dam] Бөгет шыдамайды, мұны бәрі біледі.
  > Ешкім аталмаған.
- [ ] [well] Құдық уланған, жұрт осылай дейді.
  > Тексеретін ештеңе жоқ.
- [x] [market] Базар көшті, хабарландыру қақпада ілулі.
  > Хабарландыруды көруге болады.

</HeadlineSort>
`;

const read = (text = source) => {
  const exercise = readOne(text, 'kk');
  if (exercise.type !== 'headline-sort') throw new Error(exercise.type);
  return exercise;
};

describe('a set of posts', () => {
  test('is read with its verdicts, reasons and the third answer', () => {
    expect(errorsOf(source)).toEqual([]);
    const exercise = read();
    expect(exercise.headlines.map(({ id, sound }) => [id, sound])).toEqual([
      ['gauge', true],
      ['dam', false],
      ['well', false],
      ['market', true],
    ]);
    expect(exercise).toMatchObject({ unsure: true, invented: true });
    expect(read(source.replace(' unsure', '')).unsure).toBe(false);
    expect(interactionOf(exercise)).toBe('performance');
    expect(partIdsOf(exercise)).toEqual(['dam', 'gauge', 'market', 'well']);
    expect(exercise.headlines[0]?.content.html).toContain('<em>3 м</em>');
  });

  test('can be read on paper: the posts as a question, the sound ones as its answer', () => {
    const exercise = read();
    expect(linesOf(exercise)).toHaveLength(4);
    expect(solutionOf(exercise).map(({ text }) => text)).toEqual([
      'Су мекемесінің айтуынша, өлшеуіш 3 м көрсетті.',
      'Базар көшті, хабарландыру қақпада ілулі.',
    ]);
    expect(reasonsOf(exercise)).toHaveLength(4);
  });

  test('keeps its signature under other words and another order, and loses it with another key', () => {
    const blocks = source.match(/- \[[\s\S]*?\n(?=- \[|\n<)/gu) ?? [];
    expect(blocks).toHaveLength(4);
    const turned = source.replace(blocks.join(''), [...blocks].reverse().join(''));
    const signature = signatureOf(read());
    expect(signatureOf(read(turned))).toBe(signature);
    expect(signatureOf(read(source.replace('Базар көшті', 'Bazar köçdü')))).toBe(signature);
    for (const other of [
      source.replace('[ ] [dam]', '[x] [dam]'),
      source.replace('[dam]', '[bank]'),
      source.replace(' unsure', ''),
    ]) {
      expect(signatureOf(read(other))).not.toBe(signature);
    }
  });
});

const [right, wrong] = ['sound', 'misleading'];

describe('judging a set of posts', () => {
  const exercise = read();
  test.each([
    ['all of it rightly', { gauge: right, market: right, dam: wrong, well: wrong }, 1, true, [2, 0]],
    ['everything flagged', { gauge: wrong, market: wrong, dam: wrong, well: wrong }, 0.5, false, [2, 2]],
    ['everything trusted', { gauge: right, market: right, dam: right, well: right }, 0.5, false, [0, 0]],
    ['one of each kind missed', { gauge: right, market: wrong, dam: wrong, well: right }, 0.5, false, [1, 1]],
    ['all of it the wrong way round', { gauge: wrong, market: wrong, dam: right, well: right }, 0, false, [0, 2]],
    ['nothing decided', { gauge: 'unsure', market: 'unsure', dam: 'unsure', well: 'unsure' }, 0, false, [0, 0]],
    ['a post left open', { gauge: right, dam: wrong, well: wrong }, 0.75, false, [2, 0]],
  ])('%s', (_, response, score, correct, [hits, falseAlarms]) => {
    expect(gradeHeadlineSort(exercise, response)).toMatchObject({
      score,
      max: 1,
      correct,
      discernment: { hits, falseAlarms, misleading: 2, sound: 2 },
    });
  });

  test('two of three of each kind pass, and the slips are told apart', () => {
    const headlines = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({ id, sound: index < 3 }));
    const grade = gradeHeadlineSort({ headlines }, { a: right, b: right, c: 'unsure', d: wrong, e: wrong, f: right });
    expect(grade.correct).toBe(true);
    expect(grade.score).toBeCloseTo(2 / 3);
    expect(grade.parts.filter((part) => !part.correct).map(({ id }) => id)).toEqual(['c', 'f']);
  });

  test('"not enough information yet" is neither trust nor an alarm, neither caught nor missed', () => {
    const counts = countHeadlines(exercise, { gauge: 'unsure', market: right, dam: 'unsure', well: right });
    expect(counts).toEqual({ hits: 0, missed: 1, trusted: 1, falseAlarms: 0, misleading: 2, sound: 2 });
  });

  test('a set without posts cannot be passed', () => {
    expect(gradeHeadlineSort({ headlines: [] }, {})).toMatchObject({ score: 0, max: 1, correct: false });
  });
});

describe('any set of posts', () => {
  const sets: fc.Arbitrary<Pick<HeadlineSortExercise, 'headlines'>> = fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 2, maxLength: 12 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.boolean().map((sound) => ({ id, sound })))))
    .map((headlines) => ({ headlines: headlines as unknown as HeadlineSortExercise['headlines'] }));
  const answered = sets.chain((set) =>
    fc.record({
      set: fc.constant(set),
      response: fc
        .tuple(...set.headlines.map(() => fc.constantFrom('sound', 'misleading', 'unsure', '', 'maybe')))
        .map((given) => Object.fromEntries(set.headlines.map(({ id }, at) => [id, given[at] ?? '']))),
    }),
  );
  const seeded = { seed: 3 };

  test('scores from nothing to one, passes by its two rates, and counts no item twice', () => {
    fc.assert(
      fc.property(answered, ({ set, response }) => {
        const { score, max, correct, discernment } = gradeHeadlineSort(set, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(max);
        const { hits, missed, trusted, falseAlarms, misleading, sound } = countHeadlines(set, response);
        expect(correct).toBe(passesDiscernment({ caught: hits, misleading, trusted, sound }));
        expect(discernment).toEqual({ hits, falseAlarms, misleading, sound });
        expect(hits + missed).toBeLessThanOrEqual(misleading);
        expect(trusted + falseAlarms).toBeLessThanOrEqual(sound);
      }),
      seeded,
    );
  });

  test('the full answer earns all, nothing earns nothing, and order does not matter', () => {
    fc.assert(
      fc.property(answered, ({ set, response }) => {
        const solved = solveExercise({ ...read(), ...set });
        expect(gradeHeadlineSort(set, solved)).toMatchObject({ score: 1, correct: true });
        expect(gradeHeadlineSort(set, {}).score).toBe(0);
        const turned = Object.fromEntries(Object.entries(response).reverse());
        const grade = gradeHeadlineSort(set, response);
        expect(gradeHeadlineSort(set, turned)).toEqual(grade);
        expect(gradeHeadlineSort({ headlines: [...set.headlines].reverse() }, response).score).toBeCloseTo(grade.score);
      }),
      seeded,
    );
  });

  test.each([
    ['a text', 'sound'],
    ['a list', ['gauge', 'market']],
    ['strangers', { nobody: 'sound', __proto__: 'sound' }],
    ['nothing', null],
  ])('a response of %s is graded as unanswered', (_, response) => {
    expect(gradeHeadlineSort(read(), response)).toMatchObject({ score: 0, correct: false });
  });
});
