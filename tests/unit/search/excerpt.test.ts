import { describe, expect, it } from 'vitest';
import type { Locale } from '#language';
import { analyse } from '#language';
import { markExcerpt, markWords, openingExcerpt, type Segment } from '#search';

const shown = (segments: readonly Segment[] | null) =>
  segments?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('') ?? null;
const keysOf = (locale: Locale, words: string) => {
  const keys = new Set(analyse(locale, words));
  return (key: string) => keys.has(key);
};

describe('markWords', () => {
  it.each<[Locale, string, string, string]>([
    ['tr', 'istanbul isik', 'İSTANBUL’da ışık var', '[İSTANBUL]’da [ışık] var'],
    ['az', 'mekteb', 'Bizim Məktəb: məktəb', 'Bizim [Məktəb]: [məktəb]'],
    ['uz', "o'qish", 'Yondosh oʻqish usuli', 'Yondosh [oʻqish] usuli'],
    ['kk', 'окушы', '271 оқушы келді', '271 [оқушы] келді'],
    ['ky', 'озунуз', 'Эми ӨЗҮҢҮЗ', 'Эми [ӨЗҮҢҮЗ]'],
    ['ru', 'еще', 'Ещё раз', '[Ещё] раз'],
    ['en', 'CAFE', 'A cafe\u0301 here', 'A [café] here'],
    ['en', 'b', '<b>b</b> & "b"', '<[b]>[b]</[b]> & "[b]"'],
    ['en', 'nothing', 'No word of it', 'No word of it'],
    ['en', 'x', '', ''],
  ])('%s: marks %j in %j', (locale, words, text, expected) => {
    expect(shown(markWords(locale, text, keysOf(locale, words)))).toBe(expected);
  });
});

describe('markExcerpt', () => {
  const filler = 'Some words that nobody looks for stand here and go on for a while. '.repeat(8);

  it('is the whole of a short text', () => {
    expect(shown(markExcerpt('en', 'Tea and water.', keysOf('en', 'water')))).toBe('Tea and [water].');
  });

  it('begins with the sentence of the first word found and says that something is left out', () => {
    const text = `${filler}The filter makes tea. ${filler}`;
    const excerpt = shown(markExcerpt('en', text, keysOf('en', 'filter tea'))) ?? '';
    expect(excerpt).toMatch(/^… The \[filter\] makes \[tea\]\. Some/u);
    expect(excerpt).toMatch(/\w ?…$/u);
    expect(excerpt.length).toBeLessThan(260);
  });

  it('shows the place where most of the words stand together', () => {
    const text = `The filter alone. ${filler}The filter for water. ${filler}`;
    expect(shown(markExcerpt('en', text, keysOf('en', 'filter water')))).toContain('The [filter] for [water].');
  });

  it('is null where no word is found', () => {
    expect(markExcerpt('en', filler, keysOf('en', 'filter'))).toBeNull();
    expect(markExcerpt('en', '', keysOf('en', 'filter'))).toBeNull();
  });

  it('keeps to its length in a text without spaces or sentences', () => {
    const text = `${'слово,'.repeat(400)}нашли${',слово'.repeat(400)}`;
    const excerpt = shown(markExcerpt('ru', text, keysOf('ru', 'нашли'))) ?? '';
    expect(excerpt).toContain('[нашли]');
    expect(excerpt.length).toBeLessThan(340);
    const long = 'я'.repeat(5_000);
    expect(shown(markExcerpt('ru', long, keysOf('ru', long)))?.length).toBeLessThan(260);
  });
});

describe('openingExcerpt', () => {
  it('is the beginning of the text', () => {
    expect(shown(openingExcerpt('Short.'))).toBe('Short.');
    expect(shown(openingExcerpt(''))).toBe('');
    expect(shown(openingExcerpt('word '.repeat(200)))).toMatch(/^word .*word…$/u);
  });
});
