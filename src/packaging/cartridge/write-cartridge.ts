import type { Book, BookLesson, BookModule } from '../book/create-book.ts';
import { idsOf, pathFrom, type Place } from '../book/relocate.ts';
import { lessonPiece } from '../book/pieces.ts';
import type { Loss } from '../losses.ts';
import type { PackageFiles, ReadPicture } from '../package-files.ts';
import type { Picture, Question } from '../question.ts';
import { element, writeDocument } from '../xml.ts';
import { cartridgeDialects, questionNamespace, type CartridgeDialect, type CartridgeVersion } from './dialect.ts';
import { metadata, writeItem } from './item.ts';
import { writeCartridgeManifest, type CartridgeEntry, type CartridgeResource } from './manifest.ts';
import { creditsFile, lessonFile, mediaFolder, quizFile, writeCreditsPage, writeLessonPage } from './page.ts';
import { reduceForCartridge, type CartridgeForm } from './reduce.ts';

/**
 * A Common Cartridge: each lesson as a page with a quiz of its own after it, the way to the living module, and licence and
 * credits. Platforms differ in the version that they read, and in nothing else that stands here.
 */
export function writeCartridge(book: Book, version: CartridgeVersion, read: ReadPicture): PackageFiles {
  const dialect = cartridgeDialects[version];
  const lessons = book.modules.flatMap((module) => module.lessons);
  const places = placesOf(lessons);
  const quizzes = new Map(lessons.map((lesson) => [lesson.id, quizOf(lesson, book)]));
  const withQuiz = [...quizzes].flatMap(([lesson, { questions }]) => (questions.length ? [lesson] : []));
  const pictures = new Map(
    lessons
      .flatMap((lesson) => lesson.pictures)
      .flatMap((picture) => {
        const file = read(picture.path);
        return file ? [[picture.name, file.bytes] as const] : [];
      }),
  );
  const parts = lessons.flatMap((lesson) => {
    const quiz = quizzes.get(lesson.id) ?? noQuiz;
    const shown = lesson.pictures.filter(({ name }) => pictures.has(name));
    const page = writeLessonPage(lesson, book, places, (exercise) => quiz.exercises.has(`${lesson.id}/${exercise}`));
    return [
      part(webContent(id('page', lesson.id), lessonFile(lesson.id), shown), page),
      ...(quiz.questions.length
        ? [part(assessmentOf(lesson, quiz.questions, dialect, shown), writeQuiz(lesson, quiz.questions, dialect))]
        : []),
    ];
  });
  const links = book.modules.map((module) =>
    part(
      {
        identifier: id('link', module.id),
        type: dialect.webLinkType,
        file: `links/${module.id}.xml`,
        opened: false,
        needs: [],
      },
      writeWebLink(module, book, dialect),
    ),
  );
  const credits = part(webContent('credits', creditsFile, []), writeCreditsPage(book));
  const media = [...pictures].sort(([a], [b]) => (a < b ? -1 : 1));
  const resources = [
    ...[...parts, ...links, credits].map(({ resource }) => resource),
    ...media.map(([name]) => webContent(mediaId(name), `${mediaFolder}/${name}`, [])),
  ];
  const contents = book.modules.map((module) => contentsOf(module, book, quizzes));
  const manifest = writeCartridgeManifest(book, contents, resources, dialect);
  return {
    files: new Map<string, string | Uint8Array>([
      ['imsmanifest.xml', writeDocument(manifest)],
      ...[...parts, ...links, credits].map(({ resource, text }) => [resource.file, text] as const),
      ...media.map(([name, bytes]) => [`${mediaFolder}/${name}`, bytes] as const),
    ]),
    questions: [...quizzes.values()].reduce((sum, { questions }) => sum + questions.length, 0),
    losses: [
      ...book.bank.losses,
      ...[...quizzes.values()].flatMap(({ losses }) => losses),
      // The version that Moodle reads.
      ...(version === '1.1' ? withQuiz.map((lesson): Loss => ({ exercise: lesson, what: 'quiz-total' })) : []),
      ...book.losses.filter(({ what }) => what === 'recordings'),
    ],
  };
}

interface Quiz {
  readonly questions: readonly Question<CartridgeForm>[];
  /** Full ids of the exercises of which it asks something. */
  readonly exercises: ReadonlySet<string>;
  readonly losses: readonly Loss[];
}

const noQuiz: Quiz = { questions: [], exercises: new Set(), losses: [] };

function quizOf({ id: lesson }: BookLesson, { bank }: Book): Quiz {
  const reduced = (bank.lessons.find((one) => one.id === lesson)?.questions ?? []).map(reduceForCartridge);
  const questions = reduced.flatMap((one) => one.questions);
  return {
    questions,
    exercises: new Set(questions.map((question) => question.id.split('/').slice(0, 4).join('/'))),
    losses: reduced.flatMap(({ losses }) => losses),
  };
}

/** The lessons' pages by the addresses under which the site shows them. */
function placesOf(lessons: readonly BookLesson[]): ReadonlyMap<string, Place> {
  return new Map(
    lessons.flatMap((lesson) => {
      const place: Place = { file: lessonFile(lesson.id), ids: new Set(idsOf(lessonPiece(lesson))) };
      return lesson.addresses.map((address) => [address, place] as const);
    }),
  );
}

interface Part {
  readonly resource: CartridgeResource;
  readonly text: string;
}

function part(resource: CartridgeResource, text: string): Part {
  return { resource, text };
}

const id = (kind: string, of: string) => `${kind}.${of.replaceAll('/', '.')}`;
const mediaId = (name: string) => `media.${name}`;

function webContent(identifier: string, file: string, shown: readonly Picture[]): CartridgeResource {
  return { identifier, type: 'webcontent', file, opened: true, needs: shown.map(({ name }) => mediaId(name)) };
}

function assessmentOf(
  lesson: BookLesson,
  questions: readonly Question[],
  { assessmentType }: CartridgeDialect,
  shown: readonly Picture[],
): CartridgeResource {
  const used = new Set(questions.flatMap(({ pictures }) => pictures.map(({ name }) => name)));
  return {
    identifier: id('quiz', lesson.id),
    type: assessmentType,
    file: quizFile(lesson.id),
    opened: false,
    needs: shown.filter(({ name }) => used.has(name)).map(({ name }) => mediaId(name)),
  };
}

function contentsOf(module: BookModule, { words, modules }: Book, quizzes: ReadonlyMap<string, Quiz>): CartridgeEntry {
  const entry = (resource: string, title: string): CartridgeEntry => ({
    identifier: `item.${resource}`,
    title,
    resource,
    entries: [],
  });
  const lessons = module.lessons.flatMap((lesson) => [
    entry(id('page', lesson.id), `${lesson.number} ${lesson.title}`),
    ...(quizzes.get(lesson.id)?.questions.length
      ? [entry(id('quiz', lesson.id), lesson.words.book.quiz(lesson.title))]
      : []),
  ]);
  return {
    identifier: id('folder', module.id),
    title: module.title,
    resource: null,
    entries: [
      ...lessons,
      entry(id('link', module.id), words.book.live),
      ...(module === modules.at(-1) ? [entry('credits', words.book.credits)] : []),
    ],
  };
}

function writeQuiz(
  lesson: BookLesson,
  questions: readonly Question<CartridgeForm>[],
  { schemas }: CartridgeDialect,
): string {
  const media = pathFrom(quizFile(lesson.id), mediaFolder);
  const title = lesson.words.book.quiz(lesson.title);
  return writeDocument(
    element(
      'questestinterop',
      {
        xmlns: questionNamespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${questionNamespace} ${schemas.assessment}`,
      },
      [
        element('assessment', { ident: id('quiz', lesson.id), title, 'xml:lang': lesson.locale }, [
          // As often as a learner likes: trying again costs nothing in our own marking.
          metadata({ cc_profile: 'cc.exam.v0p1', qmd_assessmenttype: 'Examination', cc_maxattempts: 'unlimited' }),
          element(
            'section',
            { ident: 'root_section' },
            questions.map((question) => writeItem(question, lesson.words, media)),
          ),
        ]),
      ],
    ),
  );
}

function writeWebLink({ address }: BookModule, { words }: Book, { webLink, schemas }: CartridgeDialect): string {
  return writeDocument(
    element(
      'webLink',
      {
        xmlns: webLink,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${webLink} ${schemas.webLink}`,
      },
      [element('title', {}, [words.book.live]), element('url', { href: address, target: '_blank' })],
    ),
  );
}
