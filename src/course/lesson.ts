import type { Exercise } from '#exercise';
import type { Locale } from '#language';
import type { Place } from '#problem';
import type { ReviewDates } from './review-date.ts';
import type { Skill, TranslationState } from './schema.ts';

/** A part of a lesson under one heading; the text before the first heading is a section without one. */
export interface Section {
  /** Made from the source language's heading, the same in all languages; empty for the opening. */
  readonly anchor: string;
  /** The anchor that this language's own heading gives. */
  readonly slug: string;
  /** 0 for the opening, 2 for `##`, 3 for `###` and so on. */
  readonly depth: number;
  readonly heading: string;
  /** The section's words without exercises and trainers' notes. */
  readonly text: string;
  /** The same without invented examples: what the lesson itself says. */
  readonly prose: string;
  /** The words of the invented examples alone, which nobody should read as the lesson's own. */
  readonly examples: string;
  /** Ids of the exercises that stand in it. */
  readonly exercises: readonly string[];
  readonly place: Place;
}

/** Exercises that make one test, with one result. */
export interface Quiz {
  /** Unique among the quizzes and exercises of its lesson. */
  readonly id: string;
  readonly title: string;
  /** The share of the points with which it is passed, from 0 to 1. */
  readonly pass: number;
  /** Ids of its exercises, in order. */
  readonly exercises: readonly string[];
  readonly place: Place;
}

/** A mention of something by id or address, with its place. */
export interface Mention {
  readonly id: string;
  readonly place: Place;
}

export interface Citation extends Mention {
  /** The passage: a page, a table. */
  readonly at: string | null;
}

/** A picture, film or recording that a lesson shows. */
export interface MediaItem {
  readonly component: 'Figure' | 'Video' | 'Audio';
  /** Path from the lesson's folder (`media/tabs.svg`), or null for a link. */
  readonly src: string | null;
  readonly href: string | null;
  /** The transcript's or caption's words. */
  readonly text: string;
  readonly place: Place;
}

/** One language's text of a lesson: what every projection starts from. */
export interface Lesson {
  readonly file: string;
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  readonly goal: string;
  readonly objectives: readonly string[];
  /** Null for the source language. */
  readonly state: TranslationState | null;
  readonly sections: readonly Section[];
  readonly exercises: readonly Exercise[];
  readonly quizzes: readonly Quiz[];
  readonly terms: readonly Mention[];
  readonly citations: readonly Citation[];
  readonly links: readonly Mention[];
  readonly media: readonly MediaItem[];
}

/** A lesson in all languages it exists in, with what is the same in every one of them. */
export interface LessonEntry {
  readonly course: string;
  readonly module: string;
  readonly id: string;
  readonly minutes: number;
  readonly skills: readonly Skill[];
  readonly published: string;
  readonly updated: string | null;
  /** When it was last looked through, and when that is due again: `review-date.ts`. */
  readonly review: ReviewDates;
  readonly source: Locale;
  readonly versions: Readonly<Partial<Record<Locale, Lesson>>>;
}

/** The permanent id of a lesson among all courses, with which the full ids of its exercises begin: course/module/lesson. */
export function fullLessonId({ course, module, id }: Pick<LessonEntry, 'course' | 'module' | 'id'>): string {
  return [course, module, id].join('/');
}
