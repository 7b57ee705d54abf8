import type { Content, Course, Lesson, LessonEntry, Module, PerLocale, TextNode } from '#course';
import type { Locale } from '#language';
import type { Picture } from './question.ts';
import type { PackageWords } from './words.ts';
import { element, type XmlElement } from './xml.ts';

/** What a package is made of. */
export interface Selection {
  readonly content: Content;
  readonly course: Course;
  /** Null for the whole course. */
  readonly module: Module | null;
  readonly locale: Locale;
  /** Lends the lessons that the language does not have; null where none may be lent. */
  readonly fallback: Locale | null;
}

/** What a package asks of the world around the content. */
export interface PackageContext {
  words(locale: Locale): PackageWords;
  licence(spdx: string): { readonly name: string; readonly url: string | null };
  /** The whole address of a page of the site by its path from the locale. */
  address(locale: Locale, path: readonly string[]): string;
  /** The whole address of a link on the page that has this whole address. */
  resolve(page: string, href: string): string;
  /** The text of a lesson, as `readText` gives it. */
  text(lesson: Lesson): readonly TextNode[];
  /** Orders words by the alphabet of a language. */
  compare(locale: Locale, a: string, b: string): number;
}

/** The modules of a selection that have lessons, in the order of teaching. */
export function modulesOfSelection({ course, module }: Pick<Selection, 'course' | 'module'>): Module[] {
  return (module ? [module] : course.modules).filter(({ lessons }) => lessons.length > 0);
}

/** The lessons of a course or of one of its modules, in the order of teaching. */
export function lessonsOfSelection(selection: Pick<Selection, 'course' | 'module'>): LessonEntry[] {
  return modulesOfSelection(selection).flatMap(({ lessons }) => lessons);
}

/** The lessons that exist in neither the language nor the one that may lend them. */
export function missingLessons(selection: Selection): LessonEntry[] {
  return lessonsOfSelection(selection).filter((entry) => !versionOf(entry, selection));
}

/** The text of a lesson in the language, or in the one that lends it. */
export function versionOf(entry: LessonEntry, { locale, fallback }: Selection): Lesson | null {
  return entry.versions[locale] ?? (fallback && entry.versions[fallback]) ?? null;
}

/** A page in the language, in the one that lends, or in the one in which the course was written. */
export function pageOf<Page>(pages: PerLocale<Page>, { locale, fallback, course }: Selection): Page | undefined {
  return pages[locale] ?? (fallback && pages[fallback]) ?? pages[course.source];
}

/** The number of a lesson in its course: `2.1`. */
export function numberOf(entry: LessonEntry, { modules }: Course): string {
  const at = modules.findIndex((module) => module.id === entry.module);
  return `${at + 1}.${(modules[at]?.lessons.indexOf(entry) ?? 0) + 1}`;
}

/** A picture of a lesson by its path from the lesson's folder, and the element that shows it. */
export function pictureOf(
  lesson: Lesson,
  src: string,
  alt: string,
): { readonly picture: Picture; readonly image: XmlElement } {
  const folders = lesson.file.split('/').slice(0, -1);
  // Lessons of two modules may have one name.
  const name = [...folders.slice(-2), src.split('/').at(-1) ?? ''].join('-');
  const picture: Picture = { path: [...folders, src].join('/'), name: fileNameOf(name) };
  return { picture, image: element('img', { src: picture.name, alt }) };
}

/** A file name in ASCII; what is none of it becomes its number, so that two names never become one. */
export function fileNameOf(name: string): string {
  return name.replace(/[^a-zA-Z0-9._-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}
