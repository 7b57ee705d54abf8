import type { HeadlineSortExercise } from '#exercise';
import type { Locale } from '#language';
import type { TranslationState } from './schema.ts';

/** The folder among a course's modules in which its check stands; no module can be called so. */
export const checkFolder = 'check';

/** Parallel forms: alike in topics, number and difficulty, with other posts. */
export const checkForms = ['a', 'b'] as const;
export type CheckFormId = (typeof checkForms)[number];

/** One language's text of a form. */
export interface CheckForm {
  readonly file: string;
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  /** Null for the source language. */
  readonly state: TranslationState | null;
  readonly exercises: readonly HeadlineSortExercise[];
}

/** The sets of posts with which learners see, before and after a course, how they tell sound from misleading. */
export type CourseCheck = Readonly<Record<CheckFormId, Readonly<Partial<Record<Locale, CheckForm>>>>>;

/** The permanent id with which the full ids of a form's exercises begin: course/check/form. */
export function fullFormId(course: string, form: CheckFormId): string {
  return [course, checkFolder, form].join('/');
}
