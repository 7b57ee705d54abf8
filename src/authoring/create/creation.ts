import { isId } from '#exercise';
import type { ContentReading, Course, LessonEntry, Module } from '#course';
import { suggestName } from '#problem';

/** What a command would write: nothing of it, or all of it. */
export interface Creation {
  /** Files that do not exist yet, by path. */
  readonly created: ReadonlyMap<string, string>;
  /** New texts of files that exist, by path. Every byte that is not part of the change is kept. */
  readonly changed: ReadonlyMap<string, string>;
  /** Files to copy: where to, and from where, a path from the gallery's content folder or an absolute one. */
  readonly copied: ReadonlyMap<string, string>;
  /** Files that do not exist yet and are no texts, by path. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** What its author should know. */
  readonly notes: readonly string[];
}

/** Why nothing is written, and what to do. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

export function refuse(message: string): Refusal {
  return { refused: message };
}

export function creationOf(parts: Partial<Creation>): Creation {
  return { created: new Map(), changed: new Map(), copied: new Map(), media: new Map(), notes: [], ...parts };
}

/** Null for an id that can be used; else what is wrong with it. */
export function faultOfId(id: string): string | null {
  if (isId(id)) return null;
  return `"${id}" is not written as ids are: small Latin letters, digits and hyphens, a letter first, as in \`leave-the-page\`.`;
}

/** A name among the known ones, or a refusal that names the nearest or all. */
function findNamed<Item>(
  items: readonly Item[],
  given: string,
  { what, nameOf }: { readonly what: string; readonly nameOf: (item: Item) => string },
): Item | Refusal {
  const found = items.find((item) => nameOf(item) === given);
  if (found) return found;
  const known = items.map(nameOf);
  const near = suggestName(given, known);
  const mend = near
    ? `Did you mean "${near}"?`
    : known.length
      ? `There are: ${known.join(', ')}.`
      : 'There is none yet.';
  return refuse(`There is no ${what} "${given}". ${mend}`);
}

export function findCourse(reading: ContentReading, id: string): Course | Refusal {
  return findNamed(reading.content?.courses ?? [], id, { what: 'course', nameOf: (course) => course.id });
}

export function findModule(course: Course, id: string): Module | Refusal {
  return findNamed(course.modules, id, { what: `module of ${course.id}`, nameOf: (module) => module.id });
}

/** Finds a lesson by its id, or by as many of the folders above it as make it clear: `module/lesson`. */
export function findLesson(reading: ContentReading, given: string): LessonEntry | Refusal {
  const lessons = (reading.content?.courses ?? []).flatMap((course) =>
    course.modules.flatMap((module) => module.lessons),
  );
  const fullId = ({ course, module, id }: LessonEntry) => `${course}/${module}/${id}`;
  const found = lessons.filter((lesson) => `/${fullId(lesson)}`.endsWith(`/${given}`));
  const [first] = found;
  if (first && found.length === 1) return first;
  if (first) return refuse(`Several lessons are called "${given}". Say which: ${found.map(fullId).join(', ')}.`);
  const wanted = given.split('/').at(-1) ?? given;
  const answer = findNamed(lessons, wanted, { what: 'lesson', nameOf: ({ id }) => id });
  return isRefusal(answer) ? answer : refuse(`There is no lesson "${given}". Did you mean "${fullId(answer)}"?`);
}

export { findNamed };
