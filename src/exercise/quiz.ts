import type { AttemptState } from './attempt.ts';
import {
  addDiscernment,
  passesDiscernment,
  ratesOf,
  tendencyOf,
  type Discernment,
  type DiscernmentRates,
  type Tendency,
} from './discernment.ts';

/** An exercise of a set as far as its result is concerned. */
export interface QuizPart {
  readonly id: string;
  /** False for a warm-up question and for what has no points, such as a text of one's own. */
  readonly counts: boolean;
  readonly skills: readonly string[];
}

/** Why a set is passed or not; `open` until every exercise that counts has been answered. */
export type QuizOutcome = 'open' | 'passed' | 'score' | 'discernment';

export interface QuizResult {
  /** Exercises that count, and how many of them have been checked since they were last started afresh. */
  readonly total: number;
  readonly answered: number;
  readonly outcome: QuizOutcome;
  /** From 0 to 1 over the exercises answered, each counted alike; null while there is none. */
  readonly score: number | null;
  /** The same for the best answer ever given to each; never below `score`. */
  readonly best: number | null;
  /** Sound and misleading items told apart, over all sets and verdicts; null where there are none. */
  readonly discernment: {
    readonly rates: DiscernmentRates;
    /** Null where there are too few items of a kind to speak of a tendency. */
    readonly bias: Tendency | null;
  } | null;
  /** In the order of the exercises; skills of which nothing has been answered are left out. */
  readonly skills: readonly { readonly skill: string; readonly score: number }[];
  /** Ids of the exercises answered that did not earn everything. */
  readonly missed: readonly string[];
}

interface Answered {
  readonly part: QuizPart;
  readonly score: number;
  readonly best: number;
  readonly discernment: Discernment | null;
}

/**
 * The result of a set from the attempts at its exercises. The last checked answer counts, each exercise alike; how sure
 * the learner was does not.
 *
 * @param pass the share of the points with which the set is passed, from 0 to 1
 * @param attemptOf the work on an exercise; null where there is none
 */
export function summariseQuiz(
  parts: readonly QuizPart[],
  pass: number,
  attemptOf: (id: string) => AttemptState | null,
): QuizResult {
  const counted = parts.filter((part) => part.counts);
  const answers = counted.flatMap((part) => answerOf(part, attemptOf(part.id)));
  const score = meanOf(answers.map((answer) => answer.score));
  const discernment = pool(answers);
  const isComplete = counted.length > 0 && answers.length === counted.length;
  return {
    total: counted.length,
    answered: answers.length,
    outcome: isComplete ? judge(score ?? 0, pass, discernment?.rates ?? null) : 'open',
    score,
    best: meanOf(answers.map((answer) => answer.best)),
    discernment,
    skills: [...new Set(counted.flatMap((part) => part.skills))].flatMap((skill) => {
      const mean = meanOf(answers.filter(({ part }) => part.skills.includes(skill)).map((answer) => answer.score));
      return mean === null ? [] : { skill, score: mean };
    }),
    missed: answers.filter((answer) => answer.score < 1).map(({ part }) => part.id),
  };
}

function answerOf(part: QuizPart, attempt: AttemptState | null): Answered[] {
  // What was checked before a fresh start is remembered, and is no answer of this round.
  if (!attempt || attempt.used === 0 || attempt.last === null) return [];
  const { last, best, discernment } = attempt;
  return [{ part, score: last, best: Math.max(best ?? 0, last), discernment: discernment?.last ?? null }];
}

/** The sum is taken in the order of size, so that it does not depend on that of the exercises. */
function meanOf(numbers: readonly number[]): number | null {
  if (!numbers.length) return null;
  const sum = [...numbers].sort((a, b) => a - b).reduce((total, number) => total + number, 0);
  return Math.min(1, sum / numbers.length);
}

const fewestForBias = 3;

function pool(answers: readonly Answered[]): QuizResult['discernment'] {
  const sets = answers.flatMap(({ discernment, score }) => (discernment ? [{ discernment, score }] : []));
  if (!sets.length) return null;
  const counts = addDiscernment(sets.map(({ discernment }) => discernment));
  const rates = sets.map(({ discernment, score }) => ratesOf(discernment, score));
  const sum = (key: keyof DiscernmentRates) => rates.reduce((total, rate) => total + rate[key], 0);
  return {
    rates: {
      caught: sum('caught'),
      misleading: sum('misleading'),
      trusted: sum('trusted'),
      sound: sum('sound'),
    },
    bias: Math.min(counts.misleading, counts.sound) < fewestForBias ? null : tendencyOf(counts),
  };
}

// Thirds do not add up to one in binary, and two of three must pass where two thirds are asked for.
const rounding = 1e-9;

function judge(score: number, pass: number, rates: DiscernmentRates | null): QuizOutcome {
  if (score < pass - rounding) return 'score';
  return rates && !passesDiscernment(rates) ? 'discernment' : 'passed';
}
