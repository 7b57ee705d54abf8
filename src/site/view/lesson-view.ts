import {
  fullLessonId,
  neighboursOf,
  versionFor,
  type Course,
  type Lesson,
  type LessonEntry,
  type Module,
} from '#course';
import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';
import { textView, type TextView } from './text-view.ts';

export interface LessonLink {
  readonly title: string;
  readonly href: string;
  /** The language of the title, where it is a borrowed one. */
  readonly lang: Locale | undefined;
}

/** Everything the page of a lesson shows, ready to be laid out. */
export interface LessonView {
  readonly context: PageContext;
  readonly course: Course;
  readonly module: Module;
  readonly entry: LessonEntry;
  /** The text shown: the reader's language, or the one that stands in for it. */
  readonly lesson: Lesson;
  readonly text: TextView;
  readonly borrowed: boolean;
  /** Languages the lesson exists in. */
  readonly available: readonly Locale[];
  readonly position: { readonly module: number; readonly lesson: number };
  readonly previous: LessonLink | null;
  readonly next: LessonLink | null;
}

/** Where a lesson stands. */
export interface LessonPlace {
  readonly course: Course;
  readonly module: Module;
  readonly entry: LessonEntry;
}

/** The view of a lesson, or null where no version of it can be shown. */
export function lessonView({ course, module, entry }: LessonPlace, context: PageContext): LessonView | null {
  const version = versionFor(entry.versions, preferredLocales(context.locale, entry.source));
  if (!version) return null;
  const { previous, next } = neighboursOf(course, entry);
  return {
    context,
    course,
    module,
    entry,
    lesson: version.value,
    text: textView(version.value, fullLessonId(entry)),
    borrowed: version.locale !== context.locale,
    available: context.content.site.languages.filter((locale) => entry.versions[locale]),
    position: { module: course.modules.indexOf(module) + 1, lesson: module.lessons.indexOf(entry) + 1 },
    previous: previous && linkTo(previous, context),
    next: next && linkTo(next, context),
  };
}

/** The title of a lesson and its address, in the reader's language or the one that stands in. */
export function linkTo(entry: LessonEntry, { locale, links }: PageContext): LessonLink {
  const version = versionFor(entry.versions, preferredLocales(locale, entry.source));
  return {
    title: version?.value.title ?? entry.id,
    href: links.to(locale, entry.course, entry.module, entry.id),
    lang: version?.locale === locale ? undefined : version?.locale,
  };
}
