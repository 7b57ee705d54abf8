import { describe, expect, it } from 'vitest';
import type { Locale } from '#language';
import { createWordReader, markExcerpt, markWords, openingExcerpt, termsOf, type IsFound, type Segment } from '#search';

const shown = (segments: readonly Segment[] | null) =>
  segments?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('') ?? null;

/** True for the words of the query in any form, as where the index holds them all. */
function foundBy(locale: Locale, query: string): IsFound {
  const found = new Set(createWordReader(locale)(query).flatMap(termsOf));
  return (word) => termsOf(word).some((term) => found.has(term));
}

const mark = (locale: Locale, text: string, query: string) =>
  shown(markWords(createWordReader(locale), text, foundBy(locale, query)));
const excerptOf = (locale: Locale, text: string, query: string) =>
  shown(markExcerpt(createWordReader(locale), text, foundBy(locale, query)));

describe('markWords', () => {
  it.each<[Locale, string, string, string]>([
    ['tr', 'istanbul isik', 'İSTANBUL’da ışık var', '[İSTANBUL]’da [ışık] var'],
    ['az', 'mekteb', 'Bizim Məktəb: məktəb', 'Bizim [Məktəb]: [məktəb]'],
    ['uz', "o'qish", 'Yondosh oʻqish usuli', 'Yondosh [oʻqish] usuli'],
    ['kk', 'окушы', '271 оқушы келді', '271 [оқушы] келді'],
    ['ky', 'озунуз', 'Эми ӨЗҮҢҮЗ', 'Эми [ӨЗҮҢҮЗ]'],
    ['ru', 'еще', 'Ещё раз', '[Ещё] раз'],
    ['az', 'məktəblərdən', 'Məktəbimizin üç müəllimi', '[Məktəbimizin] üç müəllimi'],
    ['tr', 'kaynakları', 'Kaynağa dönün', '[Kaynağa] dönün'],
    ['en', 'filtered', 'Filters, filtering', '[Filters], [filtering]'],
    ['en', 'CAFE', 'A cafe\u0301 here', 'A [café] here'],
    ['en', 'b', '<b>b</b> & "b"', '<[b]>[b]</[b]> & "[b]"'],
    ['en', 'nothing', 'No word of it', 'No word of it'],
    ['en', 'x', '', ''],
  ])('%s: marks %j in %j', (locale, words, text, expected) => {
    expect(mark(locale, text, words)).toBe(expected);
  });
});

describe('markExcerpt', () => {
  const filler = 'Some words that nobody looks for stand here and go on for a while. '.repeat(8);

  it('is the whole of a short text', () => {
    expect(excerptOf('en', 'Tea and water.', 'water')).toBe('Tea and [water].');
  });

  it('begins with the sentence of the first word found and says that something is left out', () => {
    const text = `${filler}The filter makes tea. ${filler}`;
    const excerpt = excerptOf('en', text, 'filter tea') ?? '';
    expect(excerpt).toMatch(/^… The \[filter\] makes \[tea\]\. Some/u);
    expect(excerpt).toMatch(/\w ?…$/u);
    expect(excerpt.length).toBeLessThan(260);
  });

  it('shows the place where most of the words stand together', () => {
    const text = `The filter alone. ${filler}The filter for water. ${filler}`;
    expect(excerptOf('en', text, 'filter water')).toContain('The [filter] for [water].');
  });

  it('takes forms of a word for one when it counts different words', () => {
    const text = `Filters filtered, filtering filters. ${filler}The filter for water. ${filler}`;
    expect(excerptOf('en', text, 'filter water')).toContain('The [filter] for [water].');
  });

  it('is null where no word is found', () => {
    expect(excerptOf('en', filler, 'filter')).toBeNull();
    expect(excerptOf('en', '', 'filter')).toBeNull();
  });

  it('keeps to its length in a text without spaces or sentences', () => {
    const text = `${'слово,'.repeat(400)}нашли${',слово'.repeat(400)}`;
    const excerpt = excerptOf('ru', text, 'нашли') ?? '';
    expect(excerpt).toContain('[нашли]');
    expect(excerpt.length).toBeLessThan(340);
    const long = 'я'.repeat(5_000);
    expect(excerptOf('ru', long, long)?.length).toBeLessThan(260);
  });
});

describe('openingExcerpt', () => {
  it('is the beginning of the text', () => {
    expect(shown(openingExcerpt('Short.'))).toBe('Short.');
    expect(shown(openingExcerpt(''))).toBe('');
    expect(shown(openingExcerpt('word '.repeat(200)))).toMatch(/^word .*word…$/u);
  });
});
