import { describe, expect, it } from 'vitest';
import { analyseText, searchKeys, searchLanguages, type SearchLanguage } from '#language';

/** True if a query for the one word finds the other. */
function meets(language: SearchLanguage, one: string, other: string): boolean {
  const keys = searchKeys(language, other);
  return searchKeys(language, one).some((key) => keys.includes(key));
}

describe('searchKeys', () => {
  // Each row is one word in forms that a lesson and a query may hold: all pairs must meet.
  const words: readonly [SearchLanguage, readonly string[]][] = [
    ['az', ['xəbər', 'xəbərlər', 'xəbərlərdən', 'xəbərin', 'xəbəri', 'XƏBƏR', 'xeberler']],
    ['az', ['mənbə', 'mənbələr', 'mənbəyə', 'mənbəni', 'mənbəsi', 'mənbələrinin']],
    ['az', ['dezinformasiya', 'dezinformasiyanı', 'dezinformasiyaya', 'dezinformasiyanın']],
    ['az', ['yoxlamaq', 'yoxladım', 'yoxlayırıq', 'yoxlayacaqlar', 'yoxlanılır']],
    ['az', ['torpaq', 'torpağı', 'torpağın', 'torpaqlarda']],
    ['tr', ['haber', 'haberler', 'haberlerden', 'haberin', 'haberi', 'HABER']],
    ['tr', ['kaynak', 'kaynağı', 'kaynaklarını', 'kaynaktan', 'kaynagi']],
    ['tr', ['doğrulamak', 'doğruladım', 'doğruluyoruz', 'doğrulayacaklar', 'doğrulama', 'dogruladi']],
    ['tr', ['medya', 'medyada', 'medyanın', 'medyaya', 'medyayı']],
    ['tr', ['Türkiye', 'Türkiye’de', "Türkiye'nin", 'TÜRKİYE', 'turkiye']],
    ['tk', ['habar', 'habarlar', 'habarlardan', 'habary', 'habaryň']],
    ['tk', ['kitaphana', 'kitaphanada', 'kitaphananyň', 'kitaphanalar']],
    ['tk', ['okamak', 'okady', 'okaýar', 'okaýarlar', 'okapdyr', 'okayar']],
    ['uz', ['axborot', 'ахборот', 'AXBOROT']],
    ['uz', ["o'qituvchi", 'oʻqituvchi', 'oqituvchi', 'ўқитувчи']],
    ['kk', ['ақпарат', 'акпарат', 'АҚПАРАТ']],
    ['ky', ['өлкө', 'олко', 'ӨЛКӨ']],
    ['ru', ['новость', 'новости', 'новостями', 'НОВОСТЬ']],
    ['ru', ['учёба', 'учеба', 'учёбы']],
    ['en', ['source', 'sources', 'SOURCE']],
    ['en', ['check', 'checked', 'checking', 'checks']],
  ];

  it.each(words)('%s: the forms of a word find each other: %j', (language, forms) => {
    const strangers = forms.flatMap((one) =>
      forms.filter((other) => !meets(language, one, other)).map((o) => [one, o]),
    );
    expect(strangers).toEqual([]);
  });

  it.each<[SearchLanguage, string, string]>([
    ['az', 'xəbər', 'xərc'],
    ['az', 'kitab', 'kitabxana'],
    ['tr', 'haber', 'hesap'],
    ['tr', 'kaynak', 'kayık'],
    ['tk', 'habar', 'hasap'],
    ['tk', 'jan', 'žan'],
    ['uz', 'maktab', 'makon'],
    ['ru', 'новость', 'новатор'],
  ])('%s: %s does not find %s', (language, one, other) => {
    expect(meets(language, one, other)).toBe(false);
  });

  it('gives a word no more than three keys, each once', () => {
    for (const [language, forms] of words) {
      for (const keys of forms.map((form) => searchKeys(language, form))) {
        expect(keys.length).toBeLessThanOrEqual(3);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it.each<[SearchLanguage, string, string]>([
    ['kk', 'кyн', 'күн'], // Latin y
    ['ky', 'Cүрөт', 'сүрөт'], // Latin C
    ['az', 'kitаb', 'kitab'], // Cyrillic а
    ['tr', 'НABER', 'haber'], // Cyrillic Н
    ['ru', 'cемья', 'семья'], // Latin c
  ])('%s: takes look-alike letters for what they look like: %s, %s', (language, one, other) => {
    expect(meets(language, one, other)).toBe(true);
  });

  it('leaves a Latin name in a Cyrillic text as it is', () => {
    expect(searchKeys('ru', 'Facebook')).toEqual(['facebook']);
  });

  it('knows a name after an apostrophe from a suffix', () => {
    expect(analyseText('tr', "d'Artagnan Ankara'da").map(({ suffix }) => suffix)).toEqual([false, false, false, true]);
    expect(analyseText('tr', "Ankara'da").map(({ keys }) => keys.length > 0)).toEqual([true, false]);
  });

  it('says where each word stands in the composed text', () => {
    const text = 'Yalan xəbərlər, şəkillər 2026'.normalize('NFD');
    const composed = text.normalize('NFC');
    expect(analyseText('az', text).map(({ start, end }) => composed.slice(start, end))).toEqual([
      'Yalan',
      'xəbərlər',
      'şəkillər',
      '2026',
    ]);
  });

  describe.each(searchLanguages)('%s', (language) => {
    it.each([
      ['nothing', ''],
      ['blanks', ' \t\n '],
      ['punctuation', '— … ?!'],
      ['apostrophes', "'’ʻʼ`´"],
      ['a lone surrogate', 'a\uD800b \uDC00'],
      ['marks without a letter', '\u0301\u0307'],
      ['search syntax', '+title:x^10 -foo~2 *bar* a:b:c \\'],
      ['names of properties', '__proto__ constructor toString'],
      ['a long word', 'lar'.repeat(4000)],
      ['a long text', 'kitablarımızdan '.repeat(700)],
      ['other scripts', '日本語 العربية 👩‍🏫 ﬁ ① İIıi'],
    ])('takes %s', (_, text) => {
      const keys = searchKeys(language, text);
      expect(keys.every((key) => /^[\p{L}\p{N}\p{M}]+$/u.test(key))).toBe(true);
    });

    it('keeps numbers whole', () => {
      expect(searchKeys(language, '2026')).toEqual(['2026']);
    });

    it('gives a folded query the keys of the word', () => {
      const plain = {
        az: 'mekteb',
        tr: 'ogretmen',
        tk: 'okuwcy',
        uz: 'oqish',
        kk: 'омир',
        ky: 'омур',
        ru: 'ежик',
        en: 'cafe',
      };
      const marked = {
        az: 'məktəb',
        tr: 'öğretmen',
        tk: 'okuwçy',
        uz: 'oʻqish',
        kk: 'өмір',
        ky: 'өмүр',
        ru: 'ёжик',
        en: 'café',
      };
      expect(searchKeys(language, plain[language])).toEqual(searchKeys(language, marked[language]));
    });
  });
});
