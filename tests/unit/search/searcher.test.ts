import { describe, expect, it } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import type { Locale } from '#language';
import { buildSearchIndex, collectRecords, createSearcher, type SearchAnswer } from '#search';
import { contentWith, lesson, section } from './lesson-content.ts';

const pathsOf = (answer: SearchAnswer) =>
  answer.groups.flatMap(({ opening, hits }) => [...(opening ? [opening.path] : []), ...hits.map(({ path }) => path)]);

function searcherOf(locale: Locale, content = createContentReader('content')().content) {
  if (!content) throw new Error('content/ cannot be read');
  // Through JSON, as the browser gets it.
  return createSearcher(JSON.parse(JSON.stringify(buildSearchIndex(locale, collectRecords(content, locale)))));
}

describe('the course’s own lessons', () => {
  const sideways = 'leave-the-page/#why-sideways-beats-down';
  const tea = 'leave-the-page/#a-filter-for-better-tea';
  const timur = 'leave-the-page/#finish-timurs-check';
  const stream = 'trace-it-back/#walk-against-the-stream';
  const river = 'trace-it-back/#your-turn-the-yellow-river';
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
    const [group] = searcherOf(locale)(query).groups;
    const paths = [group?.opening?.path, ...(group?.hits ?? []).map(({ path }) => path)].slice(0, 3);
    expect(paths).toContain(`media-literacy/finding-the-source/${expected}`);
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
  const search = searcherOf('en', contentWith({ en: first }, glossary) as never);

  it('puts the sections that have all the words before any that have some', () => {
    expect(pathsOf(search('tea page'))).toEqual(['course/module/lesson/#at-16']);
    expect(pathsOf(search('open tea'))).toContain('course/module/lesson/');
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
