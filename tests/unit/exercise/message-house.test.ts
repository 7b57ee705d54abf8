import {
  gradeMessageHouse,
  housePlaces,
  interactionOf,
  keyOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type MessageHouseExercise,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const az = `<MessageHouse id="night-bus">

Gecə avtobusu haqqında ev qurun.

- [core] Əsas fikir
  - [bus] Maydan avtobus bütün gecə işləyəcək.
    > Yadda qalmalı olan bir cümlədir: nə dəyişir və nə vaxt.
- [pillars] Sütunlar
  - [work] Gec növbədən evə qayıtmaq olur.
    > Bir qrup insan üçün səbəbdir, ona sübut lazımdır.
  - [safe] Gənclər qaranlıqda piyada getmir.
    > İkinci səbəbdir, birincini təkrar etmir, onun da sübutu olmalıdır.
- [proofs] Sübutlar
  - [count] [proves: work] 400 nəfər gecə yarısından sonra işi bitirir.
    > Rəqəm məhz sütunun dediyi insanları sayır.
  - [list] [proves: work] Zavodun növbə cədvəli divardadır.
    > Cədvələ hər kəs baxa bilər, deməli, yoxlamaq olar.
  - [map] [proves: safe] Xəritədə dayanacaqlar 300 metrdən bir durur.
    > Məsafəni ölçmək olar, ona görə də bu, sütunu saxlayır.
- [spare] Evdən kənar
  - [best] Bizim şəhər dünyanın ən gözəl şəhəridir.
    > Bunu heç kim yoxlaya bilməz, tərif isə sübut deyil.

</MessageHouse>
`;

function read(source: string, locale: Locale = 'az'): MessageHouseExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'message-house') throw new Error(`This is a ${exercise.type}.`);
  return exercise;
}

const house = read(az);
const right = { core: 'bus', 'pillar-1': 'work', 'proof-1': 'count', 'pillar-2': 'safe', 'proof-2': 'map' };

describe('a message house', () => {
  test('is read with its groups, its cards and what each proof holds up', () => {
    expect(errorsOf(az)).toEqual([]);
    expect(house.groups.map(({ id, content }) => [id, content.text])).toEqual([
      ['core', 'Əsas fikir'],
      ['pillars', 'Sütunlar'],
      ['proofs', 'Sübutlar'],
      ['spare', 'Evdən kənar'],
    ]);
    expect(house.cards.map(({ id, group, proves }) => [id, group, proves])).toEqual([
      ['bus', 'core', null],
      ['work', 'pillars', null],
      ['safe', 'pillars', null],
      ['count', 'proofs', 'work'],
      ['list', 'proofs', 'work'],
      ['map', 'proofs', 'safe'],
      ['best', 'spare', null],
    ]);
    expect(interactionOf(house)).toBe('matching');
    expect(partIdsOf(house)).toEqual(['best', 'bus', 'count', 'list', 'map', 'safe', 'work']);
  });

  test('has as many pillars as there are cards for, at most three, unless it says how many', () => {
    const pillar = (id: string) => `  - [${id}] Тірек\n    > Бұл – бір топқа арналған себеп, оған дәлел керек.\n`;
    const proof = (id: string) =>
      `  - [proof-${id}] [proves: ${id}] Дәлел\n    > Мұны кез келген адам тексере алады, саны да бар.\n`;
    const large = az
      .replace('- [proofs]', `${pillar('third')}${pillar('fourth')}- [proofs]`)
      .replace('- [spare]', `${proof('third')}${proof('fourth')}- [spare]`);
    expect(house.slots).toBe(2);
    expect(read(large, 'kk').slots).toBe(3);
    expect(read(large.replace('<MessageHouse', '<MessageHouse slots="4"'), 'kk').slots).toBe(4);
    expect(read(az.replace('<MessageHouse', '<MessageHouse slots="1"')).slots).toBe(1);
    expect(housePlaces(2)).toEqual(['core', 'pillar-1', 'proof-1', 'pillar-2', 'proof-2']);
    for (const slots of ['0', '5', 'üç', '2.5', '-1', '99']) {
      expect(errorsOf(large.replace('<MessageHouse', `<MessageHouse slots="${slots}"`))).toEqual([
        '1:1 attribute-value',
      ]);
    }
  });

  test('needs no spare cards', () => {
    expect(errorsOf(az.replace(/- \[spare\][\s\S]*deyil\.\n/u, ''))).toEqual([]);
  });

  test('on paper shows its cards out of order, and the answer with each pillar on its proof', () => {
    const cards = house.cards.map(({ content }) => content.text);
    const lines = linesOf(house).map(({ text }) => text);
    expect(lines.slice(0, 4)).toEqual(house.groups.map(({ content }) => content.text));
    expect(lines.slice(4)).not.toEqual(cards);
    expect(lines.slice(4).sort()).toEqual([...cards].sort());
    expect(solutionOf(house).map(({ text }) => text)).toEqual([
      'Əsas fikir: Maydan avtobus bütün gecə işləyəcək.',
      'Gec növbədən evə qayıtmaq olur. ← 400 nəfər gecə yarısından sonra işi bitirir.',
      'Gənclər qaranlıqda piyada getmir. ← Xəritədə dayanacaqlar 300 metrdən bir durur.',
      'Evdən kənar: Bizim şəhər dünyanın ən gözəl şəhəridir.',
    ]);
    expect(reasonsOf(house)).toHaveLength(7);
  });

  test('keeps its signature under other words and another order, and loses it with another key', () => {
    const turned = az.replace(/(- \[core\][\s\S]*?)(- \[pillars\][\s\S]*?)(- \[proofs\])/u, '$2$1$3');
    expect(turned).not.toBe(az);
    const signature = signatureOf(house);
    expect(signatureOf(read(turned))).toBe(signature);
    expect(signatureOf(read(az.replace('Gecə avtobusu', 'Түнкі автобус'), 'kk'))).toBe(signature);
    expect(keyOf(read(az.replace('[list] [proves: work]', '[list] [proves: safe]')))).not.toBe(keyOf(house));
    expect(keyOf(read(az.replace('<MessageHouse', '<MessageHouse slots="1"')))).not.toBe(keyOf(house));
  });
});

describe('a built house', () => {
  test.each([
    ['the whole house', right, 5],
    [
      'pillars in another order, on their own proofs',
      { core: 'bus', 'pillar-1': 'safe', 'proof-1': 'map', 'pillar-2': 'work', 'proof-2': 'list' },
      5,
    ],
    ['proofs under the wrong pillars', { ...right, 'proof-1': 'map', 'proof-2': 'count' }, 3],
    ['a roof of stone', { ...right, core: 'map', 'proof-2': 'bus' }, 3],
    ['one pillar twice', { ...right, 'pillar-2': 'work', 'proof-2': 'list' }, 4],
    ['one proof twice', { ...right, 'proof-2': 'count' }, 4],
    ['a proof without its pillar', { 'proof-1': 'count' }, 0],
    ['a spare card in place of the roof: half a point less', { ...right, core: 'best' }, 3.5],
    ['a spare card and a pillar', { core: 'best', 'pillar-1': 'work' }, 0.5],
    ['a spare card alone: never less than nothing', { core: 'best' }, 0],
    [
      'a spare card everywhere: it costs once',
      { core: 'best', 'pillar-1': 'best', 'proof-1': 'best', 'pillar-2': 'work', 'proof-2': 'count' },
      1.5,
    ],
    ['cards and places that nobody knows', { core: 'gone', chimney: 'bus', 'pillar-9': 'work' }, 0],
    ['another form', ['bus', 'work'], 0],
    ['a text', 'bus', 0],
    ['nothing', null, 0],
  ])('%s', (_, response, score) => {
    expect(gradeMessageHouse(house, response)).toMatchObject({ score, max: 5, correct: score === 5 });
  });

  test('says which places are right', () => {
    const { parts } = gradeMessageHouse(house, { ...right, 'proof-1': 'map', 'proof-2': 'list' });
    expect(parts.filter(({ correct }) => correct).map(({ id }) => id)).toEqual(['core', 'pillar-1', 'pillar-2']);
  });

  const word = fc.constantFrom(...house.cards.map(({ id }) => id), 'unknown', '', '__proto__');
  const place = fc.constantFrom(...housePlaces(3), 'constructor');

  test('scores within bounds, in halves, whatever stands wherever, in whatever order it was put there', () => {
    fc.assert(
      fc.property(fc.dictionary(place, word), (response) => {
        const grade = gradeMessageHouse(house, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(Number.isInteger(grade.score * 2)).toBe(true);
        expect(grade.correct).toBe(grade.score === grade.max);
        expect(gradeMessageHouse(house, Object.fromEntries(Object.entries(response).reverse()))).toEqual(grade);
      }),
      { seed: 14 },
    );
  });

  test('is right with any order of its pillars', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
        const pillars = ['a', 'b', 'c'];
        const cards = [
          { id: 'core', group: 'core' as const, proves: null },
          ...pillars.map((id) => ({ id, group: 'pillars' as const, proves: null })),
          ...pillars.map((id) => ({ id: `p-${id}`, group: 'proofs' as const, proves: id })),
        ];
        const response = Object.fromEntries([
          ['core', 'core'],
          ...order.flatMap((pick, index) => [
            [`pillar-${index + 1}`, pillars[pick] ?? ''],
            [`proof-${index + 1}`, `p-${pillars[pick]}`],
          ]),
        ]) as Record<string, string>;
        expect(gradeMessageHouse({ cards, slots: 3 }, response)).toMatchObject({ score: 7, max: 7, correct: true });
      }),
      { seed: 14 },
    );
  });

  test('is solved by its own answer', () => {
    expect(solveExercise(house)).toEqual(right);
    expect(gradeMessageHouse(house, solveExercise(house)).correct).toBe(true);
  });
});
