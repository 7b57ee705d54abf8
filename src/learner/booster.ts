import { hashText } from '#exercise';
import { mixTopics } from './daily-set.ts';
import { dayOf } from './epoch-day.ts';
import type { ReviewExercise } from './review-deck.ts';
import type { Result } from './add-result.ts';

/** Weeks after a lesson was finished, and the day of the schedule on which the offer ends. */
const boosters = [
  { week: 1, first: 7, end: 28 },
  { week: 4, first: 28, end: 84 },
] as const;

/** About five minutes. */
const size = 6;

/** A short set on a lesson that was finished some weeks ago: what was learned holds for about a month without. */
export interface Booster {
  /** course/module/lesson */
  readonly lesson: string;
  readonly week: 1 | 4;
  /** The days on which it is offered: from, and up to. */
  readonly first: number;
  readonly end: number;
  /** Ids of its exercises that are still to do, mixed. */
  readonly open: readonly string[];
}

/** A lesson that the learner has finished. */
export interface FinishedLesson {
  readonly lesson: string;
  /** When, in milliseconds since 1970. */
  readonly finished: number;
  readonly exercises: readonly ReviewExercise[];
}

/**
 * The boosters of finished lessons, those to come included. That one is done is not written down anywhere: it is when
 * each of its exercises has a result of a review from its days, so any merging of two records keeps it done.
 */
export function boostersOf(
  lessons: readonly FinishedLesson[],
  resultsOf: (id: string) => readonly Result[],
): Booster[] {
  return lessons.flatMap(({ lesson, finished, exercises }) =>
    boosters.flatMap(({ week, ...days }): Booster[] => {
      const [first, end] = [dayOf(finished) + days.first, dayOf(finished) + days.end];
      const set = choose(exercises, { lesson, week, first }, resultsOf);
      const isDone = ({ id }: ReviewExercise) =>
        resultsOf(id).some(({ at, review }) => review && dayOf(at) >= first && dayOf(at) < end);
      const open = mixTopics(set.filter((exercise) => !isDone(exercise))).map(({ id }) => id);
      return open.length > 0 ? [{ lesson, week, first, end, open }] : [];
    }),
  );
}

/** Those that are offered on a day. */
export function dueBoosters(all: readonly Booster[], today: number): Booster[] {
  return all.filter(({ first, end }) => first <= today && today < end);
}

/** Missed ones first, then those that tell sound from misleading; by what was known when the booster's days began. */
function choose(
  exercises: readonly ReviewExercise[],
  { lesson, week, first }: Pick<Booster, 'lesson' | 'week' | 'first'>,
  resultsOf: (id: string) => readonly Result[],
): ReviewExercise[] {
  const rank = (exercise: ReviewExercise) => {
    const isMissed = resultsOf(exercise.id).some(({ at, correct }) => !correct && dayOf(at) < first);
    return Number(isMissed) * 2 + Number(exercise.discernment);
  };
  return exercises
    .filter(({ counts }) => counts)
    .map((exercise) => ({ exercise, rank: rank(exercise), lot: hashText(`${lesson} ${week} ${exercise.id}`) }))
    .sort((a, b) => b.rank - a.rank || a.lot - b.lot)
    .slice(0, size)
    .map(({ exercise }) => exercise);
}
