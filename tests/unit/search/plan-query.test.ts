import { describe, expect, it } from 'vitest';
import { planQuery, shorten } from '#search';

const vocabulary = ['a', 'lateral', 'reading', 'readings', 'мектептин', 'оку', 'turkiye', 'de', 'connor', 'o'].sort();
const terms = (plan: ReturnType<typeof planQuery>) =>
  plan.map(({ term, prefix, required }) => `${term}${prefix ? '*' : ''}${required ? '!' : ''}`);

describe('planQuery', () => {
  it('looks for a known word as it is and as a beginning, the word itself counting more', () => {
    const plan = planQuery('en', 'Reading', vocabulary);
    expect(terms(plan)).toEqual(['reading', 'reading*!']);
    expect(plan[0]?.boost).toBeGreaterThan(plan[1]?.boost ?? 0);
  });

  it('looks for a beginning where no word is so short', () => {
    expect(terms(planQuery('en', 'late', vocabulary))).toEqual(['late*!']);
  });

  it('shortens a word that nothing begins with, to the longest form something does', () => {
    expect(terms(planQuery('kk', 'мектептерінде', vocabulary))).toEqual(['мектепт*!']);
  });

  it('leaves out a word that has nothing in common with any', () => {
    expect(terms(planQuery('en', 'lateral qqqqqqq', vocabulary))).toEqual(['lateral', 'lateral*!']);
    expect(planQuery('en', 'qqqqqqq', vocabulary)).toEqual([]);
  });

  it('takes a single letter as a word only', () => {
    expect(terms(planQuery('en', 'a', vocabulary))).toEqual(['a!']);
    expect(planQuery('en', 'r', vocabulary)).toEqual([]);
  });

  it('drops a suffix after an apostrophe, and keeps a longer part as a help', () => {
    expect(terms(planQuery('tr', "Türkiye'de", vocabulary))).toEqual(['turkiye', 'turkiye*!']);
    expect(terms(planQuery('en', "O'Connor", vocabulary))).toEqual(['o!', 'connor', 'connor*']);
  });

  it('asks for a repeated word once', () => {
    expect(planQuery('en', 'lateral LATERAL lateral', vocabulary)).toHaveLength(2);
  });

  it.each([
    ['ten thousand letters', 'x'.repeat(10_000)],
    ['ten thousand words', 'lateral reading '.repeat(5_000)],
    ['a known word of ten thousand letters', 'reading'.repeat(1_500)],
    ['lunr’s own language', '+title:reading~9 -lateral^1000 *a* rea*ing foo:bar ~ ^ :'],
    ['lone surrogates', '\uD83D reading \uDE00'],
    ['HTML', '<img src=x onerror=alert(1)>reading'],
    ['names that objects have', '__proto__ constructor toString hasOwnProperty'],
  ])('stays small for %s', (_name, query) => {
    const plan = planQuery('en', query, vocabulary);
    expect(plan.length).toBeLessThanOrEqual(24);
    for (const { term } of plan) expect(term).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
  });
});

describe('shorten', () => {
  it.each([
    ['readingwise', 'reading'],
    ['laterally', 'lateral'],
    ['readinist', 'readin'],
    // Less than five letters, or less than half the word, says too little.
    ['reapply', null],
    ['readiabcdefg', null],
  ])('%s → %s', (word, stem) => {
    expect(shorten(word, vocabulary)).toBe(stem);
  });
});
