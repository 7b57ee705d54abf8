import { begin, complete, filesOf, shrink, type Edition } from '#offline';
import { createOfflineStore } from '#offline/adapters/cache-store';
import { createAnswers } from '#offline/adapters/worker-answers';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeCaches } from './fake-caches.ts';
import { az, editionOf, kk, releaseOf, scope, texts } from './samples.ts';

let fake = createFakeCaches();
let store = createOfflineStore(scope, fake);
let online = true;
let asked: string[] = [];
const newTexts = { 'kk/glossary/': 'дереккөз, бастапқы', '_astro/Choice.a1.js': 'export const choice = 2;' };

const network = async (request: Request) => {
  asked.push(request.url);
  if (!online) throw new TypeError('Failed to fetch');
  return new Response(`network: ${request.url.slice(scope.length)}`);
};
const start = () => createAnswers({ scope, store, fetch: network });
let answers = start();

beforeEach(() => {
  fake = createFakeCaches();
  store = createOfflineStore(scope, fake);
  answers = start();
  online = true;
  asked = [];
});

/** Keeps an edition with the texts of its release. */
async function keep(edition: Edition, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const all = { ...texts, ...changes };
  for (const { path, hash } of filesOf(edition))
    await store.keep(hash, new TextEncoder().encode(all[path]), `type/${path.length}`, !path.endsWith('mp3'));
  await store.change((state) => complete(begin(state, edition.id), edition.id), edition);
}

const open = (path: string, page = 'page') => {
  const request = new Request(scope + path);
  Object.defineProperty(request, 'mode', { value: 'navigate' });
  return answers.answer({ request, clientId: '', resultingClientId: page });
};
const load = (path: string, page = 'page', headers: HeadersInit = {}, worker = '') =>
  answers.answer({ request: new Request(scope + path, { headers }), clientId: page, resultingClientId: worker });
const textOf = async (response: Promise<Response>) => (await response).text();

describe('a page that is kept', () => {
  test('is opened from the device even with a network, with its type and without the question in its address', async () => {
    await keep(editionOf('a', [kk]));
    const response = await open('kk/glossary/?q=дерек');
    expect(response.headers.get('Content-Type')).toBe('type/12');
    expect([await response.text(), asked]).toEqual([texts['kk/glossary/'], []]);
  });

  test('is led to by the address without the slash, its question kept', async () => {
    await keep(editionOf('a', [kk]));
    const response = await open('kk/glossary?q=1');
    expect([response.status, response.headers.get('Location')]).toEqual([302, `${scope}kk/glossary/?q=1`]);
  });

  test('keeps its edition after an update, with the worker that it started, also when the service worker has rested', async () => {
    await keep(editionOf('a', [kk]));
    await open('kk/media-literacy/');
    await load('_astro/Choice.a1.js', 'page', {}, 'search-worker');
    await keep(editionOf('b', [kk], releaseOf(newTexts)), newTexts);
    answers = start();
    for (const page of ['page', 'search-worker'])
      expect(await textOf(load('kk/glossary/', page))).toBe(texts['kk/glossary/']);
    expect(await textOf(load('_astro/Choice.a1.js'))).toBe(texts['_astro/Choice.a1.js']);
    expect(await textOf(open('kk/glossary/', 'later'))).toBe(newTexts['kk/glossary/']);
    expect(await textOf(load('_astro/Choice.a1.js', 'later'))).toBe(newTexts['_astro/Choice.a1.js']);
    expect(asked).toEqual([]);
  });

  test('still finds its files when it is closed last and tidied after', async () => {
    await keep(editionOf('a', [kk]));
    await open('kk/media-literacy/');
    await keep(editionOf('b', [kk], releaseOf(newTexts)), newTexts);
    await store.tidy(answers.withOpening([]));
    expect(await textOf(load('_astro/Choice.a1.js'))).toBe(texts['_astro/Choice.a1.js']);
    await store.tidy(answers.withOpening(['page']));
    await store.tidy(answers.withOpening([]));
    expect((await store.state()).retained).toEqual([]);
    expect(await store.edition('a')).toBeNull();
  });
});

describe('a page that is not kept', () => {
  test('comes from the network, with what belongs to it', async () => {
    await keep(editionOf('a', [kk]));
    expect(await textOf(open('az/glossary/'))).toBe('network: az/glossary/');
    expect(await textOf(load('kk/glossary/'))).toBe('network: kk/glossary/');
  });

  test('finds files whose names never change in what is kept, and all else there without a network', async () => {
    await keep(editionOf('a', [kk]));
    expect(await textOf(load('_astro/Choice.a1.js', 'unknown'))).toBe(texts['_astro/Choice.a1.js']);
    online = false;
    expect(await textOf(load('kk/glossary/', 'unknown'))).toBe(texts['kk/glossary/']);
    await expect(load('az/glossary/', 'unknown')).rejects.toThrow('Failed to fetch');
  });

  test('is answered without a network by what is kept, in the language of its address', async () => {
    await keep(editionOf('a', [kk]));
    online = false;
    for (const [path, said] of [
      ['az/media-literacy/', 'az/offline/'],
      ['kk/nowhere/', 'kk/offline/'],
      ['tr/', 'kk/offline/'],
      ['media-literacy/', 'kk/offline/'],
    ] as const) {
      const response = await open(path);
      expect([response.status, await response.text()], path).toEqual([503, texts[said]]);
    }
  });

  test('fails as without a worker where nothing is kept', async () => {
    online = false;
    await expect(open('kk/')).rejects.toThrow('Failed to fetch');
  });
});

describe('parts of a recording', () => {
  const sound = '_astro/upstream.b2.mp3';

  test('are cut from the whole', async () => {
    await keep(editionOf('a', [kk]));
    await open('kk/media-literacy/');
    const part = await load(sound, 'page', { Range: 'bytes=4-7' });
    expect([part.status, part.headers.get('Content-Range'), await part.text()]).toEqual([206, 'bytes 4-7/14', '0123']);
    expect((await load(sound, 'page', { Range: 'bytes=99-' })).status).toBe(416);
    expect(await textOf(load(sound, 'page', { Range: 'rubbish' }))).toBe(texts[sound]);
  });
});

test('a device that fails is no reason not to ask the network', async () => {
  await keep(editionOf('a', [kk, az]));
  const broken = () => Promise.reject(new DOMException('Corrupt', 'UnknownError'));
  store = { ...store, state: broken, edition: broken, file: broken, boundTo: broken, bind: broken };
  answers = start();
  expect(await textOf(open('kk/glossary/'))).toBe('network: kk/glossary/');
  expect(await textOf(load('_astro/Choice.a1.js'))).toBe('network: _astro/Choice.a1.js');
});

test('a file that the device has lost comes from the network', async () => {
  const edition = editionOf('a', [kk]);
  await store.change((state) => shrink(state, edition.id), edition);
  expect(await textOf(open('kk/glossary/'))).toBe('network: kk/glossary/');
});

test('downloads, forms and other sites are none of its business', () => {
  const concerns = (path: string, init: RequestInit = {}) => answers.concerns(new Request(path, init));
  expect(concerns(`${scope}kk/`)).toBe(true);
  expect(concerns(`${scope}offline/release.json`, { cache: 'no-store' })).toBe(false);
  expect(concerns(`${scope}kk/`, { method: 'POST' })).toBe(false);
  expect(concerns('https://bilig.example/other/')).toBe(false);
  expect(concerns('https://evil.example/kurs/kk/')).toBe(false);
});
