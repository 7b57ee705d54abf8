import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import { fullLessonId, lessonsOf } from '#course';
import { localeTags, type Locale } from '#language';
import { createTranslator, type Catalogue } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import { startOf } from '#learner';
import { nameDay } from '../../../src/site/islands/review-dates.ts';
import { createLinks } from '../../../src/site/links.ts';
import type { PageContext } from '../../../src/site/page-context.ts';
import { exercisesOf, findExercise, lessonAt } from '../../../src/site/view/review-catalogue.ts';
import { reviewCatalogue, reviewProps } from '../../../src/site/view/review-view.ts';

function read(folder: string) {
  const { content } = createContentReader(folder)();
  if (!content) throw new Error(`${folder} cannot be read`);
  return content;
}

const contents = { own: read('content'), fixture: read('tests/fixtures/site/content') };

function contextOf(locale: Locale, name: keyof typeof contents = 'own'): PageContext {
  const content = contents[name];
  return {
    locale,
    content,
    t: createTranslator(locale, JSON.parse(readFileSync(`content/interface/${locale}.json`, 'utf8')) as Catalogue),
    format: createFormatters(locale),
    links: createLinks('/base/', 'https://bilig.example'),
  };
}

const leavePage = 'media-literacy/finding-the-source/leave-the-page';

describe('the catalogue of what could come back', () => {
  test('has every exercise of every lesson once, by the same ids in all languages', () => {
    const ids = localeTags.map((locale) => exercisesOf(reviewCatalogue(contextOf(locale))).map(({ id }) => id));
    const { content } = contextOf('en');
    const expected = content.courses
      .flatMap(lessonsOf)
      .flatMap((entry) => entry.versions.en?.exercises.map(({ id }) => `${fullLessonId(entry)}/${id}`) ?? []);
    expect(expected.length).toBeGreaterThan(10);
    for (const own of ids) expect([...own].sort()).toEqual([...expected].sort());
  });

  test('tells warm-ups, verdicts and sets of sound and misleading items', () => {
    const lessons = reviewCatalogue(contextOf('kk'));
    const known = new Map(exercisesOf(lessons).map((exercise) => [exercise.id, exercise]));
    expect(known.get(`${leavePage}/first-habit`)).toMatchObject({ counts: false, lesson: leavePage });
    expect(known.get(`${leavePage}/beekeepers`)).toMatchObject({ counts: true, discernment: true, verdict: 'true' });
    expect(known.get(`${leavePage}/timurs-tab`)).toMatchObject({ discernment: false, verdict: null });
    expect(findExercise(lessons, `${leavePage}/timurs-tab`)).toMatchObject({
      lesson: { title: 'Беттен шығыңыз' },
      entry: { number: 2 },
    });
    expect(findExercise(lessons, `${leavePage}/gone`)).toBeNull();
  });

  test('names the languages of what the reader’s own does not have, the one that stands in first', () => {
    const context = contextOf('kk', 'fixture');
    const lessons = reviewCatalogue(context);
    const borrowed = lessons.find(({ id }) => id === 'sampler/parts/not-in-kazakh');
    expect(borrowed).toMatchObject({ title: 'Not in Kazakh', lang: 'en' });
    expect(borrowed?.exercises[0]).toMatchObject({ id: 'borrowed-question', number: 1, locales: ['en', 'ru'] });
    expect(reviewProps(context, lessons).names).toEqual({ en: 'English', ru: 'Русский' });
    const own = lessons.find(({ id }) => id === 'sampler/parts/every-part');
    expect(own?.lang).toBeUndefined();
    expect(own?.exercises.every(({ locales }) => locales === undefined)).toBe(true);
  });

  test('finds the lesson that an address leads to, under any base path', () => {
    const lessons = reviewCatalogue(contextOf('az'));
    expect(lessonAt(lessons, `https://bilig.example/base/az/${leavePage}/#habit`)?.id).toBe(leavePage);
    expect(lessonAt(lessons, 'https://bilig.example/base/az/glossary/')).toBeNull();
  });
});

describe('the name of a day', () => {
  const today = 20_783; // 26 November 2026
  const name = (locale: Locale, day: number) => {
    const context = contextOf(locale);
    return nameDay(day, today, reviewProps(context, []).dates);
  };

  test('is a word for today and tomorrow, and a date later', () => {
    expect(['az', 'kk', 'en'].map((locale) => name(locale as Locale, today))).toEqual(['bu gün', 'бүгін', 'today']);
    expect(name('ru', today + 1)).toBe('завтра');
    expect(localeTags.map((locale) => [locale, name(locale, today + 9)])).toEqual(
      localeTags.map((locale) => [
        locale,
        {
          az: '5 dekabr',
          en: 'December 5',
          uz: '5-dekabr',
          tr: '5 Aralık',
          ky: '5-декабрь',
          kk: '5 желтоқсан',
          ru: '5 декабря',
        }[locale],
      ]),
    );
  });

  test('has its year where that is another one', () => {
    const day = today + 196;
    const iso = new Date(startOf(day)).toISOString().slice(0, 10);
    for (const locale of localeTags) expect(name(locale, day)).toBe(createFormatters(locale).date(iso));
  });
});
