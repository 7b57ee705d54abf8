import {
  fullLessonId,
  lessonsOf,
  versionFor,
  type Course,
  type CoursePageFrontMatter,
  type LessonEntry,
  type Module,
  type Page,
} from '#course';
import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';

/** A lesson as a line in a list. */
export interface LessonRow {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  /** The language its title is in. */
  readonly locale: Locale;
  readonly minutes: string;
  readonly exercises: string;
  /** course/module/lesson, by which its progress is kept. */
  readonly fullId: string;
}

/** A module as a card on its course's page. */
export interface ModuleRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly locale: Locale;
  /** Null for a module that is announced and cannot be visited. */
  readonly href: string | null;
  readonly lessons: readonly LessonRow[];
}

/** A course as a card on the home page, and the head of its own page. */
export interface CourseView {
  readonly course: Course;
  readonly page: Page<CoursePageFrontMatter>;
  readonly locale: Locale;
  readonly href: string;
  readonly level: string;
  readonly minutes: string;
  /** The number of lessons in words of the language, and as a bare number. */
  readonly lessonCount: string;
  readonly lessons: string;
  readonly modules: readonly ModuleRow[];
  /** Address of the first lesson, or null where all is announced. */
  readonly start: string | null;
}

/** The view of a course, or null where it has no page in any language that can stand in. */
export function courseView(course: Course, context: PageContext): CourseView | null {
  const { locale, links, t } = context;
  const version = versionFor(course.pages, preferredLocales(locale, course.source));
  if (!version) return null;
  const lessons = lessonsOf(course);
  const modules = course.modules.map((module, index) => moduleRow(module, { course, index, context }));
  return {
    course,
    page: version.value,
    locale: version.locale,
    href: links.to(locale, course.id),
    level: t(`course.levels.${course.level}` as 'course.levels.1'),
    minutes: t('course.minutes', { count: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0) }),
    lessonCount: t('course.lessonCount', { count: lessons.length }),
    lessons: context.format.number(lessons.length),
    modules,
    start: modules.flatMap((module) => module.lessons)[0]?.href ?? null,
  };
}

interface ModulePlace {
  readonly course: Course;
  readonly index: number;
  readonly context: PageContext;
}

function moduleRow(module: Module, { course, index, context }: ModulePlace): ModuleRow {
  const { locale, links } = context;
  const version = versionFor(module.pages, preferredLocales(locale, course.source));
  return {
    id: module.id,
    number: index + 1,
    title: version?.value.title ?? module.id,
    summary: version?.value.summary ?? '',
    locale: version?.locale ?? course.source,
    href: module.announced ? null : links.to(locale, course.id, module.id),
    lessons: module.lessons.flatMap((entry, at) => lessonRow(entry, at, context) ?? []),
  };
}

function lessonRow(entry: LessonEntry, at: number, { locale, links, t }: PageContext): LessonRow | null {
  const version = versionFor(entry.versions, preferredLocales(locale, entry.source));
  if (!version) return null;
  const { title, summary, exercises } = version.value;
  return {
    number: at + 1,
    title,
    summary,
    locale: version.locale,
    href: links.to(locale, entry.course, entry.module, entry.id),
    minutes: t('course.minutes', { count: entry.minutes }),
    exercises: t('course.exerciseCount', { count: exercises.length }),
    fullId: fullLessonId(entry),
  };
}
