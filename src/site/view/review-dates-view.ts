import { lessonsOf, versionFor, type Course, type LessonEntry } from '#course';
import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';

/** A lesson with the days on which it was published and looked through, as ISO 8601 calendar dates. */
export interface ReviewDatesRow {
  readonly title: string;
  /** The language of the title, where it is a borrowed one. */
  readonly lang: Locale | undefined;
  readonly href: string;
  readonly published: string;
  readonly reviewed: string | null;
  readonly due: string;
  /** What the text in the page's language is: the original, a translation in some state, or none. */
  readonly text: string;
}

export interface CourseReviewDates {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale | undefined;
  readonly rows: readonly ReviewDatesRow[];
}

/** When the lessons of each course were looked through, in the order of teaching. */
export function reviewDatesView(context: PageContext): CourseReviewDates[] {
  return context.content.courses.flatMap((course) => {
    const rows = lessonsOf(course).flatMap((entry) => rowOf(entry, context) ?? []);
    return rows.length ? [{ id: course.id, ...titleOf(course, context), rows }] : [];
  });
}

function titleOf(course: Course, { locale }: PageContext): Pick<CourseReviewDates, 'title' | 'lang'> {
  const version = versionFor(course.pages, preferredLocales(locale, course.source));
  if (!version) return { title: course.id, lang: undefined };
  return { title: version.value.title, lang: version.locale === locale ? undefined : version.locale };
}

function rowOf(entry: LessonEntry, context: PageContext): ReviewDatesRow | null {
  const { locale, links } = context;
  const version = versionFor(entry.versions, preferredLocales(locale, entry.source));
  if (!version) return null;
  return {
    title: version.value.title,
    lang: version.locale === locale ? undefined : version.locale,
    href: links.to(locale, entry.course, entry.module, entry.id),
    published: entry.published,
    ...entry.review,
    text: textOf(entry, context),
  };
}

function textOf({ source, versions }: LessonEntry, { locale, t }: PageContext): string {
  if (locale === source) return t('reviewDates.original');
  const version = versions[locale];
  if (!version) return t('reviewDates.missing');
  const { state } = version;
  if (state === 'machine-draft') return t('draft.title');
  return state === 'in-review' ? t('draft.review') : t('reviewDates.reviewed');
}
