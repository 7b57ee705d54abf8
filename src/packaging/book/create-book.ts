import { fullLessonId, type Lesson, type LessonEntry, type Module } from '#course';
import { languages, type Locale } from '#language';
import { createBank, type Bank } from '../bank.ts';
import type { Loss, LossId } from '../losses.ts';
import { paragraph, strong, type Markup } from '../markup.ts';
import type { Picture } from '../question.ts';
import { makeQuestions } from '../questions/make.ts';
import {
  modulesOfSelection,
  numberOf,
  pageOf,
  pictureOf,
  versionOf,
  type PackageContext,
  type Selection,
} from '../selection.ts';
import type { PackageWords } from '../words.ts';
import { element } from '../xml.ts';
import { exerciseOnPaper, type PaperExercise } from './exercise-on-paper.ts';
import { exerciseId } from './ids.ts';
import { heading, plainText } from './plain-text.ts';
import { citedWork } from './work.ts';

/** A lesson to be read outside of the site. Links lead to whole addresses of it; pictures are shown by their names. */
export interface BookLesson {
  /** course/module/lesson */
  readonly id: string;
  readonly locale: Locale;
  /** As in the course: `2.1`. */
  readonly number: string;
  readonly title: string;
  readonly words: PackageWords;
  /** Whole addresses under which the site shows it, in its own language first. */
  readonly addresses: readonly string[];
  /** What it is for, and who has not reviewed it. Blocks. */
  readonly head: Markup;
  /** Its text with its exercises as questions; headings begin at level 2. Blocks. */
  readonly text: Markup;
  /** The works that it cites, in the order of their numbers; inline. */
  readonly sources: readonly { readonly id: string; readonly work: Markup }[];
  /** Ids of terms that it names, each once. */
  readonly terms: readonly string[];
  readonly exercises: readonly PaperExercise[];
  readonly pictures: readonly Picture[];
}

export interface BookModule {
  readonly id: string;
  /** Its whole address on the site. */
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly BookLesson[];
}

export interface BookTerm {
  readonly id: string;
  readonly locale: Locale;
  readonly term: string;
  readonly definition: string;
}

/** Lessons of a course or module with all that belongs to them, before any format. */
export interface Book {
  /** The same exercises as questions for a platform. */
  readonly bank: Bank;
  readonly words: PackageWords;
  readonly courseTitle: string;
  readonly modules: readonly BookModule[];
  /** Terms that its lessons name, by the alphabet. */
  readonly terms: readonly BookTerm[];
  /** Whole addresses of the glossary. */
  readonly glossary: readonly string[];
  /** The day of the last change of any lesson: `2026-11-23`. */
  readonly updated: string;
  /** What reading loses, whatever the format. */
  readonly losses: readonly Loss[];
}

/** Makes a book of all lessons that exist in the language, or in the one that lends them. */
export function createBook(selection: Selection, context: PackageContext): Book {
  const locales = localesOf(selection);
  const modules = modulesOfSelection(selection).map((module) => readModule(module, selection, context));
  const lessons = modules.flatMap((module) => module.lessons);
  const days = modulesOfSelection(selection).flatMap((module) =>
    module.lessons.map(({ published, updated }) => updated ?? published),
  );
  return {
    bank: createBank(selection, context),
    words: context.words(selection.locale),
    courseTitle: pageOf(selection.course.pages, selection)?.title ?? selection.course.id,
    modules,
    terms: termsOf([...new Set(lessons.flatMap(({ terms }) => terms))], selection, context),
    glossary: locales.map((locale) => context.address(locale, ['glossary'])),
    updated: days.sort().at(-1) ?? '1980-01-01',
    losses: modulesOfSelection(selection).flatMap((module) =>
      module.lessons.flatMap((entry) => lossesOf(entry, selection)),
    ),
  };
}

function localesOf({ locale, fallback }: Selection): Locale[] {
  return [...new Set([locale, ...(fallback ? [fallback] : [])])];
}

function readModule(module: Module, selection: Selection, context: PackageContext): BookModule {
  const page = pageOf(module.pages, selection);
  return {
    id: module.id,
    address: context.address(selection.locale, [selection.course.id, module.id]),
    title: page?.title ?? module.id,
    summary: page?.summary ?? '',
    lessons: module.lessons.flatMap((entry) => {
      const lesson = versionOf(entry, selection);
      return lesson ? [createBookLesson(entry, lesson, selection, context)] : [];
    }),
  };
}

/** One lesson of a book. `lesson` is the version that `versionOf` gives. */
export function createBookLesson(
  entry: LessonEntry,
  lesson: Lesson,
  selection: Selection,
  context: PackageContext,
): BookLesson {
  const { content } = selection;
  const { locale } = lesson;
  const words = context.words(locale);
  const path = [entry.course, entry.module, entry.id];
  const address = context.address(locale, path);
  const sources = [...new Set(lesson.citations.map(({ id }) => id))].filter((id) => content.sources.has(id));
  const terms = [...new Set(lesson.terms.map(({ id }) => id))].filter((id) => content.glossary.has(id));
  const resolve = (href: string) => context.resolve(address, href);
  const exercises = readExercises(entry, lesson, selection, context);
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const pictures: Picture[] = exercises.flatMap((exercise) => exercise.pictures);
  const text = plainText(context.text(lesson), {
    words,
    address,
    glossary: context.address(locale, ['glossary']),
    terms: new Set(terms),
    sources,
    licence: context.licence,
    resolve,
    image: (src, alt) => {
      const shown = pictureOf(lesson, src, alt);
      pictures.push(shown.picture);
      return shown.image;
    },
    quizTitle: (id) => lesson.quizzes.find((quiz) => quiz.id === id)?.title ?? '',
    exercise: (id, level) => {
      const exercise = byId.get(id);
      return exercise ? [placeExercise(exercise, level, words)] : [];
    },
  });
  return {
    id: fullLessonId(entry),
    locale,
    number: numberOf(entry, selection.course),
    title: lesson.title,
    words,
    addresses: [locale, ...localesOf(selection)].map((one) => context.address(one, path)),
    head: headOf(lesson, selection, context),
    text,
    sources: sources.flatMap((id) => {
      const work = content.sources.get(id);
      return work ? [{ id, work: citedWork(work) }] : [];
    }),
    terms,
    exercises,
    pictures: [...new Map(pictures.map((picture) => [picture.name, picture])).values()],
  };
}

function headOf(lesson: Lesson, { locale }: Selection, context: PackageContext): Markup {
  const words = context.words(lesson.locale);
  const own = context.words(locale);
  return [
    ...(lesson.locale === locale
      ? []
      : [
          element('p', { class: 'notice', lang: locale }, [
            strong(own.untranslated),
            '. ',
            own.shownIn(languages[lesson.locale].name),
          ]),
        ]),
    ...(lesson.state === 'machine-draft'
      ? [element('p', { class: 'notice' }, [strong(words.machineDraft), '. ', words.machineDraftText])]
      : []),
    paragraph(words.goal(lesson.goal)),
    paragraph([strong(words.objectives)]),
    element(
      'ul',
      {},
      lesson.objectives.map((objective) => element('li', {}, [objective])),
    ),
  ];
}

function placeExercise({ id, number, question }: PaperExercise, level: number, words: PackageWords) {
  return element('section', { class: 'exercise', id: exerciseId(id) }, [
    heading(level, [words.exercise(number)]),
    ...question,
  ]);
}

function readExercises(entry: LessonEntry, lesson: Lesson, { course }: Selection, context: PackageContext) {
  const words = context.words(lesson.locale);
  const address = context.address(lesson.locale, [entry.course, entry.module, entry.id]);
  return lesson.exercises.map((exercise, index) => {
    const { questions } = makeQuestions(exercise, index + 1, {
      words,
      lesson: fullLessonId(entry),
      heading: `${numberOf(entry, course)} · ${lesson.title}`,
      tags: entry.skills,
      quiz: null,
      // The book says once where it comes from.
      source: [],
      resolve: (href) => context.resolve(address, href),
      picture: (src, alt) => pictureOf(lesson, src, alt),
    });
    return exerciseOnPaper(exercise, index + 1, questions, words);
  });
}

/** Terms by their ids, by the alphabet; one that no language of the selection has is left out. */
export function termsOf(
  ids: readonly string[],
  { content, locale, fallback, course }: Selection,
  context: PackageContext,
): BookTerm[] {
  const terms = ids.flatMap((id) => {
    const file = content.glossary.get(id) ?? {};
    const known = [locale, ...(fallback ? [fallback] : []), course.source].find((one) => file[one] !== undefined);
    const version = known && file[known];
    return known && version ? [{ id, locale: known, term: version.term, definition: version.definition }] : [];
  });
  return terms.sort((a, b) => context.compare(locale, a.term, b.term));
}

/** What is done step by step, and cannot be on paper. */
const played: ReadonlySet<string> = new Set(['branch', 'lateral-read', 'image-lab']);

function lossesOf(entry: LessonEntry, selection: Selection): Loss[] {
  const lesson = versionOf(entry, selection);
  const id = fullLessonId(entry);
  const of = (what: LossId) => (exercise: { readonly id: string }) => ({ exercise: `${id}/${exercise.id}`, what });
  return [
    ...(lesson?.exercises.map(of('checking')) ?? []),
    ...(lesson?.exercises.filter(({ type }) => played.has(type)).map(of('steps')) ?? []),
    ...(lesson?.media.some(({ component }) => component !== 'Figure')
      ? [{ exercise: id, what: 'recordings' as const }]
      : []),
  ];
}
