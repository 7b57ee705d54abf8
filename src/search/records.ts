import type { Content, Lesson, LessonEntry } from '#course';
import type { Locale } from '#language';

/** A page that results are grouped under. */
export interface SearchPage {
  readonly kind: 'lesson' | 'glossary';
  /** Empty for the glossary, whose name is a word of the interface. */
  readonly title: string;
  /** Address from the language's folder: `course/module/lesson/`. */
  readonly path: string;
}

/** What one result leads to: a section of a lesson, the opening of a lesson, or a glossary term. */
export interface SearchRecord {
  /** Number of its page in the list of pages. */
  readonly page: number;
  /** Place in the page; empty for the opening. */
  readonly anchor: string;
  /** The lesson's title, so that a query may name the lesson and a word of the section; empty for the opening. */
  readonly title: string;
  /** The section's heading or the term; for the opening the lesson's title. */
  readonly heading: string;
  /** Searched, and quoted in the excerpt. */
  readonly text: string;
  /** Searched, and quoted where the text does not hold the words: questions of exercises, a lesson's objectives. */
  readonly more: string;
  /** Searched and never quoted: invented claims out of their frame, forms of a term to avoid. */
  readonly unquoted: string;
}

export interface SearchRecords {
  readonly pages: readonly SearchPage[];
  readonly records: readonly SearchRecord[];
}

/**
 * What can be found in one language. A lesson without a version of its own in it is left out, although its page
 * exists: the text there is in another language.
 */
export function collectRecords(content: Pick<Content, 'courses' | 'glossary'>, locale: Locale): SearchRecords {
  const pages: SearchPage[] = [];
  const records: SearchRecord[] = [];
  const entries = content.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
  for (const entry of entries) {
    const lesson = entry.versions[locale];
    if (!lesson) continue;
    pages.push({ kind: 'lesson', title: compose(lesson.title), path: pathOf(entry) });
    records.push(...lessonRecords(lesson, pages.length - 1));
  }
  const terms = termRecords(content.glossary, locale, pages.length);
  if (terms.length > 0) pages.push({ kind: 'glossary', title: '', path: 'glossary/' });
  return { pages, records: [...records, ...terms] };
}

const pathOf = (entry: LessonEntry) => `${entry.course}/${entry.module}/${entry.id}/`;

/** Marks are placed by offsets into composed text; where a citation's number stood before a full stop, a space is left. */
const compose = (text: string) => text.normalize('NFC').replace(/ +(?=[.,;:!?](?:\s|$))/gu, '');
const join = (texts: readonly string[], between = ' ') => compose(texts.filter(Boolean).join(between));

function lessonRecords(lesson: Lesson, page: number): SearchRecord[] {
  return lesson.sections.map((section) => {
    const asked = lesson.exercises.filter((exercise) => section.exercises.includes(exercise.id));
    const questions = (invented: boolean) =>
      asked.filter((exercise) => exercise.invented === invented).map((exercise) => exercise.prompt.text);
    const isOpening = section.depth === 0;
    return {
      page,
      anchor: section.anchor,
      title: isOpening ? '' : compose(lesson.title),
      heading: compose(isOpening ? lesson.title : section.heading),
      text: join(isOpening ? [lesson.summary, section.text] : [section.text]),
      more: join([...(isOpening ? lesson.objectives : []), ...questions(false)], ' · '),
      unquoted: join(questions(true)),
    };
  });
}

function termRecords(glossary: Content['glossary'], locale: Locale, page: number): SearchRecord[] {
  return [...glossary].flatMap(([id, file]) => {
    const entry = file[locale];
    if (!entry) return [];
    const { term, definition, avoid } = entry;
    return {
      page,
      anchor: id,
      title: '',
      heading: compose(term),
      text: compose(definition),
      more: '',
      unquoted: join(avoid),
    };
  });
}
