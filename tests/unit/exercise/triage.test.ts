import {
  gradeTriage,
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
import { readMarkdown, readOne } from './read.ts';

const source = `<Triage id="bazar" invented>

Bazar idarəsinə üç paylaşım gəlib. Hər birinə necə reaksiya verirsiniz?

- [answer] Açıq cavab verin
  - [scale] [likelihood: 3] [impact: 2] [also: watch] "Tərəzilər düz çəkmir." Doqquz qrupda yazılıb.
    > Bunu çox adam görəcək və inananlar pul itirə bilər.
- [watch] İzləyin
  - [horse] [likelihood: 1] [impact: 1] "At elan lövhəsini yeyib." Bir nəfər yazıb.
    > Bunu demək olar ki, heç kim görməyib, cavab onu yayardı.
- [leave] Toxunmayın
  - [apples] [likelihood: 3] [impact: 1] [opinion] "Alma keçən il daha yaxşı idi."
    > Bu, zövq məsələsidir, bunu heç kim yoxlaya bilməz.

</Triage>
`;

const read = () => {
  const exercise = readOne(source, 'az');
  if (exercise.type !== 'triage') throw new Error('It is no triage.');
  return exercise;
};

describe('a triage', () => {
  test('is read with its bands from the strongest and what an expert says of each claim', () => {
    expect(readMarkdown(source, 'az').problems).toEqual([]);
    const { bands, claims } = read();
    expect(bands.map(({ id, content }) => [id, content.text])).toEqual([
      ['answer', 'Açıq cavab verin'],
      ['watch', 'İzləyin'],
      ['leave', 'Toxunmayın'],
    ]);
    expect(
      claims.map(({ id, band, also, likelihood, impact, opinion }) => [id, band, also, likelihood, impact, opinion]),
    ).toEqual([
      ['scale', 'answer', ['watch'], 3, 2, false],
      ['horse', 'watch', [], 1, 1, false],
      ['apples', 'leave', [], 3, 1, true],
    ]);
    expect(claims[0]?.content.text).toBe('"Tərəzilər düz çəkmir." Doqquz qrupda yazılıb.');
  });

  test('tells what pages and packages ask of it', () => {
    const exercise = read();
    expect(interactionOf(exercise)).toBe('matching');
    expect(partIdsOf(exercise)).toEqual(['answer', 'apples', 'horse', 'leave', 'scale', 'watch']);
    expect(solveExercise(exercise)).toEqual({ scale: 'answer', horse: 'watch', apples: 'leave' });
    expect(linesOf(exercise)).toHaveLength(6);
    expect(solutionOf(exercise)[2]).toEqual({
      html: '<strong>Toxunmayın</strong>: "Alma keçən il daha yaxşı idi."',
      text: 'Toxunmayın: "Alma keçən il daha yaxşı idi."',
    });
    expect(reasonsOf(exercise)).toHaveLength(3);
  });

  test('may have a band that nothing belongs to', () => {
    const withEmpty = source.replace('- [leave]', '- [prepare] Cavab hazırlayın\n- [leave]');
    expect(readMarkdown(withEmpty, 'az').problems).toEqual([]);
    expect(solutionOf(readOne(withEmpty, 'az'))[2]?.text).toBe('Cavab hazırlayın: –');
  });

  test('keeps its signature through other words and another order of claims, and not through another order of bands', () => {
    const signature = signatureOf(read());
    const claims =
      /( {2}- \[horse\][\s\S]*?yayardı\.\n)(- \[leave\] Toxunmayın\n)( {2}- \[apples\][\s\S]*?bilməz\.\n)/u;
    const kazakh = source
      .replace('Açıq cavab verin', 'Ашық жауап беріңіз')
      .replace('Bazar idarəsinə', 'Базар кеңсесіне');
    const swapped = source.replace(claims, '$1$2$3').replace('[also: watch]', '[also: watch watch]');
    const turned = source.replace(/(- \[watch\][\s\S]*?yayardı\.\n)(- \[leave\][\s\S]*?bilməz\.\n)/u, '$2$1');
    expect(signatureOf(readOne(kazakh, 'kk'))).toBe(signature);
    expect(signatureOf(readOne(swapped, 'az'))).toBe(signature);
    expect(signatureOf(readOne(turned, 'az'))).not.toBe(signature);
    expect(signatureOf(readOne(source.replace(' [opinion]', ''), 'az'))).not.toBe(signature);
    expect(signatureOf(readOne(source.replace('[impact: 2]', '[impact: 3]'), 'az'))).not.toBe(signature);
  });
});

describe('the grade of a triage', () => {
  test.each([
    ['each claim in its band', { scale: 'answer', horse: 'watch', apples: 'leave' }, 3],
    ['a band that can be defended, for half a point', { scale: 'watch', horse: 'watch', apples: 'leave' }, 2.5],
    ['an opinion answered in public', { scale: 'answer', horse: 'watch', apples: 'answer' }, 2],
    ['one claim alone', { horse: 'watch' }, 1],
    ['bands and claims that do not exist', { scale: 'gone', gone: 'answer' }, 0],
    ['names that every object has', { constructor: 'answer', scale: 'constructor' }, 0],
    ['a list', ['scale', 'answer'], 0],
    ['a text', 'answer', 0],
    ['nothing', null, 0],
  ])('%s', (_, response, score) => {
    expect(gradeTriage(read(), response)).toMatchObject({ score, max: 3, correct: score === 3 });
  });

  test('a claim in a band that can be defended is not marked as right', () => {
    const { parts } = gradeTriage(read(), { scale: 'watch', horse: 'watch' });
    expect(parts).toEqual([
      { id: 'scale', correct: false },
      { id: 'horse', correct: true },
      { id: 'apples', correct: false },
    ]);
  });

  test('lies in its bounds, is full for the key and does not depend on the order of the answers', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 2, maxLength: 6 });
    const cases = ids.chain((bands) =>
      fc.record({
        claims: fc.uniqueArray(
          fc.record({
            id: fc.stringMatching(/^[a-z]{1,5}$/),
            band: fc.constantFrom(...bands),
            also: fc.subarray(bands),
          }),
          { minLength: 1, maxLength: 7, selector: ({ id }) => id },
        ),
        picks: fc.array(fc.constantFrom(...bands, 'unknown'), { maxLength: 7 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ claims, picks }) => {
        const given = claims.flatMap(({ id }, index) => (picks[index] ? [[id, picks[index]] as const] : []));
        const grade = gradeTriage({ claims }, Object.fromEntries(given));
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(gradeTriage({ claims }, Object.fromEntries([...given].reverse()))).toEqual(grade);
        const key = Object.fromEntries(claims.map(({ id, band }) => [id, band]));
        expect(gradeTriage({ claims }, key)).toMatchObject({ score: claims.length, correct: true });
        expect(gradeTriage({ claims }, {})).toMatchObject({ score: 0, correct: false });
      }),
      { seed: 11 },
    );
  });
});
