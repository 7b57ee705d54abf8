import { standardCompletion, type Content, type LessonEntry, type Lesson, type Section } from '#course';
import type { ChoiceExercise } from '#exercise';
import type { Locale } from '#language';

const place = { file: 'lesson.mdx', line: 1, column: 1 };

export function section(
  heading: string,
  prose: string,
  exercises: readonly string[] = [],
  examples: string = '',
): Section {
  const anchor = heading ? `at-${heading.length}` : '';
  const text = [prose, examples].filter(Boolean).join(' ');
  return { anchor, slug: anchor, depth: heading ? 2 : 0, heading, text, prose, examples, exercises, place };
}

export function choice(id: string, question: string, invented = false): ChoiceExercise {
  const rich = (text: string) => ({ html: text, text });
  return {
    type: 'choice',
    id,
    locale: 'en',
    prompt: rich(question),
    hints: ['hintword'],
    attempts: 2,
    invented,
    ungraded: false,
    confidence: false,
    see: null,
    more: null,
    source: { start: 0, end: 0 },
    skills: [],
    place,
    many: false,
    options: [{ id: 'a', content: rich('optionword'), reason: rich('reasonword') }],
    key: ['a'],
  };
}

export function lesson(locale: Locale, parts: Partial<Lesson> = {}): Lesson {
  return {
    file: 'lesson.mdx',
    locale,
    title: 'Leave the page',
    summary: 'Check an unknown site.',
    goal: 'check a site.',
    objectives: ['apply lateral reading'],
    state: null,
    sections: [section('', 'Opening words.')],
    exercises: [],
    quizzes: [],
    terms: [],
    citations: [],
    links: [],
    media: [],
    ...parts,
  };
}

/** Content with one lesson in the given languages, and a glossary. */
export function contentWith(
  versions: LessonEntry['versions'],
  glossary: Content['glossary'] = new Map(),
): Pick<Content, 'courses' | 'glossary'> {
  const entry: LessonEntry = {
    course: 'course',
    module: 'module',
    id: 'lesson',
    minutes: 20,
    skills: ['SRC'],
    published: '2026-11-23',
    updated: null,
    review: { reviewed: null, due: '2027-11-23' },
    source: 'en',
    versions,
  };
  const module = { id: 'module', course: 'course', announced: false, pages: {}, lessons: [entry] };
  const course = {
    id: 'course',
    source: 'en' as const,
    licence: 'CC0-1.0',
    authors: [],
    level: 1,
    completion: standardCompletion,
    pages: {},
  };
  return { courses: [{ ...course, modules: [module], check: null }], glossary };
}
