import { describe, expect, it } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import { analyseText, type Locale } from '#language';
import { buildSearchIndex, collectRecords, createSearcher, type SearchAnswer, type SearchIndex } from '#search';
import { contentWith, lesson, section } from './lesson-content.ts';

const pathsOf = (answer: SearchAnswer) =>
  answer.groups.flatMap(({ opening, hits }) => [...(opening ? [opening.path] : []), ...hits.map(({ path }) => path)]);

// Through JSON, as the browser gets it.
function indexOf(locale: Locale, content: Parameters<typeof collectRecords>[0]): SearchIndex {
  return JSON.parse(JSON.stringify(buildSearchIndex(locale, collectRecords(content, locale)))) as SearchIndex;
}

const ownIndexes = new Map<Locale, SearchIndex>();
const { content: ownContent } = createContentReader('content')();

/** The index of the course's own lessons, made once. */
function ownIndexOf(locale: Locale): SearchIndex {
  if (!ownContent) throw new Error('content/ cannot be read');
  const index = ownIndexes.get(locale) ?? indexOf(locale, ownContent);
  ownIndexes.set(locale, index);
  return index;
}

/** The first places of the best page. */
function firstPaths(locale: Locale, query: string): string[] {
  const [group] = createSearcher(ownIndexOf(locale))(query).groups;
  const paths = [group?.opening, ...(group?.hits ?? [])].flatMap((hit) => (hit ? [hit.path] : []));
  return paths.slice(0, 3);
}

describe('the course’s own lessons', () => {
  const sideways = 'leave-the-page/#why-sideways-beats-down';
  const tea = 'leave-the-page/#a-filter-for-better-tea';
  const timur = 'leave-the-page/#finish-timurs-check';
  const stream = 'trace-it-back/#walk-against-the-stream';
  const river = 'trace-it-back/#your-turn-the-yellow-river';
  const elif = 'trace-it-back/#finish-elifs-check';
  const name = 'whom-to-trust/#the-borrowed-name';

  it.each<[Locale, string, string]>([
    ['en', 'SIDEWAYS beats', sideways],
    ['en', 'filtered teas', tea],
    ['en', 'timur’s check', timur],
    ['az', 'NIYE YANA OXUMAQ', sideways],
    ['az', 'çay üçün FİLTR', tea],
    ['az', 'cay ucun filtr', tea],
    ['az', 'sari cay', river],
    ['uz', "yonga O'QISH", sideways],
    ['uz', 'yonga oqish', sideways],
    ['uz', 'oqimga qarshi', stream],
    ['tr', 'AKINTIYA KARŞI', stream],
    ['tr', 'akintiya karsi', stream],
    ['tr', 'ODUNC ALINAN AD', name],
    ['tr', "Timur'un kontrolu", timur],
    ['ky', 'агымга каршы журунуз', stream],
    ['ky', 'ТИМУРДУН текшеруусун', timur],
    ['kk', 'катарластыра окыган', sideways],
    ['kk', 'АҒЫСҚА КАРСЫ', stream],
    ['kk', 'Тимурдын тексеруин', timur],
    ['ru', 'желтая РЕКА', river],
    ['ru', 'против течения', stream],
    ['ru', 'ЧУЖОЕ имя', name],
  ])('%s: %j leads to the section', (locale, query, expected) => {
    expect(firstPaths(locale, query)).toContain(`media-literacy/finding-the-source/${expected}`);
  });

  it.each<[Locale, string, string]>([
    ['az', 'mekteblerimizden', elif],
    ['az', 'sarıların çaylarımızda', river],
    ['az', 'filtrimizdən', tea],
    ['uz', 'maktablarimizda', elif],
    ['uz', 'daryolarimizdan', river],
    ['uz', 'мактабларимизда', elif],
    ['tr', 'nehirlerimizden', river],
    ['tr', 'filtrelerimizle', tea],
    ['kk', 'мектептерінде', elif],
    ['kk', 'озендеримизден', river],
    ['kk', 'сүзгілеріміз', tea],
    ['ky', 'дарыяларга', river],
    ['ky', 'чыпкалар', tea],
    ['ky', 'дарыяларыбыздан', river],
    ['ru', 'реками желтыми', river],
    ['ru', 'фильтрами', tea],
    ['en', 'filtering teas', tea],
  ])('%s: %j, a form that no lesson has, leads to the section that has another', (locale, query, expected) => {
    const { terms } = ownIndexOf(locale).index;
    const known = analyseText(locale, query).filter(({ surface }) => terms.includes(surface));
    expect(known.map(({ surface }) => surface)).toEqual([]);
    expect(firstPaths(locale, query)).toContain(`media-literacy/finding-the-source/${expected}`);
  });

  it.each<[Locale, string]>([
    ['az', 'mənbələrimizdən'],
    ['uz', 'manbalarimizdan'],
    ['tr', 'kaynaklardan'],
    ['kk', 'дереккөздерімізден'],
    ['ky', 'булактардан'],
    ['ru', 'источниками'],
    ['en', 'sourced'],
  ])('%s: %j finds sources, and marks them in their own forms', (locale, query) => {
    const { groups } = createSearcher(ownIndexOf(locale))(query);
    const hits = groups.flatMap((group) => [...(group.opening ? [group.opening] : []), ...group.hits]);
    const marks = hits.flatMap(({ heading, excerpt }) => [...heading, ...excerpt].filter(({ marked }) => marked));
    expect(marks.length).toBeGreaterThan(1);
  });
});

describe('createSearcher', () => {
  const first = lesson('en', {
    sections: [
      section('', 'You open it.'),
      section('A filter for tea', 'Tea with a page.'),
      section('Nothing of it', 'Other words.'),
    ],
  });
  const glossary = new Map([['source', { en: { term: 'tea', definition: 'A drink.', avoid: ['chai'] } }]]);
  const search = createSearcher(indexOf('en', contentWith({ en: first }, glossary)));

  it('puts the sections that have all the words before any that have some', () => {
    expect(pathsOf(search('tea page'))).toEqual(['course/module/lesson/#at-16']);
    expect(pathsOf(search('open tea'))).toContain('course/module/lesson/');
  });

  it.each<[Locale, string, exact: string, stem: string, prefix: string]>([
    ['az', 'kitablar', 'kitablar', 'kitabın', 'kitablarcası'],
    ['uz', 'kitoblar', 'kitoblar', 'kitobning', 'kitoblarxona'],
    ['tr', 'kaynaklar', 'kaynaklar', 'kaynağa', 'kaynaklarcasız'],
    ['kk', 'мектептер', 'мектептер', 'мектебіміз', 'мектептерхана'],
    ['ky', 'мектептер', 'мектептер', 'мектебибиз', 'мектептерчок'],
    ['ru', 'река', 'река', 'реки', 'рекаож'],
    ['en', 'filter', 'filter', 'filtering', 'filterless'],
  ])('%s: puts %j as it stands before another form, and that before a longer word', (locale, query, ...words) => {
    const sections = [...words].reverse().map((word, place) => section('x'.repeat(place + 1), `${word} abc.`));
    const version = lesson(locale, { title: '', summary: '', objectives: [], sections });
    const found = createSearcher(indexOf(locale, contentWith({ [locale]: version })))(query);
    expect(pathsOf(found)).toEqual([3, 2, 1].map((length) => `course/module/lesson/#at-${length}`));
  });

  it('gives the opening, not every section, for a word of the lesson’s title', () => {
    expect(pathsOf(search('leave'))).toEqual(['course/module/lesson/']);
    expect(search('leave').groups[0]?.title).toEqual([
      { text: 'Leave', marked: true },
      { text: ' the page', marked: false },
    ]);
  });

  it('counts what it gives', () => {
    const answer = search('tea');
    expect(answer.count).toBe(pathsOf(answer).length);
    expect(answer.groups.map(({ kind }) => kind).sort()).toEqual(['glossary', 'lesson']);
  });

  it('finds a term by a form to avoid', () => {
    expect(pathsOf(search('CHAI'))).toEqual(['glossary/#source']);
  });

  it.each([
    '',
    '   ',
    '*',
    '+tea -page',
    'title:tea',
    'tea~1 ^ :',
    '"',
    '<script>alert(1)</script>',
    '\uD800',
    'tea\uDC00',
    '__proto__',
    'constructor toString',
    'x'.repeat(10_000),
    'tea '.repeat(10_000),
    '\0\u202e',
  ])('survives %#', (query) => {
    const answer = search(query);
    expect(answer.count).toBe(pathsOf(answer).length);
  });
});
