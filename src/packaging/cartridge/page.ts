import type { Book, BookLesson } from '../book/create-book.ts';
import { heading } from '../book/plain-text.ts';
import { answersPiece, creditsPiece, lessonPiece, termsPiece } from '../book/pieces.ts';
import { placePictures, relocate, type Place } from '../book/relocate.ts';
import { mapElements, paragraph, type Markup } from '../markup.ts';
import { element, writeNodes } from '../xml.ts';

/** Where things stand in a cartridge. */
export const mediaFolder = 'media';
export const lessonFile = (lesson: string) => `lessons/${lesson.split('/').slice(1).join('/')}.html`;
export const quizFile = (lesson: string) => `quizzes/${lesson.split('/').slice(1).join('/')}.xml`;
export const creditsFile = 'credits.html';

/**
 * A lesson as a page of plain HTML: platforms take scripts, frames, styles and ids away.
 *
 * @param inQuiz tells of an exercise whether the quiz asks it; the answers of all others stand at the page's end
 */
export function writeLessonPage(
  lesson: BookLesson,
  book: Book,
  places: ReadonlyMap<string, Place>,
  inQuiz: (exercise: string) => boolean,
): string {
  const { words, locale } = lesson;
  const terms = book.terms.filter(({ id }) => lesson.terms.includes(id));
  const answers = answersPiece(lesson, { level: 3, only: (id) => !inQuiz(id), back: false });
  const file = lessonFile(lesson.id);
  const body = [
    ...lessonPiece(lesson),
    ...(terms.length ? [heading(2, [words.glossary]), termsPiece(terms, locale)] : []),
    ...(answers.length ? [heading(2, [words.answers]), ...answers] : []),
    element('hr'),
    ...creditsPiece(book).map((node) => (locale === book.bank.locale ? node : inOther(node, book.bank.locale))),
  ];
  const told = lesson.exercises.some(({ id }) => inQuiz(id)) ? withNote(body, words.book.inQuiz) : body;
  return writePage(lesson.title, locale, placePictures(relocate(fitPage(told), places, file), mediaFolder, file));
}

/** The page of licence and credits. */
export function writeCreditsPage(book: Book): string {
  const { title, locale, description } = book.bank;
  const head = [heading(1, [title]), ...(description ? [paragraph(description)] : [])];
  return writePage(book.words.book.credits, locale, [...head, ...creditsPiece(book)]);
}

function inOther(node: Markup[number], locale: string): Markup[number] {
  return typeof node === 'string' ? node : { ...node, attributes: { ...node.attributes, lang: locale } };
}

/** A note above the first heading of the text. */
function withNote(body: Markup, note: string): Markup {
  const at = body.findIndex((node) => typeof node !== 'string' && node.name === 'h2');
  const end = at < 0 ? body.length : at;
  return [...body.slice(0, end), element('p', {}, [element('em', {}, [note])]), ...body.slice(end)];
}

const divisions = new Set(['section', 'figure', 'figcaption']);
const quoted = new Set(['example', 'note']);
const ways = new Set(['term', 'citation']);

/**
 * Markup of elements that survive on every platform. Moodle's cleaner knows no newer ones than HTML 4, and takes ids away,
 * so ways inside a page would lead nowhere. What stands apart by style alone becomes a quotation, which shows by itself.
 */
function fitPage(markup: Markup): Markup {
  return mapElements(markup, ({ name, attributes, children }) => {
    const { class: kind = '', role: _role, ...others } = attributes;
    if (name === 'a' && ways.has(kind)) return null;
    if (quoted.has(kind)) return element('blockquote', others, children);
    if (divisions.has(name)) return element('div', others, children);
    return { name, attributes: others, children };
  });
}

function writePage(title: string, locale: string, body: Markup): string {
  const page = element('html', { lang: locale }, [
    element('head', {}, [element('meta', { charset: 'utf-8' }), element('title', {}, [title])]),
    // Platforms keep what stands in the body and not the language of the page.
    element('body', {}, [element('div', { lang: locale }, body)]),
  ]);
  return `<!DOCTYPE html>\n${writeNodes([page], 'html')}\n`;
}
