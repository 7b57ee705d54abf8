import { describe, expect, it } from 'vitest';
import { analyse, analyseWords, type Locale } from '#language';

describe('analyse', () => {
  // Each row is one word in the spellings that readers type.
  const spellings: readonly [Locale, readonly string[]][] = [
    ['tr', ['İSTANBUL', 'ISTANBUL', 'istanbul', 'Istanbul', 'i̇stanbul', 'ıstanbul']],
    ['tr', ['IŞIK', 'ışık', 'isik', 'Isik', 'İSİK']],
    ['tr', ['öğretmen', 'OGRETMEN', 'ögretmen', 'Öğretmen'.normalize('NFD')]],
    ['tr', ['hâlâ', 'hala', 'HÂLÂ']],
    ['az', ['məktəb', 'mekteb', 'MƏKTƏB', 'Mekteb']],
    ['az', ['işıq', 'İŞIQ', 'isiq', 'ISIQ']],
    ['az', ['çıxın', 'CIXIN', 'cixin']],
    ['uz', ['Oʻzbek', "O'zbek", 'O‘zbek', 'O’zbek', 'O`zbek', 'ozbek', 'OZBEK']],
    ['uz', ['taʼlim', "ta'lim", 'ta’lim', 'TALIM']],
    ['uz', ['gʻoya', "G'OYA", 'goya']],
    ['kk', ['оқушы', 'окушы', 'ОҚУШЫ', 'Окушы']],
    ['kk', ['мәліметіңіз', 'малиметиниз', 'МӘЛІМЕТІҢІЗ']],
    ['kk', ['ғұлама', 'гулама']],
    ['ky', ['өзүңүз', 'озунуз', 'ӨЗҮҢҮЗ']],
    ['ky', ['дарыя', 'ДАРЫЯ']],
    ['ru', ['ещё', 'еще', 'ЕЩЁ', 'Еще']],
    ['en', ['café', 'CAFE', 'cafe']],
  ];

  it.each(spellings)('%s: gives %j one key', (locale, forms) => {
    const keys = forms.flatMap((form) => analyse(locale, form));
    expect(keys).toHaveLength(forms.length);
    expect(new Set(keys).size).toBe(1);
  });

  it('keeps letters apart that no reader confuses', () => {
    expect(analyse('ru', 'мой мои')).toEqual(['мой', 'мои']);
    expect(analyse('kk', 'жай жал')).toEqual(['жай', 'жал']);
  });

  it.each<[Locale, string, readonly string[]]>([
    ['tr', 'Türkiye’de iki, üç (4) sayfa!', ['turkiye', 'de', 'iki', 'uc', '4', 'sayfa']],
    ['en', 'fact-checker’s work', ['fact', 'checker', 's', 'work']],
    ['uz', "Oʻzbek «soʻz» soz'", ['ozbek', 'soz', 'soz']],
    ['kk', 'оқушы — 271-і', ['окушы', '271', 'и']],
    ['ru', '', []],
    ['en', '"+-*~^: … ʼ', []],
    ['en', '\uD800 a\uDFFF', ['a']],
  ])('%s: takes %j apart', (locale, text, keys) => {
    expect(analyse(locale, text)).toEqual(keys);
  });
});

describe('analyseWords', () => {
  it('knows where a word stands and which one follows an apostrophe', () => {
    expect(analyseWords('tr', "Ankara'ya git")).toEqual([
      { key: 'ankara', start: 0, end: 6, suffix: false },
      { key: 'ya', start: 7, end: 9, suffix: true },
      { key: 'git', start: 10, end: 13, suffix: false },
    ]);
  });

  it('does not take a quotation for a suffix', () => {
    expect(analyseWords('en', "say 'yes' now").map(({ suffix }) => suffix)).toEqual([false, false, false]);
  });
});
