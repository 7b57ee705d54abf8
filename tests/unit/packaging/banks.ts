import { standardCompletion, type Content, type Course, type Lesson, type LessonEntry } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import type { Catalogue } from '#language/adapters/i18next-translator';
import { localeTags, type Locale } from '#language';
import { createBank, type Bank, type PackageContext, type PackageWords, type ReadPicture } from '#packaging';
import { packageWords } from '#packaging/adapters/catalogue-words';
import { pictureReader } from '#packaging/adapters/node-pictures';
import type { Exercise } from '#exercise';

const reading = createContentReader('content')();
if (!reading.content) throw new Error('content/ cannot be read');

/** The content of this repository. */
export const content: Content = reading.content;

export const readPicture: ReadPicture = pictureReader('content', reading.files.others);

const words = new Map<Locale, PackageWords>();

function wordsFor(locale: Locale): PackageWords {
  const known = words.get(locale);
  if (known) return known;
  const catalogue = JSON.parse(reading.files.texts.get(`interface/${locale}.json`) ?? '{}') as Catalogue;
  const made = packageWords(locale, catalogue);
  words.set(locale, made);
  return made;
}

export const context: PackageContext = {
  words: wordsFor,
  licence: (spdx) => ({ name: spdx, url: 'https://creativecommons.org/licenses/by-sa/4.0/' }),
  address: (locale, path) => `https://bilig.example/${[locale, ...path].join('/')}/`,
  resolve: (page, href) => new URL(href, page).href,
};

const nothing = { sections: [], quizzes: [], terms: [], citations: [], links: [], media: [] };

function lessonOf(exercises: readonly Exercise[], locale: Locale, more: Partial<Lesson> = {}): Lesson {
  const title = more.title ?? 'Test';
  const file = `gallery/test/${locale}.mdx`;
  return {
    file,
    locale,
    title,
    summary: title,
    goal: title,
    objectives: [],
    state: null,
    ...nothing,
    exercises,
    ...more,
  };
}

function entryOf(id: string, versions: LessonEntry['versions']): LessonEntry {
  const ids = { course: 'gallery', module: 'types', id };
  return { ...ids, minutes: 10, skills: ['LAT'], published: '2026-11-23', updated: null, source: 'en', versions };
}

function courseOf(lessons: readonly LessonEntry[]): Course {
  const module = { id: 'types', course: 'gallery', announced: false, pages: {}, lessons };
  return {
    id: 'gallery',
    source: 'en',
    licence: 'CC-BY-SA-4.0',
    authors: ['Bilig'],
    level: 1,
    completion: standardCompletion,
    pages: {},
    modules: [module],
  };
}

/** The examples of the gallery as a course: a lesson for each type of exercise. */
export const galleryCourse: Course = courseOf(
  [...content.gallery].map(([kind, pages]) => {
    const versions = Object.entries(pages).flatMap(([locale, page]) => {
      const body = reading.readings.get(page.file)?.body;
      const more = {
        file: page.file,
        title: page.title,
        state: page.translation?.state ?? null,
        quizzes: body?.quizzes ?? [],
      };
      return body ? [[locale, lessonOf(body.exercises, locale as Locale, more)] as const] : [];
    });
    return entryOf(kind, Object.fromEntries(versions));
  }),
);

/** A bank of a course in one language. */
export function bankOf(course: Course, locale: Locale, fallback: Locale | null = null): Bank {
  return createBank({ content, course, module: null, locale, fallback }, context);
}

/** A bank of a single lesson with these exercises. */
export function bankWith(exercises: readonly Exercise[], locale: Locale = 'en', more: Partial<Lesson> = {}): Bank {
  return bankOf(courseOf([entryOf('lesson', { [locale]: lessonOf(exercises, locale, more) })]), locale);
}

/** Every course of the repository, and the gallery, in every language. */
export const allBanks = localeTags.flatMap((locale) =>
  [...content.courses, galleryCourse].map((course) => ({
    name: `${course.id} (${locale})`,
    course,
    locale,
    bank: bankOf(course, locale, 'en'),
  })),
);

/** An exercise of the gallery by its id. */
export function exampleOf(id: string, locale: Locale = 'en'): Exercise {
  const exercises = galleryCourse.modules.flatMap(({ lessons }) =>
    lessons.flatMap(({ versions }) => versions[locale]?.exercises ?? []),
  );
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`the gallery has no exercise ${id} in ${locale}`);
  return exercise;
}

/** The words to mark of a gallery's example, all under one name. */
export function withOneName(locale: Locale): Extract<Exercise, { type: 'highlight' }> {
  const highlight = exampleOf('highlight-soup-letter', locale);
  const groups = highlight.type === 'highlight' ? highlight.groups : [];
  const sought = groups.filter((group) => group.sought);
  const [first] = sought;
  if (highlight.type !== 'highlight' || !first) throw new Error('no words to mark');
  const spans = highlight.spans.map((span) =>
    sought.some(({ id }) => id === span.group) ? { ...span, group: first.id } : span,
  );
  return { ...highlight, groups: [first, ...groups.filter((group) => !group.sought)], spans };
}
