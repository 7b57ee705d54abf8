import {
  gradeExercise,
  gradeHighlight,
  interactionOf,
  keyOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type HighlightExercise,
  type Response,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readOne } from './read.ts';

const az = `<Highlight id="bazar" invented>

Təsir edən sözləri işarələyin və necə təsir etdiklərini deyin.

> [Gecə yarısına qədər tələsin](#midnight): bazar [**bazar ertəsi** saat doqquzda](#monday) açılır.
>
> [Hamı artıq bilir](#everybody).

- [x] [pressure] Vaxtla sıxmaq
  - [midnight]
    > Soruşun ki, gecə yarısından sonra nə olacaq: heç nə deyilməyib.
- [x] [crowd] Hamı belə edir
  - [everybody]
    > Soruşun ki, kim sayıb: nə rəqəm, nə ad göstərilib, yalnız söz var.
- [ ] [plain] Sadə məlumat
  - [monday]
    > Gün və saat göstərilib, hər kəs gedib özü yoxlaya bilər.

</Highlight>
`;

function readHighlight(source: string, locale: Locale = 'az'): HighlightExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'highlight') throw new Error(exercise.type);
  return exercise;
}

describe('a highlight', () => {
  test('is read with its passage, techniques and spans in the order of the text', () => {
    expect(readMarkdown(az, 'az').problems).toEqual([]);
    const read = readHighlight(az);
    expect(read.spans.map(({ id, group, content }) => [id, group, content.text])).toEqual([
      ['midnight', 'pressure', 'Gecə yarısına qədər tələsin'],
      ['monday', 'plain', 'bazar ertəsi saat doqquzda'],
      ['everybody', 'crowd', 'Hamı artıq bilir'],
    ]);
    expect(read.groups.map(({ id, sought }) => [id, sought])).toEqual([
      ['pressure', true],
      ['crowd', true],
      ['plain', false],
    ]);
    expect(read.passage.map((segments) => segments.map(({ span, content }) => [span, content.text]))).toEqual([
      [
        ['midnight', 'Gecə yarısına qədər tələsin'],
        [null, ': bazar '],
        ['monday', 'bazar ertəsi saat doqquzda'],
        [null, ' açılır.'],
      ],
      [
        ['everybody', 'Hamı artıq bilir'],
        [null, '.'],
      ],
    ]);
    expect(partIdsOf(read)).toEqual(['crowd', 'everybody', 'midnight', 'monday', 'plain', 'pressure']);
  });

  test('tells paper which words can be marked, and not which are to be', () => {
    const read = readHighlight(az);
    expect(linesOf(read).map(({ text }) => text)).toEqual([
      '[Gecə yarısına qədər tələsin]: bazar [bazar ertəsi saat doqquzda] açılır.',
      '[Hamı artıq bilir].',
      'Hamı belə edir',
      'Vaxtla sıxmaq',
    ]);
    expect(solutionOf(read).map(({ text }) => text)).toEqual([
      'Vaxtla sıxmaq: Gecə yarısına qədər tələsin',
      'Hamı belə edir: Hamı artıq bilir',
    ]);
    expect(reasonsOf(read)).toHaveLength(3);
  });

  test('is a choice where one technique is looked for, and matching where each has a name', () => {
    expect(interactionOf(readHighlight(az))).toBe('matching');
    expect(interactionOf(readHighlight(az.replace('[x] [crowd]', '[ ] [crowd]')))).toBe('choice');
  });

  test('has a signature that words, language and order do not change, and the key does', () => {
    const signature = signatureOf(readHighlight(az));
    const kk = az.replace('Hamı artıq bilir', 'Бәрі біледі').replace('Vaxtla sıxmaq', 'Уақытпен қысу');
    const [, pressure = '', crowd = ''] =
      /(- \[x\] \[pressure\][\s\S]*?)(- \[x\] \[crowd\][\s\S]*?)- \[ \]/u.exec(az) ?? [];
    const turned = az.replace(pressure + crowd, crowd + pressure);
    expect(turned).not.toBe(az);
    expect(signatureOf(readHighlight(kk, 'kk'))).toBe(signature);
    expect(signatureOf(readHighlight(turned))).toBe(signature);
    expect(signatureOf(readHighlight(az.replace('[x] [crowd]', '[ ] [crowd]')))).not.toBe(signature);
    const moved = az
      .replace('  - [midnight]', '  - [here]')
      .replace('  - [everybody]', '  - [midnight]')
      .replace('  - [here]', '  - [everybody]');
    expect(keyOf(readHighlight(moved))).not.toBe(keyOf(readHighlight(az)));
  });
});

describe('a highlight is graded', () => {
  const read = readHighlight(az);
  test.each<[string, Response | null, number, boolean]>([
    ['nothing', null, 0, false],
    ['all found and named', { midnight: 'pressure', everybody: 'crowd' }, 2, true],
    ['found, one under the wrong name', { midnight: 'pressure', everybody: 'pressure' }, 1.5, false],
    ['found without names', { midnight: '', everybody: '' }, 1, false],
    ['all, and a harmless one', { midnight: 'pressure', everybody: 'crowd', monday: 'crowd' }, 1.5, false],
    ['the harmless one alone', { monday: 'pressure' }, 0, false],
    ['everything under one name', { midnight: 'pressure', monday: 'pressure', everybody: 'pressure' }, 1, false],
    ['a name that is harmless is no mark', { midnight: 'plain', everybody: 'unknown' }, 0, false],
    ['strangers', { gone: 'pressure', __proto__: 'crowd' }, 0, false],
    ['another form', ['midnight', 'everybody'], 0, false],
    ['a text', 'midnight', 0, false],
  ])('%s', (_, response, score, correct) => {
    expect(gradeHighlight(read, response)).toMatchObject({ score, max: 2, correct });
  });

  test('its parts are right where a technique is named or a harmless span left alone', () => {
    expect(gradeHighlight(read, { midnight: 'crowd', everybody: 'crowd' }).parts).toEqual([
      { id: 'midnight', correct: false },
      { id: 'monday', correct: true },
      { id: 'everybody', correct: true },
    ]);
  });

  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 2, maxLength: 8 });
  const exercises = ids.chain((spans) =>
    fc.record({
      spans: fc.tuple(
        ...spans.map((id) => fc.record({ id: fc.constant(id), group: fc.constantFrom('one', 'two', 'none') })),
      ),
      response: fc.dictionary(
        fc.constantFrom(...spans, 'strange', 'constructor'),
        fc.constantFrom('one', 'two', 'none', '', 'x'),
      ),
    }),
  );
  const groups = [
    { id: 'one', sought: true },
    { id: 'two', sought: true },
    { id: 'none', sought: false },
  ];
  test('within bounds, whatever is marked and in whatever order', () => {
    fc.assert(
      fc.property(exercises, ({ spans, response }) => {
        const exercise = { groups, spans };
        const grade = gradeHighlight(exercise, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        if (grade.correct) expect(grade.score).toBe(grade.max);
        const reversed = Object.fromEntries(Object.entries(response).reverse());
        expect(gradeHighlight({ groups: [...groups].reverse(), spans }, reversed)).toEqual(grade);
        const key = Object.fromEntries(
          spans.filter(({ group }) => group !== 'none').map(({ id, group }) => [id, group]),
        );
        expect(gradeHighlight(exercise, key).score).toBe(grade.max);
      }),
      { seed: 11 },
    );
  });

  test('marking everything does not pay', () => {
    const response = { midnight: 'pressure', monday: 'pressure', everybody: 'crowd' };
    expect(gradeHighlight(read, response).score).toBeLessThan(gradeExercise(read, solveExercise(read)).score);
  });
});
