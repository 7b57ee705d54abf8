import {
  foldAnswer,
  foldText,
  languages,
  localeTags,
  lowerCase,
  mendUzbekApostrophes,
  mixesScripts,
  splitWords,
  type Locale,
} from '#language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

test.each<[Locale, string, string]>([
  ['az', 'İCTİMAİ IŞIQ', 'ictimai ışıq'],
  ['tr', 'İSTANBUL ISPARTA', 'istanbul ısparta'],
  ['en', 'IDEA', 'idea'],
  ['uz', 'OʻZBEKISTON', 'oʻzbekiston'],
  ['kk', 'ӘҢГІМЕ ҚҰҚЫҚ', 'әңгіме құқық'],
  ['ky', 'ӨҢҮР', 'өңүр'],
  ['ru', 'ЁЛКА', 'ёлка'],
])('lower-cases by the rules of the language: %s %s', (locale, text, expected) => {
  expect(lowerCase(locale, text)).toBe(expected);
});

describe('folding brings what people type to one form', () => {
  test.each<[Locale, string, string]>([
    ['az', 'Şagirdlər', 'sagirdler'],
    ['az', 'sagirdler', 'sagirdler'],
    ['az', 'Qızıl', 'qizil'],
    ['az', 'QIZIL', 'qizil'],
    ['az', 'İnformasiya', 'informasiya'],
    ['az', 'çoxluğu', 'coxlugu'],
    ['tr', 'İĞNE', 'igne'],
    ['tr', 'ışık', 'isik'],
    ['tr', 'IŞIK', 'isik'],
    ['tr', 'kâğıt', 'kagit'],
    ['uz', 'Oʻzbek', 'ozbek'],
    ['uz', "O'zbek", 'ozbek'],
    ['uz', 'O‘zbek', 'ozbek'],
    ['uz', 'maʼno', 'mano'],
    ['uz', 'togʻ', 'tog'],
    ['kk', 'Қазақ әңгімесі', 'казак ангимеси'],
    ['kk', 'үйрену', 'уйрену'],
    ['kk', 'һәм', 'хам'],
    ['ky', 'Өңүр', 'онур'],
    ['ky', 'жүрөк', 'журок'],
    ['ru', 'Ёлка', 'елка'],
    ['en', 'naïve Café', 'naive cafe'],
  ])('%s: %s → %s', (locale, text, expected) => {
    expect(foldText(locale, text)).toBe(expected);
  });

  test('й stays a letter of its own, composed or not', () => {
    expect(foldText('ru', 'Йод')).toBe('йод');
    expect(foldText('ru', 'Йод'.normalize('NFD'))).toBe('йод');
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...localeTags), fc.string({ unit: 'grapheme' }), (locale, text) => {
        const once = foldText(locale, text);
        expect(foldText(locale, once)).toBe(once);
      }),
      { seed: 7 },
    );
  });

  test('letters that the table folds are folded in capitals too', () => {
    for (const locale of localeTags) {
      for (const [letter, folded] of Object.entries(languages[locale].fold)) {
        expect(foldText(locale, letter.toLocaleUpperCase(locale))).toBe(folded);
      }
    }
  });
});

test.each<[Locale, string, string]>([
  ['en', '  Lateral   reading! ', 'lateral reading'],
  ['en', '1,200', '1200'],
  ['ru', '1 200', '1200'],
  ['ru', '1\u00A0200', '1200'],
  ['tr', '1.200.000', '1200000'],
  ['en', '3.14', '3 14'],
  ['kk', 'Қатарлас-оқу', 'катарлас оку'],
  ['uz', "Qo'shni o'qish", 'qoshni oqish'],
])('an answer is compared without spacing, marks and separators: %s "%s"', (locale, text, expected) => {
  expect(foldAnswer(locale, text)).toBe(expected);
});

test.each<[Locale, string, string[]]>([
  ['tr', "Türkiye'de okuyor.", ['Türkiye', 'de', 'okuyor']],
  ['az', 'Bakı’nın 2026-cı ili', ['Bakı', 'nın', '2026', 'cı', 'ili']],
  ['uz', "Oʻqish va ta'lim, togʻ.", ['Oʻqish', 'va', "ta'lim", 'togʻ']],
  ['kk', 'TikTok-та, «сөз»', ['TikTok', 'та', 'сөз']],
  ['ky', 'Өңүр – жер.', ['Өңүр', 'жер']],
  ['ru', 'Кто-то сказал: ёлка', ['Кто', 'то', 'сказал', 'ёлка']],
  ['en', 'It’s a page', ['It', 's', 'a', 'page']],
])('words of %s: %s', (locale, text, expected) => {
  expect(splitWords(locale, text).map((word) => word.text)).toEqual(expected);
});

test('words stand where their places say', () => {
  const text = 'Бұл «сөз» және Oʻzbek';
  for (const word of splitWords('uz', text)) expect(text.slice(word.start, word.end)).toBe(word.text);
});

describe('apostrophes of Uzbek', () => {
  test.each([
    ["O'zbek ma'no", 'Oʻzbek maʼno'],
    ['O‘zbek g’oya', 'Oʻzbek gʻoya'],
    ['to`g`ri', 'toʻgʻri'],
    ['taʻlim sanʻat', 'taʼlim sanʼat'],
    ['oʼqish', 'oʻqish'],
    ['tog‘', 'togʻ'],
    ['Oʻzbek maʼno', 'Oʻzbek maʼno'],
    ['“soʻz” ‘bir’', '“soʻz” ‘bir’'],
  ])('%s → %s', (given, expected) => {
    expect(mendUzbekApostrophes(given)).toBe(expected);
    expect(mendUzbekApostrophes(expected)).toBe(expected);
    expect(expected).toHaveLength(given.length);
  });
});

test.each([
  ['pаge', true],
  ['cөз', true],
  ['TikTokта', true],
  ['Page', false],
  ['Қазақстан', false],
  ['әңгіме', false],
  ['oʻzbek', false],
  ['2026', false],
  ['əşğı', false],
])('%s mixes Latin and Cyrillic: %s', (word, mixed) => {
  expect(mixesScripts(word)).toBe(mixed);
});
