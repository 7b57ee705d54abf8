import {
  gradeReflect,
  interactionOf,
  keyOf,
  linesOf,
  longestReflection,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type ReflectExercise,
  type Response,
} from '#exercise';
import type { Locale } from '#language';
import { formatAttempt, parseAttempt } from '#learner';
import { freshAttempt } from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const ky = `<Reflect id="my-source">

Сиз ишенген бир булак жөнүндө жазыңыз.

- [scope] Ага эмнеде ишенем
  - [not-yet] Ишенем деп гана айтам.
  - [partly] Темасын айтам.
  - [fully] Темасын жана эмнеге колдонбой турганымды айтам.
- [reasons] Себептерим
  - [not-yet] Көнүп калганым үчүн гана.
  - [fully] Башка киши текшере ала турган эки себеп айтам.

> Мен дарыянын деңгээлин суу кеңсесинин барагынан карайм. Алар ар бир сандын жерин жана саатын жазат.

</Reflect>
`;

function read(source: string, locale: Locale = 'ky'): ReflectExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'reflect') throw new Error(`This is a ${exercise.type}.`);
  return exercise;
}

const reflection = read(ky);
const rated = { scope: 'partly', reasons: 'fully' };

describe('a reflection', () => {
  test('is read with its criteria, their levels and the model answer, which is not the fuller reason', () => {
    expect(errorsOf(ky)).toEqual([]);
    expect(reflection.criteria.map(({ id, levels }) => [id, levels.map((level) => level.id)])).toEqual([
      ['scope', ['not-yet', 'partly', 'fully']],
      ['reasons', ['not-yet', 'fully']],
    ]);
    expect(reflection.model.text).toMatch(/^Мен дарыянын/u);
    expect(reflection.more).toBeNull();
  });

  test('is told to no learning platform', () => {
    expect(interactionOf(reflection)).toBeNull();
  });

  test('tells levels of the same name apart by their criterion', () => {
    expect(partIdsOf(reflection)).toEqual([
      'reasons',
      'reasons/fully',
      'reasons/not-yet',
      'scope',
      'scope/fully',
      'scope/not-yet',
      'scope/partly',
    ]);
  });

  test('on paper shows what a text is rated by; the answer is the model', () => {
    expect(linesOf(reflection).map(({ text }) => text)[1]).toBe(
      'Себептерим: Көнүп калганым үчүн гана. · Башка киши текшере ала турган эки себеп айтам.',
    );
    expect(solutionOf(reflection)).toEqual([reflection.model]);
    expect(reasonsOf(reflection)).toEqual([]);
  });

  test('keeps its signature under other words and another order of criteria, and loses it with other levels', () => {
    const turned = ky.replace(/(- \[scope\][\s\S]*?)(- \[reasons\][\s\S]*?\n)\n/u, '$2$1\n');
    expect(turned).not.toBe(ky);
    const signature = signatureOf(reflection);
    expect(signatureOf(read(turned))).toBe(signature);
    expect(signatureOf(read(ky.replace('Сиз ишенген', 'Siz güvendiğiniz'), 'tr'))).toBe(signature);
    const weakestLast = ky.replace(/( {2}- \[not-yet\] Көнүп.*\n)( {2}- \[fully\] Башка.*\n)/u, '$2$1');
    expect(keyOf(read(weakestLast))).not.toBe(keyOf(reflection));
  });
});

describe('a text of one’s own', () => {
  test.each<[string, Response | null, boolean]>([
    ['written and rated', { text: 'Мен ойлойм', ...rated }, true],
    ['written and not rated', { text: 'Мен ойлойм' }, false],
    ['rated in one point only', { text: 'Мен ойлойм', scope: 'fully' }, false],
    ['rated with a level of another criterion', { text: 'Мен ойлойм', ...rated, reasons: 'partly' }, false],
    ['rated and not written', rated, false],
    ['made of blanks', { text: ' \n\t ', ...rated }, false],
    ['in another form', 'Мен ойлойм', false],
    ['a list', ['Мен ойлойм', 'partly', 'fully'], false],
    ['nothing', null, false],
  ])('%s', (_, response, correct) => {
    expect(gradeReflect(reflection, response)).toMatchObject({ score: 0, max: 0, correct });
  });

  test('is never given points, whatever it says', () => {
    const word = fc.constantFrom('not-yet', 'partly', 'fully', 'unknown', '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.dictionary(fc.constantFrom('scope', 'reasons'), word),
        (text, rating) => {
          expect(gradeReflect(reflection, { text, ...rating })).toMatchObject({ score: 0, max: 0 });
        },
      ),
      { seed: 19 },
    );
  });

  test('is solved by the model answer', () => {
    expect(gradeReflect(reflection, solveExercise(reflection)).correct).toBe(true);
  });

  test('of the greatest length is kept, line ends and quotation marks and all', () => {
    const text = '"\n'.repeat(longestReflection / 2);
    const state = { ...freshAttempt, response: { text, ...rated } };
    expect(parseAttempt(formatAttempt({ signature: 'signature', state, at: 1 }), 'signature')).toEqual(state);
  });
});
