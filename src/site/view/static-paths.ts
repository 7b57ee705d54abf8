import type { Course, LessonEntry, Module } from '#course';
import { versionFor } from '#course';
import type { Locale } from '#language';
import { siteContent } from '../content.ts';
import { preferredLocales } from './preferred-locales.ts';

/** One path a language of the site, for Astro's `getStaticPaths`. */
export function localePaths(): { params: { locale: Locale }; props: object }[] {
  return siteContent().site.languages.map((locale) => ({ params: { locale }, props: {} }));
}

/** The pages of prose. The one about the project is asked for even where it is missing, since every page leads there. */
export function prosePagePaths(): { params: { locale: Locale; page: string }; props: object }[] {
  const ids = new Set(['about', ...siteContent().pages.keys()]);
  return localePaths().flatMap(({ params }) => [...ids].map((page) => ({ params: { ...params, page }, props: {} })));
}

export interface CourseProps {
  readonly course: Course;
}

export function coursePaths(): { params: { locale: Locale; course: string }; props: CourseProps }[] {
  return localePaths().flatMap(({ params }) =>
    siteContent().courses.map((course) => ({ params: { ...params, course: course.id }, props: { course } })),
  );
}

/** The page on which a course's learners measure themselves, where it has a check. */
export function checkPaths(): { params: { locale: Locale; course: string }; props: CourseProps }[] {
  return coursePaths().filter(({ props: { course } }) => course.check !== null);
}

export interface ModuleProps extends CourseProps {
  readonly module: Module;
}

/** Modules that can be visited: an announced one has a name on the course page and no page of its own. */
export function modulePaths(): { params: { locale: Locale; course: string; module: string }; props: ModuleProps }[] {
  return coursePaths().flatMap(({ params, props: { course } }) =>
    course.modules
      .filter((module) => !module.announced)
      .map((module) => ({ params: { ...params, module: module.id }, props: { course, module } })),
  );
}

export interface LessonProps extends ModuleProps {
  readonly entry: LessonEntry;
}

type LessonParams = { locale: Locale; course: string; module: string; lesson: string };

/** Every lesson in every language, borrowed where it has no translation. */
export function lessonPaths(): { params: LessonParams; props: LessonProps }[] {
  return modulePaths().flatMap(({ params, props: { course, module } }) =>
    module.lessons
      .filter((entry) => versionFor(entry.versions, preferredLocales(params.locale, entry.source)))
      .map((entry) => ({ params: { ...params, lesson: entry.id }, props: { course, module, entry } })),
  );
}
