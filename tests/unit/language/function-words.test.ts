import { expect, test } from 'vitest';
import { isFunctionWord, localeTags, type Locale } from '#language';

const joining: Readonly<Record<Locale, readonly string[]>> = {
  az: ['üçün', 'və', 'NİYƏ', 'ucun'],
  en: ['the', 'The', 'without', 'WHY'],
  uz: ['haqida', 'oʻzingizni', "o'zingizni", 'VA'],
  tr: ['için', 'HAKKINDA', 'icin', 've'],
  ky: ['үчүн', 'учун', 'Эмне', 'ЖАНА'],
  kk: ['үшін', 'ушин', 'Неге', 'ЖӘНЕ'],
  ru: ['ещё', 'еще', 'Прежде', 'ПОЧЕМУ'],
};
const meaning: Readonly<Record<Locale, readonly string[]>> = {
  az: ['mənbə', 'çay', 'ad'],
  en: ['source', 'tea', 'name'],
  uz: ['manba', 'choy', 'nom'],
  tr: ['kaynak', 'çay', 'ad'],
  ky: ['булак', 'чай', 'ат'],
  kk: ['дереккөз', 'шай', 'ат'],
  ru: ['источник', 'чай', 'имя'],
};

test.each(localeTags)(
  'words that join others are known in %s, in every spelling, and words that mean something are not',
  (locale) => {
    expect(joining[locale].filter((word) => !isFunctionWord(locale, word))).toEqual([]);
    expect(meaning[locale].filter((word) => isFunctionWord(locale, word))).toEqual([]);
  },
);

test('nothing, a sign and a long word are no words that join others', () => {
  for (const word of ['', ' ', '\uD800', '<the>', 'the'.repeat(10_000)]) expect(isFunctionWord('en', word)).toBe(false);
});
