import { describe, expect, it } from 'vitest';
import { planWord, readQuery, type QueryWord, type Vocabulary } from '../../../src/search/plan-query.ts';
import type { Locale } from '#language';

const known = ['a', 'lateral', 'reading', 'readings', 'read=', 'turkiye', 'de', 'connor', 'o'];

function vocabularyOf(terms: readonly string[], everywhere: readonly string[] = []): Vocabulary {
  return {
    documents: 100,
    share: (term) => (everywhere.includes(term) ? 0.5 : terms.includes(term) ? 0.01 : 0),
    beginning: (prefix) => terms.filter((term) => term.startsWith(prefix) && term !== prefix && !term.endsWith('=')),
  };
}

function plan(locale: Locale, query: string, vocabulary = vocabularyOf(known)): QueryWord[] {
  return readQuery(locale, query).map((word) => planWord(word, vocabulary));
}

/** A word of the plan in short: `reading read= readings!` is required, and found by three terms. */
const inShort = (words: readonly QueryWord[]) =>
  words.map(({ terms, required }) => terms.map(({ term }) => term).join(' ') + (required ? '!' : ''));

describe('planWord', () => {
  it('looks for a known word as it is, by its stem and as a beginning, each counting less than the one before', () => {
    const words = plan('en', 'Reading');
    expect(inShort(words)).toEqual(['reading read= readings!']);
    const boosts = words[0]?.terms.map(({ boost }) => boost) ?? [];
    expect(boosts).toEqual([...new Set(boosts)].sort((a, b) => b - a));
  });

  it('looks for a beginning where no word is so short', () => {
    expect(inShort(plan('en', 'late'))).toEqual(['lateral!']);
  });

  it('finds a form that the index does not have by the stem of another', () => {
    expect(inShort(plan('en', 'reads'))).toEqual(['read=!']);
    expect(inShort(plan('kk', 'мектептерінде', vocabularyOf(['mektep=', 'mektep'])))).toEqual(['mektep=!']);
    expect(inShort(plan('az', 'məktəblərimizdən', vocabularyOf(['mektep=', 'mekteb'])))).toEqual(['mektep=!']);
  });

  it('takes the last word only for one that is still being typed', () => {
    expect(inShort(plan('en', 'reading late'))).toEqual(['reading read=!', 'lateral!']);
    expect(inShort(plan('en', 'late reading'))).toEqual(['lateral!', 'reading read= readings!']);
  });

  it('finds nothing for a word that has nothing in common with any', () => {
    expect(inShort(plan('en', 'lateral qqqqqqq'))).toEqual(['lateral!', '!']);
  });

  it('takes a single letter as a word only', () => {
    expect(inShort(plan('en', 'a'))).toEqual(['a!']);
    expect(inShort(plan('en', 'r'))).toEqual(['!']);
  });

  it('does not require a word that stands everywhere, as long as there are enough places', () => {
    const vocabulary = vocabularyOf(known, ['reading']);
    expect(inShort(plan('en', 'reading lateral', vocabulary))).toEqual(['reading read=', 'lateral!']);
    expect(inShort(plan('en', 'reading lateral', { ...vocabulary, documents: 5 }))).toEqual([
      'reading read=!',
      'lateral!',
    ]);
  });

  it.each<[Locale, string, string]>([
    ['az', 'mənbə üçün', 'mənbə'],
    ['uz', 'manba uchun', 'manba'],
    ['tr', 'kaynak için', 'kaynak'],
    ['kk', 'дереккөз үшін', 'дереккөз'],
    ['ky', 'булак үчүн', 'булак'],
    ['ru', 'источник для', 'источник'],
    ['en', 'the source', 'source'],
  ])('%s: %j requires %j alone, whose other word only joins', (locale, query, wanted) => {
    const required = readQuery(locale, query).filter((word) => planWord(word, vocabularyOf([])).required);
    expect(required.map(({ surface }) => surface)).toEqual(readQuery(locale, wanted).map(({ surface }) => surface));
  });

  it('requires a word that only joins where it is all that was asked for', () => {
    expect(plan('en', 'the').map(({ required }) => required)).toEqual([true]);
  });

  it('drops a suffix after an apostrophe, and keeps a longer part as a help', () => {
    expect(inShort(plan('tr', "Türkiye'de", vocabularyOf(['de', 'turkiye'])))).toEqual(['turkiye!']);
    expect(inShort(plan('en', "o'connor"))).toEqual(['o!', 'connor']);
  });
});

describe('readQuery', () => {
  it('asks for a repeated word once', () => {
    expect(readQuery('en', 'lateral LATERAL lateral')).toHaveLength(1);
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
    const words = readQuery('en', query);
    expect(words.length).toBeLessThanOrEqual(12);
    for (const { surface, keys } of words)
      for (const text of [surface, ...keys]) expect(text).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
  });
});
