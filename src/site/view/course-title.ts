import { versionFor, type Course } from '#course';
import type { Locale } from '#language';
import { preferredLocales } from './preferred-locales.ts';

/** The name of a course for readers of a language, and the language that it is in. */
export function courseTitle(course: Course, locale: Locale): { readonly title: string; readonly locale: Locale } {
  const version = versionFor(course.pages, preferredLocales(locale, course.source));
  return version ? { title: version.value.title, locale: version.locale } : { title: course.id, locale: course.source };
}
