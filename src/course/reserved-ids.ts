import { checkFolder } from './check.ts';

/** Addresses that the site itself has below each language. No course can have one of them. */
export const reservedCourseIds: readonly string[] = [
  '404',
  'a-z',
  'about',
  'certificate',
  'exercises',
  'glossary',
  'learning',
  'offline',
  'review',
  'review-dates',
  'rss',
  'search',
  'settings',
  'sources',
  'words',
];

// One list for modules and lessons: authors need not know which page of the site stands on which level.
const reasons: ReadonlyMap<string, string> = new Map([
  [checkFolder, 'the folder of that name holds what measures learners before and after the course'],
  ['downloads', 'the page with the files of a course has that address'],
  ['media', 'pictures stand in folders of that name'],
  ['preview', 'what authors see while they write has that address'],
  ['print', 'the page for printing a module has that address'],
  ['teach', 'what trainers teach with has that address'],
  ['use', 'the page with the code for other sites has that address'],
]);

export const reservedIds: readonly string[] = [...reasons.keys()];

/** Null for an id that a module or lesson can have; else a sentence that says what has its name already. */
export function whyReserved(what: 'module' | 'lesson', id: string): string | null {
  const reason = reasons.get(id);
  return reason === undefined ? null : `No ${what} can be called "${id}": ${reason}.`;
}
