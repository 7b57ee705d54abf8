import type { Course, Module } from '#course';
import { fallbackLocale, type Locale } from '#language';
import {
  answerId,
  answersPiece,
  createBook,
  creditsPiece,
  element,
  idsOf,
  lessonPiece,
  lowerHeadings,
  mapElements,
  missingLessons,
  prefixIds,
  relocate,
  termsPiece,
  withWays,
  writeNodes,
  type Book,
  type BookLesson,
  type Markup,
  type Place,
  type Selection,
} from '#packaging';
import { createPackageContext } from '#packaging/adapters/package-context';
import { readSiteContent } from '../content.ts';
import { mediaImage } from '../media.ts';
import type { PageContext } from '../page-context.ts';

/** A part of a page for printing. */
export interface PrintedPart {
  readonly id: string;
  readonly title: string;
  /** Its number in the course; null for parts that are no lessons. */
  readonly number: string | null;
  readonly locale: Locale;
  readonly html: string;
}

/** A whole module on one page, as it goes to paper. */
export interface PrintView {
  readonly course: string;
  readonly title: string;
  readonly summary: string;
  readonly credits: string;
  readonly lessons: readonly PrintedPart[];
  /** Null where the module names no term. */
  readonly glossary: PrintedPart | null;
  /** Null where it has no exercise. */
  readonly answers: PrintedPart | null;
}

const here = '';
const answersPart = 'answers';
const glossaryPart = 'glossary';

/** The view of a module for printing; lessons that the language does not have are borrowed and say so. */
export function printView(course: Course, module: Module, context: PageContext): PrintView {
  const { content, locale, links } = context;
  const selection = { content, course, module, locale, fallback: lenderOf({ content, course, module, locale }) };
  const book = createBook(selection, createPackageContext(readSiteContent().files, links));
  const { bank, words, terms, modules } = book;
  const lessons = modules.flatMap((one) => one.lessons);
  const places = placesOf(book, lessons);
  const write = (markup: Markup) => writeNodes(placePictures(relocate(markup, places, here), lessons), 'html');
  const hasAnswers = lessons.some(({ exercises }) => exercises.length > 0);
  return {
    course: book.courseTitle,
    title: bank.title,
    summary: bank.description,
    credits: write(creditsPiece(book)),
    lessons: lessons.map((lesson) => ({ ...partOf(lesson), html: write(lessonMarkup(lesson)) })),
    glossary: terms.length
      ? { id: glossaryPart, title: words.glossary, number: null, locale, html: write([termsPiece(terms, locale)]) }
      : null,
    answers: hasAnswers
      ? {
          id: answersPart,
          title: words.answers,
          number: null,
          locale,
          html: write(lessons.flatMap((lesson) => answersMarkup(lesson, locale))),
        }
      : null,
  };
}

/** English, or where it does not have all that is missing, the language in which the course was written. */
function lenderOf(selection: Omit<Selection, 'fallback'>): Locale {
  const missing = missingLessons({ ...selection, fallback: fallbackLocale });
  return missing.length ? selection.course.source : fallbackLocale;
}

function partOf({ id, title, number, locale }: BookLesson) {
  return { id: partId({ id }), title, number, locale };
}

function partId({ id }: Pick<BookLesson, 'id'>): string {
  return id.split('/').at(-1) ?? '';
}

/** Ids of several lessons come to stand on one page. */
function prefixOf(lesson: Pick<BookLesson, 'id'>): string {
  return `${partId(lesson)}.`;
}

/** The lesson below the title of the module, its exercises with the way to their answers. */
function lessonMarkup(lesson: BookLesson): Markup {
  const prefix = prefixOf(lesson);
  return withWays(prefixIds(lowerHeadings(lessonPiece(lesson), 1), prefix), lesson, {
    prefix,
    href: (exercise) => `#${prefix}${answerId(exercise)}`,
  });
}

function answersMarkup(lesson: BookLesson, locale: Locale): Markup {
  if (!lesson.exercises.length) return [];
  const answers = answersPiece(lesson, { level: 4, only: () => true, back: true });
  const title = element('h3', {}, [`${lesson.number} ${lesson.title}`]);
  return [
    element('section', lesson.locale === locale ? {} : { lang: lesson.locale }, [
      title,
      ...prefixIds(answers, prefixOf(lesson)),
    ]),
  ];
}

function placesOf({ glossary, terms, bank }: Book, lessons: readonly BookLesson[]): ReadonlyMap<string, Place> {
  return new Map([
    ...lessons.flatMap((lesson) => {
      const ids = new Set(idsOf(lessonPiece(lesson)));
      const place: Place = { file: here, ids, prefix: prefixOf(lesson), start: partId(lesson) };
      return lesson.addresses.map((address) => [address, place] as const);
    }),
    ...glossary.map((address) => {
      const place: Place = { file: here, ids: new Set(idsOf([termsPiece(terms, bank.locale)])), start: glossaryPart };
      return [address, place] as const;
    }),
  ]);
}

/** Pictures as the site has built them, with their size. */
function placePictures(markup: Markup, lessons: readonly BookLesson[]): Markup {
  const paths = new Map(lessons.flatMap(({ pictures }) => pictures.map(({ name, path }) => [name, path] as const)));
  return mapElements(markup, (node) => {
    if (node.name !== 'img') return node;
    const path = paths.get(node.attributes['src'] ?? '') ?? '';
    const image = mediaImage(path, path.split('/').at(-1) ?? '');
    if (!image) return node;
    const size = { width: String(image.width), height: String(image.height) };
    return element('img', { ...node.attributes, src: image.src, ...size });
  });
}
