import type { Content, Lesson, LessonEntry } from '#course';
import type { Locale } from '#language';

/** A page that results are grouped under. */
export interface SearchPage {
  readonly kind: 'lesson' | 'glossary';
  readonly title: string;
  /** Address from the language's folder: `course/module/lesson/`. */
  readonly path: string;
  /** The id of its course; empty for the glossary. */
  readonly course: string;
}

/** What one result leads to: the opening of a lesson, a section of it, or a glossary term. */
export interface SearchRecord {
  /** Number of its page in the list of pages. */
  readonly page: number;
  readonly kind: 'opening' | 'section' | 'term';
  /** Place in the page; empty for the opening. */
  readonly anchor: string;
  /** The lesson's title, so that a query may name the lesson and a word of the section; empty but for sections. */
  readonly title: string;
  /** The section's heading or the term; for the opening the lesson's title. */
  readonly heading: string;
  /** Searched and quoted: what the lesson itself says. */
  readonly text: string;
  /** Searched, and quoted as an invented example only. */
  readonly examples: string;
  /** Searched, and quoted as an exercise only. */
  readonly questions: string;
  /** Searched and never quoted: claims to judge, which out of their frame would be read as true, forms of a term to avoid. */
  readonly unquoted: string;
}

/** Records of one page stand together, and so do pages of one course. */
export interface SearchRecords {
  readonly pages: readonly SearchPage[];
  readonly records: readonly SearchRecord[];
}

/** Names of pages that are words of the interface. */
export interface PageNames {
  readonly glossary: string;
}

/**
 * What can be found in one language. A lesson without a version of its own in it is left out, although its page
 * exists: the text there is in another language.
 */
export function collectRecords(
  content: Pick<Content, 'courses' | 'glossary'>,
  locale: Locale,
  names: PageNames = { glossary: '' },
): SearchRecords {
  const pages: SearchPage[] = [];
  const records: SearchRecord[] = [];
  const entries = content.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons));
  for (const entry of entries) {
    const lesson = entry.versions[locale];
    if (!lesson) continue;
    pages.push({ kind: 'lesson', title: compose(lesson.title), path: pathOf(entry), course: entry.course });
    records.push(...lessonRecords(lesson, pages.length - 1));
  }
  const terms = termRecords(content.glossary, locale, pages.length);
  if (terms.length > 0) pages.push({ kind: 'glossary', title: names.glossary, path: 'glossary/', course: '' });
  return { pages, records: [...records, ...terms] };
}

const pathOf = (entry: LessonEntry) => `${entry.course}/${entry.module}/${entry.id}/`;

/** Marks are placed by offsets into composed text; where a citation's number stood before a full stop, a space is left. */
const compose = (text: string) => text.normalize('NFC').replace(/ +(?=[.,;:!?](?:\s|$))/gu, '');
const join = (texts: readonly string[], between = ' ') => compose(texts.filter(Boolean).join(between));

function lessonRecords(lesson: Lesson, page: number): SearchRecord[] {
  return lesson.sections.map((section) => {
    const asked = lesson.exercises.filter((exercise) => section.exercises.includes(exercise.id));
    // What a verdict asks about may be false, whoever said it.
    const isClaim = ({ invented, type }: (typeof asked)[number]) => invented || type === 'verdict';
    const promptsOf = (claims: boolean) =>
      asked.filter((exercise) => isClaim(exercise) === claims).map((exercise) => exercise.prompt.text);
    const isOpening = section.depth === 0;
    return {
      page,
      kind: isOpening ? 'opening' : 'section',
      anchor: section.anchor,
      title: isOpening ? '' : compose(lesson.title),
      heading: compose(isOpening ? lesson.title : section.heading),
      text: isOpening
        ? join([join([lesson.summary, section.prose]), ...lesson.objectives], ' · ')
        : compose(section.prose),
      examples: compose(section.examples),
      questions: join(promptsOf(false), ' · '),
      unquoted: join(promptsOf(true)),
    };
  });
}

function termRecords(glossary: Content['glossary'], locale: Locale, page: number): SearchRecord[] {
  return [...glossary].flatMap(([id, file]) => {
    const entry = file[locale];
    if (!entry) return [];
    return {
      page,
      kind: 'term',
      anchor: id,
      title: '',
      heading: compose(entry.term),
      text: compose(entry.definition),
      examples: '',
      questions: '',
      unquoted: join(entry.avoid),
    };
  });
}
