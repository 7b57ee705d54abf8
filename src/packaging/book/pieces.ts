import { mapElements, paragraph, strong, type Markup } from '../markup.ts';
import { element, type XmlElement } from '../xml.ts';
import type { Book, BookLesson, BookTerm } from './create-book.ts';
import { answerId, exerciseId, sourceId, termId } from './ids.ts';
import { heading } from './plain-text.ts';

/** A lesson under a heading of level 1: what it is for, its text with its exercises, and the works that it cites. */
export function lessonPiece(lesson: BookLesson): Markup {
  const { words, number, title, head, text } = lesson;
  return [
    element('p', { class: 'eyebrow' }, [words.lesson(Number(number.split('.').at(-1)))]),
    heading(1, [title]),
    ...head,
    ...text,
    ...sourcesPiece(lesson),
  ];
}

/** Where the ways to answers lead. */
export interface WaysPlan {
  /** What stands before the ids of the exercises. */
  readonly prefix: string;
  href(exercise: string): string;
}

/** A lesson whose exercises lead to their answers. */
export function withWays(piece: Markup, { exercises, words }: BookLesson, { prefix, href }: WaysPlan): Markup {
  const known = new Map(exercises.map(({ id }) => [prefix + exerciseId(id), id]));
  return mapElements(piece, (node) => {
    const exercise = known.get(node.attributes['id'] ?? '');
    if (exercise === undefined) return node;
    const way = element('p', { class: 'back' }, [element('a', { href: href(exercise) }, [words.answer])]);
    return { ...node, children: [...node.children, way] };
  });
}

/** The works that a lesson cites, under a heading of level 2; nothing where it cites none. */
export function sourcesPiece({ sources, words }: Pick<BookLesson, 'sources' | 'words'>): Markup {
  if (!sources.length) return [];
  return [
    element('section', { class: 'sources' }, [
      heading(2, [words.sources]),
      element(
        'ol',
        {},
        sources.map(({ id, work }) => element('li', { id: sourceId(id) }, work)),
      ),
    ]),
  ];
}

/** Which answers are given, and how. */
export interface AnswersPlan {
  /** Level of the headings above them. */
  readonly level: number;
  /** True for an exercise whose answer is given. */
  readonly only: (id: string) => boolean;
  /** Each with the way back to its question. */
  readonly back: boolean;
}

/** The answers of a lesson's exercises with all reasons. */
export function answersPiece(
  { exercises, words, addresses: [address = ''] }: BookLesson,
  { level, only, back }: AnswersPlan,
): Markup {
  const way = (id: string) =>
    element('p', { class: 'back' }, [element('a', { href: `${address}#${exerciseId(id)}` }, [words.book.toQuestion])]);
  return exercises
    .filter(({ id }) => only(id))
    .map(({ id, number, answer }) =>
      element('section', { class: 'answer', id: answerId(id) }, [
        heading(level, [words.exercise(number)]),
        ...answer,
        ...(back ? [way(id)] : []),
      ]),
    );
}

/** Terms with what they mean. */
export function termsPiece(terms: readonly BookTerm[], locale: string): XmlElement {
  return element(
    'dl',
    {},
    terms.flatMap((entry) => {
      const lang = entry.locale === locale ? undefined : entry.locale;
      return [
        element('dt', { id: termId(entry.id), lang }, [entry.term]),
        element('dd', { lang }, [paragraph(entry.definition)]),
      ];
    }),
  );
}

/** Authors, licence, edition and where the newest one stands. */
export function creditsPiece({ bank, updated, words }: Book): Markup {
  const { licence } = bank;
  const named = licence.url === null ? licence.name : element('a', { href: licence.url }, [licence.name]);
  return [
    element('p', {}, [strong(words.authors), ': ', bank.authors.join(' · ')]),
    element('p', {}, [strong(words.licence), ': ', named]),
    element('p', {}, [words.updated(updated)]),
    element('p', {}, [words.book.live, ': ', element('a', { href: bank.address }, [bank.address])]),
  ];
}

/** The heading of a lesson in lists: its number and title. */
export function numbered({ number, title }: Pick<BookLesson, 'number' | 'title'>): string {
  return `${number} ${title}`;
}
