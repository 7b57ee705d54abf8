import {
  gradeCorrectIt,
  interactionOf,
  keyOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type CorrectItExercise,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const uz = `<CorrectIt id="well-water">

Quduq suvi haqida tuzatish yozing.

- [fact] Fakt
  - [x] [clean] Laboratoriya suvni tekshirdi, suv toza.
    > Faktdan boshlang: uni tekshirish mumkin va u yolgʻonning oʻrnini egallaydi.
  - [x] [date] Suv 3-may kuni tekshirilgan va toza chiqqan.
    > Bu ham fakt, ustiga-ustak qachon tekshirilganini aytadi.
  - [ ] [question] Quduq suvi rostdan ham zaharlimi?
    > Savol yolgʻonni takrorlaydi va esda aynan u qoladi.
- [warning] Ogohlantirish
  - [x] [once] Tarqalgan ovozli xabarda suv zaharli deyilgan. Bu toʻgʻri emas.
    > Avval ogohlantiring, daʼvoni bir marta ayting va davom eting.
- [fallacy] Xato mulohaza
  - [x] [smell] Hid boshqa narsa: yaqinda quvur boʻyalgan edi.
    > Xatoni nomlang, shunda keyingi safar uni oʻquvchining oʻzi koʻradi.
  - [ ] [fools] Bunga faqat ahmoqlar ishonadi.
    > Bu odamlarni kamsitadi, lekin hech narsani tushuntirmaydi.
- [fact-again] Yana fakt
  - [x] [drink] Suvni ichish mumkin, keyingi tekshiruv kuzda.
    > Oxirgi gap esda qoladi, shuning uchun fakt bilan tugating.

</CorrectIt>
`;

function read(source: string, locale: Locale = 'uz'): CorrectItExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'correct-it') throw new Error(`This is a ${exercise.type}.`);
  return exercise;
}

const correction = read(uz);
const right = ['clean', 'once', 'smell', 'drink'];

describe('a correction', () => {
  test('is read with its four parts and the good and bad cards of each', () => {
    expect(errorsOf(uz)).toEqual([]);
    expect(correction.groups.map(({ id, content }) => [id, content.text])).toEqual([
      ['fact', 'Fakt'],
      ['warning', 'Ogohlantirish'],
      ['fallacy', 'Xato mulohaza'],
      ['fact-again', 'Yana fakt'],
    ]);
    expect(correction.cards.map(({ id, group, right: isRight }) => [id, group, isRight])).toEqual([
      ['clean', 'fact', true],
      ['date', 'fact', true],
      ['question', 'fact', false],
      ['once', 'warning', true],
      ['smell', 'fallacy', true],
      ['fools', 'fallacy', false],
      ['drink', 'fact-again', true],
    ]);
    expect(interactionOf(correction)).toBe('sequencing');
    expect(partIdsOf(correction)).toEqual(['clean', 'date', 'drink', 'fools', 'once', 'question', 'smell']);
  });

  test('on paper shows cards alone and out of order: the labels would be half of the answer', () => {
    const cards = correction.cards.map(({ content }) => content.text);
    const lines = linesOf(correction).map(({ text }) => text);
    expect(lines).not.toEqual(cards);
    expect([...lines].sort()).toEqual([...cards].sort());
    expect(solutionOf(correction).map(({ text }) => text)[0]).toBe(
      'Fakt: Laboratoriya suvni tekshirdi, suv toza.; Suv 3-may kuni tekshirilgan va toza chiqqan.',
    );
    expect(solutionOf(correction)).toHaveLength(4);
    expect(reasonsOf(correction)).toHaveLength(7);
  });

  test('keeps its signature under other words and another order of cards, and loses it with another key', () => {
    const turned = uz.replace(
      /( {2}- \[x\] \[smell\][\s\S]*?)( {2}- \[ \] \[fools\][\s\S]*?)(- \[fact-again\])/u,
      '$2$1$3',
    );
    expect(turned).not.toBe(uz);
    const signature = signatureOf(correction);
    expect(signatureOf(read(turned))).toBe(signature);
    expect(signatureOf(read(uz.replace('Quduq suvi haqida', 'Құдық суы туралы'), 'kk'))).toBe(signature);
    expect(keyOf(read(uz.replace('[x] [date]', '[ ] [date]')))).not.toBe(keyOf(correction));
  });
});

describe('a correction that was put together', () => {
  // Each part is worth 3 of 15 (80 % for the four), each step of order 1 of 15 (20 % for the three).
  test.each([
    ['all parts in order', right, 15],
    ['another good card for the same part', ['date', 'once', 'smell', 'drink'], 15],
    ['all parts, backwards', [...right].reverse(), 12],
    ['all parts, one out of place', ['once', 'clean', 'smell', 'drink'], 14],
    ['three parts in order and a bad card', ['clean', 'once', 'fools', 'drink'], 11],
    ['two cards for one part count once', ['clean', 'date', 'smell', 'drink'], 11],
    ['bad cards earn nothing, not even for their order', ['question', 'fools'], 0],
    ['one part', ['', '', 'smell'], 3],
    ['the same card in every place', ['clean', 'clean', 'clean', 'clean'], 3],
    ['more cards than places: the first four count', ['question', 'fools', 'clean', 'once', 'smell', 'drink'], 7],
    ['cards that nobody knows', ['gone', '__proto__', '', 'clean'], 3],
    ['another form', { 1: 'clean' }, 0],
    ['a text', 'clean', 0],
    ['nothing', null, 0],
  ])('%s', (_, response, score) => {
    expect(gradeCorrectIt(correction, response)).toMatchObject({ score, max: 15, correct: score === 15 });
  });

  test('says which parts are there', () => {
    expect(gradeCorrectIt(correction, ['drink', 'date', 'fools', 'question']).parts).toEqual([
      { id: 'fact', correct: true },
      { id: 'warning', correct: false },
      { id: 'fallacy', correct: false },
      { id: 'fact-again', correct: true },
    ]);
  });

  test('scores within bounds, and parts weigh more than any order of fewer', () => {
    const words = fc.constantFrom(...correction.cards.map(({ id }) => id), 'unknown', '');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), (response) => {
        const grade = gradeCorrectIt(correction, response);
        const present = grade.parts.filter((part) => part.correct).length;
        expect(grade.score).toBeGreaterThanOrEqual(present * 3);
        expect(grade.score).toBeLessThanOrEqual(present * 3 + Math.max(present - 1, 0));
        expect(grade.correct).toBe(grade.score === grade.max);
      }),
      { seed: 17 },
    );
  });

  test('is solved by its own answer', () => {
    expect(solveExercise(correction)).toEqual(right);
  });
});
