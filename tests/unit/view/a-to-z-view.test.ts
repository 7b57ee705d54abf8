import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import { localeTags, type Locale } from '#language';
import { createTranslator, type Catalogue } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import { collectRecords } from '#search';
import { createLinks } from '../../../src/site/links.ts';
import type { PageContext } from '../../../src/site/page-context.ts';
import { aToZView, type IndexEntry } from '../../../src/site/view/a-to-z-view.ts';
import { lesson, section, contentWith } from '../search/lesson-content.ts';

const { content: own } = createContentReader('content')();
if (!own) throw new Error('content/ cannot be read');
const ownContent = own;

function contextOf(locale: Locale, parts: Partial<PageContext['content']> = {}): PageContext {
  return {
    locale,
    content: { ...ownContent, ...parts },
    t: createTranslator(locale, JSON.parse(readFileSync(`content/interface/${locale}.json`, 'utf8')) as Catalogue),
    format: createFormatters(locale),
    links: createLinks('/base/', 'https://bilig.example'),
  };
}

const entriesOf = (context: PageContext): IndexEntry[] => aToZView(context).flatMap(({ items }) => items);
const headwordsOf = (context: PageContext) => entriesOf(context).map(({ headword }) => headword);
const placesOf = (locale: Locale, headword: string) =>
  entriesOf(contextOf(locale)).find((entry) => entry.headword === headword)?.places ?? [];

describe('the index from A to Z', () => {
  it('leads from a word of a heading to its section', () => {
    const tea = 'media-literacy/finding-the-source/leave-the-page/#a-filter-for-better-tea';
    const words = { az: 'Çay', uz: 'Choyni', tr: 'Çay', kk: 'Шайға', ky: 'Чай', ru: 'Чая', en: 'Tea' };
    for (const locale of localeTags)
      expect(
        placesOf(locale, words[locale]).map(({ href }) => href),
        locale,
      ).toContain(`/base/${locale}/${tea}`);
  });

  it('leads from a term to its definition first and then to the sections that use it', () => {
    const [definition, ...sections] = placesOf('kk', 'Қатарлас оқу');
    expect(definition).toEqual({ href: '/base/kk/glossary/#lateral-reading', title: 'қатарлас оқу', page: 'Сөздік' });
    expect(sections).toContainEqual({
      href: '/base/kk/media-literacy/finding-the-source/leave-the-page/#why-sideways-beats-down',
      title: 'Неге төмен қарай емес, қатарластыра оқыған дұрыс',
      page: 'Беттен шығыңыз',
    });
  });

  it('leads from a form to avoid to the terms that stand for it', () => {
    const terms = (locale: Locale, form: string) => placesOf(locale, form).map(({ title }) => title);
    expect(terms('en', 'Fake news')).toEqual(['disinformation', 'misinformation']);
    expect(terms('az', 'Üfüqi oxu')).toEqual(['yanaşı oxu']);
    expect(terms('ky', 'Фейк')).toEqual(['дезинформация', 'жаңылыш маалымат']);
  });

  it('has every place that the search has', () => {
    for (const locale of localeTags) {
      const { pages, records } = collectRecords(ownContent, locale);
      const places = entriesOf(contextOf(locale)).flatMap((entry) => entry.places.map(({ href }) => href));
      const missing = records
        .map(({ page, anchor }) => `/base/${locale}/${pages[page]?.path ?? ''}${anchor && `#${anchor}`}`)
        .filter((href) => !places.includes(href));
      expect(missing, locale).toEqual([]);
    }
  });

  it('follows the alphabet of the language, with its own letters as groups', () => {
    const lettersOf = (locale: Locale, headings: readonly string[]) => {
      const sections = headings.map((heading) => section(heading, ''));
      const content = contentWith({ [locale]: lesson(locale, { title: '1984', sections }) });
      return aToZView(contextOf(locale, content)).map(({ letter }) => letter);
    };
    expect(lettersOf('az', ['şair', 'səs', 'ıslıq', 'iz', 'İzah', 'çay', 'cavab', 'qəzet', 'xəbər', 'ə'])).toEqual([
      'C',
      'Ç',
      'Ə',
      'X',
      'I',
      'İ',
      'Q',
      'S',
      'Ş',
    ]);
    expect(lettersOf('uz', ['shahar', 'savol', 'oʻqish', 'ovoz', 'choy', 'gʻalaba', 'gazeta', 'yoʻl'])).toEqual([
      'G',
      'O',
      'S',
      'Y',
      'Oʻ',
      'Gʻ',
      'Sh',
      'Ch',
    ]);
    expect(lettersOf('kk', ['әдет', 'адам', 'қала', 'кітап', 'ізі', 'үй', 'ұсыныс', 'ғылым', 'газет'])).toEqual([
      'А',
      'Ә',
      'Г',
      'Ғ',
      'К',
      'Қ',
      'Ұ',
      'Ү',
      'І',
    ]);
  });

  it('takes spellings that differ in case for one word and leaves words that only join others out', () => {
    const sections = [section('İlk ad', ''), section('ILK, ilk və son AD üçün', '')];
    const content = contentWith({ az: lesson('az', { title: 'Ad', sections }) });
    expect(headwordsOf(contextOf('az', content))).toEqual(['Ad', 'İlk', 'Son']);
    const english = contentWith({ en: lesson('en', { title: 'The Trust', sections: [section('', '')] }) });
    expect(headwordsOf(contextOf('en', english))).toEqual(['Trust']);
  });

  it('leaves a borrowed lesson and a term of another language out, and survives a course without either', () => {
    const content = contentWith(
      { en: lesson('en') },
      new Map([['claim', { en: { term: 'claim', definition: 'x', avoid: [] } }]]),
    );
    expect(aToZView(contextOf('kk', content))).toEqual([]);
    expect(aToZView(contextOf('kk', { courses: [], glossary: new Map() }))).toEqual([]);
  });

  it('keeps headings as they are, whatever stands in them', () => {
    const title = 'A<b>“&” – 𝒳 \u{D83D} *?+:^~';
    const content = contentWith({ en: lesson('en', { title, sections: [section('', '')] }) });
    expect(entriesOf(contextOf('en', content)).every(({ places }) => places[0]?.title === title)).toBe(true);
  });
});
