import { filesOf, isImmutable, type Choice } from '#offline';
import { createOfflineStore } from '#offline/adapters/cache-store';
import { createKeeper, type KeeperHost, type Message } from '#offline/adapters/keeper';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeCaches } from './fake-caches.ts';
import { az, hashOf, kk, releaseOf, scope, texts } from './samples.ts';

let fake = createFakeCaches();
let site = releaseOf().host;
/** Called at every request; what it throws or gives is what the network does. */
let onFetch: (path: string, init: RequestInit) => void | Response | Promise<void | Response> = () => undefined;
let fetched: string[] = [];
let room: number | null = null;
let refuses = false;
let registered = false;
let extras: string[] = [];

const changed = { 'kk/glossary/': 'дереккөз, бастапқы' };

/** A tab with a keeper of its own; all tabs share the device. */
function openTab(listeners = new Set<(message: Message) => void>()) {
  const store = createOfflineStore(scope, fake);
  const host: KeeperHost = {
    scope,
    store,
    fetch: async (input, init = {}) => {
      const path = decodeURIComponent(String(input).slice(scope.length));
      const answer = await onFetch(path, init);
      init.signal?.throwIfAborted();
      if (answer) return answer;
      fetched.push(path);
      const text = site.get(path);
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
    newId: () => crypto.randomUUID(),
    extras: () => extras,
    alone: (work) => work(),
    worker: {
      register: async () => {
        if (refuses) throw new DOMException('Denied', 'SecurityError');
        registered = true;
      },
      unregister: async () => void (registered = false),
      tidy: async () => {
        await store.tidy(new Set());
        return true;
      },
    },
    room: async () => room,
    tell: (message) => listeners.forEach((listener) => listener(message)),
    hear: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { keeper: createKeeper(host), store };
}

let tab = openTab();

beforeEach(() => {
  fake = createFakeCaches();
  site = releaseOf().host;
  onFetch = () => undefined;
  fetched = [];
  room = null;
  refuses = false;
  registered = false;
  extras = [];
  tab = openTab();
});

const kept = async () => (await tab.keeper.overview()).kept.map(({ locale }) => locale);
const pending = async () => (await tab.keeper.overview()).pending;
const contents = async (): Promise<Record<string, string | undefined>> => {
  const { edition } = await tab.keeper.overview();
  const files = edition ? filesOf(edition) : [];
  const read = async (hash: string) => (await tab.store.file(hash))?.text();
  return Object.fromEntries(await Promise.all(files.map(async ({ path, hash }) => [path, await read(hash)])));
};

describe('keeping', () => {
  test('fetches what a course in a language needs, each file once and from the site itself', async () => {
    const modes = new Map<string, RequestCache | undefined>();
    onFetch = (path, { cache }) => void modes.set(path, cache);
    expect(await tab.keeper.keep([kk])).toBe('complete');
    const all = await contents();
    expect(all).toMatchObject({ 'kk/glossary/': texts['kk/glossary/'], '': texts[''] });
    expect(all).not.toHaveProperty(['az/glossary/']);
    expect(new Set(fetched).size).toBe(fetched.length);
    for (const [path, mode] of modes) expect(mode, path).toBe(isImmutable(path) ? 'default' : 'no-store');
    expect([await kept(), await pending(), registered]).toEqual([['kk'], null, true]);
  });

  test('adds a language for what it needs beyond what is there', async () => {
    await tab.keeper.keep([kk]);
    fetched = [];
    await tab.keeper.keep([az]);
    expect(fetched.filter((path) => !path.startsWith('offline/')).sort()).toEqual([
      'az/glossary/',
      'az/media-literacy/',
    ]);
    expect(await kept()).toEqual(['kk', 'az']);
  });

  test('leaves nothing half-done where the browser takes no worker', async () => {
    refuses = true;
    expect(await tab.keeper.keep([kk])).toBe('refused');
    expect(await kept()).toEqual([]);
  });

  test('does not begin what the device has no room for', async () => {
    room = 5;
    expect(await tab.keeper.keep([kk])).toBe('full');
    expect(await pending()).toMatchObject({ status: 'full', progress: { done: 0 } });
    expect(fetched.every((path) => path.startsWith('offline/'))).toBe(true);
  });

  test('keeps what is complete on a full device, says so, and goes on when there is room', async () => {
    onFetch = (path) => void (path.startsWith('kk/') && path !== 'kk/offline/' && fake.fill(true));
    expect(await tab.keeper.keep([kk])).toBe('full');
    const now = await pending();
    expect(now).toMatchObject({ status: 'full' });
    expect(await kept()).toEqual([]);
    const held = await tab.store.held();
    expect(held.size).toBeGreaterThan(0);
    fake.fill(false);
    onFetch = () => undefined;
    fetched = [];
    expect(await tab.keeper.resume()).toBe('complete');
    expect(fetched.filter((path) => held.has(hashOf(texts[path] ?? '')))).toEqual([]);
    expect(await kept()).toEqual(['kk']);
  });
});

describe('a download', () => {
  test('is paused and resumed, and fetches nothing twice', async () => {
    onFetch = async (path) => {
      if (path === 'kk/glossary/') await tab.keeper.pause();
    };
    expect(await tab.keeper.keep([kk])).toBe('stopped');
    expect(await pending()).toMatchObject({ status: 'paused', choices: [kk] });
    expect(await tab.keeper.carryOn()).toBe('stopped');
    onFetch = () => undefined;
    const before = fetched.filter((path) => !path.startsWith('offline/'));
    expect(await tab.keeper.resume()).toBe('complete');
    const after = fetched.filter((path) => !path.startsWith('offline/'));
    expect(new Set(after).size).toBe(after.length);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('goes on in another tab when the first was closed, with its progress', async () => {
    onFetch = (path) => {
      if (path === 'kk/glossary/') throw new TypeError('Failed to fetch');
    };
    expect(await tab.keeper.keep([kk])).toBe('offline');
    expect(await pending()).toMatchObject({ status: 'waiting' });
    onFetch = () => undefined;
    tab = openTab();
    const now = await pending();
    expect(now).toMatchObject({ status: 'running' });
    expect(now?.progress.done).toBeGreaterThan(0);
    expect(await tab.keeper.carryOn()).toBe('complete');
    expect(await kept()).toEqual(['kk']);
  });

  test('is stopped by another tab', async () => {
    const tabs = new Set<(message: Message) => void>();
    tab = openTab(tabs);
    const other = openTab(tabs);
    onFetch = async (path) => {
      if (path === 'kk/glossary/') await other.keeper.pause();
    };
    expect(await tab.keeper.keep([kk])).toBe('stopped');
    expect(await pending()).toMatchObject({ status: 'paused' });
  });

  test('starts again by the new lists when the site is published anew under it, and mixes nothing', async () => {
    onFetch = (path) => {
      if (path === 'kk/glossary/') site = releaseOf(changed).host;
    };
    expect(await tab.keeper.keep([kk])).toBe('complete');
    const { edition } = await tab.keeper.overview();
    expect(edition?.release).toBe(releaseOf(changed).release.id);
    expect(await contents()).toMatchObject(changed);
  });

  test.each([
    ['another text', (): Response => new Response('дереккөз?')],
    [
      'a longer one without end',
      (): Response => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(64)) })),
    ],
    ['a part of it', (): Response => new Response('дерек')],
    ['nothing', (): Response => new Response('', { status: 404 })],
    ['an error with the right text', (): Response => new Response(texts['kk/glossary/'], { status: 500 })],
  ])('is left alone where the site gives %s in place of a file that it lists', async (_, wrong) => {
    onFetch = (path) => (path === 'kk/glossary/' ? wrong() : undefined);
    expect(await tab.keeper.keep([kk])).toBe('other');
    expect(await pending()).toMatchObject({ status: 'damaged' });
    expect(await tab.store.file(hashOf('дереккөз?'))).toBeNull();
    expect(await kept()).toEqual([]);
  });

  test('asks the network where the browser’s own cache has another file under a name that never changes', async () => {
    onFetch = (path, { cache }) => (isImmutable(path) && cache === 'default' ? new Response('stale') : undefined);
    expect(await tab.keeper.keep([kk])).toBe('complete');
    expect(await contents()).toMatchObject({ '_astro/Choice.a1.js': texts['_astro/Choice.a1.js'] });
  });

  test('does not begin where a list is not the one that the release names', async () => {
    site.set('offline/locale/kk.json', '{"version":1,"title":"","files":[["kk/x/","x",1,1]]}');
    expect(await tab.keeper.keep([kk])).toBe('other');
    expect([await pending(), fake.addresses().filter((url) => url.includes('/file/'))]).toEqual([null, []]);
  });

  test('is given up with everything that came with it', async () => {
    onFetch = (path) => {
      if (path === 'kk/glossary/') throw new TypeError('Failed to fetch');
    };
    await tab.keeper.keep([kk]);
    await tab.keeper.cancel();
    expect([fake.addresses(), registered]).toEqual([[], false]);
  });
});

describe('an update', () => {
  test('is news while it is only there, and changes nothing until it is asked for', async () => {
    await tab.keeper.keep([kk]);
    expect(await tab.keeper.news()).toBeNull();
    const next = releaseOf(changed);
    site = next.host;
    const news = await tab.keeper.news();
    expect(news).toEqual({
      release: next.release.id,
      size: { compressed: 10, bytes: Buffer.byteLength(changed['kk/glossary/']) },
      gone: [],
    });
    expect(await contents()).toMatchObject({ 'kk/glossary/': texts['kk/glossary/'] });
    fetched = [];
    expect(await tab.keeper.keep([])).toBe('complete');
    expect(fetched.filter((path) => !path.startsWith('offline/'))).toEqual(['kk/glossary/']);
    expect(await contents()).toMatchObject(changed);
    expect(await tab.keeper.news()).toBeNull();
  });

  test('leaves what is kept as it is while it is not complete', async () => {
    await tab.keeper.keep([kk]);
    site = releaseOf(changed).host;
    onFetch = (path) => {
      if (path === 'kk/glossary/') throw new TypeError('Failed to fetch');
    };
    expect(await tab.keeper.keep([])).toBe('offline');
    expect(await contents()).toMatchObject({ 'kk/glossary/': texts['kk/glossary/'] });
  });

  test('names what the site no longer has, and keeps the rest', async () => {
    await tab.keeper.keep([kk, az]);
    const { release, lists, host } = releaseOf();
    const parts = new Map([...release.parts].filter(([part]) => !part.endsWith('/az')));
    const { formatRelease } = await import('#offline');
    site = new Map([...host, ['offline/release.json', formatRelease({ ...release, parts })]]);
    expect(lists.size).toBeGreaterThan(parts.size);
    expect((await tab.keeper.news())?.gone).toEqual([{ ...az, title: 'media-literacy' }]);
    await tab.keeper.keep([]);
    expect(await kept()).toEqual(['kk']);
  });

  test('cannot be learned of without a network', async () => {
    await tab.keeper.keep([kk]);
    onFetch = () => {
      throw new TypeError('Failed to fetch');
    };
    await expect(tab.keeper.news()).rejects.toThrow('Failed to fetch');
    expect(await tab.keeper.release()).toBeNull();
  });
});

describe('what a learner wants beside the courses', () => {
  const font = '_astro/andika.c3.woff2';
  const withFont = () => releaseOf({ [font]: 'wOF2' }).host;

  test('is kept with them, and removed with the last one', async () => {
    site = withFont();
    extras = ['fonts'];
    await tab.keeper.keep([kk, az]);
    expect(await contents()).toMatchObject({ [font]: 'wOF2' });
    await tab.keeper.remove(az);
    expect(await contents()).toMatchObject({ [font]: 'wOF2' });
    await tab.keeper.remove(kk);
    expect(fake.addresses()).toEqual([]);
  });

  test('is news when it is wanted later, and nothing where the site has none', async () => {
    site = withFont();
    await tab.keeper.keep([kk]);
    expect(await contents()).not.toHaveProperty([font]);
    extras = ['fonts'];
    expect((await tab.keeper.news())?.size.compressed).toBe(10);
    await tab.keeper.keep([]);
    expect(await contents()).toMatchObject({ [font]: 'wOF2' });
    site = releaseOf().host;
    await tab.keeper.keep([]);
    expect(await tab.keeper.news()).toBeNull();
  });
});

describe('removing', () => {
  test('frees what only that language needed, and with the last one everything', async () => {
    await tab.keeper.keep([kk, az]);
    const files = () => fake.addresses().filter((url) => url.includes('/file/')).length;
    const before = files();
    await tab.keeper.remove(az);
    expect([await kept(), before - files()]).toEqual([['kk'], 2]);
    await tab.keeper.remove(kk);
    expect([await kept(), fake.addresses(), registered]).toEqual([[], [], false]);
  });

  test('works on a device that has no room left for a note of it', async () => {
    await tab.keeper.keep([kk, az]);
    fake.fill(true);
    await tab.keeper.remove(az);
    expect(await kept()).toEqual(['kk']);
    expect(await contents()).toMatchObject({ 'kk/glossary/': texts['kk/glossary/'] });
    onFetch = (path) => void (path === 'az/media-literacy/' && fake.fill(true));
    expect(await tab.keeper.keep([az])).toBe('full');
    fake.fill(true);
    await tab.keeper.cancel();
    expect([await kept(), await pending()]).toEqual([['kk'], null]);
  });

  test('of what is not kept changes nothing', async () => {
    await tab.keeper.keep([kk]);
    await tab.keeper.remove({ course: 'media-literacy', locale: 'tr' } satisfies Choice);
    expect(await kept()).toEqual(['kk']);
  });
});

test('whoever watches is told of every change, until they stop', async () => {
  const listener = vi.fn();
  const stop = tab.keeper.watch(listener);
  await tab.keeper.keep([kk]);
  const calls = listener.mock.calls.length;
  expect(calls).toBeGreaterThan(2);
  stop();
  await tab.keeper.remove(kk);
  expect(listener.mock.calls.length).toBe(calls);
});
