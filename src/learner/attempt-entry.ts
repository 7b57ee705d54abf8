import type { AttemptPhase, AttemptState, Confidence, Discernment, Response } from '#exercise';
import { isCount, isFraction, isPlain, parsePlain } from './stored-json.ts';

/** The work on an exercise as it is kept. */
export interface AttemptEntry {
  /** Of the exercise it was given to: when parts or key of it change, the answer means nothing any more. */
  readonly signature: string;
  readonly state: AttemptState;
  /** When it was last worked on. */
  readonly at: number;
}

// Stored answers are some hundred characters; a learner's own text is the only part that could grow.
const maxLength = 20_000;

export function formatAttempt({ signature, state, at }: AttemptEntry): string {
  return JSON.stringify({ signature, state, at });
}

/** The stored work on an exercise; null where there is none, or it is damaged. */
export function parseAttemptEntry(json: string | null): AttemptEntry | null {
  const stored = parsePlain(json, maxLength);
  if (!stored) return null;
  const { signature, at } = stored;
  const state = readState(stored['state']);
  return state && typeof signature === 'string' && isCount(at) ? { signature, state, at } : null;
}

/** The same, null also where it was given to another question. */
export function parseAttempt(json: string | null, signature: string): AttemptState | null {
  const entry = parseAttemptEntry(json);
  return entry?.signature === signature ? entry.state : null;
}

/**
 * One out of two: the later work goes on, and no score is lost. Scores of an answer to another question (the signature
 * differs) are.
 */
export function mergeAttempts(a: AttemptEntry, b: AttemptEntry): AttemptEntry {
  const [older, newer] = isLater(a, b) ? [b, a] : [a, b];
  if (older.signature !== newer.signature) return newer;
  const [before, now] = [older.state, newer.state];
  const best = before.best === null || now.best === null ? (now.best ?? before.best) : Math.max(before.best, now.best);
  const state = {
    ...now,
    first: before.first ?? now.first,
    best,
    last: now.last ?? before.last,
    discernment: before.discernment
      ? { first: before.discernment.first, last: (now.discernment ?? before.discernment).last }
      : now.discernment,
    round: Math.max(before.round, now.round),
  };
  return { ...newer, state };
}

/** Moments may be equal; the texts then decide, so that both sides choose the same. */
function isLater(a: AttemptEntry, b: AttemptEntry): boolean {
  return a.at === b.at ? formatAttempt(a) > formatAttempt(b) : a.at > b.at;
}

/** An exercise counts as answered from the first checked answer on, right or wrong. */
export function isAnswered(state: AttemptState | null): boolean {
  return typeof state?.first === 'number';
}

/** A state that the exercise could have come to; null for anything else. */
export function readState(value: unknown): AttemptState | null {
  if (!isPlain(value)) return null;
  const {
    phase,
    response = null,
    confidence = null,
    used,
    hints,
    first = null,
    best = null,
    last = null,
    discernment = null,
    round,
  } = value;
  const isSound =
    isPhase(phase) &&
    (response === null || isResponse(response)) &&
    (confidence === null || isConfidence(confidence)) &&
    isCount(used) &&
    isCount(hints) &&
    isCount(round) &&
    isScore(first) &&
    isScore(best) &&
    isScore(last) &&
    (discernment === null || isDiscernmentPair(discernment)) &&
    (phase === 'open' || (used > 0 && response !== null && first !== null));
  return isSound ? { phase, response, confidence, used, hints, first, best, last, discernment, round } : null;
}

export function isConfidence(value: unknown): value is Confidence {
  return value === 1 || value === 2 || value === 3;
}

export function isDiscernment(value: unknown): value is Discernment {
  if (!isPlain(value)) return false;
  const { hits, falseAlarms, misleading, sound } = value;
  return (
    [hits, falseAlarms, misleading, sound].every(isCount) &&
    Number(hits) <= Number(misleading) &&
    Number(falseAlarms) <= Number(sound)
  );
}

function isPhase(value: unknown): value is AttemptPhase {
  return value === 'open' || value === 'tried' || value === 'right' || value === 'shown';
}

function isResponse(value: unknown): value is Response {
  if (typeof value === 'string') return true;
  const parts: unknown[] | null = Array.isArray(value) ? value : isPlain(value) ? Object.values(value) : null;
  return parts?.every((part) => typeof part === 'string') ?? false;
}

function isDiscernmentPair(value: unknown): value is NonNullable<AttemptState['discernment']> {
  return isPlain(value) && isDiscernment(value['first']) && isDiscernment(value['last']);
}

function isScore(value: unknown): value is number | null {
  return value === null || isFraction(value);
}
