import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openIndexedDbStore } from '#learner/adapters/indexed-db-store';
import { createRecord, type Channel, type Message } from '#learner/adapters/learner-record';
import { openLocalStorageStore } from '#learner/adapters/local-storage-store';
import { beforeEach, describe, expect, test } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  indexedDB = new IDBFactory();
});

const stores = [
  ['IndexedDB', openIndexedDbStore],
  ['localStorage', () => Promise.resolve(openLocalStorageStore(() => localStorage))],
  ['nothing', () => Promise.resolve(null)],
] as const;

/** Two tabs' channels; what one posts the other hears. */
function channels(): [Channel, Channel] {
  const make = (): Channel => ({ postMessage: () => undefined, onmessage: null });
  const [one, other] = [make(), make()];
  const deliver = (to: Channel) => (data: Message) => to.onmessage?.({ data } as MessageEvent<Message>);
  one.postMessage = deliver(other);
  other.postMessage = deliver(one);
  return [one, other];
}

const noTabs = () => {
  throw new ReferenceError('BroadcastChannel is not defined');
};

const add = (text: string) => (stored: string | null) => (stored ?? '') + text;

describe.each(stores)('a record kept in %s', (_, open) => {
  const create = () => createRecord(open, noTabs);

  test('gives what was written, one by one and by prefix', async () => {
    const record = create();
    await record.update('lesson/c/m/l', () => '1');
    await record.update('lesson/c/m/ң', () => '2');
    await record.update('mark/c', () => '3');
    expect(await record.get('lesson/c/m/l')).toBe('1');
    expect(await record.get('lesson/c/m')).toBeNull();
    expect([...(await record.getAll('lesson/'))]).toEqual([
      ['lesson/c/m/l', '1'],
      ['lesson/c/m/ң', '2'],
    ]);
    await record.update('lesson/c/m/l', () => null);
    expect((await record.getAll('')).size).toBe(2);
  });

  test('reads what was written a moment ago, and loses no change of many at once', async () => {
    const record = create();
    for (const letter of 'qəzet') void record.update('a/b', add(letter));
    expect(await record.get('a/b')).toBe('qəzet');
    expect((await record.getAll('a/')).get('a/b')).toBe('qəzet');
  });

  test('tells of changes of a key and of a prefix, not to who made them, until told to stop', async () => {
    const record = create();
    const heard: string[] = [];
    const me = {};
    const stop = record.watch('a/b', (key, value) => heard.push(`${key}=${value}`));
    record.watch('a/', (key) => heard.push(key));
    record.watch('a/b', () => heard.push('mine'), me);
    await record.update('a/b', () => '1', me);
    await record.update('a/bc', () => '2');
    stop();
    await record.update('a/b', () => null);
    expect(heard).toEqual(['a/b=1', 'a/b', 'a/bc', 'a/b', 'mine']);
  });

  test('takes many entries at once, and lets many go', async () => {
    const record = create();
    await record.update('a/1', () => 'old');
    await record.updateAll(
      new Map([
        ['a/1', add(' new')],
        ['a/2', () => 'two'],
      ]),
    );
    expect([...(await record.getAll('a/')).values()]).toEqual(['old new', 'two']);
    await record.updateAll(new Map(['a/1', 'a/2', 'a/3'].map((key) => [key, () => null])));
    expect((await record.getAll('')).size).toBe(0);
  });
});

describe('two tabs', () => {
  test('write one after the other and hear of each other', async () => {
    const [one, other] = channels();
    const [first, second] = [one, other].map((channel) => createRecord(openIndexedDbStore, () => channel));
    if (!first || !second) throw new Error();
    const heard: unknown[] = [];
    second.watch('a/', (key, value) => heard.push([key, value]));
    await second.opened;
    await Promise.all([first.update('a/b', add('x')), second.update('a/b', add('y'))]);
    expect([...((await first.get('a/b')) ?? '')].sort()).toEqual(['x', 'y']);
    expect(heard).toHaveLength(2);
  });
});
