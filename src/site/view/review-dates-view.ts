import { lessonsOf, type LessonEntry, type ReviewDates } from '#course';
import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { courseView } from './course-view.ts';
import { linkTo, type LessonLink } from './lesson-view.ts';

/** A lesson with the days on which it was, and is to be, looked through. */
export interface ReviewDatesRow extends LessonLink, ReviewDates {
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
    const view = courseView(course, context);
    const rows = lessonsOf(course).map((entry) => rowOf(entry, context));
    if (!view || !rows.length) return [];
    const lang = view.locale === context.locale ? undefined : view.locale;
    return [{ id: course.id, title: view.page.title, lang, rows }];
  });
}

function rowOf(entry: LessonEntry, context: PageContext): ReviewDatesRow {
  return { ...linkTo(entry, context), ...entry.review, text: textOf(entry, context) };
}

function textOf({ source, versions }: LessonEntry, { locale, t }: PageContext): string {
  if (locale === source) return t('reviewDates.original');
  const version = versions[locale];
  if (!version) return t('reviewDates.missing');
  const { state } = version;
  if (state === 'machine-draft') return t('draft.title');
  return state === 'in-review' ? t('draft.review') : t('reviewDates.reviewed');
}
