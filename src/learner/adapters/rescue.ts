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
  /** Keys of what stands nowhere but in this page. */
  const homeless = new Set<string>();
  let isTrying = false;

  const putAside = (key: string, value: string | null) => {
    // A browser that keeps nothing has no other place either.
    if (record.trouble === 'refused' || !record.unsaved.includes(key)) return;
    homeless.add(key);
    try {
      if (value !== null) window.localStorage.setItem(localPrefix + key, value);
      homeless.delete(key);
    } catch {
      // Denied, or full as well.
    }
  };

  const retry = async () => {
    if (isTrying || record.trouble === 'refused' || record.unsaved.length === 0) return;
    isTrying = true;
    // Who listens hears of what still could not be written, and puts it aside.
    await Promise.allSettled(record.unsaved.map((key) => record.update(key, (same) => same)));
    isTrying = false;
  };

  record.watch('', (key, value) => {
    putAside(key, value);
    void retry();
  });
  for (const moment of ['focus', 'online', 'pageshow']) window.addEventListener(moment, () => void retry());
  window.document.addEventListener('visibilitychange', () => void retry());
  window.setInterval(() => void retry(), pause);
  window.addEventListener('beforeunload', (event) => {
    if (record.unsaved.some((key) => homeless.has(key))) event.preventDefault();
  });
  void retry();
}
