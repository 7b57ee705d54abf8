import {
  gradeGap,
  interactionOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type GapExercise,
  type Response,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readOne } from './read.ts';

const kk = `<Gap id="tekseru">

Мәтінді толықтырыңыз.

> Хабар алғашқы [дереккөзінен](#source) ізделеді. [Тақырып](#headline) бәрін айтпайды, [сурет](#picture) те айтпайды.

- [picture] [also: headline]
  > Сурет те, тақырып та оқиғаның бір бөлігін ғана көрсетеді.
- [source]
  > Алдымен кім айтқанын табыңыз, сонда хабардың қайдан шыққаны көрінеді.
- [headline]
  > Тақырып қысқа, сондықтан мәтіннің өзін оқымай қорытынды жасамаңыз.
- [spare-rumour] қауесет
  > Қауесеттің иесі жоқ, сондықтан оны ешкім тексере алмайды.

</Gap>
`;

function readGap(source: string, locale: Locale = 'kk'): GapExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'gap') throw new Error(exercise.type);
  return exercise;
}

describe('a gap text', () => {
  test('is read with its gaps in the order of the text, and its spare words', () => {
    expect(readMarkdown(kk, 'kk').problems).toEqual([]);
    const read = readGap(kk);
    expect(read.gaps.map(({ id, content, also }) => [id, content.text, also])).toEqual([
      ['source', 'дереккөзінен', []],
      ['headline', 'Тақырып', []],
      ['picture', 'сурет', ['headline']],
    ]);
    expect(read.spares.map(({ id, content }) => [id, content.text])).toEqual([['spare-rumour', 'қауесет']]);
    expect(partIdsOf(read)).toEqual(['headline', 'picture', 'source', 'spare-rumour']);
    expect(interactionOf(read)).toBe('matching');
  });

  test('shows paper its blanks and the words apart, and the whole text as its answer', () => {
    const read = readGap(kk);
    const [text, ...bank] = linesOf(read).map((line) => line.text);
    expect(text).toBe('Хабар алғашқы ________ ізделеді. ________ бәрін айтпайды, ________ те айтпайды.');
    expect(new Set(bank)).toEqual(new Set(['дереккөзінен', 'Тақырып', 'сурет', 'қауесет']));
    expect(bank).not.toEqual(['дереккөзінен', 'Тақырып', 'сурет', 'қауесет']);
    expect(solutionOf(read)).toEqual([
      {
        html: 'Хабар алғашқы <strong>дереккөзінен</strong> ізделеді. <strong>Тақырып</strong> бәрін айтпайды, <strong>сурет</strong> те айтпайды.',
        text: 'Хабар алғашқы дереккөзінен ізделеді. Тақырып бәрін айтпайды, сурет те айтпайды.',
      },
    ]);
    expect(reasonsOf(read)).toHaveLength(4);
  });

  test('takes a twin word where each fits in the gap of the other', () => {
    const twins = kk
      .replace('[сурет](#picture)', '[Тақырып](#picture)')
      .replace('- [headline]\n', '- [headline] [also: picture]\n');
    expect(readMarkdown(twins, 'kk').problems).toEqual([]);
  });

  test('has a signature that words and order do not change, and the key does', () => {
    const signature = signatureOf(readGap(kk));
    expect(signatureOf(readGap(kk.replace('[Тақырып]', '[Заголовок]').replace('қауесет', 'слух'), 'ru'))).toBe(
      signature,
    );
    const turned = kk.replace(/(- \[source\][\s\S]*?)(- \[headline\][\s\S]*?)(- \[spare)/u, '$2$1$3');
    expect(turned).not.toBe(kk);
    expect(signatureOf(readGap(turned))).toBe(signature);
    expect(signatureOf(readGap(kk.replace(' [also: headline]', '')))).not.toBe(signature);
  });
});

describe('a gap text is graded', () => {
  const read = readGap(kk);
  test.each<[string, Response | null, number, boolean]>([
    ['nothing', null, 0, false],
    ['each word in its gap', { source: 'source', headline: 'headline', picture: 'picture' }, 3, true],
    ['a word that fits too', { source: 'source', headline: 'headline', picture: 'headline' }, 3, true],
    ['a word that fits the other way only', { source: 'source', headline: 'picture', picture: 'picture' }, 2, false],
    ['spare words', { source: 'spare-rumour', headline: 'spare-rumour', picture: 'spare-rumour' }, 0, false],
    ['strangers', { gone: 'source', source: 'gone' }, 0, false],
    ['another form', ['source', 'headline', 'picture'], 0, false],
  ])('%s', (_, response, score, correct) => {
    expect(gradeGap(read, response)).toMatchObject({ score, max: 3, correct });
  });

  test('within bounds, in any order, and the full key is right', () => {
    const word = fc.constantFrom(...partIdsOf(read), 'unknown', '__proto__', 'toString');
    fc.assert(
      fc.property(fc.dictionary(word, word), (response) => {
        const grade = gradeGap(read, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(grade.correct).toBe(grade.score === grade.max);
        expect(gradeGap(read, Object.fromEntries(Object.entries(response).reverse()))).toEqual(grade);
      }),
      { seed: 12 },
    );
    expect(gradeGap(read, solveExercise(read)).correct).toBe(true);
  });
});
