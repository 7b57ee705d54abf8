import {
  gradeChecklist,
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

const source = `<Checklist id="river-notebook" invented>

Прочитайте описание сайта. Насколько он отвечает каждому критерию?

> **Тетрадь нашей реки**: на первой странице стоит имя автора.

- [owner] [expert: 3] [tolerance: 0] Сказано ли, кто его *ведёт*?
  > Имя стоит на первой странице.
- [payer] [expert: 1] Сказано ли, кто платит?
  > Платит гостиница, но пишут об этом бледно.
- [mistakes] [expert: 0] [tolerance: 2] Признаёт ли он ошибки?
  > Старые записи изменены молча.

</Checklist>
`;

const read = (text = source) => {
  const exercise = readOne(text, 'ru');
  if (exercise.type !== 'checklist') throw new Error(exercise.type);
  return exercise;
};

describe('a checklist', () => {
  test('is read with the expert’s ratings; a tolerance of one unless said; a quotation belongs to the question', () => {
    expect(errorsOf(source)).toEqual([]);
    expect(read().criteria.map(({ id, expert, tolerance }) => [id, expert, tolerance])).toEqual([
      ['owner', 3, 0],
      ['payer', 1, 1],
      ['mistakes', 0, 2],
    ]);
    expect(read().prompt.text).toContain('Тетрадь нашей реки');
    expect([interactionOf(read()), partIdsOf(read())]).toEqual(['matching', ['mistakes', 'owner', 'payer']]);
  });

  test('can be read on paper', () => {
    expect(linesOf(read())[0]).toEqual({
      text: 'Сказано ли, кто его ведёт? (0–3)',
      html: 'Сказано ли, кто его <em>ведёт</em>? (0–3)',
    });
    expect(solutionOf(read()).map(({ text }) => text)).toEqual([
      'Сказано ли, кто его ведёт? → 3 / 3',
      'Сказано ли, кто платит? → 1 / 3',
      'Признаёт ли он ошибки? → 0 / 3',
    ]);
    expect(reasonsOf(read())).toHaveLength(3);
  });

  test('keeps its signature under other words and another order, and loses it with another rating or tolerance', () => {
    const [first = '', second = ''] = source.match(/- \[[\s\S]*?\n(?=- \[|\n<)/gu) ?? [];
    const turned = source.replace(first + second, second + first);
    expect(turned).not.toBe(source);
    const signature = signatureOf(read());
    expect(signatureOf(read(turned))).toBe(signature);
    expect(signatureOf(read(source.replace('Сказано ли, кто платит', 'Кім төлейтіні айтылған ба')))).toBe(signature);
    for (const other of [
      source.replace('[expert: 1]', '[expert: 2]'),
      source.replace('[tolerance: 2]', '[tolerance: 1]'),
      source.replace('[payer]', '[money]'),
    ]) {
      expect(signatureOf(read(other))).not.toBe(signature);
    }
    expect(signatureOf(read(source.replace('[expert: 1]', '[expert: 1] [tolerance: 1]')))).toBe(signature);
  });
});

describe('rating', () => {
  test.each([
    ['as the expert does', { owner: '3', payer: '1', mistakes: '0' }, 3],
    ['within the tolerance', { owner: '3', payer: '2', mistakes: '2' }, 3],
    ['one step off where none is allowed', { owner: '2', payer: '0', mistakes: '1' }, 2],
    ['off everywhere', { owner: '0', payer: '3', mistakes: '3' }, 0],
    ['one criterion alone', { payer: '1' }, 1],
    ['with ratings that do not exist', { owner: '4', payer: '-1', mistakes: '00' }, 0],
    ['criteria that do not exist', { nobody: '3', __proto__: '3' }, 0],
  ])('%s scores %i', (_, response, score) => {
    const grade = gradeChecklist(read(), response as unknown as Record<string, string>);
    expect(grade).toMatchObject({ score, max: 3, correct: score === 3 });
    expect(grade.parts.filter((part) => part.correct)).toHaveLength(score);
  });

  test.each([['3'], [['owner', 'payer']], [null]])('a response of another form, %j, is none', (response) => {
    expect(gradeChecklist(read(), response)).toMatchObject({ score: 0, correct: false });
  });
});

describe('any checklist', () => {
  const lists = fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 2, maxLength: 9 })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), expert: fc.nat(3), tolerance: fc.nat(2) }))),
    )
    .map((criteria) => ({ criteria }));
  const answered = lists.chain((list) =>
    fc.record({
      list: fc.constant(list),
      response: fc
        .tuple(...list.criteria.map(() => fc.constantFrom('0', '1', '2', '3', '', '9')))
        .map((given) => Object.fromEntries(list.criteria.map(({ id }, at) => [id, given[at] ?? '']))),
    }),
  );
  const seeded = { seed: 23 };

  test('scores within bounds and whatever the order of answers and criteria', () => {
    fc.assert(
      fc.property(answered, ({ list, response }) => {
        const grade = gradeChecklist(list, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(grade.correct).toBe(grade.score === grade.max);
        expect(gradeChecklist(list, Object.fromEntries(Object.entries(response).reverse()))).toEqual(grade);
        expect(gradeChecklist({ criteria: [...list.criteria].reverse() }, response).score).toBe(grade.score);
      }),
      seeded,
    );
  });

  test('the expert’s ratings earn all, nothing earns nothing', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const [model] = read().criteria;
        const exercise = { ...read(), criteria: list.criteria.map((part) => ({ ...model, ...part })) } as ReturnType<
          typeof read
        >;
        expect(gradeChecklist(list, solveExercise(exercise)).correct).toBe(true);
        expect(gradeChecklist(list, {}).score).toBe(0);
      }),
      seeded,
    );
  });
});
