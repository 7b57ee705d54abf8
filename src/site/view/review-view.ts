import { fullLessonId, lessonsOf, versionFor, type LessonEntry } from '#course';
import { gradeExercise, isScored, type Exercise } from '#exercise';
import { languages, type Locale } from '#language';
import type { DateNames } from '../islands/review-dates.ts';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';
import type { ReviewEntry, ReviewLesson } from './review-catalogue.ts';

/** The exercises that could come back, lesson by lesson, with what a page in one language says of them. */
export function reviewCatalogue({ content, locale }: PageContext): ReviewLesson[] {
  return content.courses.flatMap(lessonsOf).flatMap((entry): ReviewLesson[] => {
    const wanted = preferredLocales(locale, entry.source);
    const shown = versionFor(entry.versions, wanted);
    if (!shown) return [];
    const exercises = exercisesIn(entry, wanted).map(([id, versions]) => describe(id, versions, { locale, shown }));
    if (exercises.length === 0) return [];
    const lang = shown.locale === locale ? {} : { lang: shown.locale };
    return [{ id: fullLessonId(entry), title: shown.value.title, ...lang, exercises }];
  });
}

/** Every exercise of a lesson by its id, with the languages it exists in, those that stand in first. */
function exercisesIn(entry: LessonEntry, wanted: readonly Locale[]): [string, Map<Locale, Exercise>][] {
  const found = new Map<string, Map<Locale, Exercise>>();
  const others = Object.keys(entry.versions) as Locale[];
  for (const locale of new Set([...wanted, ...others])) {
    for (const exercise of entry.versions[locale]?.exercises ?? []) {
      const versions = found.get(exercise.id) ?? new Map<Locale, Exercise>();
      found.set(exercise.id, versions.set(locale, exercise));
    }
  }
  return [...found];
}

type Shown = NonNullable<ReturnType<typeof versionFor<NonNullable<LessonEntry['versions'][Locale]>>>>;

function describe(
  id: string,
  versions: ReadonlyMap<Locale, Exercise>,
  { locale, shown }: { readonly locale: Locale; readonly shown: Shown },
): ReviewEntry {
  const [exercise] = versions.values();
  const at = shown.value.exercises.findIndex((other) => other.id === id);
  if (!exercise) return { id, number: at + 1 };
  return {
    id,
    number: at + 1,
    ...(isScored(exercise) ? {} : { uncounted: true }),
    ...(gradeExercise(exercise, null).discernment ? { discernment: true } : {}),
    ...(exercise.type === 'verdict' ? { verdict: exercise.key } : {}),
    ...(exercise.see === null ? {} : { see: exercise.see }),
    ...(versions.has(locale) ? {} : { locales: [...versions.keys()] }),
  };
}

/** The properties of the island on the page of reviews. */
export interface ReviewProps {
  readonly locale: Locale;
  /** The site's name, for the calendar. */
  readonly site: string;
  /** Where the site stands: `/base/`. */
  readonly root: string;
  /** Names of the languages, in themselves. */
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly words: ReviewWords;
  /** Title of an exercise: `Exercise {{number}}`. */
  readonly label: string;
  readonly dates: DateNames;
}

/** @param lessons the catalogue of the page */
export function reviewProps(
  { content, locale, links, t, format }: PageContext,
  lessons: readonly ReviewLesson[],
): ReviewProps {
  const words = reviewWords(t);
  const borrowed = lessons.flatMap(({ exercises }) => exercises).flatMap(({ locales = [] }) => locales);
  return {
    locale,
    site: content.site.name,
    root: links.file(''),
    names: Object.fromEntries([...new Set(borrowed)].map((tag) => [tag, languages[tag].name])),
    words,
    label: t('exercise.label', { skipInterpolation: true }),
    dates: { ...words.dates, ...format.datePatterns },
  };
}

const reviewWords = (t: PageContext['t']) => t('review', { returnObjects: true, skipInterpolation: true });

export type ReviewWords = ReturnType<typeof reviewWords>;
