import { pageAddresses, reportPage, type PageAddress } from '#authoring';
import { describe, expect, test } from 'vitest';
import { check, overlay, read } from './overlay.ts';

const address = 'demo/first/two';
const kazakh = 'courses/demo/first/two/kk.mdx';
const english = 'courses/demo/first/two/en.mdx';
const base = overlay({});
const textOf = (file: string) => base.texts.get(file) ?? '';

function report(texts: Readonly<Record<string, string | null>>, place: Partial<PageAddress> = {}) {
  const files = overlay(texts);
  return reportPage(read(files), check(files), { locale: 'kk', address, ...place });
}

describe('the report of a page', () => {
  test('tells the faults of the language that is shown from those of the others', () => {
    const found = report({
      [kazakh]: `${textOf(kazakh)}\n<Nota>\n\nҚате.\n\n</Nota>\n`,
      [english]: `${textOf(english)}\n<constructor/>\n`,
    });
    expect(found?.own.map(({ file, problems }) => [file, problems.map(({ rule }) => rule)])).toEqual([
      [kazakh, ['component-unknown']],
    ]);
    expect(found?.others.map(({ file }) => file)).toContain(english);
    expect(found?.others.flatMap(({ problems }) => problems.map(({ rule }) => rule))).toContain('html-not-allowed');
  });

  test('names the faults of the course, of captions and of site.yaml as shared, all others as elsewhere', () => {
    const found = report({
      'courses/demo/course.yaml': textOf('courses/demo/course.yaml').replace(/^level: .*$/mu, 'level: 9'),
      'site.yaml': textOf('site.yaml').replace(/^base: .*$/mu, 'base: nowhere'),
      'glossary/claim.yaml': 'en: [',
    });
    expect(found?.shared.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['courses/demo/course.yaml', 'site.yaml']),
    );
    expect(found?.elsewhere.map(({ file }) => file)).toContain('glossary/claim.yaml');
    expect(found?.shared.some(({ file }) => file.startsWith('glossary/'))).toBe(false);
  });

  test('says that a translation is stale where its source has a section that it does not have', () => {
    const fresh = report({});
    const stale = report({ [english]: `${textOf(english)}\n## A new section\n\nIts text.\n` });
    expect(fresh?.own[0]).toMatchObject({ isSource: false, unreadable: false, differences: 0 });
    expect(stale?.own[0]?.differences).toBeGreaterThan(0);
    expect(stale?.others.find(({ locale }) => locale === 'en')).toMatchObject({ isSource: true, differences: 0 });
  });

  test.each([
    ['a component that is never closed', `${textOf(kazakh)}\n<Note kind="tip">\n`],
    ['front matter that is no YAML', textOf(kazakh).replace(/^title: .*$/mu, 'title: "')],
    ['an empty file', ''],
  ])('says that %s makes a file unreadable', (_what, text) => {
    expect(report({ [kazakh]: text })?.own).toMatchObject([{ file: kazakh, unreadable: true }]);
  });

  test('counts words and sentences of each language by its own measure', () => {
    const words = 'Дереккөзді тексеріңіз. Содан кейін ғана бөлісіңіз.';
    const found = report({ [kazakh]: `${textOf(kazakh)}\n${words}\n` });
    const before = report({});
    expect(found?.own[0]?.reading?.words).toBe((before?.own[0]?.reading?.words ?? 0) + 6);
    expect(found?.own[0]?.reading?.longestMedian).toBe(15);
    expect(found?.others.find(({ locale }) => locale === 'en')?.reading?.longestMedian).toBe(18);
  });

  test('names the languages of the site that a page does not have', () => {
    expect(report({})?.missing).not.toContain('kk');
    expect(report({ [kazakh]: null })).toMatchObject({ own: [], missing: expect.arrayContaining(['kk']) });
  });

  test.each([
    ['a course', 'demo', 'course'],
    ['a module', 'demo/first', 'module'],
    ['a lesson', address, 'lesson'],
  ])('knows the page of %s by its address', (_what, of, kind) => {
    expect(pageAddresses(read(base))).toContain(of);
    expect(report({}, { address: of })?.kind).toBe(kind);
  });

  test('is none for an address that no file stands behind, whatever its name', () => {
    for (const of of ['', 'constructor', '__proto__', 'demo/first/two/../two'])
      expect(report({}, { address: of })).toBeNull();
  });

  test('is there while site.yaml cannot be read', () => {
    expect(report({ 'site.yaml': ':' })).toMatchObject({ kind: 'lesson', missing: [] });
  });
});
