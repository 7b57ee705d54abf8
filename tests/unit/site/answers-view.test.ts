import { describe, expect, test } from 'vitest';
import { answersView } from '../../../src/site/view/answers-view.ts';
import { exercises, wordsOf } from './exercises.ts';

const kk = wordsOf('kk');
const words = {
  verdict: { true: 'Рас', false: 'Жалған', unsure: 'Белгісіз' },
  right: kk['marks.right'],
  own: kk.own,
};

describe('answers to read where nothing can be checked', () => {
  test('sound posts are called so among the reasons', () => {
    const { solution, reasons, rightLabel } = answersView(exercises.headlineSort, words);
    expect(solution).toEqual([]);
    expect(rightLabel).toBe(kk.own['headline-sort'].sound);
    expect(reasons.map(({ right }) => right)).toEqual([true, false, true, false, true, false]);
  });

  test('an expert’s ratings have their names', () => {
    const { solution, reasons } = answersView(exercises.checklist, words);
    const { ratings } = kk.own.checklist;
    expect(solution).toEqual([
      `Sahibi bəllidirmi? → ${ratings[3]}`,
      `Pulu kim verir? → ${ratings[1]}`,
      `Səhvini deyirmi? → ${ratings[0]}`,
    ]);
    expect(reasons).toHaveLength(3);
  });

  test('a good estimate is marked among the parts of the scale', () => {
    const { reasons, rightLabel } = answersView(exercises.rate, words);
    expect(rightLabel).toBe(kk['marks.right']);
    expect(reasons.map(({ part, right }) => [part, right])).toEqual([
      ['20 – 40 nəfər', true],
      ['&lt; 20 nəfər', false],
      ['&gt; 40 nəfər', false],
    ]);
  });

  test('an answer to a verdict without a text of its own has the interface’s', () => {
    const { reasons } = answersView(exercises.verdict, words);
    expect(reasons.map(({ part, right }) => [part, right])).toEqual([
      ['Рас', true],
      ['Xeyr, aldadır', false],
    ]);
  });
});
