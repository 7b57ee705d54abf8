import { lessonsOf, termIdsOf, type LessonEntry } from '#course';
import type { PageContext } from '../page-context.ts';
import { linkTo, type LessonLink } from './lesson-view.ts';
import { firstLetter, groupByLetter, type LetterGroup } from './letters.ts';
import { termViews, type TermView } from './term-view.ts';

export interface GlossaryEntry extends TermView {
  /** Lessons that use the term. */
  readonly lessons: readonly LessonLink[];
  /** True where the term is shown in another language than the page's. */
  readonly borrowed: boolean;
}

/** Terms by their first letter, in the order of the language's own alphabet. */
export function glossaryView(context: PageContext): LetterGroup<GlossaryEntry>[] {
  const { content, locale } = context;
  const lessons = content.courses.flatMap(lessonsOf);
  const entries = termViews([...content.glossary.keys()], context).map((term) => glossaryEntry(term, lessons, context));
  return groupByLetter(entries, ({ term, borrowed }) => firstLetter(term, borrowed ? 'en' : locale));
}

function glossaryEntry(term: TermView, lessons: readonly LessonEntry[], context: PageContext): GlossaryEntry {
  const using = lessons.filter((entry) => termIdsOf([entry]).includes(term.id));
  return { ...term, borrowed: term.locale !== context.locale, lessons: using.map((entry) => linkTo(entry, context)) };
}
