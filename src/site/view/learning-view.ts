import {
  fullFormId,
  fullLessonId,
  lessonsOf,
  versionFor,
  type CheckForm,
  type CheckFormId,
  type Course,
  type LessonEntry,
} from '#course';
import { isScored, signatureOf, type Exercise } from '#exercise';
import type { DatePatterns } from '#language/adapters/node-intl';
import type { Locale } from '#language';
import type { CheckOutline } from '#learner';
import type { PageContext } from '../page-context.ts';
import { discernmentWordsFor, type DiscernmentWords } from './exercise-words.ts';
import { preferredLocales } from './preferred-locales.ts';

/** What the script of the learner's page must know of the courses, as it stands in the page. Of 200 lessons it is read in
 *  some milliseconds, so what says itself is left out. */
export interface LearningData {
  /** Address of the language's folder. */
  readonly root: string;
  readonly courses: readonly LearningCourse[];
  readonly words: LearningWords;
}

export interface LearningCourse {
  readonly id: string;
  readonly modules: readonly LearningModule[];
  /** Ids of the sets in each form of its check. */
  readonly check?: CheckOutline;
}

export interface LearningModule {
  readonly title: string;
  /** The language of its texts, where it is another than the page's; the same below. */
  readonly lang?: Locale;
  readonly lessons: readonly LearningLesson[];
}

export interface LearningLesson {
  /** course/module/lesson */
  readonly id: string;
  readonly title: string;
  readonly lang?: Locale;
  readonly skills: readonly string[];
  /** Anchor and heading; the opening has neither. */
  readonly sections: readonly (readonly [anchor: string, heading: string])[];
  readonly exercises: readonly LearningExercise[];
}

/** An exercise that counts. The skills are left out where they are the lesson's; none where it has no points. */
export type LearningExercise = readonly [id: string, signature: string, skills?: readonly string[]];

export interface LearningWords {
  readonly finished: string;
  readonly sections: string;
  readonly exercises: string;
  readonly done: string;
  readonly stopped: string;
  readonly next: string;
  readonly goOn: string;
  readonly start: string;
  readonly complete: string;
  readonly percent: string;
  readonly answers: string;
  readonly tooFew: string;
  readonly week: string;
  readonly caught: string;
  readonly flagged: string;
  readonly total: string;
  readonly earlier: string;
  readonly bookmarked: string;
  readonly gone: string;
  readonly measuredBefore: string;
  readonly measuredBoth: string;
  /** Names, in the order in which they are shown. */
  readonly skills: Readonly<Record<string, string>>;
  readonly bias: Pick<DiscernmentWords, 'balanced' | 'suspicious' | 'trusting'>;
  /** A date in each month. */
  readonly dates: DatePatterns['withYear'];
}

export function learningData(context: PageContext): LearningData {
  const { content, links, locale } = context;
  return {
    root: links.to(locale),
    courses: content.courses.map((course) => learningCourse(course, locale)),
    words: learningWords(context),
  };
}

function learningCourse(course: Course, locale: Locale): LearningCourse {
  const modules = course.modules.map(({ id, pages, lessons }) => {
    const page = versionFor(pages, preferredLocales(locale, course.source));
    return {
      title: page?.value.title ?? id,
      ...langOf(page?.locale, locale),
      lessons: lessons.flatMap((entry) => learningLesson(entry, locale) ?? []),
    };
  });
  const check = checkOutline(course);
  return { id: course.id, modules: modules.filter(({ lessons }) => lessons.length > 0), ...(check ? { check } : {}) };
}

/** The full ids of the sets with which learners measure themselves, which are the same in every language. */
function checkOutline({ id: course, source, check }: Course): CheckOutline | null {
  const [a, b] = [check?.a[source], check?.b[source]];
  if (!a || !b) return null;
  const idsOf = (form: CheckFormId, { exercises }: CheckForm) =>
    exercises.map(({ id }) => `${fullFormId(course, form)}/${id}`);
  return { a: idsOf('a', a), b: idsOf('b', b) };
}

function learningLesson(entry: LessonEntry, locale: Locale): LearningLesson | null {
  const version = versionFor(entry.versions, preferredLocales(locale, entry.source));
  if (!version) return null;
  const { title, sections, exercises } = version.value;
  return {
    id: fullLessonId(entry),
    title,
    ...langOf(version.locale, locale),
    skills: entry.skills,
    // Those that the page of the lesson can tell apart; where nothing stands before the first heading there is no opening.
    sections: sections
      .filter(({ depth, text, exercises: own }) => (depth === 0 ? text !== '' || own.length > 0 : depth <= 3))
      .map(({ anchor, heading }) => [anchor, heading] as const),
    exercises: exercises.filter((exercise) => !exercise.ungraded).map(learningExercise),
  };
}

function learningExercise(exercise: Exercise): LearningExercise {
  const { id, skills } = exercise;
  const signature = signatureOf(exercise);
  if (!isScored(exercise)) return [id, signature, []];
  return skills.length > 0 ? [id, signature, skills] : [id, signature];
}

function langOf(shown: Locale | undefined, locale: Locale): { lang?: Locale } {
  return shown && shown !== locale ? { lang: shown } : {};
}

function learningWords({ t, content, format, locale }: PageContext): LearningWords {
  const skipInterpolation = true;
  const taught = new Set(
    content.courses.flatMap((course) =>
      lessonsOf(course).flatMap(({ skills, versions, source }) => [
        ...skills,
        ...(versions[source]?.exercises ?? []).flatMap((exercise) => exercise.skills),
      ]),
    ),
  );
  const names: Readonly<Record<string, string>> = t('skill', { returnObjects: true });
  const { balanced, suspicious, trusting } = discernmentWordsFor(locale);
  return {
    finished: t('learning.finished', { skipInterpolation }),
    sections: t('learning.sections', { skipInterpolation }),
    exercises: t('lesson.progress', { skipInterpolation }),
    done: t('course.done'),
    stopped: t('sections.stopped', { skipInterpolation }),
    next: t('sections.next', { skipInterpolation }),
    goOn: t('sections.goOn'),
    start: t('course.start'),
    complete: t('learning.complete'),
    percent: t('exercise.own.quiz.percent', { skipInterpolation }),
    answers: t('learning.answers', { skipInterpolation }),
    tooFew: t('learning.tooFew'),
    week: t('learning.week'),
    caught: t('learning.caught'),
    flagged: t('learning.flagged'),
    total: t('learning.total'),
    earlier: t('learning.earlier'),
    bookmarked: t('sections.bookmark'),
    gone: t('learning.gone'),
    measuredBefore: t('measure.learningBefore'),
    measuredBoth: t('measure.learningBoth'),
    skills: Object.fromEntries(Object.entries(names).filter(([skill]) => taught.has(skill))),
    bias: { balanced, suspicious, trusting },
    dates: format.datePatterns.withYear,
  };
}
