import { fullLessonId, type Course, type Lesson, type LessonEntry } from '#course';
import type { Locale } from '#language';
import type { Loss } from './losses.ts';
import { labelled, paragraph, type Markup } from './markup.ts';
import type { Question } from './question.ts';
import { makeQuestions } from './questions/make.ts';
import {
  lessonsOfSelection,
  numberOf,
  pageOf,
  pictureOf,
  versionOf,
  type PackageContext,
  type Selection,
} from './selection.ts';
import { element } from './xml.ts';

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

function readLesson(entry: LessonEntry, lesson: Lesson, selection: Selection, context: PackageContext) {
  const { course } = selection;
  const id = fullLessonId(entry);
  const module = course.modules.find((one) => one.id === entry.module);
  const number = numberOf(entry, course);
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
