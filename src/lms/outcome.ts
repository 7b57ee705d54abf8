import { attemptKey, isAnswered, lessonKey, parseAttempt } from '#learner';
import type { ExerciseOutline, ModuleOutline } from './outline.ts';

/** What a module has come to, as platforms ask for it. More answers never undo anything: the best one counts. */
export interface Outcome {
  /** So many of the exercises are answered as the module asks for. */
  readonly completed: boolean;
  /** A score is asked for. */
  readonly graded: boolean;
  /** Null while it is open, and where no score is asked for. */
  readonly passed: boolean | null;
  /** From 0 to 1; null until what is marked is done: a score that is sent before reads as a failure (Moodle makes it one). */
  readonly score: number | null;
  /** Every exercise that has points is answered: no answer is missing that could raise the score. */
  readonly allScored: boolean;
  /** The share of the exercises that are answered, from 0 to 1. */
  readonly progress: number;
  readonly objectives: readonly Objective[];
}

/** A lesson, or a skill, as an objective of the module. */
export interface Objective {
  /** Of letters, digits and hyphens. */
  readonly id: string;
  readonly started: boolean;
  readonly completed: boolean;
  readonly passed: boolean | null;
  readonly score: number | null;
}

// Shares are decimal fractions, which binary ones only come near to.
const rounding = 1e-9;

interface Answer {
  readonly lesson: string;
  readonly exercise: ExerciseOutline;
  /** The best answer's share of the points; null while there is none. */
  readonly best: number | null;
}

/**
 * @param entries of the record
 * @param pass the share of the points that is asked for, from 0 to 1; 0 where none is
 */
export function moduleOutcome(
  module: ModuleOutline,
  entries: ReadonlyMap<string, string>,
  pass: number = module.rules.score,
): Outcome {
  const answers = module.lessons.flatMap(({ id, exercises }) =>
    exercises.map((exercise): Answer => {
      const state = parseAttempt(entries.get(attemptKey(`${id}/${exercise.id}`)) ?? null, exercise.signature);
      return { lesson: id, exercise, best: isAnswered(state) ? Math.max(state?.best ?? 0, state?.first ?? 0) : null };
    }),
  );
  const counted = answers.filter(({ exercise }) => exercise.counted);
  const scored = counted.filter(({ exercise }) => exercise.scored);
  const done = counted.filter(({ best }) => best !== null).length;
  const mean = meanOf(scored);
  const isReached = pass > 0 && scored.length > 0 && mean >= pass - rounding;
  const hasAll = scored.every(({ best }) => best !== null);
  const enough = isEnough(done, counted.length, { module, entries, isReached });
  const graded = pass > 0 && scored.length > 0;
  return {
    completed: enough,
    graded,
    passed: graded && enough ? (isReached ? true : hasAll ? false : null) : null,
    score: scored.length > 0 && enough && (hasAll || isReached) ? mean : null,
    allScored: hasAll,
    progress: counted.length ? done / counted.length : Number(enough),
    objectives: [
      ...module.lessons.map(({ id }) =>
        objectiveOf(
          `lesson-${id.split('/').at(-1) ?? ''}`,
          answers.filter(({ lesson }) => lesson === id),
          pass,
        ),
      ),
      ...[...new Set(scored.flatMap(({ exercise }) => exercise.skills))].sort().map((skill) =>
        objectiveOf(
          `skill-${skill}`,
          scored.filter(({ exercise }) => exercise.skills.includes(skill)),
          pass,
        ),
      ),
    ],
  };
}

interface Surroundings {
  readonly module: ModuleOutline;
  readonly entries: ReadonlyMap<string, string>;
  readonly isReached: boolean;
}

/** What was answered is what a platform is told of; where there is nothing to answer, every lesson has to be opened. */
function isEnough(done: number, total: number, { module, entries, isReached }: Surroundings): boolean {
  if (total === 0) return module.lessons.every(({ id }) => entries.has(lessonKey(id)));
  const needed = Math.ceil(module.rules.answered * total - rounding);
  return needed > 0 ? done >= needed : isReached || done === total;
}

function objectiveOf(id: string, answers: readonly Answer[], pass: number): Objective {
  const counted = answers.filter(({ exercise }) => exercise.counted);
  const scored = counted.filter(({ exercise }) => exercise.scored);
  const completed = counted.length > 0 && counted.every(({ best }) => best !== null);
  const score = completed && scored.length ? meanOf(scored) : null;
  return {
    id,
    started: answers.some(({ best }) => best !== null),
    completed,
    passed: score === null || pass === 0 ? null : score >= pass - rounding,
    score,
  };
}

/** Summed in the order of size, so that it does not depend on that of the exercises. */
function meanOf(answers: readonly Answer[]): number {
  const sum = answers
    .map(({ best }) => best ?? 0)
    .sort((a, b) => a - b)
    .reduce((total, best) => total + best, 0);
  return answers.length ? Math.min(1, sum / answers.length) : 0;
}
