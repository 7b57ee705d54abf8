import {
  gradeLateralRead,
  interactionOf,
  keyOf,
  lateralReadPoints,
  linesOf,
  partIdsOf,
  reasonsOf,
  signatureOf,
  solutionOf,
  solveExercise,
  type LateralReadExercise,
  type Response,
} from '#exercise';
import type { Locale } from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsOf, readOne } from './read.ts';

const kazakh = `<LateralRead id="kopir" budget="2" address="kopir-joly.example/habar" invented>

Бұл беттің артында кім тұр?

> **Көпір жабылады!** Дүйсенбіден бастап көпірмен жүруге болмайды.

- [about] [trap] [address: kopir-joly.example/biz] Біз туралы
  - Біз жолаушыларды *жақсы* көреміз.
  > Бұл – сол дауыстың өзі, сондықтан беттен тыс біреуді іздеңіз.
- [copy] [address: korshiler.example/9] Көпір жабыла ма?
  - Беттегі сөздер сол қалпында көшірілген.
  > Көшірме жаңа қойынды ашады, бірақ жаңа куәгер әкелмейді.
- [office] [independent] [address: jol-mekemesi.example/kopir] Жол мекемесі
  - Көпір тек түнде жабылады.
  - Күндіз ашық.
  > Шешімді мекеме қабылдайды, сондықтан оны бетсіз-ақ біледі.

Қандай қорытынды жасайсыз?

- [x] [night] Көпір тек түнде жабылады
  > Шешім қабылдаған мекеме қай сағатта жабылатынын өзі жазған.
- [ ] [closed] Көпір мүлде жабылады
  > Мекеменің хабарландыруын қараңыз: көпір күндіз ашық болады.

</LateralRead>
`;

function readLateral(source: string, locale: Locale = 'kk'): LateralReadExercise {
  const exercise = readOne(source, locale);
  if (exercise.type !== 'lateral-read') throw new Error(`This is a ${exercise.type}.`);
  return exercise;
}

const bridge = readLateral(kazakh);

describe('a page to leave', () => {
  test('is read with its address, its page, its results and its verdicts', () => {
    expect(errorsOf(kazakh)).toEqual([]);
    expect(bridge).toMatchObject({ address: 'kopir-joly.example/habar', budget: 2, key: 'night', invented: true });
    expect(bridge.page.html).toContain('<strong>Көпір жабылады!</strong>');
    expect(bridge.question.text).toBe('Қандай қорытынды жасайсыз?');
    expect(bridge.results.map(({ id, address, trap, independent }) => [id, address, trap, independent])).toEqual([
      ['about', 'kopir-joly.example/biz', true, false],
      ['copy', 'korshiler.example/9', false, false],
      ['office', 'jol-mekemesi.example/kopir', false, true],
    ]);
    expect(bridge.results[0]?.page[0]?.html).toBe('Біз жолаушыларды <em>жақсы</em> көреміз.');
    expect(bridge.results[2]?.page).toHaveLength(2);
    expect([interactionOf(bridge), partIdsOf(bridge)]).toEqual([
      'performance',
      ['about', 'closed', 'copy', 'night', 'office'],
    ]);
  });

  test('is solved with an independent source and the right verdict, and explains both on paper', () => {
    expect(solveExercise(bridge)).toEqual(['open:office', 'verdict:night']);
    expect(solutionOf(bridge).map(({ text }) => text)).toEqual(['Жол мекемесі', 'Көпір тек түнде жабылады']);
    expect(reasonsOf(bridge)).toHaveLength(5);
    const lines = linesOf(bridge).map(({ text }) => text);
    expect(lines[0]).toBe('kopir-joly.example/habar');
    expect(lines).toContain('Жол мекемесі (jol-mekemesi.example/kopir) Көпір тек түнде жабылады. Күндіз ашық.');
    expect(lines.slice(-2).sort()).toEqual(['Көпір мүлде жабылады', 'Көпір тек түнде жабылады']);
  });

  test.each([
    ['en', 'filters.example', true],
    ['en', 'https://filters.test/about', true],
    ['en', 'www.example.org/news', true],
    ['kk', 'көпір.example/хабар', true],
    ['en', 'filters.com', false],
    ['en', 'example.com.filters.net', false],
    ['en', 'notexample.com', false],
  ])('%s: may the address %s be used: %s', (_, address, allowed) => {
    const source = kazakh.replace('kopir-joly.example/habar', address);
    expect(errorsOf(source)).toEqual(allowed ? [] : ['1:1 address-not-reserved']);
  });

  test('keeps its signature when words, addresses and the order of results change, and not when a mark does', () => {
    const signature = signatureOf(bridge);
    const [, about = '', copy = ''] =
      /(- \[about\][\s\S]*?іздеңіз\.\n)(- \[copy\][\s\S]*?әкелмейді\.\n)/u.exec(kazakh) ?? [];
    expect(about).not.toBe('');
    const turned = kazakh.replace(about + copy, copy + about);
    const russian = kazakh.replace('Жол мекемесі', 'Дорожное управление').replace('korshiler', 'sosedi');
    expect(signatureOf(readLateral(turned))).toBe(signature);
    expect(signatureOf(readLateral(russian, 'ru'))).toBe(signature);
    for (const [from, to] of [
      ['budget="2"', 'budget="1"'],
      ['[copy]', '[copy] [trap]'],
      ['[copy]', '[copy] [independent]'],
      ['[copy]', '[copied]'],
    ] as const) {
      expect(signatureOf(readLateral(kazakh.replace(from, to)))).not.toBe(signature);
    }
    expect(JSON.parse(keyOf(bridge))).toEqual({
      budget: 2,
      independent: ['office'],
      traps: ['about'],
      verdict: 'night',
    });
  });
});

describe('the grade of a page that was left', () => {
  const grade = (...moves: string[]) => gradeLateralRead(bridge, moves);
  const made = (...moves: string[]) =>
    grade(...moves)
      .parts.filter(({ correct }) => correct)
      .map(({ id }) => id);

  test.each([
    ['all four moves', ['open:office', 'verdict:night'], 100, true],
    ['a copy first, then the office', ['open:copy', 'open:office', 'verdict:night'], 100, true],
    ['a trap first', ['open:about', 'open:office', 'verdict:night'], 85, true],
    ['more than the budget', ['open:copy', 'open:about', 'open:office', 'verdict:night'], 90, true],
    ['a trap first and more than the budget', ['open:about', 'open:copy', 'open:office', 'verdict:night'], 75, true],
    ['a verdict out of the blue', ['verdict:night'], 50, false],
    ['a verdict that stands on a copy', ['open:copy', 'verdict:night'], 75, false],
    ['the wrong verdict after good reading', ['open:office', 'verdict:closed'], 50, false],
    ['reading without a verdict', ['open:office'], 50, false],
    ['a trap and nothing else', ['open:about'], 10, false],
    ['nothing', [], 0, false],
  ])('%s', (_, moves, score, correct) => {
    expect(grade(...moves)).toMatchObject({ score, max: 100, correct });
  });

  test('names the four moves', () => {
    expect(made('open:office', 'verdict:night')).toEqual(['verdict', 'independent', 'first', 'budget']);
    expect(made('verdict:night')).toEqual(['verdict']);
    expect(made('open:about', 'open:office')).toEqual(['independent', 'budget']);
  });

  test('the last verdict counts, a result opened twice counts once, and strangers count for nothing', () => {
    expect(made('open:office', 'verdict:closed', 'verdict:night')).toContain('verdict');
    expect(made('verdict:night', 'verdict:closed', 'verdict:night')).toContain('verdict');
    expect(grade('open:office', 'open:office', 'open:office').score).toBe(50);
    expect(grade('open:nobody', 'verdict:nobody', 'open:', 'night', 'verdict:').score).toBe(0);
    expect(grade('open:nobody', 'open:office', 'verdict:night').score).toBe(100);
  });

  test.each<[string, Response | null]>([
    ['a text', 'open:office'],
    ['a record', { open: 'office', verdict: 'night' }],
    ['nothing', null],
  ])('%s is no record of moves and scores nothing', (_, response) => {
    expect(gradeLateralRead(bridge, response)).toMatchObject({ score: 0, max: 100, correct: false });
  });

  test('an exercise without a right verdict never gives its points away', () => {
    expect(gradeLateralRead({ ...bridge, key: '' }, ['open:office', 'verdict:']).score).toBe(50);
  });

  test('stays within bounds, is right only with verdict and source, and no move after the first but more of them costs', () => {
    const open = ['open:about', 'open:copy', 'open:office', 'open:nobody'];
    const verdicts = ['verdict:night', 'verdict:closed', 'verdict:nobody'];
    const moves = fc.array(fc.constantFrom(...open, ...verdicts, ''), { maxLength: 10 });
    fc.assert(
      fc.property(moves, (response) => {
        const result = gradeLateralRead(bridge, response);
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(result.max);
        expect(result.score).toBe(
          result.parts.reduce(
            (sum, { id, correct }) => sum + (correct ? lateralReadPoints[id as keyof typeof lateralReadPoints] : 0),
            0,
          ),
        );
        if (result.correct) expect(response).toEqual(expect.arrayContaining(['open:office', 'verdict:night']));
        // Where verdicts stand among the openings does not matter.
        const opened = response.filter((move) => move.startsWith('open'));
        const others = response.filter((move) => !move.startsWith('open'));
        expect(gradeLateralRead(bridge, [...others, ...opened])).toEqual(result);
      }),
      { seed: 11 },
    );
  });
});
