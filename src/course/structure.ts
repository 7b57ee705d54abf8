import type { Locale } from '#language';
import type { CourseCheck } from './check.ts';
import type { CompletionRules } from './completion.ts';
import type { LessonEntry } from './lesson.ts';
import type { CoursePageFrontMatter, PageFrontMatter, SiteFile, SourceFile, TermFile } from './schema.ts';

/** A page of prose in one language: its front matter and where its text stands. */
export type Page<FrontMatter = PageFrontMatter> = FrontMatter & { readonly file: string };

export type PerLocale<Value> = Readonly<Partial<Record<Locale, Value>>>;

export interface Module {
  readonly id: string;
  readonly course: string;
  readonly announced: boolean;
  readonly pages: PerLocale<Page>;
  readonly lessons: readonly LessonEntry[];
}

export interface Course {
  readonly id: string;
  readonly source: Locale;
  readonly licence: string;
  readonly authors: readonly string[];
  readonly level: number;
  readonly completion: CompletionRules;
  readonly pages: PerLocale<Page<CoursePageFrontMatter>>;
  readonly modules: readonly Module[];
  /** What measures discernment before and after the course; null where it has none. */
  readonly check: CourseCheck | null;
}

/** Everything that was read from `content/`. */
export interface Content {
  readonly site: SiteFile;
  readonly courses: readonly Course[];
  /** Terms by id. */
  readonly glossary: ReadonlyMap<string, TermFile>;
  /** The bibliography by key. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Pages that belong to no course, by id. */
  readonly pages: ReadonlyMap<string, PerLocale<Page>>;
  /** An example of each type of exercise, by its kind, in the order of the folders. */
  readonly gallery: ReadonlyMap<string, PerLocale<Page>>;
}

/** All lessons of a course in the order of teaching. */
export function lessonsOf(course: Course): LessonEntry[] {
  return course.modules.flatMap((module) => module.lessons);
}

/** Ids of the terms that lessons name in any of their languages, each once. */
export function termIdsOf(lessons: readonly LessonEntry[]): string[] {
  const named = lessons.flatMap(({ versions }) => Object.values(versions).flatMap(({ terms }) => terms));
  return [...new Set(named.map(({ id }) => id))];
}

/** The lessons before and after one, across modules. */
export function neighboursOf(
  course: Course,
  lesson: LessonEntry,
): { previous: LessonEntry | null; next: LessonEntry | null } {
  const lessons = lessonsOf(course);
  const at = lessons.indexOf(lesson);
  return { previous: lessons[at - 1] ?? null, next: lessons[at + 1] ?? null };
}

/** The version for a language, or the one that stands in for it: the fallback's, else the source's. */
export function versionFor<Value>(
  versions: PerLocale<Value>,
  wanted: readonly Locale[],
): { locale: Locale; value: Value } | null {
  for (const locale of wanted) {
    const value = versions[locale];
    if (value !== undefined) return { locale, value };
  }
  return null;
}
