/** How one part of an answer did: an option, a pair, a card, a step. */
export interface GradedPart {
  readonly id: string;
  readonly correct: boolean;
}

/** The result of one answer. `score` lies between 0 and `max`. */
export interface Grade {
  readonly score: number;
  readonly max: number;
  readonly correct: boolean;
  readonly parts: readonly GradedPart[];
}

/** What a learner has answered: by id, safe to store as JSON. */
export type Response = string | readonly string[] | Readonly<Record<string, string>>;

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
  | { readonly type: 'restart' };

export const freshAttempt: AttemptState = {
  phase: 'open',
  response: null,
  confidence: null,
  used: 0,
  hints: 0,
  first: null,
  best: null,
  last: null,
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
      return isDone(state)
        ? { ...freshAttempt, first: state.first, best: state.best, last: state.last, round: state.round + 1 }
        : state;
  }
}

function checkAnswer(state: AttemptState, grade: Grade, rules: AttemptRules): AttemptState {
  const fraction = grade.max === 0 ? 0 : grade.score / grade.max;
  const used = state.used + 1;
  const phase = grade.correct ? 'right' : used >= rules.attempts ? 'shown' : 'tried';
  return {
    ...state,
    phase,
    used,
    first: state.first ?? fraction,
    best: Math.max(state.best ?? 0, fraction),
    last: fraction,
  };
}

/** True when nothing more can be answered without starting afresh. */
export function isDone(state: AttemptState): boolean {
  return state.phase === 'right' || state.phase === 'shown';
}
