import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import { localeTags, type Locale } from '#language';
import { createTranslator, type Catalogue } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import { createLinks } from '../../../src/site/links.ts';
import type { PageContext } from '../../../src/site/page-context.ts';
import { learningData, type LearningLesson } from '../../../src/site/view/learning-view.ts';

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

function lessonsIn(locale: Locale, parts: Partial<PageContext['content']> = {}): LearningLesson[] {
  const { courses } = learningData(contextOf(locale, parts));
  return courses.flatMap(({ modules }) => modules.flatMap(({ lessons }) => [...lessons]));
}

const leave = 'media-literacy/finding-the-source/leave-the-page';

describe('what the learner’s page knows of the courses', () => {
  it('has every lesson with the same ids, anchors and signatures in every language', () => {
    const idsOf = (locale: Locale) =>
      lessonsIn(locale).map(({ id, skills, sections, exercises }) => ({
        id,
        skills,
        sections: sections.map(([anchor]) => anchor),
        exercises,
      }));
    for (const locale of localeTags) expect(idsOf(locale), locale).toEqual(idsOf('en'));
    expect(idsOf('kk').map(({ id }) => id)).toContain(leave);
  });

  it('has titles and headings in the page’s language', () => {
    const lesson = lessonsIn('kk').find(({ id }) => id === leave);
    expect(lesson).toMatchObject({ title: 'Беттен шығыңыз', skills: ['LAT', 'SRC'] });
    expect(lesson?.lang).toBeUndefined();
    expect(lesson?.sections[0]).toEqual(['', '']);
    expect(lesson?.sections[1]?.[1]).toBe('Бастамас бұрын');
  });

  it('names the language of what is borrowed', () => {
    const courses = ownContent.courses.map((course) => ({
      ...course,
      modules: course.modules.map((module) => ({
        ...module,
        lessons: module.lessons.map((entry) => ({ ...entry, versions: { en: entry.versions.en } })),
      })),
    })) as PageContext['content']['courses'];
    expect(lessonsIn('az', { courses }).find(({ id }) => id === leave)).toMatchObject({
      title: 'Leave the page',
      lang: 'en',
    });
  });

  it('leaves out what does not count, and gives no skill to what has no points', () => {
    const lesson = lessonsIn('en').find(({ id }) => id === leave);
    const ids = lesson?.exercises.map(([id]) => id);
    expect(ids).not.toContain('first-habit');
    expect(ids).toContain('timurs-tab');
    const reflect = lessonsIn('en')
      .flatMap(({ exercises }) => exercises)
      .filter(([, , skills]) => skills?.length === 0);
    const texts = ownContent.courses.flatMap(({ modules }) =>
      modules.flatMap(({ lessons }) =>
        lessons.flatMap(({ versions }) => versions.en?.exercises.filter(({ type }) => type === 'reflect') ?? []),
      ),
    );
    expect(reflect.map(([id]) => id)).toEqual(texts.map(({ id }) => id));
  });

  it('writes dates as the language does', () => {
    const november = (locale: Locale) => learningData(contextOf(locale)).words.dates[10];
    expect(november('az')).toBe('{{day}} noyabr {{year}}');
    expect(november('kk')).toBe('{{year}} ж. {{day}} қараша');
    expect(november('ru')).toBe('{{day}} ноября {{year}} г.');
  });

  it('names the skills that are taught, and no other', () => {
    const only = ownContent.courses.map((course) => ({
      ...course,
      modules: course.modules.filter(({ id }) => id === 'finding-the-source'),
    }));
    const { words } = learningData(contextOf('ky', { courses: only }));
    expect(Object.keys(words.skills)).toEqual(['SRC', 'EVI', 'LAT']);
  });

  it('leads below the base path', () => {
    expect(learningData(contextOf('uz')).root).toBe('/base/uz/');
  });
});
