import { fullLessonId, type Content, type Course, type Lesson, type LessonEntry, type Module } from '#course';
import type { Locale } from '#language';
import type { Loss } from './losses.ts';
import { labelled, paragraph, type Markup } from './markup.ts';
import type { Picture, Question } from './question.ts';
import { makeQuestions } from './questions/make.ts';
import type { PackageWords } from './words.ts';
import { element } from './xml.ts';

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
}

/** The questions of one lesson. */
export interface BankLesson {
  /** course/module/lesson */
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  /** Names of the folders around it, from the course down. */
  readonly folders: readonly string[];
  readonly questions: readonly Question[];
}

/** A bank of questions, before any format. */
export interface Bank {
  /** course, or course/module */
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly authors: readonly string[];
  readonly licence: { readonly name: string; readonly url: string | null };
  /** Where the course stands. */
  readonly address: string;
  readonly lessons: readonly BankLesson[];
  readonly losses: readonly Loss[];
}

/** The lessons of a course or of one of its modules, in the order of teaching. */
export function lessonsOfSelection({ course, module }: Pick<Selection, 'course' | 'module'>): LessonEntry[] {
  return (module ? [module] : course.modules).flatMap(({ lessons }) => lessons);
}

/** The lessons that exist in neither the language nor the one that may lend them. */
export function missingLessons(selection: Selection): LessonEntry[] {
  return lessonsOfSelection(selection).filter((entry) => !versionOf(entry, selection));
}

function versionOf(entry: LessonEntry, { locale, fallback }: Selection): Lesson | null {
  return entry.versions[locale] ?? (fallback && entry.versions[fallback]) ?? null;
}

/** Makes a bank of the questions of all lessons that exist in the language, or in the one that lends them. */
export function createBank(selection: Selection, context: PackageContext): Bank {
  const { course, module, locale } = selection;
  const lessons = lessonsOfSelection(selection).flatMap((entry) => {
    const lesson = versionOf(entry, selection);
    return lesson ? [readLesson(entry, lesson, selection, context)] : [];
  });
  const page = pageOf((module ?? course).pages, selection);
  return {
    id: module ? `${course.id}/${module.id}` : course.id,
    locale,
    title: page?.title ?? (module ?? course).id,
    description: page?.summary ?? '',
    authors: course.authors,
    licence: context.licence(course.licence),
    address: context.address(locale, module ? [course.id, module.id] : [course.id]),
    lessons: lessons.map(({ lesson }) => lesson),
    losses: lessons.flatMap(({ losses }) => losses),
  };
}

/** A page in the language, in the one that lends, or in the one in which the course was written. */
function pageOf<Page>(pages: Readonly<Partial<Record<Locale, Page>>>, { locale, fallback, course }: Selection) {
  return pages[locale] ?? (fallback && pages[fallback]) ?? pages[course.source];
}

function readLesson(entry: LessonEntry, lesson: Lesson, selection: Selection, context: PackageContext) {
  const { course } = selection;
  const id = fullLessonId(entry);
  const at = course.modules.findIndex((module) => module.id === entry.module);
  const module = course.modules[at];
  const number = `${at + 1}.${(module?.lessons.indexOf(entry) ?? 0) + 1}`;
  const address = context.address(lesson.locale, [entry.course, entry.module, entry.id]);
  const courseTitle = pageOf(course.pages, selection)?.title ?? course.id;
  const made = lesson.exercises.map((exercise, index) =>
    makeQuestions(exercise, index + 1, {
      words: context.words(lesson.locale),
      lesson: id,
      heading: `${number} · ${lesson.title}`,
      tags: entry.skills,
      quiz: lesson.quizzes.find(({ exercises }) => exercises.includes(exercise.id))?.id ?? null,
      source: sourceOf(lesson, { course, courseTitle, address }, context),
      resolve: (href) => context.resolve(address, href),
      picture: (src, alt) => pictureOf(lesson, src, alt),
    }),
  );
  return {
    lesson: {
      id,
      locale: lesson.locale,
      title: lesson.title,
      folders: [
        courseTitle,
        pageOf(module?.pages ?? {}, selection)?.title ?? entry.module,
        `${number} ${lesson.title}`,
      ],
      questions: made.flatMap(({ questions }) => questions),
    } satisfies BankLesson,
    losses: made.flatMap(({ losses }) => losses),
  };
}

interface Origin {
  readonly course: Course;
  readonly courseTitle: string;
  readonly address: string;
}

/** The lesson, its authors and its licence, as the licence asks to name them; and that nobody has reviewed it, if so. */
function sourceOf(lesson: Lesson, { course, courseTitle, address }: Origin, context: PackageContext): Markup {
  const words = context.words(lesson.locale);
  const licence = context.licence(course.licence);
  const named = licence.url === null ? licence.name : element('a', { href: licence.url }, [licence.name]);
  return [
    paragraph([
      ...[element('a', { href: address }, [lesson.title]), ' · ', courseTitle, ' · '],
      ...labelled(words.authors, course.authors.join(' · ')),
      ' · ',
      ...labelled(words.licence, [named]),
    ]),
    ...(lesson.state === 'machine-draft' ? [paragraph(words.machineDraft)] : []),
  ];
}

function pictureOf(lesson: Lesson, src: string, alt: string) {
  const folder = lesson.file.split('/').slice(0, -1);
  const path = [...folder, src].join('/');
  const picture: Picture = { path, name: fileNameOf([folder.at(-1) ?? '', src.split('/').at(-1) ?? ''].join('-')) };
  return { picture, image: element('img', { src: picture.name, alt }) };
}

/** A file name in ASCII; what is none of it becomes its number, so that two names never become one. */
export function fileNameOf(name: string): string {
  return name.replace(/[^a-zA-Z0-9._-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}
