import type { Locale } from '#language';
import type { ReviewExercise } from '#learner';

/** A lesson's exercises as pages of the review know them; what is usual is left out, since it stands in the page. */
export interface ReviewLesson {
  /** course/module/lesson */
  readonly id: string;
  readonly title: string;
  /** Of the title, where it is not the page's. */
  readonly lang?: Locale;
  readonly exercises: readonly ReviewEntry[];
}

export interface ReviewEntry {
  /** Unique in its lesson. */
  readonly id: string;
  /** Its number in the lesson, as its title says. */
  readonly number: number;
  /** A warm-up, or a text of one's own. */
  readonly uncounted?: true;
  readonly discernment?: true;
  readonly verdict?: string;
  /** Where it is explained, relative to its lesson. */
  readonly see?: string;
  /** Where the page's language does not have it: the languages that do, the one that stands in first. */
  readonly locales?: readonly Locale[];
}

/** The exercises of a catalogue as the deck wants them. */
export function exercisesOf(lessons: readonly ReviewLesson[]): ReviewExercise[] {
  return lessons.flatMap(({ id: lesson, exercises }) =>
    exercises.map(({ id, uncounted, discernment, verdict }) => ({
      id: `${lesson}/${id}`,
      lesson,
      counts: !uncounted,
      discernment: discernment ?? false,
      verdict: verdict ?? null,
    })),
  );
}

/** The lesson to which an address of this site leads; null for other pages. */
export function lessonAt(lessons: readonly ReviewLesson[], address: string): ReviewLesson | null {
  return lessons.find(({ id }) => new URL(address).pathname.endsWith(`/${id}/`)) ?? null;
}

/** An exercise and its lesson by its full id; null where the catalogue has it not. */
export function findExercise(
  lessons: readonly ReviewLesson[],
  fullId: string,
): { readonly lesson: ReviewLesson; readonly entry: ReviewEntry } | null {
  for (const lesson of lessons) {
    const entry = lesson.exercises.find(({ id }) => `${lesson.id}/${id}` === fullId);
    if (entry) return { lesson, entry };
  }
  return null;
}
