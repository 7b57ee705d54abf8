import { standardCompletion, type Content, type Course, type Lesson, type LessonEntry } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { localeTags, type Locale } from '#language';
import {
  createBank,
  createBook,
  makePackage,
  packageFormats,
  type Bank,
  type BankFormat,
  type Book,
  type BookFormat,
  type MadePackage,
  type PackageContext,
  type PackageFormat,
  type ReadPicture,
} from '#packaging';
import { pictureReader } from '#packaging/adapters/node-pictures';
import { createPackageContext } from '#packaging/adapters/package-context';
import type { Exercise } from '#exercise';

const reading = createContentReader('content')();
if (!reading.content) throw new Error('content/ cannot be read');

/** The content of this repository. */
export const content: Content = reading.content;

export const readPicture: ReadPicture = pictureReader('content', reading.files.others);

const real = createPackageContext(reading.files, {
  to: (...path) => `/${path.join('/')}/`,
  absolute: (path) => `https://bilig.example${path}`,
});

export const context: PackageContext = {
  ...real,
  licence: (spdx) => ({ name: spdx, url: 'https://creativecommons.org/licenses/by-sa/4.0/' }),
  // A lesson that stands in no file is its exercises, one after the other.
  text: (lesson) =>
    reading.files.texts.has(lesson.file)
      ? real.text(lesson)
      : lesson.exercises.map(({ id }) => ({ name: 'Choice', attributes: { id }, children: [] })),
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
  return {
    ...ids,
    minutes: 10,
    skills: ['LAT'],
    published: '2026-11-23',
    updated: null,
    review: { reviewed: null, due: '2027-11-23' },
    source: 'en',
    versions,
  };
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
    check: null,
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

/** A course of a single lesson with these exercises. */
function courseWith(exercises: readonly Exercise[], locale: Locale, more: Partial<Lesson>): Course {
  return courseOf([entryOf('lesson', { [locale]: lessonOf(exercises, locale, more) })]);
}

/** A bank of a single lesson with these exercises. */
export function bankWith(exercises: readonly Exercise[], locale: Locale = 'en', more: Partial<Lesson> = {}): Bank {
  return bankOf(courseWith(exercises, locale, more), locale);
}

/** A book of a course in one language. */
export function bookOf(course: Course, locale: Locale, fallback: Locale | null = null, from = context): Book {
  return createBook({ content, course, module: null, locale, fallback }, from);
}

/** A book of a single lesson with these exercises. */
export function bookWith(
  exercises: readonly Exercise[],
  locale: Locale = 'en',
  more: Partial<Lesson> = {},
  from = context,
): Book {
  return bookOf(courseWith(exercises, locale, more), locale, null, from);
}

/** Formats that are made of the content alone; the others are made of a built site, which unit tests have not. */
export const ownFormats = Object.entries(packageFormats).flatMap(
  ([name, format]: [string, PackageFormat]): [string, BankFormat | BookFormat][] =>
    format.of === 'pages' ? [] : [[name, format]],
);

/** A package of a course in such a format. */
export function packageOf(
  format: BankFormat | BookFormat,
  course: Course,
  locale: Locale,
  fallback: Locale | null = null,
): MadePackage {
  return makePackage(format, { content, course, module: null, locale, fallback }, context, readPicture);
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
