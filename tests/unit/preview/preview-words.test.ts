import type { VersionReport } from '#authoring';
import type { Problem } from '#problem';
import { describe, expect, test } from 'vitest';
import { pagePlace, placePath } from '../../../src/site/preview/page-place.ts';
import { problemView, quoteHtml } from '../../../src/site/preview/problem-view.ts';
import { readingFacts, versionFacts } from '../../../src/site/preview/version-facts.ts';

describe('the page at an address', () => {
  test.each([
    [
      '/kk/media-literacy/finding-the-source/leave-the-page/',
      '/',
      'kk',
      'media-literacy/finding-the-source/leave-the-page',
      false,
    ],
    ['/base/az/exercises/', '/base/', 'az', 'exercises', false],
    ['/embed/uz/media-literacy/finding-the-source/', '/', 'uz', 'media-literacy/finding-the-source', true],
    ['/ru/', '/', 'ru', '', false],
  ])('%s', (path, base, locale, address, embedded) => {
    const place = pagePlace(path, base);
    expect(place).toEqual({ locale, address, embedded });
    if (place) expect(path).toContain(`/${placePath(place)}/`);
  });

  test.each([
    '/',
    '/preview/panel/kk/media-literacy/',
    '/xx/media-literacy/',
    '/@vite/client',
    '/robots.txt',
    '//kk@evil/',
  ])('%s is none of a language', (path) => expect(pagePlace(path, '/')).toBeNull());
});

const problem: Problem = {
  file: 'courses/media-literacy/finding-the-source/leave-the-page/kk.mdx',
  line: 2,
  column: 5,
  rule: 'component-unknown',
  severity: 'error',
  message: 'There is no <Nota>.',
  hint: 'Write `<Note>`.',
};
const places = {
  folder: 'content',
  texts: new Map([[problem.file, 'бір\nекі <Nota>\n']]),
  ruleHref: (rule: string) => `/preview/rules/${rule}/`,
};

describe('a problem on a page', () => {
  test('leads to its line and column in the file of its language', () => {
    const { openHref, place, ruleHref } = problemView(problem, places);
    expect(place).toBe(`content/${problem.file}:2:5`);
    expect(new URL(openHref, 'http://127.0.0.1').searchParams.get('file')).toBe(place);
    expect(ruleHref).toBe('/preview/rules/component-unknown/');
  });

  test('names files as they are called, whatever stands in their names', () => {
    const file = 'courses/demo/first/дерек & көз#1?/kk.mdx';
    const { openHref } = problemView({ ...problem, file }, places);
    expect(new URL(openHref, 'http://127.0.0.1').searchParams.get('file')).toBe(`content/${file}:2:5`);
  });

  test('quotes the line with a caret below the place, and nothing of it becomes markup', () => {
    const { quote } = problemView(problem, places);
    expect(quote && quoteHtml(2, quote)).toBe('2 │ екі <mark>&lt;</mark>Nota>\n  │     ^');
    const html = quoteHtml(12, { before: '<img src=x onerror="alert(1)">', at: '&', after: '</pre><script>' });
    expect(html).not.toMatch(/<(?!\/?mark>)/u);
  });
});

const version = (more: Partial<VersionReport>): VersionReport => ({
  locale: 'kk',
  file: 'kk.mdx',
  isSource: false,
  state: 'reviewed',
  unreadable: false,
  problems: [],
  differences: 0,
  reading: null,
  ...more,
});

describe('what is stale', () => {
  test.each([
    ['a reviewed translation as its source', [version({})], 'reviewed', 'as its source'],
    ['one that differs', [version({ differences: 2 })], 'reviewed', 'stale: differs from its source in 2 places'],
    [
      'a machine draft that differs',
      [version({ state: 'machine-draft', differences: 1 })],
      'machine draft',
      'stale: differs from its source in 1 place',
    ],
    ['the source', [version({ isSource: true, state: null })], 'source', ''],
    ['a file that cannot be read', [version({ unreadable: true, state: null })], 'state unknown', 'cannot be read'],
    ['a language without the page', [], 'not translated', 'readers see the source language, with a notice'],
    ['examples in several states', [version({}), version({ state: 'in-review' })], 'in review', 'as its source'],
  ])('%s', (_what, versions, state, standing) => {
    expect(versionFacts(versions)).toEqual({ state, standing });
  });
});

describe('how a page reads', () => {
  const part = { words: 900, sentences: 60, characters: 6000, medianSentence: 17, longestMedian: 15 };
  const options = { minutes: 12, timeOf: (characters: number) => characters * 68 };

  test('is said in words, minutes and sentences, beside the minutes that the course promises', () => {
    expect(readingFacts([part], options)).toEqual([
      '900 words in 60 sentences.',
      'The text takes 7 minutes to read. course.yaml says 12 with exercises.',
      'Half of the sentences have 17 words or more; divide some until it is 15 or fewer.',
    ]);
  });

  test('of several files is their sum, without a sentence in the middle', () => {
    expect(
      readingFacts([part, { ...part, words: 1, sentences: 1, characters: 4 }], { ...options, minutes: null }),
    ).toEqual(['901 words in 61 sentences.', 'The text takes 7 minutes to read.']);
  });
});
