import { describe, expect, it } from 'vitest';
import { planQuery, shorten } from '#search';

const vocabulary = ['a', 'lateral', 'reading', 'readings', '=read', 'turkiye', 'de', 'connor', 'o'].sort();

/** A word of the plan in short: `reading =read reading*!` is required, and found by three terms. */
const inShort = (plan: ReturnType<typeof planQuery>) =>
  plan.map(
    ({ terms, required }) =>
      terms.map(({ term, prefix }) => (prefix ? `${term}*` : term)).join(' ') + (required ? '!' : ''),
  );

describe('planQuery', () => {
  it('looks for a known word as it is, by its stem and as a beginning, each counting less than the one before', () => {
    const plan = planQuery('en', 'Reading', vocabulary);
    expect(inShort(plan)).toEqual(['reading =read reading*!']);
    const boosts = plan[0]?.terms.map(({ boost }) => boost) ?? [];
    expect(boosts).toEqual([...new Set(boosts)].sort((a, b) => b - a));
  });

  it('looks for a beginning where no word is so short', () => {
    expect(inShort(planQuery('en', 'late', vocabulary))).toEqual(['late*!']);
  });

  it('finds a form that the index does not have by the stem of another, or by the stem itself as a word', () => {
    expect(inShort(planQuery('en', 'reads', vocabulary))).toEqual(['=read!']);
    expect(inShort(planQuery('kk', 'мектептерінде', ['=mektep', 'mektep']))).toEqual(['=mektep mektep!']);
    expect(inShort(planQuery('az', 'məktəblərimizdən', ['=mektep', 'mekteb']))).toEqual(['=mektep!']);
  });

  it('takes the last word only for one that is still being typed', () => {
    expect(inShort(planQuery('en', 'reading late', vocabulary))).toEqual(['reading =read!', 'late*!']);
    expect(inShort(planQuery('en', 'late reading', vocabulary))).toEqual(['late*!', 'reading =read reading*!']);
  });

  it('shortens a word that nothing else finds, to the longest form something begins with', () => {
    expect(inShort(planQuery('kk', 'мектепханашы', ['mektepte']))).toEqual(['mektep*!']);
  });

  it('leaves out a word that has nothing in common with any', () => {
    expect(inShort(planQuery('en', 'lateral qqqqqqq', vocabulary))).toEqual(['lateral!']);
    expect(planQuery('en', 'qqqqqqq', vocabulary)).toEqual([]);
  });

  it('takes a single letter as a word only', () => {
    expect(inShort(planQuery('en', 'a', vocabulary))).toEqual(['a a!']);
    expect(planQuery('en', 'r', vocabulary)).toEqual([]);
  });

  it('drops a suffix after an apostrophe, and keeps a longer part as a help', () => {
    expect(inShort(planQuery('tr', "Türkiye'de", ['de', 'turkiye']))).toEqual(['turkiye turkiye*!']);
    expect(inShort(planQuery('en', "o'connor", vocabulary))).toEqual(['o o!', 'connor connor*']);
  });

  it('asks for a repeated word once', () => {
    expect(planQuery('en', 'lateral LATERAL lateral', vocabulary)).toHaveLength(1);
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
    expect(plan.length).toBeLessThanOrEqual(12);
    for (const { term } of plan.flatMap(({ terms }) => terms)) expect(term).toMatch(/^=?[\p{L}\p{N}]{1,60}$/u);
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
