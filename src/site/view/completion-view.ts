import type { Course } from '#course';
import type { Locale } from '#language';
import { courseCompletion, outlineOf, percentOf, type Requirement } from '#learner';
import type { PageContext } from '../page-context.ts';
import { courseTitle } from './course-title.ts';

/** Something that a course asks for, as a line with a figure that a script keeps up to date. */
export interface RequirementRow {
  readonly kind: Requirement['kind'];
  readonly label: string;
  /** How a figure is written, with `{{reached}}`. */
  readonly figure: string;
  /** The same for an empty record. */
  readonly empty: string;
  /** How much is asked for; null where it is all there is. */
  readonly needed: string | null;
}

/** What counts as done in a course, in words and figures. */
export interface CompletionView {
  readonly course: string;
  readonly title: string;
  /** The language that the title is in. */
  readonly locale: Locale;
  readonly href: string;
  /** Address of the course's place on the page of certificates. */
  readonly certificate: string;
  readonly sentences: readonly string[];
  readonly rows: readonly RequirementRow[];
  /** The course's outline as JSON for the script, safe inside a script element. */
  readonly outline: string;
}

/** The view of what a course asks for; null for a course that has no lessons yet, in which nothing can be done. */
export function completionView(course: Course, context: PageContext): CompletionView | null {
  const { locale, links, t } = context;
  const outline = outlineOf(course);
  const { requirements } = courseCompletion(outline, new Map());
  if (requirements.length === 0) return null;
  const { title, locale: titleLocale } = courseTitle(course, locale);
  return {
    course: course.id,
    title,
    locale: titleLocale,
    href: links.to(locale, course.id),
    certificate: `${links.to(locale, 'certificate')}#${anchorOfCourse(course.id)}`,
    sentences: [
      ...requirements.map((requirement) => sentenceOf(requirement, context)),
      ...(requirements.some(({ kind }) => kind === 'lessons') ? [t('completion.marking')] : []),
      ...(course.modules.some(({ announced }) => announced) ? [t('completion.later')] : []),
    ],
    rows: requirements.map((requirement) => rowOf(requirement, context)),
    outline: JSON.stringify(outline).replaceAll('<', '\\u003c'),
  };
}

/** The id of a course's place on the page of certificates. */
export function anchorOfCourse(course: string): string {
  return `course-${course}`;
}

function sentenceOf({ kind, needed, total }: Requirement, { t }: PageContext): string {
  if (kind === 'score') return t('completion.points', { percent: percentText(String(percentOf(needed)), t) });
  if (kind === 'lessons')
    return needed === total
      ? t('completion.lessonsAll', { count: total })
      : t('completion.lessonsSome', { count: needed, total });
  return needed === total
    ? t('completion.answeredAll', { count: total })
    : t('completion.answeredSome', { count: needed, total });
}

function rowOf({ kind, needed, total }: Requirement, { t }: PageContext): RequirementRow {
  const reached = '{{reached}}';
  const figure = kind === 'score' ? percentText(reached, t) : t('completion.of', { reached, total });
  const asked = kind === 'score' ? percentText(String(percentOf(needed)), t) : String(needed);
  return {
    kind,
    label: t(`completion.${kind}`),
    figure,
    empty: figure.replace(reached, '0'),
    needed: needed === total ? null : t('completion.needed', { needed: asked }),
  };
}

/** A percentage as the language writes it: `60%`, `60 %`, `%60`. */
export function percentText(score: string, t: PageContext['t']): string {
  return t('exercise.own.quiz.percent', { score });
}
