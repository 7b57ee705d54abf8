import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { formatLesson, unopenedLesson } from '#learner';
import { channelName } from '#learner/adapters/browser-record';
import { eraseRecord } from '#learner/adapters/erase-record';
import { openIndexedDbStore } from '#learner/adapters/indexed-db-store';
import { createRecord, type LearnerRecord } from '#learner/adapters/learner-record';
import { openLocalStorageStore } from '#learner/adapters/local-storage-store';
import type { RecordStore } from '#learner/adapters/record-store';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeCaches } from './fake-caches.ts';

const lesson = 'lesson/media-literacy/finding-the-source/leave-the-page';
const opened = formatLesson(unopenedLesson(1_000));
const open = (store: () => Promise<RecordStore | null>): LearnerRecord =>
  createRecord(store, () => new BroadcastChannel(channelName));

beforeEach(() => {
  localStorage.clear();
  indexedDB = new IDBFactory();
  vi.stubGlobal('caches', fakeCaches());
});

const stores = [
  ['IndexedDB', openIndexedDbStore],
  ['localStorage', () => Promise.resolve(openLocalStorageStore(() => localStorage))],
  ['nothing', () => Promise.resolve(null)],
] as const;

describe.each(stores)('a record kept in %s', (_, store) => {
  test('is erased with its copy, with settings and with what waits in localStorage', async () => {
    localStorage.setItem('bilig:theme', 'dark');
    localStorage.setItem('bilig:1:lesson:c/m/l', '{"v":1,"finished":true}');
    localStorage.setItem('another-site', 'stays');
    const record = open(store);
    await record.update(lesson, () => opened);
    expect(await eraseRecord(record, window)).toBe(true);
    expect((await record.getAll('')).size).toBe(0);
    expect(Object.keys(localStorage)).toEqual(['another-site']);
    expect(await caches.has('bilig-record')).toBe(false);
    expect((await open(store).getAll('')).size).toBe(0);
  });
});

test('other pages forget what they hold, and do not write it back', async () => {
  const full: RecordStore = {
    ...(await openIndexedDbStore()),
    updateAll: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
  };
  const [record, other] = [open(openIndexedDbStore), open(() => Promise.resolve(full))];
  await other.update(lesson, () => opened);
  const heard: unknown[] = [];
  other.watch('lesson/', (_key, value) => heard.push(value));
  expect(await eraseRecord(record, window)).toBe(true);
  await expect.poll(() => [other.unsaved, heard]).toEqual([[], [null]]);
});

test('a database that did not open is erased all the same', async () => {
  const hidden = open(openIndexedDbStore);
  await hidden.update(lesson, () => opened);
  const record = open(() => Promise.resolve(openLocalStorageStore(() => localStorage)));
  expect(await eraseRecord(record, window)).toBe(true);
  expect((await open(openIndexedDbStore).getAll('')).size).toBe(0);
});

test('a browser that does not let go is not said to have erased', async () => {
  const inner = await openIndexedDbStore();
  const record = open(() =>
    Promise.resolve({ ...inner, updateAll: () => Promise.reject(new DOMException('', 'UnknownError')) }),
  );
  await record.update(lesson, () => opened);
  expect(await eraseRecord(record, window)).toBe(false);
});
