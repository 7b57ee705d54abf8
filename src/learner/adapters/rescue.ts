import type { LearnerRecord } from './learner-record.ts';
import { localPrefix } from './local-storage-store.ts';

/** Milliseconds after which writing is tried again while something waits. */
const pause = 15_000;

/**
 * Looks after what the page holds because it could not be written: puts it into localStorage, from where the next page
 * takes it (`adopt.ts`), and tries again with every change, when the page is looked at, and every quarter of a minute.
 * What finds no place at all keeps the browser from closing the page without a question.
 */
export function rescueUnsaved(record: LearnerRecord, window: Window): void {
  let isSafe = true;
  let isTrying = false;

  const putAside = async () => {
    isSafe = true;
    for (const key of record.unsaved) {
      const value = await record.get(key);
      try {
        if (value !== null) window.localStorage.setItem(localPrefix + key, value);
      } catch {
        isSafe = false;
      }
    }
  };

  const retry = async () => {
    // A browser that keeps nothing has no other place either.
    if (isTrying || record.trouble === 'refused' || record.unsaved.length === 0) return;
    isTrying = true;
    await putAside();
    await Promise.all(record.unsaved.map((key) => record.update(key, (same) => same)));
    isSafe ||= record.unsaved.length === 0;
    isTrying = false;
  };

  record.watch('', () => void retry());
  for (const moment of ['focus', 'online', 'pageshow']) window.addEventListener(moment, () => void retry());
  window.document.addEventListener('visibilitychange', () => void retry());
  window.setInterval(() => void retry(), pause);
  window.addEventListener('beforeunload', (event) => {
    if (!isSafe && record.unsaved.length > 0) event.preventDefault();
  });
  void retry();
}
