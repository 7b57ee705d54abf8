import { createRecord, type LearnerRecord } from '#learner/adapters/learner-record';
import type { RecordStore } from '#learner/adapters/record-store';
import { rescueUnsaved } from '#learner/adapters/rescue';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const noTabs = () => {
  throw new ReferenceError('BroadcastChannel is not defined');
};

/** A record whose store takes nothing until it is told to. */
function recordOnFullDevice(): { record: LearnerRecord; stored: Map<string, string | null>; makeRoom: () => void } {
  let isFull = true;
  const stored = new Map<string, string | null>();
  const store: RecordStore = {
    kind: 'indexed-db',
    getAll: () => Promise.resolve(new Map()),
    updateAll: (changes) => {
      if (isFull) return Promise.reject(new DOMException('', 'QuotaExceededError'));
      const values = new Map([...changes].map(([key, change]) => [key, change(null)]));
      for (const [key, value] of values) stored.set(key, value);
      return Promise.resolve(values);
    },
  };
  return { record: createRecord(() => Promise.resolve(store), noTabs), stored, makeRoom: () => (isFull = false) };
}

/** Whether closing the page asks a question. */
function closingAsks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

test('what a page holds stands in localStorage, so that the page may be left', async () => {
  const { record } = recordOnFullDevice();
  await record.update('lesson/c/m/l', () => 'бір');
  rescueUnsaved(record, window);
  // While the first is tried again.
  await record.update('lesson/c/m/n', () => 'ikki');
  await expect
    .poll(() => ({ ...localStorage }))
    .toEqual({ 'bilig:2:lesson/c/m/l': 'бір', 'bilig:2:lesson/c/m/n': 'ikki' });
  expect(closingAsks()).toBe(false);
});

test('all that is held is tried again when anything changes, and when the page is looked at', async () => {
  const { record, stored, makeRoom } = recordOnFullDevice();
  await record.update('lesson/c/m/l', () => 'бір');
  rescueUnsaved(record, window);
  makeRoom();
  await record.update('lesson/c/m/n', () => 'ikki');
  await expect
    .poll(() => [...stored].sort())
    .toEqual([
      ['lesson/c/m/l', 'бір'],
      ['lesson/c/m/n', 'ikki'],
    ]);
  expect([record.unsaved, record.trouble]).toEqual([[], null]);

  const other = recordOnFullDevice();
  await other.record.update('lesson/c/m/l', () => 'bir');
  rescueUnsaved(other.record, window);
  await expect.poll(() => localStorage.getItem('bilig:2:lesson/c/m/l')).toBe('bir');
  other.makeRoom();
  await expect
    .poll(() => {
      window.dispatchEvent(new Event('focus'));
      return [...other.stored.values()];
    })
    .toEqual(['bir']);
});

test('closing asks only while something has found no place at all', async () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const { record, makeRoom } = recordOnFullDevice();
  await record.update('lesson/c/m/l', () => 'бир');
  rescueUnsaved(record, window);
  await expect.poll(closingAsks).toBe(true);
  makeRoom();
  await record.update('lesson/c/m/n', () => 'эки');
  await expect.poll(closingAsks).toBe(false);
});

test('a browser that keeps nothing for anybody is not asked again and again', async () => {
  const record = createRecord(() => Promise.resolve(null), noTabs);
  await record.update('lesson/c/m/l', () => 'bir');
  const asked = vi.spyOn(window, 'localStorage', 'get');
  rescueUnsaved(record, window);
  await record.update('lesson/c/m/n', () => 'iki');
  expect(asked).not.toHaveBeenCalled();
  expect(closingAsks()).toBe(false);
});
