import type { Book, BookLesson, BookModule } from '../book/create-book.ts';
import { heading } from '../book/plain-text.ts';
import { answerId } from '../book/ids.ts';
import { answersPiece, creditsPiece, lessonPiece, termsPiece, withWays } from '../book/pieces.ts';
import { idsOf, pathFrom, placePictures, prefixIds, relocate, type Place } from '../book/relocate.ts';
import { paragraph, type Markup } from '../markup.ts';
import type { PackageFiles, ReadPicture } from '../package-files.ts';
import { element, writeDocument, type XmlElement } from '../xml.ts';
import { writeCover } from './cover.ts';
import { navigationBody, type ContentsEntry, type Landmark } from './navigation.ts';
import { packageDocument, type BookItem } from './package-document.ts';
import { writeBookPage, type BookPage } from './page.ts';
import { bookStyle } from './style.ts';

const folder = 'EPUB';
const media = 'media';
const contentsFile = 'contents.xhtml';
const glossaryFile = 'glossary.xhtml';
const creditsFile = 'credits.xhtml';

const lessonFile = (lesson: string) => `lessons/${lesson.split('/').slice(1).join('/')}.xhtml`;
const moduleFile = (module: string) => `modules/${module}.xhtml`;
const answersFile = (module: string) => `answers/${module}.xhtml`;

/**
 * An EPUB 3 book: lessons as chapters with exercises to be answered on paper, answers with all reasons at the back, glossary,
 * sources, licence and credits. It needs no script, no network and no font.
 */
export function writeEpub(book: Book, read: ReadPicture): PackageFiles {
  const places = placesOf(book);
  const lessons = book.modules.flatMap((module) => module.lessons);
  const pictures = new Map(
    lessons
      .flatMap((lesson) => lesson.pictures)
      .flatMap((picture) => {
        const file = read(picture.path);
        return file ? [[picture.name, file.bytes] as const] : [];
      }),
  );
  const pages = pagesOf(book, places);
  const items: BookItem[] = [
    ...pages.map(({ file }) => ({
      id: `page.${file.replaceAll('/', '.').replace(/\.xhtml$/u, '')}`,
      file,
      type: 'application/xhtml+xml',
      ...(file === contentsFile ? { properties: 'nav' } : {}),
      isPage: true,
    })),
    { id: 'cover-image', file: 'cover.svg', type: 'image/svg+xml', properties: 'cover-image', isPage: false },
    { id: 'style', file: 'style.css', type: 'text/css', isPage: false },
    ...[...pictures.keys()].sort().map((name) => ({
      id: `media.${name}`,
      file: `${media}/${name}`,
      type: mediaType(name),
      isPage: false,
    })),
  ];
  return {
    files: new Map<string, string | Uint8Array>([
      // First and stored, so that the kind of the file is read off its first bytes.
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', writeDocument(container)],
      [`${folder}/package.opf`, writeDocument(packageDocument(book, items))],
      ...pages.map((page) => [`${folder}/${page.file}`, writeBookPage(page)] as const),
      [`${folder}/style.css`, bookStyle],
      [`${folder}/cover.svg`, writeCover(book)],
      ...[...pictures]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, bytes]) => [`${folder}/${media}/${name}`, bytes] as const),
    ]),
    questions: lessons.reduce((sum, { exercises }) => sum + exercises.length, 0),
    losses: book.losses,
  };
}

const container: XmlElement = element(
  'container',
  { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
  [
    element('rootfiles', {}, [
      element('rootfile', { 'full-path': `${folder}/package.opf`, 'media-type': 'application/oebps-package+xml' }),
    ]),
  ],
);

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

function mediaType(name: string): string {
  return mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

/** The pages that stand for pages of the site, by the addresses of these. */
function placesOf(book: Book): ReadonlyMap<string, Place> {
  const lessons = book.modules.flatMap((module) => module.lessons);
  return new Map([
    ...lessons.flatMap((lesson) => {
      const place: Place = { file: lessonFile(lesson.id), ids: new Set(idsOf(lessonPiece(lesson))) };
      return lesson.addresses.map((address) => [address, place] as const);
    }),
    ...book.glossary.map(
      (address) =>
        [address, { file: glossaryFile, ids: new Set(idsOf([termsPiece(book.terms, book.bank.locale)])) }] as const,
    ),
  ]);
}

function pagesOf(book: Book, places: ReadonlyMap<string, Place>): BookPage[] {
  const { bank, words, modules } = book;
  const { locale } = bank;
  const place = ({ file, body, ...page }: BookPage): BookPage => ({
    ...page,
    file,
    body: placePictures(relocate(body, places, file), media, file),
  });
  const chapters = modules.flatMap((module) => [
    ...(modules.length > 1 ? [modulePage(module, book)] : []),
    ...module.lessons.map(chapterPage),
  ]);
  const answered = modules.filter(({ lessons }) => lessons.some(({ exercises }) => exercises.length > 0));
  return [
    { file: 'cover.xhtml', title: bank.title, locale, body: coverBody(book) },
    { file: 'title.xhtml', title: bank.title, locale, body: titleBody(book) },
    { file: contentsFile, title: words.book.contents, locale, body: contentsBody(book, answered) },
    ...chapters.map(place),
    ...answered.map((module) => place(answersPage(module, book))),
    ...(book.terms.length ? [place(glossaryPage(book))] : []),
    { file: creditsFile, title: words.book.credits, locale, body: creditsBody(book) },
  ];
}

function coverBody({ bank }: Book): Markup {
  return [
    element('div', { class: 'cover', 'epub:type': 'cover' }, [
      element('img', { src: 'cover.svg', alt: bank.title, role: 'doc-cover' }),
    ]),
  ];
}

function titleBody(book: Book): Markup {
  const { bank, courseTitle } = book;
  return [
    element('section', { class: 'title-page', 'epub:type': 'titlepage' }, [
      ...(bank.title === courseTitle ? [] : [element('p', { class: 'eyebrow' }, [courseTitle])]),
      heading(1, [bank.title]),
      ...(bank.description ? [paragraph(bank.description)] : []),
      ...creditsPiece(book),
    ]),
  ];
}

function modulePage({ id, title, summary }: BookModule, { bank }: Book): BookPage {
  const body = element('section', { 'epub:type': 'part', role: 'doc-part', 'aria-label': title }, [
    heading(1, [title]),
    ...(summary ? [paragraph(summary)] : []),
  ]);
  return { file: moduleFile(id), title, locale: bank.locale, body: [body] };
}

/** What stands before the ids of a lesson's answers: those of a module are on one page. */
function prefixOf({ id }: BookLesson): string {
  return `${id.split('/').at(-1)}.`;
}

function chapterPage(lesson: BookLesson): BookPage {
  const { id, title, locale } = lesson;
  const answers = pathFrom(lessonFile(id), answersFile(id.split('/')[1] ?? ''));
  const piece = withWays(lessonPiece(lesson), lesson, {
    prefix: '',
    href: (exercise) => `${answers}#${prefixOf(lesson)}${answerId(exercise)}`,
  });
  const body = element('section', { 'epub:type': 'chapter', role: 'doc-chapter', 'aria-label': title }, piece);
  return { file: lessonFile(id), title, locale, body: [body] };
}

function answersPage({ id, title, lessons }: BookModule, { bank, words }: Book): BookPage {
  const body = element('section', { 'epub:type': 'answers' }, [
    heading(1, [words.answers]),
    ...lessons.flatMap((lesson) => {
      const { locale, number, title: name, exercises } = lesson;
      if (!exercises.length) return [];
      const answers = answersPiece(lesson, { level: 3, only: () => true, back: true });
      const piece = [heading(2, [`${number} ${name}`]), ...prefixIds(answers, prefixOf(lesson))];
      return [element('section', locale === bank.locale ? {} : { lang: locale }, piece)];
    }),
  ]);
  return { file: answersFile(id), title: `${words.answers} · ${title}`, locale: bank.locale, body: [body] };
}

function glossaryPage({ bank, words, terms }: Book): BookPage {
  const body = element('section', { 'epub:type': 'glossary', role: 'doc-glossary', 'aria-label': words.glossary }, [
    heading(1, [words.glossary]),
    termsPiece(terms, bank.locale),
  ]);
  return { file: glossaryFile, title: words.glossary, locale: bank.locale, body: [body] };
}

function creditsBody(book: Book): Markup {
  return [
    element('section', { 'epub:type': 'copyright-page' }, [
      heading(1, [book.words.book.credits]),
      paragraph(book.words.book.accessibility),
      ...creditsPiece(book),
    ]),
  ];
}

function contentsBody(book: Book, answered: readonly BookModule[]): Markup {
  const { bank, words, modules, terms } = book;
  const { locale } = bank;
  const plain = (title: string, file: string, entries: readonly ContentsEntry[] = []): ContentsEntry => ({
    title,
    file,
    locale,
    entries,
  });
  const chapters = (module: BookModule) =>
    module.lessons.map((lesson) => ({
      title: `${lesson.number} ${lesson.title}`,
      file: lessonFile(lesson.id),
      locale: lesson.locale,
      entries: [],
    }));
  const body =
    modules.length > 1
      ? modules.map((module) => plain(module.title, moduleFile(module.id), chapters(module)))
      : modules.flatMap(chapters);
  const [first] = body;
  const entries = [
    ...body,
    ...answered.map(({ id, title }) =>
      plain(answered.length > 1 ? `${words.answers} · ${title}` : words.answers, answersFile(id)),
    ),
    ...(terms.length ? [plain(words.glossary, glossaryFile)] : []),
    plain(words.book.credits, creditsFile),
  ];
  const landmarks: Landmark[] = [
    { type: 'toc', title: words.book.contents, file: `${contentsFile}#toc` },
    ...(first ? [{ type: 'bodymatter' as const, title: first.title, file: first.file }] : []),
    ...(terms.length ? [{ type: 'glossary' as const, title: words.glossary, file: glossaryFile }] : []),
  ];
  return navigationBody(words.book.contents, entries, landmarks, locale);
}
