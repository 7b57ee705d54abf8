import { fullLessonId, isCounted, lessonsOf, type CompletionRules, type Course } from '#course';
import { isScored, signatureOf } from '#exercise';

/** A course as far as its completion is concerned: the same in every language, and without a word of its texts. */
export interface CourseOutline {
  readonly id: string;
  readonly rules: CompletionRules;
  readonly lessons: readonly LessonOutline[];
}

export interface LessonOutline {
  /** course/module/lesson */
  readonly id: string;
  /** Those that count; warm-ups do not. */
  readonly exercises: readonly ExerciseOutline[];
}

export interface ExerciseOutline {
  /** Unique in its lesson. */
  readonly id: string;
  readonly signature: string;
  /** False for what has no points, such as a text of one's own. */
  readonly scored: boolean;
}

/** Lessons that are only announced are not in it. */
export function outlineOf(course: Course): CourseOutline {
  return {
    id: course.id,
    rules: course.completion,
    lessons: lessonsOf(course).map((entry) => ({
      id: fullLessonId(entry),
      exercises: (entry.versions[entry.source]?.exercises ?? [])
        .filter(isCounted)
        .map((exercise) => ({ id: exercise.id, signature: signatureOf(exercise), scored: isScored(exercise) })),
    })),
  };
}
