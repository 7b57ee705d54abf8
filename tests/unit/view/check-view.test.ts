import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Course } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import type { Locale } from '#language';
import { createTranslator, type Catalogue } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import { createLinks } from '../../../src/site/links.ts';
import type { PageContext } from '../../../src/site/page-context.ts';
import { checkView } from '../../../src/site/view/check-view.ts';
import { learningData } from '../../../src/site/view/learning-view.ts';
import { overlayFixture, read } from '../authoring/overlay.ts';

const { content: own } = createContentReader('content')();
const fixture = read(overlayFixture('check-complete')).content;
if (!own || !fixture?.courses[0]) throw new Error('The content cannot be read.');
const [demo] = fixture.courses;
const content = { ...own, courses: [demo] };

function contextOf(locale: Locale): PageContext {
  return {
    locale,
    content,
    t: createTranslator(locale, JSON.parse(readFileSync(`content/interface/${locale}.json`, 'utf8')) as Catalogue),
    format: createFormatters(locale),
    links: createLinks('/base/', 'https://bilig.example'),
  };
}
vi.mock(import('../../../src/site/page-context.ts'), () => ({ createPageContext: (locale) => contextOf(locale) }));

function without(form: 'a' | 'b', locale: Locale): Course {
  const { [locale]: _, ...versions } = demo.check?.[form] ?? {};
  return { ...demo, check: demo.check && { ...demo.check, [form]: versions } };
}

describe('the page of a check', () => {
  it('has both forms in the reader’s language, with ids that no element shares', () => {
    const view = checkView(demo, contextOf('kk'));
    expect(view).toMatchObject({ locale: 'kk', borrowed: false, state: 'reviewed', path: ['demo', 'check'] });
    expect(view?.forms.map(({ id, title }) => [id, title])).toEqual([
      ['a', 'Он екі жазба: А жинағы'],
      ['b', 'Он екі жазба: Ә жинағы'],
    ]);
    const placed = view?.forms.flatMap(({ exercises }) => exercises) ?? [];
    expect(placed.map(({ exercise, fullId, number }) => [exercise.id, fullId, number])).toEqual([
      ['a-first-set', 'demo/check/a/first-set', 1],
      ['a-second-set', 'demo/check/a/second-set', 2],
      ['b-first-set', 'demo/check/b/first-set', 1],
      ['b-second-set', 'demo/check/b/second-set', 2],
    ]);
  });

  it('borrows both forms where one is not translated: in two languages they would not be parallel', () => {
    for (const form of ['a', 'b'] as const) {
      const view = checkView(without(form, 'kk'), contextOf('kk'));
      expect(view).toMatchObject({ locale: 'en', borrowed: true, available: ['en'], state: null });
      expect(view?.forms.map(({ title }) => title)).toEqual(['Twelve posts: set A', 'Twelve posts: set B']);
    }
  });

  it('speaks the reader’s language around a borrowed text, and is not to be found by search engines', () => {
    const view = checkView(demo, contextOf('ky'));
    expect(view?.results.words.before).toBe('Курска чейин');
    expect(view?.text.context.locale).toBe('en');
    expect(view?.meta).toMatchObject({ title: 'Кайсынысына ишенсе болорун канчалык ажырата аласыз?', indexed: false });
  });

  it('says of no set that it was passed', () => {
    const { discernment } = checkView(demo, contextOf('kk'))?.text.words ?? {};
    expect(discernment?.passed).toBe('Бәріне жауап берілді.');
  });

  it('is none for a course without a check', () => {
    expect(checkView({ ...demo, check: null }, contextOf('kk'))).toBeNull();
  });
});

describe('the learner’s page', () => {
  it('knows the sets of each form, in any language, and counts none of them as a lesson', () => {
    for (const locale of ['kk', 'uz'] as const) {
      const [course] = learningData(contextOf(locale)).courses;
      expect(course?.check).toEqual({
        a: ['demo/check/a/first-set', 'demo/check/a/second-set'],
        b: ['demo/check/b/first-set', 'demo/check/b/second-set'],
      });
      expect(course?.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id))).toEqual([
        'demo/first/one',
        'demo/first/two',
      ]);
    }
  });
});
