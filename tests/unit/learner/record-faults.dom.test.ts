import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openIndexedDbStore } from '#learner/adapters/indexed-db-store';
import { createRecord, type Channel, type Message } from '#learner/adapters/learner-record';
import type { RecordStore } from '#learner/adapters/record-store';
import { beforeEach, describe, expect, test } from 'vitest';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const noTabs = () => {
  throw new DOMException('denied', 'SecurityError');
};
const recordOf = (store: RecordStore) => createRecord(() => Promise.resolve(store), noTabs);
const add = (text: string) => (stored: string | null) => (stored ?? '') + text;
const refuse = (name: string) => () => Promise.reject(new DOMException('', name));

/** A store with two entries that takes nothing more. */
const full: RecordStore = {
  kind: 'indexed-db',
  getAll: () =>
    Promise.resolve(
      new Map([
        ['a/b', 'old'],
        ['a/c', 'kept'],
      ]),
    ),
  updateAll: refuse('QuotaExceededError'),
};

/** A store that can be told to fail, as one on a full disk does until there is room. */
async function failingStore(): Promise<{ store: RecordStore; fault: string | null }> {
  const inner = await openIndexedDbStore();
  const state: { store: RecordStore; fault: string | null } = {
    fault: null,
    store: {
      ...inner,
      updateAll: (changes) => (state.fault ? refuse(state.fault)() : inner.updateAll(changes)),
    },
  };
  return state;
}

describe('a store that fails', () => {
  test('loses nothing as long as the page lives, and is told', async () => {
    const record = recordOf(full);
    const told: unknown[] = [];
    record.watchTrouble(() => told.push(record.trouble));
    await record.update('a/b', add(' and new'));
    await record.update('a/b', add(' and newer'));
    await record.updateAll(new Map([['a/d', () => 'imported']]));
    expect(await record.get('a/b')).toBe('old and new and newer');
    expect([...(await record.getAll('a/'))]).toEqual([
      ['a/b', 'old and new and newer'],
      ['a/c', 'kept'],
      ['a/d', 'imported'],
    ]);
    expect(told).toEqual(['full']);
    expect(record.unsaved).toEqual(['a/b', 'a/d']);
  });

  test.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['UnknownError', 'unsaved'],
  ])('with %s is in the trouble: %s', async (name, trouble) => {
    const record = recordOf({ ...full, updateAll: refuse(name) });
    await record.update('a/b', add(' бір'));
    expect(record.trouble).toBe(trouble);
  });

  test('that recovers gets what was held, and the trouble is over when nothing is held any more', async () => {
    const failing = await failingStore();
    const record = recordOf(failing.store);
    failing.fault = 'QuotaExceededError';
    await record.update('a/b', add('one'));
    await record.update('a/c', add('bir'));
    failing.fault = null;
    await record.update('a/b', add(' two'));
    expect([record.trouble, record.unsaved]).toEqual(['full', ['a/c']]);
    await record.update('a/c', (same) => same);
    expect([record.trouble, record.unsaved]).toEqual([null, []]);
    expect([...(await failing.store.getAll('')).values()]).toEqual(['one two', 'bir']);
  });

  test('joins what was held to what another tab has written meanwhile, each change once', async () => {
    const failing = await failingStore();
    const [record, other] = [recordOf(failing.store), recordOf(await openIndexedDbStore())];
    await record.update('a/b', add('1'));
    failing.fault = 'UnknownError';
    await record.update('a/b', add('2'));
    await record.update('a/b', add('3'));
    await other.update('a/b', add('ү'));
    failing.fault = null;
    await record.update('a/b', (same) => same);
    expect(await other.get('a/b')).toBe('1ү23');
  });

  test('and cannot be read is as an empty one, which takes the next answer', async () => {
    const failing = await failingStore();
    const record = recordOf({ ...failing.store, getAll: refuse('UnknownError') });
    expect([await record.get('a/b'), (await record.getAll('')).size]).toEqual([null, 0]);
    await record.update('a/b', add('жаңа'));
    expect(record.trouble).toBeNull();
  });

  test('to open is a visit’s record, and is told', async () => {
    const record = createRecord(() => Promise.reject(new Error('denied')), noTabs);
    expect([await record.opened, record.trouble]).toEqual(['memory', 'refused']);
    await record.update('a/b', add('бір'));
    await record.update('a/b', add(' екі'));
    expect(await record.get('a/b')).toBe('бір екі');
  });

  test('to open as it should says why for as long as the page lives', async () => {
    const failing = await failingStore();
    const record = recordOf({ ...failing.store, trouble: 'restored' });
    await record.update('a/b', add('bir'));
    expect(record.trouble).toBe('restored');
  });
});

test('a listener that fails keeps nobody from writing', async () => {
  const record = recordOf(await openIndexedDbStore());
  record.watch('a/', () => {
    throw new Error('a fault of the page');
  });
  await expect(record.update('a/b', add('1'))).rejects.toThrow('a fault of the page');
  await record.update('a/b', add('2')).catch(() => undefined);
  expect(await record.get('a/b')).toBe('12');
});

describe('a connection that is lost', () => {
  test('is opened again', async () => {
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...parameters) => {
      const request = open(...parameters);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    const record = createRecord(openIndexedDbStore, noTabs);
    await record.update('a/b', add('1'));
    for (const connection of connections) connection.close();
    await record.update('a/b', add('2'));
    expect([await record.get('a/b'), record.trouble]).toEqual(['12', null]);
  });

  test('to a later version of the site holds what is answered, and says so', async () => {
    const record = createRecord(openIndexedDbStore, noTabs);
    await record.update('a/b', add('1'));
    const later = indexedDB.open('bilig', 3);
    await new Promise((done) => (later.onsuccess = done));
    await record.update('a/b', add('2'));
    expect([record.trouble, record.unsaved]).toEqual(['newer', ['a/b']]);
    later.result.close();
  });

  test('to a database that is gone makes no empty one in its place', async () => {
    const record = createRecord(openIndexedDbStore, noTabs);
    await record.update('a/b', add('1'));
    const deleting = indexedDB.deleteDatabase('bilig');
    await new Promise((done) => (deleting.onsuccess = done));
    await record.update('a/b', add('2'));
    expect(record.trouble).toBe('unsaved');
    expect(await indexedDB.databases()).toEqual([]);
  });
});

test('what is held is forgotten when another tab has erased everything', async () => {
  const channel: Channel = { postMessage: () => undefined, onmessage: null };
  const record = createRecord(
    () => Promise.resolve(full),
    () => channel,
  );
  const heard: unknown[] = [];
  record.watch('', (key, value) => heard.push([key, value]));
  await record.update('a/d', add('жазба'));
  channel.onmessage?.({ data: { value: null } satisfies Message } as MessageEvent<Message>);
  expect(record.unsaved).toEqual([]);
  expect(heard.at(-1)).toEqual(['', null]);
  await expect.poll(() => record.trouble).toBeNull();
});
