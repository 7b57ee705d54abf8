import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '#language';
import { beginningDistance, editDistance } from '../../../src/search/edit-distance.ts';
import { mendWord } from '../../../src/search/mend-query.ts';
import { readQuery } from '../../../src/search/plan-query.ts';

describe('editDistance', () => {
  it.each([
    ['kitap', 'kitap', 0],
    ['kitap', 'kitab', 1],
    ['kitap', 'kitp', 1],
    ['kitap', 'kiitap', 1],
    ['kitap', 'kiatp', 1],
    ['mektep', 'emktep', 1],
    ['дезинформация', 'дезынформацыя', 2],
    ['source', 'saucer', 3],
    ['', 'ab', 2],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
    expect(editDistance(b, a, 3)).toBe(distance);
  });

  it('counts no further than it is asked to', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const whole = editDistance(a, b, 20);
        for (const limit of [1, 2]) expect(editDistance(a, b, limit)).toBe(Math.min(whole, limit + 1));
      }),
    );
  });

  it('can leave out what follows', () => {
    expect(beginningDistance('mektep', 'mektpeterinde', 1)).toBe(1);
    expect(beginningDistance('mektep', 'mektepterinde', 1)).toBe(0);
    expect(beginningDistance('mektep', 'kitap', 1)).toBe(2);
  });
});

describe('mendWord', () => {
  const mend = (locale: Locale, query: string, terms: readonly string[]) => {
    const [word] = readQuery(locale, query);
    if (!word) throw new Error(query);
    return mendWord(
      locale,
      word,
      terms.map((term) => ({ term, frequency: 1 })),
    ).map(({ term }) => term);
  };

  it('takes the nearest words, and of these the ones that begin alike first', () => {
    expect(mend('en', 'sourze', ['source', 'sources', 'course', 'mourze'])).toEqual([
      'source',
      'sourc=',
      'mourze',
      'mourz=',
    ]);
  });

  it('mends two errors in long words only', () => {
    expect(mend('en', 'inferomtoin', ['information'])).toEqual([]);
    expect(mend('en', 'infromtaion', ['information'])[0]).toBe('information');
    expect(mend('en', 'suorec', ['source'])).toEqual([]);
  });

  it('takes a word of four letters for one of five that lost one, and never for another of four', () => {
    expect(mend('en', 'tres', ['trees', 'tree', 'ores'])[0]).toBe('trees');
    expect(mend('en', 'tres', ['tree', 'ores'])).toEqual([]);
  });

  it('compares stems where no word is near: the form is not there, another is', () => {
    expect(mend('kk', 'мектпетерінде', ['mektebi', 'mektep=', 'kitap='])).toEqual(['mektep=']);
  });

  it('looks for the longest beginning where there is no error to mend', () => {
    expect(mend('kk', 'мектепханашы', ['mektepter', 'mekter'])).toEqual(['mektepter']);
    expect(mend('en', 'qqqqqqq', ['source'])).toEqual([]);
  });
});
