import {
  gradeBranch,
  interactionOf,
  linesOf,
  offersOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  walk,
} from '#exercise';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readOne } from './read.ts';

const source = `<Branch id="kudyk" invented>

Кудуктун суусу темир даамданат. Сиз айылдын баракчасына жазасыз.

- [trust] [start: 50] [pass: 60] Ишеним
- [harm] [start: 5] [pass: 30] [low] Зыян
- [calls] [start: 95] Чалуулар

Эмне кыласыз?

1. [morning] Кошуна суу таза барбы деп сурайт.
   - [tell] [to: evening] [trust: +15] [harm: -20] [set: spoke seen] Эмне белгилүү экенин жазасыз.
     > Адамдар ошого карап иш кылат жана качан кароону билет.
   - [wait] [to: evening] [trust: -10] [harm: 30] [calls: +20] Лаборатория жооп бергенче унчукпайсыз.
     > Унчукпаган жерди башкалар толтурат, алар сизден да аз билет.
2. [evening] Лаборатория сууну кайнатып ичкиле дейт.
   - [pass-on] [to: calm] [if: spoke, seen] [clear: seen] Дароо жазасыз.
     > Кайра жазам деп сөз бергенсиз, эми сөзүңүздө турасыз.
   - [sorry] [to: calm] [if: not spoke, trust below 45] [trust: +20] Кечиккениңизди айтып, анан жазасыз.
     > Катасын өзү айткан адамга кайра ишенишет, бирок баары эмес.
   - [late] [to: noise] Эртең жазасыз.
     > Адамдар сууну бүгүн кечинде ичет, эртең кеч болот.
3. [calm] [end] [if: trust at least 60] Баары сууну кайнатат.
   > Эмне белгилүү, эмне белгисиз экенин жана качан жазарыңызды айттыңыз.
4. [noise] [end] Кээ бирлери ичип коюшту.
   > Кеч келген жооп жашырылган жооптой окулат, ошондуктан эрте жазыңыз.

</Branch>
`;

const read = (text = source) => {
  const exercise = readOne(text, 'ky');
  if (exercise.type !== 'branch') throw new Error('It is no story.');
  return exercise;
};

describe('a branching story', () => {
  test('is read with its meters, scenes, choices and conditions', () => {
    expect(readMarkdown(source, 'ky').problems).toEqual([]);
    const { meters, scenes, question } = read();
    expect(meters.map(({ id, start, pass, low, content }) => [id, start, pass, low, content.text])).toEqual([
      ['trust', 50, 60, false, 'Ишеним'],
      ['harm', 5, 30, true, 'Зыян'],
      ['calls', 95, null, false, 'Чалуулар'],
    ]);
    expect(question.text).toBe('Эмне кыласыз?');
    expect(scenes.map(({ id, end, choices }) => [id, end, choices.map((choice) => choice.id)])).toEqual([
      ['morning', false, ['tell', 'wait']],
      ['evening', false, ['pass-on', 'sorry', 'late']],
      ['calm', true, []],
      ['noise', true, []],
    ]);
    expect(scenes[0]?.choices[0]).toMatchObject({
      to: 'evening',
      changes: [
        { meter: 'trust', by: 15 },
        { meter: 'harm', by: -20 },
      ],
      set: ['spoke', 'seen'],
      clear: [],
      demands: [],
    });
    expect(scenes[1]?.choices[1]?.demands).toEqual([
      { flag: 'spoke', set: false },
      { meter: 'trust', below: 45 },
    ]);
    expect(scenes[2]?.demands).toEqual([{ meter: 'trust', least: 60 }]);
    expect(scenes[2]?.debrief.text).toContain('Эмне белгилүү');
  });

  test('tells what pages and packages ask of it', () => {
    const exercise = read();
    expect(interactionOf(exercise)).toBe('performance');
    expect(partIdsOf(exercise)).toHaveLength(12);
    expect(solveExercise(exercise)).toEqual(['tell', 'late']);
    expect(solutionOf(exercise).map(({ text }) => text)).toEqual([
      'Кошуна суу таза барбы деп сурайт. → Эмне белгилүү экенин жазасыз.',
      'Лаборатория сууну кайнатып ичкиле дейт. → Эртең жазасыз.',
    ]);
    expect(reasonsOf(exercise)).toHaveLength(7);
    expect(linesOf(exercise).map(({ text }) => text)).toEqual([
      '1. Кошуна суу таза барбы деп сурайт.',
      '– Эмне белгилүү экенин жазасыз. → 2',
      '– Лаборатория жооп бергенче унчукпайсыз. → 2',
      '2. Лаборатория сууну кайнатып ичкиле дейт.',
      '– Дароо жазасыз. → 3',
      '– Кечиккениңизди айтып, анан жазасыз. → 3',
      '– Эртең жазасыз. → 4',
      '3. Баары сууну кайнатат.',
      '4. Кээ бирлери ичип коюшту.',
    ]);
  });

  test('keeps its signature through other words and another order of its parts, and not through another start or rule', () => {
    const signature = signatureOf(read());
    const turned = source
      .replace(/( {3}- \[tell\][\s\S]*?билет\.\n)( {3}- \[wait\][\s\S]*?билет\.\n)/u, '$2$1')
      .replace('[trust: +15] [harm: -20]', '[harm: -20] [trust: +15]')
      .replace('[set: spoke seen]', '[set: seen, spoke]')
      .replace('[if: spoke, seen]', '[if: seen, spoke]')
      .replace('Ишеним', 'Доверие');
    expect(turned.indexOf('[wait]')).toBeLessThan(turned.indexOf('[tell]'));
    expect(signatureOf(read(turned))).toBe(signature);
    expect(solveExercise(read(turned))).toEqual(solveExercise(read()));
    for (const [from, to] of [
      ['[start: 50]', '[start: 55]'],
      ['[pass: 30] [low]', '[pass: 30]'],
      ['[trust: +15]', '[trust: +20]'],
      ['[to: noise]', '[to: calm]'],
      ['trust below 45', 'trust below 46'],
      [' [clear: seen]', ''],
    ] as const) {
      expect(signatureOf(read(source.replace(from, to))), from).not.toBe(signature);
    }
    const begun = source.replace('1. [morning]', '1. [evening]').replace('2. [evening]', '2. [morning]');
    expect(signatureOf(read(begun))).not.toBe(signature);
  });
});

describe('playing a story', () => {
  test('meters stay between 0 and 100, and flags are set and cleared', () => {
    const { moment } = walk(read(), ['wait']);
    expect(moment).toEqual({ scene: 'evening', meters: { trust: 40, harm: 35, calls: 100 }, flags: [] });
    expect(walk(read(), ['tell']).moment).toEqual({
      scene: 'evening',
      meters: { trust: 65, harm: 0, calls: 95 },
      flags: ['seen', 'spoke'],
    });
    expect(walk(read(), ['tell', 'pass-on']).moment.flags).toEqual(['spoke']);
  });

  test('a choice is offered where its own conditions hold before its effects and its scene’s after them', () => {
    const offered = (path: readonly string[]) => offersOf(read(), walk(read(), path).moment).map(({ id }) => id);
    expect(offered([])).toEqual(['tell', 'wait']);
    expect(offered(['tell'])).toEqual(['pass-on', 'late']);
    // With 40 of 45, and 60 of 60 once it has had its effect.
    expect(offered(['wait'])).toEqual(['sorry', 'late']);
    expect(offered(['tell', 'late'])).toEqual([]);
  });

  test('a path is followed as far as it can be', () => {
    const { steps, moment, whole } = walk(read(), ['tell', 'sorry', 'late']);
    expect(steps.map(({ choice }) => choice.id)).toEqual(['tell']);
    expect([moment.scene, whole]).toEqual(['evening', false]);
  });
});

describe('the grade of a story', () => {
  test.each([
    ['an end with all goals met', ['tell', 'pass-on'], 2],
    ['an end with one of two goals met', ['wait', 'sorry'], 1],
    ['an end with no goal met', ['wait', 'late'], 0],
    ['another way to the goals', ['tell', 'late'], 2],
    ['a path without an end', ['tell'], 0],
    ['a choice that was not offered', ['tell', 'sorry'], 0],
    ['a path that goes on after its end', ['tell', 'pass-on', 'late'], 0],
    ['a path from its middle', ['pass-on'], 0],
    ['a path twice over', ['tell', 'tell', 'pass-on'], 0],
    ['choices that do not exist', ['constructor', '__proto__'], 0],
    ['a record', { tell: 'pass-on' }, 0],
    ['a text', 'tell', 0],
    ['nothing', null, 0],
  ])('%s', (_, response, score) => {
    expect(gradeBranch(read(), response)).toMatchObject({ score, max: 2, correct: score === 2 });
  });

  test('names the goals that are met', () => {
    expect(gradeBranch(read(), ['wait', 'sorry']).parts).toEqual([
      { id: 'trust', correct: true },
      { id: 'harm', correct: false },
    ]);
  });

  test('a story without scenes or goals is never right', () => {
    expect(gradeBranch({ meters: [], scenes: [] }, ['tell'])).toEqual({ score: 0, max: 0, correct: false, parts: [] });
    expect(gradeBranch({ ...read(), meters: [] }, ['tell', 'late']).correct).toBe(false);
  });

  test('lies in its bounds for any path; whoever takes what is offered comes to an end', () => {
    const file = resolve(import.meta.dirname, '../../../content/gallery/branch/en.mdx');
    const exercise = read(readFileSync(file, 'utf8').replace(/^---[\s\S]*?---\n/u, ''));
    const ids = exercise.scenes.flatMap(({ choices }) => choices.map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids, 'unknown'), { maxLength: 6 }), fc.array(fc.nat()), (path, picks) => {
        const grade = gradeBranch(exercise, path);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        const taken: string[] = [];
        for (let turn = 0; turn < 20; turn += 1) {
          const offers = offersOf(exercise, walk(exercise, taken).moment);
          const choice = offers[(picks[turn] ?? 0) % Math.max(offers.length, 1)];
          if (!choice) break;
          taken.push(choice.id);
        }
        const { moment, whole } = walk(exercise, taken);
        expect([whole, exercise.scenes.find(({ id }) => id === moment.scene)?.end]).toEqual([true, true]);
        expect(gradeBranch(exercise, taken).parts.map(({ id }) => id)).toEqual(['trust', 'risk']);
      }),
      { seed: 17 },
    );
  });
});
