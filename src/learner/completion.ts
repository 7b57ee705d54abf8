import type { DiscernmentRates } from '#exercise';
import type { CourseOutline } from './course-outline.ts';
import { progressOf, type ExerciseProgress } from './exercise-progress.ts';
import { lessonKey } from './keys.ts';
import { parseLesson } from './lesson-entry.ts';

/** Something that a course asks for. Counts for lessons and answers, fractions from 0 to 1 for the score. */
export interface Requirement {
  readonly kind: 'lessons' | 'answered' | 'score';
  readonly reached: number;
  readonly needed: number;
  /** Of how many; 1 for the score. */
  readonly total: number;
  /** The moment from which on it has been met; 0 where that is not known, null while it is not met. */
  readonly since: number | null;
}

export interface Share {
  readonly count: number;
  readonly total: number;
}

/** What a learner has done in a course, whatever the course asks for. */
export interface Achievement {
  readonly lessons: Share;
  readonly exercises: Share;
  /** Mean of the best scores over all exercises that have points, from 0 to 1; null where none has. */
  readonly score: number | null;
  /** Over the last answers to all sets and verdicts; null where there are none. */
  readonly discernment: DiscernmentRates | null;
}

export interface CourseCompletion {
  /** Those that the course asks for, in a fixed order. */
  readonly requirements: readonly Requirement[];
  /** Lessons and answers are there (SCORM's completion status). */
  readonly completed: boolean;
  /** The score is reached (SCORM's success status); null where none is asked for. */
  readonly passed: boolean | null;
  /** The moment from which on all has been met (cmi5 calls it satisfied); 0 where that is not known, null before. */
  readonly satisfied: number | null;
  readonly achievement: Achievement;
}

// Shares are decimal fractions, which binary ones only come near to.
const rounding = 1e-9;

/**
 * How far a learner is in a course. From the entries alone: the same on every device, whenever it is asked. More answers
 * never undo anything; taking back that a lesson is finished does, and so does a question that has changed.
 *
 * @param record entries by key; those of other courses do not matter
 */
export function courseCompletion(
  { rules, lessons }: CourseOutline,
  record: ReadonlyMap<string, string>,
): CourseCompletion {
  const finished = lessons.flatMap(({ id }) => {
    const entry = parseLesson(record.get(lessonKey(id)) ?? null)?.finished;
    return entry?.on ? [entry.at] : [];
  });
  const exercises = lessons.flatMap(({ id, exercises: own }) =>
    own.map((exercise) => ({ scored: exercise.scored, progress: progressOf(id, exercise, record) })),
  );
  const answered = exercises.flatMap(({ progress }) => progress?.steps[0]?.at ?? []);
  const scored = exercises.filter((exercise) => exercise.scored);
  const scores = scored.flatMap(({ progress }) => progress ?? []);
  const achievement: Achievement = {
    lessons: { count: finished.length, total: lessons.length },
    exercises: { count: answered.length, total: exercises.length },
    score: scored.length ? meanScore(scores, scored.length, Infinity) : null,
    discernment: sumRates(exercises.flatMap(({ progress }) => progress?.rates ?? [])),
  };
  const all = [
    countRequirement('lessons', rules.lessons, { moments: finished, total: lessons.length }),
    countRequirement('answered', rules.answered, { moments: answered, total: exercises.length }),
    scoreRequirement(rules.score, scores, scored.length),
  ];
  const requirements = all.filter(({ needed, total }) => needed > 0 && total > 0);
  return { requirements, ...statusOf(requirements), achievement };
}

function statusOf(requirements: readonly Requirement[]): Omit<CourseCompletion, 'requirements' | 'achievement'> {
  const isMet = ({ since }: Requirement) => since !== null;
  const score = requirements.find(({ kind }) => kind === 'score');
  const others = requirements.filter(({ kind }) => kind !== 'score');
  // Where a score is all that is asked for, reaching it completes the course.
  const forCompletion = others.length ? others : requirements;
  const isSatisfied = requirements.length > 0 && requirements.every(isMet);
  return {
    completed: forCompletion.length > 0 && forCompletion.every(isMet),
    passed: score ? isMet(score) : null,
    satisfied: isSatisfied ? Math.max(...requirements.map(({ since }) => since ?? 0)) : null,
  };
}

function countRequirement(
  kind: 'lessons' | 'answered',
  share: number,
  { moments, total }: { readonly moments: readonly number[]; readonly total: number },
): Requirement {
  const needed = Math.ceil(share * total - rounding);
  const since = needed > 0 ? ([...moments].sort((a, b) => a - b)[needed - 1] ?? null) : null;
  return { kind, reached: moments.length, needed, total, since };
}

function scoreRequirement(needed: number, scores: readonly ExerciseProgress[], count: number): Requirement {
  const isReached = (until: number) => meanScore(scores, count, until) >= needed - rounding;
  const moments = [...new Set(scores.flatMap(({ steps }) => steps.map(({ at }) => at)))].sort((a, b) => a - b);
  const since = moments[firstIndex(moments, isReached)] ?? null;
  return { kind: 'score', reached: meanScore(scores, count, Infinity), needed, total: count ? 1 : 0, since };
}

/** The first for which it holds, by bisection: from there on it holds for all. */
function firstIndex(moments: readonly number[], holds: (moment: number) => boolean): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(moments[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The mean over all exercises as it was at a moment; what had no answer counts as nothing. */
function meanScore(scores: readonly ExerciseProgress[], count: number, until: number): number {
  const bests = scores.map(({ steps }) => steps.findLast(({ at }) => at <= until)?.best ?? 0);
  // Summed in the order of size, so that it does not depend on that of the exercises.
  return count ? Math.min(1, bests.sort((a, b) => a - b).reduce((sum, best) => sum + best, 0) / count) : 0;
}

function sumRates(rates: readonly DiscernmentRates[]): DiscernmentRates | null {
  const sum = (key: keyof DiscernmentRates) => rates.reduce((total, rate) => total + rate[key], 0);
  return rates.length
    ? { caught: sum('caught'), misleading: sum('misleading'), trusted: sum('trusted'), sound: sum('sound') }
    : null;
}
