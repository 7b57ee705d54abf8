import { describe, expect, it } from 'vitest';
import { analyseText, type Locale } from '#language';
import { createWordReader, termsOf } from '#search';

const surfaces = (locale: Locale, text: string) => analyseText(locale, text).map(({ surface }) => surface);

describe('words as the index has them', () => {
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

  it.each(spellings)('%s: takes %j for one word', (locale, forms) => {
    const found = forms.flatMap((form) => surfaces(locale, form));
    expect(found).toHaveLength(forms.length);
    expect(new Set(found).size).toBe(1);
  });

  it('keeps letters apart that no reader confuses', () => {
    expect(surfaces('ru', 'мой мои')).toEqual(['мой', 'мои']);
    expect(surfaces('kk', 'жай жал')).toEqual(['caj', 'cal']);
  });

  it.each<[Locale, string, readonly string[]]>([
    ['tr', 'Türkiye’de iki, üç (4) sayfa!', ['turkiye', 'de', 'iki', 'uc', '4', 'sayfa']],
    ['en', 'fact-checker’s work', ['fact', 'checker', 's', 'work']],
    ['uz', "Oʻzbek «soʻz» soz'", ['ozbek', 'soz', 'soz']],
    ['kk', 'оқушы — 271-і', ['okuxy', '271', 'i']],
    ['ru', '', []],
    ['en', '"+-*~^: … ʼ', []],
    ['en', '\uD800 a\uDFFF', ['a']],
  ])('%s: takes %j apart', (locale, text, keys) => {
    expect(surfaces(locale, text)).toEqual(keys);
  });
});

describe('termsOf', () => {
  it('gives a word and its stems, each marked so that no word is taken for it', () => {
    expect(termsOf({ surface: 'evler', keys: ['ev', 'evle'] })).toEqual(['evler', 'ev=', 'evle=']);
  });

  it('gives a suffix after an apostrophe no stem', () => {
    expect(analyseText('tr', "Ankara'ya git").map(termsOf)[1]).toEqual(['ya']);
  });
});

describe('createWordReader', () => {
  it('takes a text apart once', () => {
    const readWords = createWordReader('az');
    expect(readWords('Bizim məktəb')).toBe(readWords('Bizim məktəb'));
    expect(readWords('Bizim məktəb')).toEqual(analyseText('az', 'Bizim məktəb'));
  });
});

describe('analyseText', () => {
  it('does not take a quotation for a suffix', () => {
    expect(analyseText('en', "say 'yes' now").map(({ suffix }) => suffix)).toEqual([false, false, false]);
  });
});
