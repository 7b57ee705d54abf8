import {
  gradeAudienceMap,
  interactionOf,
  linesOf,
  partIdsOf,
  rowsOfMap,
  signatureOf,
  solutionOf,
  solveExercise,
} from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readOne } from './read.ts';

const source = `<AudienceMap id="bekat" across="Qiziqish" up="Taʼsir" invented>

Bekat koʻchadi. Har bir guruhni xaritaga joylashtiring.

- [ask] [at: 1 2] Vaqtida soʻrang
  - [office] [near: involve brief] Yoʻl idorasi: imzo qoʻyadi, boshqa savoli yoʻq.
    > Rejani kim toʻxtata olishini soʻrang: unga bitta aniq xat kerak.
- [involve] [at: 2 2] Birga rejalashtiring
  - [drivers] Haydovchilar: har kuni shu yerda burilishadi.
    > Ular rozi boʻlmasa, bekat koʻchmaydi, shuning uchun birga oʻtiring.
- [brief] [at: 1 1] Bir marta ayting
- [inform] [at: 2 1] Doim xabar bering
  - [riders] Yoʻlovchilar: har kuni kelishadi, hech narsani hal qilishmaydi.
    > Bu ularning kunini oʻzgartiradi, shuning uchun avval ularni tinglang.

</AudienceMap>
`;

const read = (text = source) => {
  const exercise = readOne(text, 'uz');
  if (exercise.type !== 'audience-map') throw new Error('It is no map.');
  return exercise;
};

describe('a map of audiences', () => {
  test('is read with its axes, its fields and its cards', () => {
    expect(readMarkdown(source, 'uz').problems).toEqual([]);
    const { across, up, zones, cards } = read();
    expect([across, up]).toEqual(['Qiziqish', 'Taʼsir']);
    expect(zones.map(({ id, column, row }) => [id, column, row])).toEqual([
      ['ask', 1, 2],
      ['involve', 2, 2],
      ['brief', 1, 1],
      ['inform', 2, 1],
    ]);
    expect(cards.map(({ id, zone, near }) => [id, zone, near])).toEqual([
      ['office', 'ask', ['involve', 'brief']],
      ['drivers', 'involve', []],
      ['riders', 'inform', []],
    ]);
  });

  test('lies as a map does: from the top row, from the left', () => {
    expect(rowsOfMap(read().zones).map((row) => row.map(({ id }) => id))).toEqual([
      ['ask', 'involve'],
      ['brief', 'inform'],
    ]);
    expect(rowsOfMap([])).toEqual([]);
  });

  test('tells what pages and packages ask of it', () => {
    const exercise = read();
    expect(interactionOf(exercise)).toBe('matching');
    expect(partIdsOf(exercise)).toEqual(['ask', 'brief', 'drivers', 'inform', 'involve', 'office', 'riders']);
    expect(solveExercise(exercise)).toEqual({ office: 'ask', drivers: 'involve', riders: 'inform' });
    const lines = linesOf(exercise).map(({ text }) => text);
    expect(lines.slice(0, 3)).toEqual([
      'Taʼsir ↑ · Qiziqish →',
      'Vaqtida soʻrang | Birga rejalashtiring',
      'Bir marta ayting | Doim xabar bering',
    ]);
    expect(lines).toHaveLength(6);
    expect(solutionOf(exercise)[2]?.text).toBe('Bir marta ayting: –');
  });

  test('shows the name of an axis as text, whatever it holds', () => {
    const [axes] = linesOf(read(source.replace('across="Qiziqish"', 'across="A &amp; <b>"')));
    expect(axes?.html).toBe('Taʼsir ↑ · A &amp; &lt;b&gt; →');
  });

  test('keeps its signature through other words and another order, and not through another place', () => {
    const signature = signatureOf(read());
    const turned = source.replace(/(- \[brief\].*\n)(- \[inform\][\s\S]*?tinglang\.\n)/u, '$2$1');
    expect(turned).not.toBe(source);
    expect(signatureOf(read(turned))).toBe(signature);
    expect(signatureOf(read(source.replace('near: involve brief', 'near: brief, involve')))).toBe(signature);
    expect(signatureOf(read(source.replace('Qiziqish', 'Қызығушылық')))).toBe(signature);
    const moved = source
      .replace('[at: 1 1]', '[at: 9 9]')
      .replace('[at: 2 1]', '[at: 1 1]')
      .replace('[at: 9 9]', '[at: 2 1]');
    expect(signatureOf(read(moved))).not.toBe(signature);
    expect(signatureOf(read(source.replace('[near: involve brief] ', '')))).not.toBe(signature);
  });
});

describe('the grade of a map', () => {
  test.each([
    ['each card in its zone', { office: 'ask', drivers: 'involve', riders: 'inform' }, 3],
    ['a zone that comes near, for half a point', { office: 'brief', drivers: 'involve', riders: 'inform' }, 2.5],
    ['a zone far off', { office: 'inform', drivers: 'involve' }, 1],
    ['zones and cards that do not exist', { office: 'gone', gone: 'ask' }, 0],
    ['names that every object has', { constructor: 'ask', office: 'toString' }, 0],
    ['a list', ['office', 'ask'], 0],
    ['a text', 'ask', 0],
    ['nothing', null, 0],
  ])('%s', (_, response, score) => {
    expect(gradeAudienceMap(read(), response)).toMatchObject({ score, max: 3, correct: score === 3 });
  });

  test('lies in its bounds, is full for the key and does not depend on the order of the answers', () => {
    const zones = ['ask', 'involve', 'brief', 'inform'];
    const cards = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,5}$/),
        zone: fc.constantFrom(...zones),
        near: fc.subarray(zones),
      }),
      { minLength: 1, maxLength: 8, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(cards, fc.array(fc.constantFrom(...zones, 'unknown'), { maxLength: 8 }), (known, picks) => {
        const given = known.flatMap(({ id }, index) => (picks[index] ? [[id, picks[index]] as const] : []));
        const grade = gradeAudienceMap({ cards: known }, Object.fromEntries(given));
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(gradeAudienceMap({ cards: known }, Object.fromEntries([...given].reverse()))).toEqual(grade);
        const key = Object.fromEntries(known.map(({ id, zone }) => [id, zone]));
        expect(gradeAudienceMap({ cards: known }, key)).toMatchObject({ score: known.length, correct: true });
        expect(gradeAudienceMap({ cards: known }, {})).toMatchObject({ score: 0, correct: false });
      }),
      { seed: 13 },
    );
  });
});
