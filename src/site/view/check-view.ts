import {
  checkFolder,
  checkForms,
  fullFormId,
  fullLessonId,
  lessonsOf,
  versionFor,
  type CheckForm,
  type CheckFormId,
  type Course,
  type PerLocale,
} from '#course';
import { signatureOf } from '#exercise';
import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { courseTitle } from './course-title.ts';
import { discernmentWordsFor, type DiscernmentWords } from './exercise-words.ts';
import { leastState } from './least-state.ts';
import { plainMeta, type PageMeta } from './page-meta.ts';
import { preferredLocales } from './preferred-locales.ts';
import { textView, type PlacedExercise, type TextView } from './text-view.ts';

/** Everything that the page of a course's check shows. */
export interface CheckView {
  readonly context: PageContext;
  readonly meta: PageMeta;
  readonly trail: readonly { readonly title: string; readonly href: string }[];
  readonly path: readonly string[];
  /** The language of both forms: in two languages they would not be parallel. */
  readonly locale: Locale;
  readonly borrowed: boolean;
  readonly available: readonly Locale[];
  readonly state: CheckForm['state'];
  readonly forms: readonly FormView[];
  /** What the texts of both forms look themselves up in. */
  readonly text: TextView;
  /** Full ids of the course's lessons, by which is known whether they are finished. */
  readonly lessons: readonly string[];
  readonly results: MeasureProps;
}

/** A form of a check as its page shows it. */
export interface FormView {
  readonly id: CheckFormId;
  readonly title: string;
  readonly file: string;
  readonly exercises: readonly PlacedExercise[];
}

/** What the island with the results needs to know. */
export interface MeasureProps {
  readonly course: string;
  readonly forms: Readonly<Record<CheckFormId, readonly MeasuredSet[]>>;
  readonly words: MeasureWords;
  readonly discernment: Pick<DiscernmentWords, 'caught' | 'trusted' | 'balanced' | 'suspicious' | 'trusting'>;
}

/** An exercise of a form, with what stored answers are held against. */
export interface MeasuredSet {
  readonly fullId: string;
  readonly signature: string;
}

/** The view of a course's check; null where it has none that could be shown. */
export function checkView(course: Course, context: PageContext): CheckView | null {
  const { t, links, locale, content } = context;
  const pairs = pairsOf(course);
  const version = versionFor(pairs, preferredLocales(locale, course.source));
  if (!version) return null;
  const pair = version.value;
  const path = [course.id, checkFolder];
  const words = { title: t('measure.title'), description: t('measure.lead'), path };
  return {
    context,
    // The page is a tool, and search engines would show the answers that stand in it for browsers without scripts.
    meta: { ...plainMeta(context, words), indexed: false },
    trail: [
      { title: t('nav.home'), href: links.to(locale) },
      { title: courseTitle(course, locale).title, href: links.to(locale, course.id) },
    ],
    path,
    locale: version.locale,
    borrowed: version.locale !== locale,
    available: content.site.languages.filter((language) => pairs[language]),
    state: leastState([pair.a.state, pair.b.state]),
    forms: checkForms.map((id) => formView(course.id, id, pair[id])),
    text: textOf(pair),
    lessons: lessonsOf(course).map(fullLessonId),
    results: {
      course: course.id,
      forms: { a: setsOf(course.id, 'a', pair.a), b: setsOf(course.id, 'b', pair.b) },
      words: measureWords(context),
      discernment: resultWords(locale),
    },
  };
}

type Pair = Readonly<Record<CheckFormId, CheckForm>>;

/** The languages in which both forms exist. */
function pairsOf({ check }: Course): PerLocale<Pair> {
  const pairs = Object.values(check?.a ?? {}).flatMap((a): [Locale, Pair][] => {
    const b = check?.b[a.locale];
    return b ? [[a.locale, { a, b }]] : [];
  });
  return Object.fromEntries(pairs);
}

function formView(course: string, id: CheckFormId, { title, file, exercises }: CheckForm): FormView {
  return {
    id,
    title,
    file,
    exercises: exercises.map((exercise, index) => ({
      // Both forms stand on one page and may use the same ids, which name elements there.
      exercise: { ...exercise, id: `${id}-${exercise.id}` },
      number: index + 1,
      fullId: `${fullFormId(course, id)}/${exercise.id}`,
      inQuiz: false,
    })),
  };
}

/** The exercises are shown by their form, and not from within the text. */
function textOf({ a, b }: Pair): TextView {
  const nothing = { sections: [], quizzes: [], terms: [], citations: [] };
  return textView({ file: a.file, locale: a.locale, exercises: [...a.exercises, ...b.exercises], ...nothing }, '');
}

/** The sets of one form. */
export function setsOf(course: string, id: CheckFormId, { exercises }: CheckForm): MeasuredSet[] {
  return exercises.map((exercise) => ({
    fullId: `${fullFormId(course, id)}/${exercise.id}`,
    signature: signatureOf(exercise),
  }));
}

function resultWords(locale: Locale): MeasureProps['discernment'] {
  const { caught, trusted, balanced, suspicious, trusting } = discernmentWordsFor(locale);
  return { caught, trusted, balanced, suspicious, trusting };
}

function measureWords({ t }: PageContext) {
  return {
    results: t('measure.results'),
    before: t('measure.before'),
    after: t('measure.after'),
    none: t('measure.none'),
    careful: t('measure.careful'),
    reset: t('measure.reset'),
    ask: t('measure.ask'),
    yes: t('measure.yes'),
    no: t('measure.no'),
  };
}

export type MeasureWords = ReturnType<typeof measureWords>;
