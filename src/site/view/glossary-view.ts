import { lessonsOf, type LessonEntry } from '#course';
import type { PageContext } from '../page-context.ts';
import { linkTo, type LessonLink } from './lesson-view.ts';
import { firstLetter, groupByLetter, type LetterGroup } from './letters.ts';
import { termView, type TermView } from './term-view.ts';

export interface GlossaryEntry extends TermView {
  /** Lessons that use the term. */
  readonly lessons: readonly LessonLink[];
  /** True where the term is shown in another language than the page's. */
  readonly borrowed: boolean;
}

/** Terms by their first letter, in the order of the language's own alphabet. */
export function glossaryView(context: PageContext): LetterGroup<GlossaryEntry>[] {
  const { content, locale, format } = context;
  const lessons = content.courses.flatMap(lessonsOf);
  const entries = [...content.glossary.keys()]
    .map((id) => glossaryEntry(id, lessons, context))
    .sort((a, b) => Number(a.borrowed) - Number(b.borrowed) || format.compare(a.term, b.term));
  return groupByLetter(entries, ({ term, borrowed }) => firstLetter(term, borrowed ? 'en' : locale));
}

function glossaryEntry(id: string, lessons: readonly LessonEntry[], context: PageContext): GlossaryEntry {
  const term = termView(id, context.locale, context);
  const using = lessons.filter((entry) =>
    Object.values(entry.versions).some((lesson) => lesson.terms.some((mention) => mention.id === id)),
  );
  return { ...term, borrowed: term.locale !== context.locale, lessons: using.map((entry) => linkTo(entry, context)) };
}
