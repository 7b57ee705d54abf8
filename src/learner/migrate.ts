import { formatAttempt, readState } from './attempt-entry.ts';
import { attemptKey, lessonKey, resultsKey } from './keys.ts';
import { formatLesson, unopenedLesson } from './lesson-entry.ts';
import { formatResults } from './results-entry.ts';
import { parsePlain } from './stored-json.ts';

const prefix = 'bilig:1:';
const maxLength = 20_000;

/**
 * Entries of version 2 out of what version 1 kept in localStorage:
 * `bilig:1:attempt:<course/module/lesson/exercise>` → `{ v: 1, signature, state }`,
 * `bilig:1:lesson:<course/module/lesson>` → `{ v: 1, finished: true }`.
 * It knew no moments: the work counts as older than any of version 2, and its last checked answer as given at the
 * beginning of 1970, so that reading the same again gives the same.
 *
 * @param now for when a lesson was finished, of which nothing was kept
 */
export function migrateV1(stored: ReadonlyMap<string, string>, now: number): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [key, json] of stored) {
    const [, kind, fullId = ''] = /^bilig:1:(attempt|lesson):(.+)$/u.exec(key) ?? [];
    const value = parsePlain(json, maxLength);
    if (value?.['v'] !== 1) continue;
    if (kind === 'attempt') migrateAttempt(fullId, value, entries);
    if (kind === 'lesson' && value['finished'] === true)
      entries.set(lessonKey(fullId), formatLesson({ ...unopenedLesson(now), finished: { on: true, at: now } }));
  }
  return entries;
}

function migrateAttempt(fullId: string, value: Readonly<Record<string, unknown>>, entries: Map<string, string>): void {
  const { signature } = value;
  const state = readState(value['state']);
  if (!state || typeof signature !== 'string') return;
  entries.set(attemptKey(fullId), formatAttempt({ signature, state, at: 0 }));
  if (state.last === null) return;
  const { last, confidence, hints, used, discernment } = state;
  const result = {
    at: 0,
    // The language was not kept either: undetermined (BCP 47).
    locale: 'und',
    try: Math.max(1, used),
    score: last,
    correct: state.phase === 'right' || last === 1,
    confidence,
    hints,
    ...(discernment ? { discernment: discernment.last } : {}),
  };
  entries.set(resultsKey(fullId), formatResults([result]));
}

/** True for keys under which version 1 kept the record. */
export function isV1Key(key: string): boolean {
  return key.startsWith(prefix);
}
