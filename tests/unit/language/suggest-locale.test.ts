import { localeTags, suggestLocale } from '#language';
import { describe, expect, test } from 'vitest';

describe('the language that somebody probably meant', () => {
  test.each([
    ['kz', 'kk'],
    ['KZ', 'kk'],
    ['kg', 'ky'],
    ['az-Latn', 'az'],
    ['en_GB', 'en'],
    ['tur', 'tr'],
    ['Uzbek', 'uz'],
    ['Қазақ тілі', 'kk'],
    ['Azərbaycan dili', 'az'],
    [' ru ', 'ru'],
    ['de', null],
    ['', null],
    ['constructor', null],
  ])('%j → %s', (given, expected) => {
    expect(suggestLocale(given)).toBe(expected);
  });

  test.each(localeTags)('%s itself', (tag) => {
    expect(suggestLocale(tag)).toBe(tag);
  });
});
