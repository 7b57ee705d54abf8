import { createBrowserStore } from '#learner/adapters/browser-store';
import { beforeEach, describe, expect, test } from 'vitest';

beforeEach(() => localStorage.clear());

const refuse = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

describe('the store', () => {
  test('keeps what is written where the browser allows it', () => {
    const store = createBrowserStore(() => localStorage);
    store.write('k', 'v');
    expect(store.persistent).toBe(true);
    expect(localStorage.getItem('k')).toBe('v');
    store.remove('k');
    expect(store.read('k')).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  test('keeps it in memory where asking for the storage throws', () => {
    const store = createBrowserStore(refuse);
    expect(store.read('k')).toBeNull();
    store.write('k', 'v');
    expect([store.persistent, store.read('k')]).toEqual([false, 'v']);
    store.remove('k');
    expect(store.read('k')).toBeNull();
  });

  test('reads the newest where the storage is full', () => {
    localStorage.setItem('k', 'old');
    const full = {
      getItem: (key: string) => localStorage.getItem(key),
      setItem: refuse,
      removeItem: (key: string) => localStorage.removeItem(key),
    } as unknown as Storage;
    const store = createBrowserStore(() => full);
    store.write('k', 'new');
    expect([store.persistent, store.read('k'), localStorage.getItem('k')]).toEqual([false, 'new', 'old']);
  });

  test('tells of what other tabs write, of its own key only, until it is told to stop', () => {
    const heard: (string | null)[] = [];
    const stop = createBrowserStore(() => localStorage).watch('k', (value) => heard.push(value));
    window.dispatchEvent(new StorageEvent('storage', { key: 'k', newValue: '1' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'other', newValue: '2' }));
    window.dispatchEvent(new StorageEvent('storage', { key: null, newValue: null }));
    stop();
    window.dispatchEvent(new StorageEvent('storage', { key: 'k', newValue: '3' }));
    expect(heard).toEqual(['1', null]);
  });

  test('tells of what is replaced in this page, of its own key only, even where nothing can be kept', () => {
    for (const open of [() => localStorage, refuse]) {
      const store = createBrowserStore(open);
      const heard: (string | null)[] = [];
      const stop = store.watch('k', (value) => heard.push(value));
      store.replace('k', '1');
      store.replace('other', '2');
      store.write('k', '3');
      expect(store.read('k')).toBe('3');
      stop();
      store.replace('k', '4');
      expect([heard, store.read('k')]).toEqual([['1'], '4']);
    }
  });
});
