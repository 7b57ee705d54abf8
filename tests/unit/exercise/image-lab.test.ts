import {
  gradeImageLab,
  interactionOf,
  keyOf,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  unseenFindings,
  type ImageLabExercise,
  type Response,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readMarkdown, readOne } from './read.ts';

const azerbaijani = `<ImageLab id="kuche" src="media/kuche.svg" alt="Dörd evli küçə & iki ağac." credit="Bilig" licence="CC-BY-SA-4.0" invented>

Kanal yazır: “Küçə, bu gün.” Qərar verməzdən əvvəl alətlərdən istifadə edin.

- [reverse]
  - Keçən il: kitabxananın səhifəsində *həmin* şəkil.
- [crop] [area: 72 28.5 28 60] Sağdakı ağac böyüdülüb: bir yarpağı da yoxdur.
- [details] Faylın özü nə deyir:
  - Yadda saxlanıb: 12 iyul
  - Kamera: qeyd yoxdur
- [compare] [src: media/kohne.svg] Həmin küçə, qarda.

Nə tapdınız?

- [x] [bare] [needs: crop] Ağac çılpaqdır.
  > Böyüdüb baxın: yarpaq, qar və kölgə ilin vaxtını göstərir.
- [ ] [today] [needs: details] Şəkil bu gün çəkilib.
  > Bu, yalnız surətin saxlandığı gündür, çəkildiyi gün deyil.
- [x] [older] [needs: reverse, compare] Şəkil keçən il də vardı.
  > İlk dəfə harada göründüyünü axtarın: köhnə şəkil bu günün deyil.
- [ ] [painted] Ağac sonradan çəkilib.
  > Şübhələnməzdən əvvəl müqayisə edin: iki şəkildə də eyni ağac var.

Paylaşım haqqında nə deyirsiniz?

- [x] [old] Şəkil köhnədir
  > O, keçən il artıq yayımlanmışdı, deməli, bu günü göstərmir.
- [ ] [new] Şəkil bu günündür
  > Əvvəlcə fəslə baxın: iyulda ağac çılpaq olmur.

</ImageLab>
`;

function readLab(source: string, locale: Locale = 'az'): ImageLabExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'image-lab') throw new Error(`This is a ${exercise.type}.`);
  return exercise;
}

const street = readLab(azerbaijani);

describe('a picture to examine', () => {
  test('is read with its tools in their usual order, its findings and its verdicts', () => {
    expect(errorsOf(azerbaijani)).toEqual([]);
    expect(street.picture).toEqual({
      src: 'media/kuche.svg',
      alt: 'Dörd evli küçə & iki ağac.',
      credit: 'Bilig',
      licence: 'CC-BY-SA-4.0',
    });
    expect(street.tools.map(({ id, area, src, lines }) => [id, area, src, lines.length])).toEqual([
      ['crop', { x: 72, y: 28.5, width: 28, height: 60 }, null, 0],
      ['details', null, null, 2],
      ['reverse', null, null, 1],
      ['compare', null, 'media/kohne.svg', 0],
    ]);
    expect(street.tools[2]?.lines[0]?.html).toBe('Keçən il: kitabxananın səhifəsində <em>həmin</em> şəkil.');
    expect(street.findings.map(({ id, right, needs }) => [id, right, needs])).toEqual([
      ['bare', true, ['crop']],
      ['today', false, ['details']],
      ['older', true, ['reverse', 'compare']],
      ['painted', false, []],
    ]);
    expect(interactionOf(street)).toBe('performance');
    expect(partIdsOf(street)).toEqual([
      'bare',
      'compare',
      'crop',
      'details',
      'new',
      'old',
      'older',
      'painted',
      'reverse',
      'today',
    ]);
  });

  test('tells whoever looks for files of both pictures, with their places', () => {
    const { media } = readMarkdown(azerbaijani, 'az');
    expect(media.map(({ component, src, place }) => [component, src, place.line])).toEqual([
      ['Figure', 'media/kuche.svg', 1],
      ['Figure', 'media/kohne.svg', 11],
    ]);
  });

  test('can be worked on paper, and its solution names what is right', () => {
    const lines = linesOf(street);
    expect(lines[0]).toEqual({ html: 'Dörd evli küçə &amp; iki ağac.', text: 'Dörd evli küçə & iki ağac.' });
    expect(lines.map(({ text }) => text)).toContain('Yadda saxlanıb: 12 iyul');
    expect(solutionOf(street).map(({ text }) => text)).toEqual([
      'Ağac çılpaqdır.',
      'Şəkil keçən il də vardı.',
      'Şəkil köhnədir',
    ]);
    expect(reasonsOf(street)).toHaveLength(6);
  });

  test('is solved with those tools alone that its findings need', () => {
    expect(solveExercise(street)).toEqual([
      'tool:crop',
      'tool:reverse',
      'tool:compare',
      'finding:bare',
      'finding:older',
      'verdict:old',
    ]);
  });

  test.each(['72 28 28', '72 28 28 60 1', '-1 0 10 10', 'a b c d', '0 0 0 10', '90 0 20 10', '1e1 0 10 10', ''])(
    'an area "%s" is no part of a picture',
    (area) => {
      expect(errorsOf(azerbaijani.replace('72 28.5 28 60', area))).toEqual(['7:1 crop-area']);
    },
  );

  test('keeps its signature when words, pictures and order change, and not when a mark does', () => {
    const signature = signatureOf(street);
    const turkish = azerbaijani
      .replace('Ağac çılpaqdır.', 'Ağaç yapraksız.')
      .replace('media/kuche.svg', 'media/sokak.svg');
    const turned = azerbaijani.replace('reverse, compare', 'compare reverse').replace('72 28.5', '71 28');
    expect(signatureOf(readLab(turkish, 'tr'))).toBe(signature);
    expect(signatureOf(readLab(turned))).toBe(signature);
    for (const [from, to] of [
      ['[needs: crop]', '[needs: details]'],
      ['[needs: reverse, compare]', '[needs: reverse]'],
      ['- [ ] [painted]', '- [x] [painted]'],
      ['[bare]', '[leafless]'],
    ] as const) {
      expect(signatureOf(readLab(azerbaijani.replace(from, to)))).not.toBe(signature);
    }
    expect(JSON.parse(keyOf(street))).toEqual({
      findings: ['bare', 'older'],
      needs: ['bare: crop', 'older: reverse compare', 'today: details'],
      verdict: 'old',
    });
  });
});

describe('the grade of an examined picture', () => {
  const tools = ['tool:crop', 'tool:reverse', 'tool:compare'];

  test.each([
    ['everything', [...tools, 'finding:bare', 'finding:older', 'verdict:old'], 100, true],
    ['everything, in any order', ['verdict:old', 'finding:older', 'finding:bare', ...tools], 100, true],
    ['one finding of two', ['tool:crop', 'finding:bare', 'verdict:old'], 70, false],
    ['findings without their tools', ['finding:bare', 'finding:older', 'verdict:old'], 40, false],
    ['one of two tools', ['tool:crop', 'tool:reverse', 'finding:bare', 'finding:older', 'verdict:old'], 70, false],
    [
      'a wrong finding beside the right ones',
      [...tools, 'finding:bare', 'finding:older', 'finding:painted', 'verdict:old'],
      70,
      false,
    ],
    [
      'every finding',
      [...tools, 'tool:details', 'finding:bare', 'finding:older', 'finding:painted', 'finding:today'],
      0,
      false,
    ],
    ['wrong findings alone', ['finding:painted', 'verdict:old'], 40, false],
    ['the wrong verdict', [...tools, 'finding:bare', 'finding:older', 'verdict:new'], 60, false],
    ['tools alone', tools, 0, false],
    ['nothing', [], 0, false],
    ['strangers', ['tool:zoom', 'finding:nobody', 'verdict:', 'old'], 0, false],
  ])('%s', (_, moves, score, correct) => {
    expect(gradeImageLab(street, moves)).toMatchObject({ score, max: 100, correct });
  });

  test('says which findings nobody could know yet, right or wrong', () => {
    const chosen = ['tool:reverse', 'finding:bare', 'finding:older', 'finding:today', 'finding:painted'];
    expect(unseenFindings(street, chosen)).toEqual(['bare', 'today', 'older']);
    expect(unseenFindings(street, [...chosen, 'tool:compare'])).toEqual(['bare', 'today']);
    expect(unseenFindings(street, null)).toEqual([]);
  });

  test('thirds are rounded to whole points', () => {
    const findings = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, right: true, needs: [] }));
    const lab = { tools: [], findings, verdicts: [{ id: 'yes' }], key: 'yes' };
    expect(gradeImageLab(lab, ['finding:a', 'verdict:yes']).score).toBe(49);
    expect(gradeImageLab(lab, [...findings.map(({ id }) => `finding:${id}`), 'verdict:yes'])).toMatchObject({
      score: 100,
      correct: true,
    });
  });

  test.each<[string, Response | null]>([
    ['a text', 'finding:bare'],
    ['a record', { finding: 'bare', verdict: 'old' }],
    ['nothing', null],
  ])('%s is no record of moves and scores nothing', (_, response) => {
    expect(gradeImageLab(street, response)).toMatchObject({ score: 0, max: 100, correct: false });
  });

  test('stays within bounds, is right only at the most, does not mind the order; another tool never costs', () => {
    const known = [...partIdsOf(street).flatMap((id) => [`tool:${id}`, `finding:${id}`, `verdict:${id}`]), 'unknown'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...known), { maxLength: 14 }), (response) => {
        const grade = gradeImageLab(street, response);
        expect(grade.score).toBeGreaterThanOrEqual(0);
        expect(grade.score).toBeLessThanOrEqual(grade.max);
        expect(grade.correct).toBe(grade.score === grade.max);
        const verdicts = response.filter((move) => move.startsWith('verdict'));
        const others = response.filter((move) => !move.startsWith('verdict'));
        expect(gradeImageLab(street, [...verdicts, ...others.reverse()])).toEqual(grade);
        expect(gradeImageLab(street, [...response, 'tool:crop']).score).toBeGreaterThanOrEqual(grade.score);
      }),
      { seed: 12 },
    );
  });
});
