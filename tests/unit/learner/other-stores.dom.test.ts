import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { formatLesson, formatResults, parseResults, unopenedLesson, type Result } from '#learner';
import { createRecord, type LearnerRecord } from '#learner/adapters/learner-record';
import { openIndexedDbStore } from '#learner/adapters/indexed-db-store';
import { openRest } from '#learner/adapters/other-stores';
import type { RecordStore } from '#learner/adapters/record-store';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeCaches } from './fake-caches.ts';

beforeEach(() => {
  localStorage.clear();
  window.name = '';
  indexedDB = new IDBFactory();
  vi.stubGlobal('caches', fakeCaches());
});

const noTabs = () => {
  throw new ReferenceError('BroadcastChannel is not defined');
};
const lesson = 'lesson/media-literacy/finding-the-source/leave-the-page';
const answers = 'results/media-literacy/finding-the-source/leave-the-page/beekeepers';
const mark = 'lesson/media-literacy/finding-the-source/leave-the-page#why-ask';
const opened = formatLesson(unopenedLesson(1_000));
const answer = (at: number): Result => ({
  at,
  locale: 'kk',
  try: 1,
  score: 1,
  correct: true,
  confidence: null,
  hints: 0,
});
const resultsAt = (...moments: number[]) => formatResults(moments.map(answer));

/** A visit: a page opens its record, whatever the browser says of IndexedDB. */
function visit(open: () => Promise<RecordStore> = openIndexedDbStore): LearnerRecord {
  const record: LearnerRecord = createRecord(
    async (held) => openRest(await open().catch((error: Error) => error), held, record, window),
    noTabs,
  );
  return record;
}

const fail = (name: string) => () => Promise.reject(new DOMException('', name));
const momentsOf = async (record: LearnerRecord) => parseResults(await record.get(answers)).map(({ at }) => at);
const deny = (name: 'localStorage') =>
  vi.spyOn(window, name, 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });

describe('a database that the browser has thrown away', () => {
  async function keepAndLose(): Promise<void> {
    const record = visit();
    await record.update(lesson, () => opened);
    await record.update(answers, () => resultsAt(1, 2));
    await record.update(answers, () => resultsAt(1, 2, 3));
    await record.update(mark, () => opened);
    await record.update(mark, () => null);
    await new Promise((done) => setTimeout(done, 10));
    indexedDB = new IDBFactory();
  }

  test('is put together again from its copy, and the learner is told', async () => {
    await keepAndLose();
    const record = visit();
    expect(await record.opened).toBe('indexed-db');
    expect(record.trouble).toBe('restored');
    expect([...(await record.getAll(''))]).toEqual([
      [lesson, opened],
      [answers, resultsAt(1, 2, 3)],
    ]);
  });

  test('is put together once: the next visit has it and says nothing', async () => {
    await keepAndLose();
    await visit().opened;
    const next = visit();
    await next.opened;
    expect([next.trouble, (await next.getAll('')).size]).toEqual([null, 2]);
  });

  test('leaves a damaged entry of the copy out', async () => {
    await keepAndLose();
    const cache = await caches.open('bilig-record');
    await cache.put(`/${encodeURIComponent(lesson)}`, new Response('{"opened":1,'));
    expect([...(await visit().getAll('')).keys()]).toEqual([answers]);
  });

  test('begins anew where there is no copy, and on a page that cannot or must not have one', async () => {
    const none = { has: () => Promise.reject(new DOMException('denied', 'SecurityError')) };
    for (const copies of [fakeCaches(), none, undefined]) {
      vi.stubGlobal('caches', copies);
      indexedDB = new IDBFactory();
      const record = visit();
      await record.update(lesson, () => opened);
      expect([record.trouble, await record.opened]).toEqual([null, 'indexed-db']);
    }
  });
});

describe('without IndexedDB', () => {
  test.each(['ReferenceError', 'TypeError', 'SecurityError', 'InvalidStateError'])(
    'localStorage keeps the record, and %s is no trouble',
    async (name) => {
      const record = visit(fail(name));
      expect([await record.opened, record.trouble]).toEqual(['local-storage', null]);
    },
  );

  test.each([
    ['VersionError', 'newer'],
    ['UnknownError', 'apart'],
    ['Error', 'apart'],
  ])('that does not open (%s) localStorage keeps it apart, until it opens and gets all', async (name, trouble) => {
    await visit().update(answers, () => resultsAt(1));
    const apart = visit(fail(name));
    await apart.update(answers, () => resultsAt(2));
    expect([await apart.opened, apart.trouble]).toEqual(['local-storage', trouble]);
    const later = visit();
    expect(await momentsOf(later)).toEqual([1, 2]);
    expect([later.trouble, localStorage.length]).toEqual([null, 0]);
  });

  test('and without localStorage the record goes along to the next page', async () => {
    deny('localStorage');
    const record = visit(fail('SecurityError'));
    expect([await record.opened, record.trouble]).toEqual(['memory', 'refused']);
    window.name = `bilig-record:${JSON.stringify({ [answers]: resultsAt(5), 'no/entry': '{}', [lesson]: 7 })}`;
    const next = visit(fail('SecurityError'));
    expect([...(await next.getAll('')).keys()]).toEqual([answers]);
    expect(window.name).toBe('');
    vi.restoreAllMocks();
  });
});

describe('what waits in localStorage', () => {
  const store = async (updateAll?: RecordStore['updateAll']): Promise<RecordStore> => ({
    ...(await openIndexedDbStore()),
    ...(updateAll ? { updateAll } : {}),
  });

  test('is shown and stays there while the database is full, and is brought in when there is room', async () => {
    await visit().update(answers, () => resultsAt(1));
    localStorage.setItem(`bilig:2:${answers}`, resultsAt(2));
    const full = visit(() => store(fail('QuotaExceededError')));
    expect([await momentsOf(full), full.trouble]).toEqual([[1, 2], 'unsaved']);
    expect(localStorage.length).toBe(1);
    expect([await momentsOf(visit()), localStorage.length]).toEqual([[1, 2], 0]);
  });

  test('is brought in again after an interruption between writing and removing, without doubling', async () => {
    localStorage.setItem(`bilig:2:${answers}`, resultsAt(1, 2));
    const storage = localStorage;
    const killed = new Proxy(storage, {
      get: (target, name) => {
        if (name === 'removeItem') throw new Error('the browser was killed here');
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const spy = vi.spyOn(window, 'localStorage', 'get').mockReturnValue(killed);
    await visit().opened;
    spy.mockRestore();
    expect(localStorage.length).toBe(1);
    expect([await momentsOf(visit()), localStorage.length]).toEqual([[1, 2], 0]);
  });

  test('that is no entry does no harm, and settings stay', async () => {
    localStorage.setItem('bilig:2:lesson/c/m/l', '{"opened":1,');
    localStorage.setItem('bilig:2:__proto__', '{}');
    localStorage.setItem('bilig:2:results/c/m/l/e', 'x'.repeat(200_000));
    localStorage.setItem('bilig:theme', 'dark');
    expect((await visit().getAll('')).size).toBe(0);
    expect(Object.keys(localStorage)).toEqual(['bilig:theme']);
  });
});
