import {
  explainShortAnswer,
  gradeCategorise,
  gradeChoice,
  gradeMatch,
  gradeOrder,
  gradeShortAnswer,
  gradeVerdict,
  type Grade,
  type Option,
  type RichText,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const rich = (text: string): RichText => ({ html: text, text });
const option = (id: string): Option => ({ id, content: rich(id), reason: rich('Why.') });
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 7 });
const seeded = { seed: 5 };

function expectSound(grade: Grade): void {
  expect(grade.score).toBeGreaterThanOrEqual(0);
  expect(grade.score).toBeLessThanOrEqual(grade.max);
  expect(grade.correct).toBe(grade.score === grade.max && grade.max > 0);
}

describe('choice', () => {
  const exercises = ids.chain((known) =>
    fc.record({
      options: fc.constant(known.map(option)),
      key: fc.subarray(known, { minLength: 1 }),
      response: fc.subarray([...known, 'unknown']),
    }),
  );
  test('scores within bounds, whatever is picked, and in whatever order', () => {
    fc.assert(
      fc.property(exercises, ({ response, ...exercise }) => {
        const grade = gradeChoice(exercise, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        if (grade.correct) expect(grade.score).toBe(grade.max);
        expect(gradeChoice(exercise, [...response].reverse())).toEqual(grade);
      }),
      seeded,
    );
  });
  test('the full key is right, nothing is nothing, everything is not a way to win', () => {
    fc.assert(
      fc.property(exercises, ({ options, key }) => {
        expect(gradeChoice({ options, key }, key)).toMatchObject({ score: key.length, max: key.length, correct: true });
        expect(gradeChoice({ options, key }, []).score).toBe(0);
        if (key.length < options.length) {
          expect(
            gradeChoice(
              { options, key },
              options.map(({ id }) => id),
            ).correct,
          ).toBe(false);
        }
      }),
      seeded,
    );
  });
  test('a wrong pick costs a right one', () => {
    const exercise = { options: ['a', 'b', 'c', 'd'].map(option), key: ['a', 'b'] };
    expect(gradeChoice(exercise, ['a', 'b', 'c'])).toMatchObject({ score: 1, max: 2, correct: false });
    expect(gradeChoice(exercise, ['c', 'd']).score).toBe(0);
  });
});

describe('verdict', () => {
  const exercise = { key: 'true' as const, options: [] };
  test.each([
    ['true', 1],
    ['false', 0],
    ['unsure', 0],
    ['', 0],
  ])('%s scores %i', (response, score) => {
    expect(gradeVerdict(exercise, response)).toMatchObject({ score, max: 1, correct: score === 1 });
  });
});

describe('match and categorise', () => {
  const pairing = ids.chain((known) =>
    fc.record({
      known: fc.constant(known),
      response: fc.dictionary(fc.constantFrom(...known, 'unknown'), fc.constantFrom(...known, 'spare')),
    }),
  );
  test('score one point for each item in its place, in any order', () => {
    fc.assert(
      fc.property(pairing, ({ known, response }) => {
        const pairs = known.map((id) => ({ ...option(id), partner: rich(id) }));
        const cards = known.map((id) => ({ ...option(id), group: id }));
        const right = known.filter((id) => response[id] === id).length;
        for (const grade of [gradeMatch({ pairs }, response), gradeCategorise({ cards }, response)]) {
          expectSound(grade);
          expect(grade.score).toBe(right);
        }
        const key = Object.fromEntries([...known].reverse().map((id) => [id, id]));
        expect(gradeMatch({ pairs }, key).correct).toBe(true);
        expect(gradeCategorise({ cards }, key).correct).toBe(true);
        expect(gradeMatch({ pairs }, {}).score).toBe(0);
        expect(gradeCategorise({ cards }, {}).score).toBe(0);
      }),
      seeded,
    );
  });
});

describe('order', () => {
  const steps = (known: readonly string[]) => ({ steps: known.map(option) });
  test('scores within bounds; only the right order is right; a reversal is nothing', () => {
    fc.assert(
      fc.property(ids, fc.array(fc.nat()), (known, picks) => {
        const response = picks.map((pick) => known[pick % known.length] ?? '');
        expectSound(gradeOrder(steps(known), response));
        expect(gradeOrder(steps(known), known)).toMatchObject({ score: known.length - 1, correct: true });
        expect(gradeOrder(steps(known), [...known].reverse()).score).toBe(0);
        expect(gradeOrder(steps(known), []).score).toBe(0);
      }),
      seeded,
    );
  });
  test('a single slip costs one point', () => {
    expect(gradeOrder(steps(['a', 'b', 'c', 'd']), ['b', 'c', 'd', 'a'])).toMatchObject({ score: 2, max: 3 });
  });
  test('unknown and repeated steps do not count', () => {
    expect(gradeOrder(steps(['a', 'b', 'c']), ['a', 'a', 'x', 'b'])).toMatchObject({ score: 1, correct: false });
  });
});

describe('short answer', () => {
  const exercise = (locale: Locale, ...accepted: string[]) => ({ locale, accepted });
  test.each<[Locale, string, string, boolean]>([
    ['en', 'lateral reading', ' Lateral  Reading. ', true],
    ['az', 'yanaşı oxu', 'YANASI OXU', true],
    ['tr', 'yanal okuma', 'Yanal Okuma', true],
    ['uz', 'oʻqish', "O'qish", true],
    ['kk', 'қатарлас оқу', 'катарлас оку', true],
    ['ky', 'жүрөк', 'журок', true],
    ['ru', 'ещё', 'Еще', true],
    ['en', 'lateral reading', 'literal reading', false],
    ['en', 'lateral reading', '', false],
    ['en', '?', '!', false],
  ])('%s "%s" answered "%s": %s', (locale, accepted, response, correct) => {
    expect(gradeShortAnswer(exercise(locale, accepted), response)).toMatchObject({
      correct,
      score: correct ? 1 : 0,
      max: 1,
    });
  });
  test('a wrong answer that was foreseen gets its own reason, any other the common one', () => {
    const known = {
      locale: 'en' as const,
      foreseen: [{ answer: 'close reading', reason: rich('Stays.') }],
      otherwise: rich('Think.'),
    };
    expect(explainShortAnswer(known, 'Close reading').text).toBe('Stays.');
    expect(explainShortAnswer(known, 'banana').text).toBe('Think.');
  });
});
