import { lessonsOf, type Lesson, type LessonEntry, type Mention } from '#course';
import { analyseText, foldText, isFunctionWord } from '#language';
import type { PageContext } from '../page-context.ts';
import { capitalise, firstLetter, groupByLetter, type LetterGroup } from './letters.ts';

/** A place that a headword leads to. */
export interface IndexPlace {
  readonly href: string;
  /** The section's heading, the lesson's title or the term. */
  readonly title: string;
  /** The page it stands on, where its title does not say that. */
  readonly page: string;
}

/** A word or a term, and where it stands: the glossary first, then the lessons in the order of teaching. */
export interface IndexEntry {
  readonly headword: string;
  readonly places: readonly IndexPlace[];
}

/**
 * The index at the back of the book: words of the lessons' titles and headings, the glossary's terms with the sections
 * that use them, and the forms of a term to avoid, which lead to the term. Lessons and terms that are borrowed from
 * another language are left out, as the search leaves them out.
 */
export function aToZView(context: PageContext): LetterGroup<IndexEntry>[] {
  const { locale, format } = context;
  const places = new Map<string, { readonly headword: string; readonly places: Map<string, IndexPlace> }>();
  for (const { headword, place } of [...glossaryReferences(context), ...lessonReferences(context)]) {
    const key = foldText(locale, headword);
    const entry = places.get(key) ?? { headword: capitalise(headword, locale), places: new Map() };
    entry.places.set(place.href, entry.places.get(place.href) ?? place);
    places.set(key, entry);
  }
  const entries = [...places.values()]
    .map((entry) => ({ headword: entry.headword, places: [...entry.places.values()] }))
    .sort((a, b) => format.compare(a.headword, b.headword));
  return groupByLetter(entries, ({ headword }) => firstLetter(headword, locale));
}

interface Reference {
  readonly headword: string;
  readonly place: IndexPlace;
}

function glossaryReferences({ content, locale, links, t }: PageContext): Reference[] {
  return [...content.glossary].flatMap(([id, file]) => {
    const entry = file[locale];
    if (!entry) return [];
    const place = { href: `${links.to(locale, 'glossary')}#${id}`, title: entry.term, page: t('glossary.title') };
    return [entry.term, ...entry.avoid].map((headword) => ({ headword: headword.normalize('NFC'), place }));
  });
}

function lessonReferences(context: PageContext): Reference[] {
  const entries = context.content.courses.flatMap(lessonsOf);
  return entries.flatMap((entry) => {
    const lesson = entry.versions[context.locale];
    return lesson ? [...headingReferences(entry, lesson, context), ...termReferences(entry, lesson, context)] : [];
  });
}

function headingReferences(entry: LessonEntry, lesson: Lesson, context: PageContext): Reference[] {
  return placesOf(entry, lesson, context).flatMap(({ place }) =>
    wordsOf(place.title, context).map((headword) => ({ headword, place })),
  );
}

function termReferences(entry: LessonEntry, lesson: Lesson, context: PageContext): Reference[] {
  const places = placesOf(entry, lesson, context);
  const placeOf = (mention: Mention) => places.findLast(({ line }) => line <= mention.place.line)?.place;
  return lesson.terms.flatMap((mention) => {
    const term = context.content.glossary.get(mention.id)?.[context.locale]?.term;
    const place = placeOf(mention);
    return term && place ? [{ headword: term.normalize('NFC'), place }] : [];
  });
}

/** The sections of a lesson in their order, the opening under the lesson's title, each with the line it begins on. */
function placesOf(entry: LessonEntry, lesson: Lesson, { locale, links }: PageContext) {
  const page = links.to(locale, entry.course, entry.module, entry.id);
  return lesson.sections.map(({ anchor, heading, place: { line } }) => ({
    line,
    place: anchor
      ? { href: `${page}#${anchor}`, title: heading, page: lesson.title }
      : { href: page, title: lesson.title, page: '' },
  }));
}

/** The words of a heading that somebody may look up. */
function wordsOf(heading: string, { locale }: PageContext): string[] {
  const text = heading.normalize('NFC');
  return analyseText(locale, text)
    .filter(({ suffix }) => !suffix)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => !isFunctionWord(locale, word));
}
