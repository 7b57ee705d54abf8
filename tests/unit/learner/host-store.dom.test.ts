import { hostRecord, openHostStore, type HostRecord } from '#learner/adapters/host-store';
import { describe, expect, test } from 'vitest';

function hostWith(entries: Map<string, string>): Window {
  const host: HostRecord = {
    entries: (prefix) => new Map([...entries].filter(([key]) => key.startsWith(prefix))),
    change: (key, change) => {
      const value = change(entries.get(key) ?? null);
      if (value === null) entries.delete(key);
      else entries.set(key, value);
      return value;
    },
  };
  return { [hostRecord]: host } as unknown as Window;
}

describe('the record of a page around this one', () => {
  test('is read and changed there', async () => {
    const entries = new Map([['attempt/a/b/c/steps', '{"қадам":1}']]);
    const store = openHostStore(hostWith(entries));
    expect(store?.kind).toBe('host');
    expect(await store?.getAll('attempt/')).toEqual(entries);
    const changes = new Map<string, (stored: string | null) => string | null>([
      ['attempt/a/b/c/steps', (stored: string | null) => `${stored}!`],
      ['lesson/a/b/c', () => null],
    ]);
    expect(await store?.updateAll(changes)).toEqual(
      new Map([
        ['attempt/a/b/c/steps', '{"қадам":1}!'],
        ['lesson/a/b/c', null],
      ]),
    );
    expect(entries.get('attempt/a/b/c/steps')).toBe('{"қадам":1}!');
  });

  test('is none where nobody gives one, or the page around is another site’s', () => {
    expect(openHostStore({} as Window)).toBeNull();
    const foreign = new Proxy({} as Window, {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect(openHostStore(foreign)).toBeNull();
  });
});
