import { isAnswered, parseAttempt } from './attempt-entry.ts';
import { attemptKey, lessonKey } from './keys.ts';
import { parseLesson, type LessonEntry } from './lesson-entry.ts';

/** A lesson as far as progress in it is counted. */
export interface LessonParts {
  /** course/module/lesson */
  readonly id: string;
  /** Anchors, in order. */
  readonly sections: readonly string[];
  /** Those that count, with what stored answers are held against. */
  readonly exercises: readonly { readonly id: string; readonly signature: string }[];
}

/** How far a learner is, in one lesson or many; parts that are no longer there are not counted. */
export interface Progress {
  readonly lessons: number;
  readonly finished: number;
  readonly sections: number;
  readonly read: number;
  readonly exercises: number;
  readonly answered: number;
}

/** Where a learner goes on. */
export interface Continuation {
  /** course/module/lesson */
  readonly lesson: string;
  /** The section in which she stopped; null for the beginning. */
  readonly anchor: string | null;
  /** False for a lesson that comes after a finished one. */
  readonly isStarted: boolean;
}

/** Stored values by key, as `getAll` gives them. */
export type Entries = ReadonlyMap<string, string>;

const none: Progress = { lessons: 0, finished: 0, sections: 0, read: 0, exercises: 0, answered: 0 };

export function lessonProgress({ id, sections, exercises }: LessonParts, entries: Entries): Progress {
  const entry = parseLesson(entries.get(lessonKey(id)) ?? null);
  const read = new Set(entry?.read);
  const answered = exercises.filter((exercise) => {
    const json = entries.get(attemptKey(`${id}/${exercise.id}`)) ?? null;
    return isAnswered(parseAttempt(json, exercise.signature));
  });
  return {
    lessons: 1,
    finished: entry?.finished.on ? 1 : 0,
    sections: sections.length,
    read: sections.filter((anchor) => read.has(anchor)).length,
    exercises: exercises.length,
    answered: answered.length,
  };
}

export function sumProgress(parts: readonly Progress[]): Progress {
  return parts.reduce(
    (sum, part) => ({
      lessons: sum.lessons + part.lessons,
      finished: sum.finished + part.finished,
      sections: sum.sections + part.sections,
      read: sum.read + part.read,
      exercises: sum.exercises + part.exercises,
      answered: sum.answered + part.answered,
    }),
    none,
  );
}

/**
 * Where to go on in a course: in the lesson that was worked on last or, when that is finished, in the next one that is
 * not, from the course's beginning once its end is reached.
 *
 * @param lessons full ids in the order of teaching
 * @returns null before the first lesson is opened, and when all are finished
 */
export function continueIn(lessons: readonly string[], entries: Entries): Continuation | null {
  const known = lessons.map((id) => ({ id, entry: parseLesson(entries.get(lessonKey(id)) ?? null) }));
  const last = known.reduce<(typeof known)[number] | null>(
    (latest, one) => (lastTouch(one.entry) > lastTouch(latest?.entry ?? null) ? one : latest),
    null,
  );
  if (!last) return null;
  const at = known.indexOf(last);
  const next = [...known.slice(at), ...known.slice(0, at)].find(({ entry }) => !entry?.finished.on);
  return next ? { lesson: next.id, anchor: next.entry?.place?.anchor ?? null, isStarted: next.entry !== null } : null;
}

function lastTouch(entry: LessonEntry | null): number {
  return entry ? Math.max(entry.opened, entry.finished.at, entry.place?.at ?? 0) : -1;
}
