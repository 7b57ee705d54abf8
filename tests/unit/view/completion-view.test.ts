import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Course } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { localeTags, type Locale } from '#language';
import { createTranslator, type Catalogue } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import { courseCompletion, type Certificate } from '#learner';
import { certificateText, dayAt, dayText } from '../../../src/site/client/certificate-text.ts';
import { createLinks } from '../../../src/site/links.ts';
import type { PageContext } from '../../../src/site/page-context.ts';
import { certificateCourses, certificateSetup } from '../../../src/site/view/certificate-view.ts';
import { completionView } from '../../../src/site/view/completion-view.ts';

const { content: own } = createContentReader('content')();
const [found] = own?.courses ?? [];
if (!own || !found) throw new Error('content/ cannot be read');
const content = own;
const course = found;

function contextOf(locale: Locale): PageContext {
  return {
    locale,
    content,
    t: createTranslator(locale, JSON.parse(readFileSync(`content/interface/${locale}.json`, 'utf8')) as Catalogue),
    format: createFormatters(locale),
    links: createLinks('/base/', 'https://bilig.example'),
  };
}

/** The course with other rules and so many of its lessons. */
function courseWith(completion: Course['completion'], lessons: number): Course {
  const [module] = course.modules.filter((one) => one.lessons.length);
  if (!module) throw new Error('no module with lessons');
  const [lesson] = module.lessons;
  if (!lesson) throw new Error('no lesson');
  const many = Array.from({ length: lessons }, (_, index) => ({ ...lesson, id: `lesson-${index}` }));
  return { ...course, completion, modules: [{ ...module, lessons: many }] };
}

const sentences = (locale: Locale, completion: Course['completion'], lessons: number) =>
  completionView(courseWith(completion, lessons), contextOf(locale))?.sentences ?? [];
const lessonsOnly = (share: number) => ({ lessons: share, answered: 0, score: 0 });

describe('what counts as done, in words', () => {
  test('has the right plural forms where a language has several', () => {
    const ru = (share: number, lessons: number) => sentences('ru', lessonsOnly(share), lessons)[0];
    expect(ru(1, 3)).toBe('Пройдите все 3 урока.');
    expect(ru(1, 5)).toBe('Пройдите все 5 уроков.');
    expect(ru(1, 22)).toBe('Пройдите все 22 урока.');
    expect(ru(0.5, 2)).toBe('Пройдите не менее 1 урока из 2.');
    expect(ru(0.5, 10)).toBe('Пройдите не менее 5 уроков из 10.');
    expect(ru(0.7, 30)).toBe('Пройдите не менее 21 урока из 30.');
    expect(sentences('en', lessonsOnly(1), 1)[0]).toBe('Finish the lesson.');
    expect(sentences('kk', lessonsOnly(0.5), 10)[0]).toBe('10 сабақтың кемінде 5 сабағын аяқтаңыз.');
    expect(sentences('az', lessonsOnly(1), 3)[0]).toBe('3 dərsin hamısını bitirin.');
  });

  test('writes percentages as each language does', () => {
    const score = (locale: Locale) => sentences(locale, { lessons: 0, answered: 0, score: 0.6 }, 1)[0];
    expect(score('tr')).toContain('%60');
    expect(score('ru')).toContain('60\u00a0%');
    expect(score('kk')).toContain('60%');
  });

  test.each(localeTags)(
    'in %s names every requirement of the real course once, without a placeholder left',
    (locale) => {
      const view = completionView(course, contextOf(locale));
      expect(view?.rows.map(({ kind }) => kind)).toEqual(['lessons', 'answered', 'score']);
      // The three, and how a lesson is marked; that announced modules do not count where there are any.
      expect(view?.sentences).toHaveLength(4 + (course.modules.some(({ announced }) => announced) ? 1 : 0));
      expect(view?.sentences.join(' ')).not.toMatch(/\{\{|undefined|NaN/u);
      expect(view?.rows.map(({ empty }) => empty).join(' ')).not.toMatch(/\{\{/u);
      expect(view?.rows.every(({ figure }) => figure.split('{{reached}}').length === 2)).toBe(true);
      expect(view?.certificate).toBe(`/base/${locale}/certificate/#course-media-literacy`);
    },
  );

  test('says what is needed only where it is less than all', () => {
    const rows = completionView(course, contextOf('en'))?.rows ?? [];
    expect(rows.map(({ needed }) => needed === null)).toEqual([true, false, false]);
  });

  test('is nothing for a course whose lessons are all announced', () => {
    expect(completionView(courseWith(lessonsOnly(1), 0), contextOf('ky'))).toBeNull();
  });

  test('gives the script the outline by which it counts', () => {
    const view = completionView(course, contextOf('uz'));
    const outline = JSON.parse(view?.outline ?? '') as Parameters<typeof courseCompletion>[0];
    const lessons = course.modules.flatMap((module) => module.lessons);
    const counted = lessons.flatMap(({ versions }) => versions.en?.exercises.filter(({ ungraded }) => !ungraded) ?? []);
    const totals = courseCompletion(outline, new Map()).requirements.map(({ total }) => total);
    expect(totals).toEqual([lessons.length, counted.length, 1]);
  });
});

describe('the page of certificates', () => {
  test('leads to the same certificate in every other language of the course', () => {
    const [first] = certificateCourses(contextOf('kk'));
    expect(first?.others.map(({ locale }) => locale)).toEqual(['az', 'en', 'uz', 'tr', 'ky', 'ru']);
    expect(first?.others[0]?.href).toBe('/base/az/certificate/#course-media-literacy');
  });

  test('prints the public address, wherever it is looked at', () => {
    expect(certificateSetup(contextOf('kk')).address).toBe('https://bilig.example/base/kk/certificate/');
  });
});

describe('what a certificate says', () => {
  const certificate: Certificate = {
    course: 'media-literacy',
    locale: 'az',
    name: 'Günel Əliyeva',
    day: '2026-03-08',
    lessons: { count: 3, total: 3 },
    exercises: { count: 17, total: 18 },
    percent: 87,
    discernment: { caught: 5, misleading: 6, trusted: 0, sound: 0 },
  };

  test.each<[Locale, string, string, string]>([
    ['az', '8 mart 2026', '17 / 18', '87%'],
    ['en', 'March 8, 2026', '17 of 18', '87%'],
    ['uz', '8-mart, 2026', '17 / 18', '87%'],
    ['tr', '8 Mart 2026', '17 / 18', '%87'],
    ['kk', '2026 ж. 8 наурыз', '17 / 18', '87%'],
    ['ky', '2026-ж., 8-март', '17 / 18', '87%'],
    ['ru', '8 марта 2026 г.', '17 из 18', '87\u00a0%'],
  ])('is written in %s as %s, %s, %s', (locale, day, exercises, score) => {
    const text = certificateText(certificate, certificateSetup(contextOf(locale)));
    expect(text).toMatchObject({ day, exercises, score, language: 'Azərbaycan dili', trusted: null });
  });

  test.each(localeTags)('has the same dates in %s as the pages that are built', (locale) => {
    const { dates } = certificateSetup(contextOf(locale));
    for (let month = 1; month <= 12; month += 1) {
      const day = `2031-${String(month).padStart(2, '0')}-21`;
      expect(dayText(day, dates)).toBe(createFormatters(locale).date(day));
    }
  });

  test('leaves out what is not there, and shows the id of a course or language without a name', () => {
    const bare = { ...certificate, name: '', course: 'unknown', locale: 'tk', percent: null, discernment: null };
    expect(certificateText(bare, certificateSetup(contextOf('en')))).toMatchObject({
      name: null,
      course: 'unknown',
      language: 'tk',
      score: null,
      caught: null,
    });
  });

  test('takes the day on which the moment fell where the learner is', () => {
    const moment = new Date(2026, 0, 5, 23, 59).getTime();
    expect(dayAt(moment)).toBe('2026-01-05');
  });
});
