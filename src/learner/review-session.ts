/** How an exercise of a review went, by its first answer. */
export type ReviewOutcome = 'right' | 'missed' | 'skipped';

/** A learner's way through a set; plain data. */
export interface ReviewSession {
  /** Ids of the exercises, in order. */
  readonly ids: readonly string[];
  /** Of the exercises that were passed, and of the present one once it has been answered. */
  readonly outcomes: readonly ReviewOutcome[];
  /** The present exercise; as many as there are once all have been passed. */
  readonly position: number;
}

export function startSession(ids: readonly string[]): ReviewSession {
  return { ids, outcomes: [], position: 0 };
}

/** The first answer to the present exercise counts; later ones change nothing. */
export function answerInSession(session: ReviewSession, outcome: 'right' | 'missed'): ReviewSession {
  const { outcomes, position, ids } = session;
  const isOpen = position < ids.length && outcomes.length === position;
  return isOpen ? { ...session, outcomes: [...outcomes, outcome] } : session;
}

/** To the next exercise; one that was not answered is skipped. */
export function advanceSession(session: ReviewSession): ReviewSession {
  const { outcomes, position, ids } = session;
  if (position >= ids.length) return session;
  const passed = outcomes.length > position ? outcomes : [...outcomes, 'skipped' as const];
  return { ids, outcomes: passed, position: position + 1 };
}

/** The session ends with what was answered. */
export function stopSession({ ids, outcomes }: ReviewSession): ReviewSession {
  return { ids: ids.slice(0, outcomes.length), outcomes, position: outcomes.length };
}

export function isSessionOver({ ids, position }: ReviewSession): boolean {
  return position >= ids.length;
}
