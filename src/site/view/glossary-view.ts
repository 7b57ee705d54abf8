import { lessonsOf, type LessonEntry } from '#course';
import { upperCase, type Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { linkTo, type LessonLink } from './lesson-view.ts';
import { termView, type TermView } from './term-view.ts';

export interface GlossaryEntry extends TermView {
  /** Lessons that use the term. */
  readonly lessons: readonly LessonLink[];
  /** True where the term is shown in another language than the page's. */
  readonly borrowed: boolean;
}

export interface GlossaryLetter {
  readonly letter: string;
  /** Anchor of the group, the same for a letter in every build. */
  readonly anchor: string;
  readonly entries: readonly GlossaryEntry[];
}

/** Terms by their first letter, in the order of the language's own alphabet. */
export function glossaryView(context: PageContext): GlossaryLetter[] {
  const { content, locale, format } = context;
  const lessons = content.courses.flatMap(lessonsOf);
  const entries = [...content.glossary.keys()]
    .map((id) => glossaryEntry(id, lessons, context))
    .sort((a, b) => Number(a.borrowed) - Number(b.borrowed) || format.compare(a.term, b.term));
  const letters = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = firstLetter(entry.term, entry.borrowed ? 'en' : locale);
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters].map(([letter, group], index) => ({ letter, anchor: `letter-${index + 1}`, entries: group }));
}

function glossaryEntry(id: string, lessons: readonly LessonEntry[], context: PageContext): GlossaryEntry {
  const term = termView(id, context.locale, context);
  const using = lessons.filter((entry) =>
    Object.values(entry.versions).some((lesson) => lesson.terms.some((mention) => mention.id === id)),
  );
  return { ...term, borrowed: term.locale !== context.locale, lessons: using.map((entry) => linkTo(entry, context)) };
}

// Uzbek counts oʻ, gʻ, sh and ch as letters of their own (1995 alphabet).
const uzbekDigraph = /^(?:[oOgG]ʻ|[sScC]h)/u;

function firstLetter(term: string, locale: Locale): string {
  const digraph = locale === 'uz' ? uzbekDigraph.exec(term)?.[0] : undefined;
  const letter = digraph ?? [...term][0] ?? '';
  const [head = '', ...tail] = [...letter];
  return upperCase(locale, head) + tail.join('');
}
