import type { AttemptPhase, AttemptState, Confidence, Discernment, Response } from '#exercise';

/**
 * What is kept of a learner, on the learner's own device and nowhere else.
 *
 * - `bilig:1:attempt:<course/module/lesson/exercise>` → `{"v":1,"signature":"…","state":{…}}`, an AttemptState of
 *   `#exercise` with the signature of the exercise it was given to. Written at every change, drafts too.
 * - `bilig:1:lesson:<course/module/lesson>` → `{"v":1,"finished":true}`; the key is missing while it is unfinished.
 *
 * One key an exercise: two tabs never overwrite each other's work. An answer is language-neutral, so a change of
 * language keeps it. When the parts or the key of an exercise change, so does its signature; the stored answer then
 * means nothing any more and is ignored until the next answer replaces it. The `1` in key and value is the version of
 * this form: a later form reads the old keys, writes its own and removes them.
 */
const version = 1;

// Stored answers are some hundred characters; a learner's own text is the only part that could grow.
const maxLength = 20_000;

export function attemptKey(fullId: string): string {
  return `bilig:${version}:attempt:${fullId}`;
}

export function lessonKey(fullId: string): string {
  return `bilig:${version}:lesson:${fullId}`;
}

export function formatAttempt(state: AttemptState, signature: string): string {
  return JSON.stringify({ v: version, signature, state });
}

/** The stored work on an exercise; null where there is none, or it is damaged, or was given to another question. */
export function parseAttempt(json: string | null, signature: string): AttemptState | null {
  const stored = parseObject(json);
  return stored?.['v'] === version && stored['signature'] === signature ? readState(stored['state']) : null;
}

export function formatLesson(): string {
  return JSON.stringify({ v: version, finished: true });
}

/** True for a lesson that the learner has marked as finished. */
export function parseLesson(json: string | null): boolean {
  const stored = parseObject(json);
  return stored?.['v'] === version && stored['finished'] === true;
}

/** An exercise counts as answered from the first checked answer on, right or wrong. */
export function isAnswered(state: AttemptState | null): boolean {
  return typeof state?.first === 'number';
}

type Plain = Record<string, unknown>;

function parseObject(json: string | null): Plain | null {
  if (!json || json.length > maxLength) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isPlain(value) ? value : null;
  } catch {
    return null;
  }
}

function readState(value: unknown): AttemptState | null {
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
    isFraction(first) &&
    isFraction(best) &&
    isFraction(last) &&
    (discernment === null || isDiscernmentPair(discernment)) &&
    (phase === 'open' || (used > 0 && response !== null && first !== null));
  return isSound ? { phase, response, confidence, used, hints, first, best, last, discernment, round } : null;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPhase(value: unknown): value is AttemptPhase {
  return value === 'open' || value === 'tried' || value === 'right' || value === 'shown';
}

function isConfidence(value: unknown): value is Confidence {
  return value === 1 || value === 2 || value === 3;
}

function isResponse(value: unknown): value is Response {
  if (typeof value === 'string') return true;
  const parts: unknown[] | null = Array.isArray(value) ? value : isPlain(value) ? Object.values(value) : null;
  return parts?.every((part) => typeof part === 'string') ?? false;
}

function isDiscernmentPair(value: unknown): value is NonNullable<AttemptState['discernment']> {
  return isPlain(value) && isDiscernment(value['first']) && isDiscernment(value['last']);
}

function isDiscernment(value: unknown): value is Discernment {
  if (!isPlain(value)) return false;
  const { hits, falseAlarms, misleading, sound } = value;
  return (
    [hits, falseAlarms, misleading, sound].every(isCount) &&
    Number(hits) <= Number(misleading) &&
    Number(falseAlarms) <= Number(sound)
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isFraction(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && value >= 0 && value <= 1);
}
