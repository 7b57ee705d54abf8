import {
  editSegment,
  editsOf,
  gradePostEdit,
  interactionOf,
  isEditedElsewhere,
  keyOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  textOfSegment,
  type PostEditExercise,
  type Response,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readOne } from './read.ts';

const en = `<PostEdit id="flood" from="tr" invented>

Mark what the machine got wrong, then mend each sentence.

- [s1] [keep: 1,240] Selden sonra 1.240 ev boşaltıldı.
  - After the flood [12,400 houses](#house-number) were [evacuated](#evacuated).
  - After the flood 1,240 houses were evacuated.
- [s2] [keep: Seven Lanterns] Yedi Fener köprüsü açık kaldı.
  - The bridge Seven Lanterns [stayed open](#open).
  - The bridge Seven Lanterns stayed open.
- [s3] [keep: Dilnoza; 5] Dilnoza’ya göre 5 köy etkilendi.
  - According to [Dilnara](#name), 5 villages were hit.
  - According to Dilnoza, 5 villages were hit.

What kind of error is it?

- [x] [number] A number has changed
  - [house-number]
    > Compare every figure digit by digit: the draft has ten times as many houses.
- [x] [who] A name is wrong
  - [name]
    > Read names letter by letter: Dilnoza and Dilnara are two different people.
- [ ] [fine] Nothing is wrong
  - [evacuated]
    > The verb says the same in both languages, so leave it as it is.
  - [open]
    > The bridge stayed open in the source too, and the time of the verb is right.

</PostEdit>
`;

const uz = `<PostEdit id="flood" from="tr" invented>

Mashina nimani xato qilganini belgilang, keyin har bir gapni tuzating.

- [s1] [keep: 1 240] Selden sonra 1.240 ev boşaltıldı.
  - Suv toshqinidan keyin [12 400 ta uy](#house-number) [boʻshatildi](#evacuated).
  - Suv toshqinidan keyin 1 240 ta uy boʻshatildi.
- [s2] [keep: Toʻrtkoʻl] Yedi Fener köprüsü’nün yolu açık kaldı.
  - Toʻrtkoʻl koʻprigi [ochiq qoldi](#open).
  - Toʻrtkoʻl koʻprigi ochiq qoldi.
- [s3] [keep: Dilnoza; 5] Dilnoza’ya göre 5 köy etkilendi.
  - [Dilnaraga](#name) koʻra, 5 ta qishloq zarar koʻrdi.
  - Dilnozaga koʻra, 5 ta qishloq zarar koʻrdi.

Bu qanday xato?

- [x] [number] Son oʻzgargan
  - [house-number]
    > Har bir raqamni solishtiring: tarjimada uylar oʻn barobar koʻp boʻlib qolgan.
- [x] [who] Ism xato
  - [name]
    > Ismlarni harfma-harf oʻqing: Dilnoza va Dilnara ikki xil odam.
- [ ] [fine] Hammasi joyida
  - [evacuated]
    > Feʼl ikkala tilda ham bir narsani aytadi, shuning uchun oʻzgartirmang.
  - [open]
    > Asl matnda ham koʻprik ochiq qolgan, feʼlning zamoni ham toʻgʻri.

</PostEdit>
`;

function readPostEdit(source: string, locale: Locale = 'en'): PostEditExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'post-edit') throw new Error(exercise.type);
  return exercise;
}

describe('a post-edit', () => {
  test('is read with its sentences, drafts, good translations and kinds of error', () => {
    expect(readMarkdown(en, 'en').problems).toEqual([]);
    const read = readPostEdit(en);
    expect(read.from).toBe('tr');
    expect(read.lead.text).toBe('What kind of error is it?');
    expect(read.segments.map(({ id, source, text, reference, keep }) => [id, source.text, text, reference.text, keep]))
      .toMatchInlineSnapshot(`
      [
        [
          "s1",
          "Selden sonra 1.240 ev boşaltıldı.",
          "After the flood 12,400 houses were evacuated.",
          "After the flood 1,240 houses were evacuated.",
          [
            "1,240",
          ],
        ],
        [
          "s2",
          "Yedi Fener köprüsü açık kaldı.",
          "The bridge Seven Lanterns stayed open.",
          "The bridge Seven Lanterns stayed open.",
          [
            "Seven Lanterns",
          ],
        ],
        [
          "s3",
          "Dilnoza’ya göre 5 köy etkilendi.",
          "According to Dilnara, 5 villages were hit.",
          "According to Dilnoza, 5 villages were hit.",
          [
            "Dilnoza",
            "5",
          ],
        ],
      ]
    `);
    expect(read.spans.map(({ id, group }) => [id, group])).toEqual([
      ['house-number', 'number'],
      ['evacuated', 'fine'],
      ['open', 'fine'],
      ['name', 'who'],
    ]);
    expect(interactionOf(read)).toBe('performance');
    expect(partIdsOf(read)).toContain('s2');
  });

  test('tells the checks of wording which sentences are in another language', () => {
    // Turkish apostrophes in an Uzbek file are no faults of its Uzbek.
    const { runs, problems } = readMarkdown(uz, 'uz');
    expect(problems).toEqual([]);
    const foreign = runs.filter((run) => run.foreign).map(({ text }) => text);
    expect(foreign).toHaveLength(3);
    expect(foreign.every((text) => /ev boşaltıldı|köprüsü’nün|Dilnoza’ya/u.test(text))).toBe(true);
  });

  test('shows paper source and draft with what can be marked, and ends with the good translations', () => {
    const read = readPostEdit(en);
    expect(linesOf(read).slice(0, 2)).toEqual([
      { html: '<span lang="tr">Selden sonra 1.240 ev boşaltıldı.</span>', text: 'Selden sonra 1.240 ev boşaltıldı.' },
      {
        html: 'After the flood <u>12,400 houses</u> were <u>evacuated</u>.',
        text: 'After the flood [12,400 houses] were [evacuated].',
      },
    ]);
    expect(solutionOf(read).map(({ text }) => text)).toEqual([
      'A number has changed: 12,400 houses',
      'A name is wrong: Dilnara',
      'After the flood 1,240 houses were evacuated.',
      'The bridge Seven Lanterns stayed open.',
      'According to Dilnoza, 5 villages were hit.',
    ]);
    expect(reasonsOf(read)).toHaveLength(4);
  });

  test('is the same exercise in every language: what to keep and where from do not count, the key does', () => {
    const signature = signatureOf(readPostEdit(en));
    expect(signatureOf(readPostEdit(uz, 'uz'))).toBe(signature);
    expect(signatureOf(readPostEdit(uz.replace('from="tr"', 'from="ru"'), 'uz'))).toBe(signature);
    const otherKind = en.replace('- [x] [who]', '- [ ] [who]');
    const otherPlace = en
      .replace('[stayed open](#open)', 'stayed open')
      .replace('5 villages were hit', '5 villages [were hit](#open)');
    for (const changed of [otherKind, otherPlace])
      expect(keyOf(readPostEdit(changed))).not.toBe(keyOf(readPostEdit(en)));
  });
});

const marks = { 'house-number': 'number', name: 'who' };
const mended = {
  s1: 'After the flood 1,240 houses were evacuated.',
  s3: 'According to Dilnoza, 5 villages were hit.',
};

describe('a post-edit is graded', () => {
  const read = readPostEdit(en);
  test.each<[string, Response | null, number]>([
    ['nothing', null, 0],
    ['everything, the sound sentence left alone', { ...marks, ...mended }, 5],
    ['marks alone: only the sound sentence is in order', marks, 3],
    ['edits alone', mended, 3],
    ['a harmless span marked', { ...marks, ...mended, open: 'who' }, 4.5],
    ['a draft handed in as it is', { ...marks, s1: read.segments[0]?.text ?? '' }, 3],
    ['a draft with other spaces is no edit', { ...marks, s1: ' After  the flood 12,400 houses were evacuated. ' }, 3],
    ['the sound sentence spoilt', { ...marks, ...mended, s2: 'The bridge Six Lanterns stayed open.' }, 4],
    ['a number cut out of a longer one', { s1: 'After the flood 11,240 houses were evacuated.' }, 1],
    ['a number that goes on', { s1: 'After the flood 1,240,000 houses were evacuated.' }, 1],
    ['case counts', { s3: 'According to dilnoza, 5 villages were hit.' }, 1],
    ['one of two kept', { s3: 'According to Dilnoza, 15 villages were hit.' }, 1],
    ['an emptied sentence', { s1: '', s3: '   ' }, 1],
    ['another form', ['s1'], 0],
    ['strangers', { gone: 'number', s9: 'text' }, 0],
  ])('%s', (_, response, score) => {
    expect(gradePostEdit(read, response)).toMatchObject({ score, max: 5, correct: score === 5 });
  });

  test.each([
    ['composed or decomposed', 'To’rtko’l koʻprigi yoʻli ochiq qoldi.'.normalize('NFD')],
    ['with the apostrophe of a keyboard', "To'rtko'l ko'prigi yo'li ochiq qoldi."],
    ['with a space that does not break', 'Toʻrtkoʻl\u00A0koʻprigi yoʻli ochiq qoldi.'],
  ])('in Uzbek, a name is held %s', (_, text) => {
    const grade = gradePostEdit(readPostEdit(uz, 'uz'), { s2: text });
    expect(grade.parts.find(({ id }) => id === 's2')?.correct).toBe(true);
  });

  test.each([
    ['with a space that does not break', '1\u202F240', true],
    ['with nothing between its digits', '1240', true],
    ['not in a longer number', '11 240', false],
    ['not with a sign that makes it another number', '1.240', false],
  ])('a thousand is held %s', (_, number, held) => {
    const grade = gradePostEdit(readPostEdit(uz, 'uz'), { s1: `Suv toshqinidan keyin ${number} ta uy boʻshatildi.` });
    expect(grade.parts.find(({ id }) => id === 's1')?.correct).toBe(held);
  });

  test('the full answer of one language is right in it', () => {
    for (const exercise of [read, readPostEdit(uz, 'uz')]) {
      expect(gradePostEdit(exercise, solveExercise(exercise))).toMatchObject({ score: 5, max: 5, correct: true });
    }
  });

  test('any response scores within bounds, in any order', () => {
    const key = fc.constantFrom(...partIdsOf(read), ':lang', 'unknown', '__proto__');
    const value = fc.oneof(
      fc.constantFrom(...Object.values(marks), ...Object.values(mended), '', 'en', 'kk'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(key, value), (response) => {
        const grade = gradePostEdit(read, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        if (grade.correct) expect(grade.score).toBe(grade.max);
        expect(gradePostEdit(read, Object.fromEntries(Object.entries(response).reverse()))).toEqual(grade);
      }),
      { seed: 13 },
    );
  });
});

describe('an edited sentence', () => {
  const [english, uzbek] = [readPostEdit(en), readPostEdit(uz, 'uz')];
  const [first] = uzbek.segments;
  const response = editSegment(english, marks, { id: 's1', text: mended.s1 });

  test('is kept as it was typed, and is an edit only where it differs from the draft', () => {
    const [s1] = english.segments;
    expect(s1 && textOfSegment('en', s1, response)).toBe(mended.s1);
    expect(s1 && textOfSegment('en', s1, { s1: `${s1.text} ` })).toBe(`${s1?.text} `);
    expect(editsOf(english, { s1: `${s1?.text} ` }).size).toBe(0);
    expect([...editsOf(english, response).keys()]).toEqual(['s1']);
  });

  test('is set aside in another language, where the marks stay', () => {
    expect(isEditedElsewhere('en', response)).toBe(false);
    expect(isEditedElsewhere('uz', response)).toBe(true);
    expect(first && textOfSegment('uz', first, response)).toBe(first?.text);
    expect(gradePostEdit(uzbek, response).score).toBe(3);
  });

  test('makes way for those of the language in which the learner goes on', () => {
    const next = editSegment(uzbek, response, { id: 's3', text: 'Dilnozaga koʻra, 5 ta qishloq zarar koʻrdi.' });
    expect(next).toMatchObject(marks);
    expect(next).not.toHaveProperty('s1');
    expect(gradePostEdit(uzbek, next).score).toBe(4);
  });
});
