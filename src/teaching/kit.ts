import type { Lesson, LessonEntry } from '#course';
import { partIdsOf, type Exercise } from '#exercise';
import type { Locale } from '#language';
import {
  createBookLesson,
  termsOf,
  type BookLesson,
  type BookTerm,
  type PackageContext,
  type PaperExercise,
  type Selection,
} from '#packaging';
import { divideText, lengthOf, rolesOf, type LessonPart, type LessonRoles } from './lesson-parts.ts';
import { readNotes, type NotePiece } from './notes.ts';
import { planQuarterHour, type PlanStep, type StepKind } from './quarter-hour.ts';
import { shareMinutes, weightOf } from './timing.ts';

/** A part of the lesson with the minutes that it takes. */
export interface TimedPart extends LessonPart {
  readonly minutes: number;
}

/** Everything that somebody needs who teaches a lesson in a room, from the same text that learners read. */
export interface Kit {
  readonly lesson: BookLesson;
  /** What a learner can do afterwards. */
  readonly goal: string;
  readonly objectives: readonly string[];
  readonly minutes: number;
  readonly parts: readonly TimedPart[];
  readonly roles: LessonRoles;
  readonly notes: readonly NotePiece[];
  /** The question that opens the lesson and is not marked. */
  readonly opening: PaperExercise | null;
  /** The exercise that learners do alone, or in pairs. */
  readonly main: PaperExercise | null;
  readonly plan: readonly PlanStep[];
  /** Terms that it names, by the alphabet. */
  readonly terms: readonly BookTerm[];
}

/** What a kit asks of the world, with notes for trainers in the texts that it gives. */
export interface TeachingContext extends PackageContext {
  /** A number of minutes in words of a language: `7 минут`. */
  minutes(locale: Locale, count: number): string;
}

/** The kit of a lesson; `lesson` is the version that the selection's language has or borrows. */
export function createKit(entry: LessonEntry, lesson: Lesson, selection: Selection, context: TeachingContext): Kit {
  const book = createBookLesson(entry, lesson, selection, context);
  const { parts, notes: noted } = divideText(
    book.text,
    book.exercises.map(({ id }) => id),
  );
  const roles = rolesOf(parts);
  const notes = readNotes(noted, (count) => context.minutes(lesson.locale, count));
  const paper = (exercise: Exercise | undefined) => book.exercises.find(({ id }) => id === exercise?.id) ?? null;
  const first = lesson.exercises[0];
  const opening = paper(first?.ungraded ? first : undefined);
  const main = paper(mainExercise(lesson, parts));
  return {
    lesson: book,
    goal: lesson.goal,
    objectives: lesson.objectives,
    minutes: entry.minutes,
    parts: withMinutes(parts, entry.minutes, lesson, book),
    roles,
    notes,
    opening,
    main,
    plan: planQuarterHour(
      new Set<StepKind>([
        ...(opening ? ['question' as const] : []),
        ...(roles.case ? ['case' as const] : []),
        ...(main ? ['pairs' as const] : []),
        ...(notes.some(({ role }) => role === 'discussion') ? ['discussion' as const] : []),
        ...(roles.recap ? ['recap' as const] : []),
      ]),
    ),
    terms: termsOf(book.terms, { ...selection, locale: lesson.locale }, context),
  };
}

/**
 * The exercise in which learners do alone what they were shown. Lessons ask first for a half-done example to be finished,
 * so it is in the second part with an exercise that is marked, or in the only one; there the one with the most to judge.
 */
function mainExercise({ exercises }: Lesson, parts: readonly LessonPart[]): Exercise | undefined {
  const marked = parts
    .map((part) => exercises.filter(({ id, ungraded }) => !ungraded && part.exercises.includes(id)))
    .filter(({ length }) => length > 0);
  const open = marked[1] ?? marked[0] ?? [];
  const most = Math.max(...open.map((exercise) => partIdsOf(exercise).length));
  return open.find((exercise) => partIdsOf(exercise).length === most);
}

function withMinutes(
  parts: readonly LessonPart[],
  minutes: number,
  { exercises }: Lesson,
  book: BookLesson,
): TimedPart[] {
  const judged = new Map(exercises.map((exercise) => [exercise.id, partIdsOf(exercise).length]));
  const answers = new Map(book.exercises.map(({ id, answer }) => [id, lengthOf(answer)]));
  const sum = (ids: readonly string[], values: ReadonlyMap<string, number>) =>
    ids.reduce((all, id) => all + (values.get(id) ?? 0), 0);
  const weights = parts.map((part) =>
    weightOf({
      read: lengthOf(part.blocks) + sum(part.exercises, answers),
      judged: sum(part.exercises, judged),
    }),
  );
  const shares = shareMinutes(minutes, weights);
  return parts.map((part, index) => ({ ...part, minutes: shares[index] ?? 0 }));
}
