import type { Discernment } from './discernment.ts';
import type { Response } from './response.ts';

/** How one part of an answer did: an option, a pair, a card, a step. */
export interface GradedPart {
  readonly id: string;
  readonly correct: boolean;
}

/** The result of one answer. `score` lies between 0 and `max`. */
export interface Grade {
  readonly score: number;
  readonly max: number;
  /** All that is asked for is there; a set of verdicts passes by its two rates. */
  readonly correct: boolean;
  readonly parts: readonly GradedPart[];
  /** Where sound and misleading items were told apart. */
  readonly discernment?: Discernment;
}

/** 1 guessing, 2 fairly sure, 3 certain. */
export type Confidence = 1 | 2 | 3;

/**
 * - `open`: being answered (again);
 * - `tried`: checked and wrong, attempts are left;
 * - `right`: checked and right;
 * - `shown`: the solution is on the screen, because attempts ran out or the learner asked for it.
 */
export type AttemptPhase = 'open' | 'tried' | 'right' | 'shown';

/** A learner's work on one exercise; plain JSON. */
export interface AttemptState {
  readonly phase: AttemptPhase;
  readonly response: Response | null;
  readonly confidence: Confidence | null;
  /** Answers checked since the exercise was last started afresh. */
  readonly used: number;
  readonly hints: number;
  /** Fractions from 0 to 1 of the score of the first, best and last checked answers. */
  readonly first: number | null;
  readonly best: number | null;
  readonly last: number | null;
  /** Sound and misleading items told apart in the first and the last checked answers; null where there are none. */
  readonly discernment: { readonly first: Discernment; readonly last: Discernment } | null;
  /** Counts fresh starts; seeds the shuffle. */
  readonly round: number;
}

export type AttemptAction =
  | { readonly type: 'answer'; readonly response: Response }
  | { readonly type: 'rate'; readonly confidence: Confidence }
  | { readonly type: 'hint' }
  | { readonly type: 'check'; readonly grade: Grade }
  | { readonly type: 'retry' }
  | { readonly type: 'give-up' }
  /** Starts afresh; what is kept of the answer, if anything, is what it begins with. */
  | { readonly type: 'restart'; readonly response?: Response | null };

export const freshAttempt: AttemptState = {
  phase: 'open',
  response: null,
  confidence: null,
  used: 0,
  hints: 0,
  first: null,
  best: null,
  last: null,
  discernment: null,
  round: 0,
};

/** The exercise's settings that the course of an attempt depends on. */
export interface AttemptRules {
  readonly attempts: number;
  readonly hints: number;
}

/** The state after an action. Actions that make no sense in a phase (a second check, say) change nothing. */
export function advanceAttempt(state: AttemptState, action: AttemptAction, rules: AttemptRules): AttemptState {
  switch (action.type) {
    case 'answer':
      return isDone(state) ? state : { ...state, phase: 'open', response: action.response };
    case 'rate':
      return isDone(state) ? state : { ...state, confidence: action.confidence };
    case 'hint':
      return isDone(state) ? state : { ...state, hints: Math.min(state.hints + 1, rules.hints) };
    case 'check':
      return state.phase === 'open' ? checkAnswer(state, action.grade, rules) : state;
    case 'retry':
      return state.phase === 'tried' ? { ...state, phase: 'open' } : state;
    case 'give-up':
      return isDone(state) || state.used === 0 ? state : { ...state, phase: 'shown' };
    case 'restart':
      return isDone(state) ? { ...renewAttempt(state), response: action.response ?? null } : state;
  }
}

/** Started afresh, whatever its phase: the scores are kept, and the next round shuffles anew. */
export function renewAttempt({ first, best, last, discernment, round }: AttemptState): AttemptState {
  return { ...freshAttempt, first, best, last, discernment, round: round + 1 };
}

function checkAnswer(state: AttemptState, grade: Grade, rules: AttemptRules): AttemptState {
  // Where nothing can be earned, what is done is done in full: a 0 would read as a failure.
  const fraction = grade.max === 0 ? Number(grade.correct) : grade.score / grade.max;
  const used = state.used + 1;
  const phase = grade.correct ? 'right' : used >= rules.attempts ? 'shown' : 'tried';
  return {
    ...state,
    phase,
    used,
    first: state.first ?? fraction,
    best: Math.max(state.best ?? 0, fraction),
    last: fraction,
    discernment: grade.discernment
      ? { first: state.discernment?.first ?? grade.discernment, last: grade.discernment }
      : null,
  };
}

/** True when nothing more can be answered without starting afresh. */
export function isDone(state: AttemptState): boolean {
  return state.phase === 'right' || state.phase === 'shown';
}
