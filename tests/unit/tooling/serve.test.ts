import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer } from '../../e2e/serve.ts';

const parent = mkdtempSync(join(tmpdir(), 'bilig-serve-'));
const site = join(parent, 'dist');
const server = createSiteServer(site, '/base/');
let port = 0;

beforeAll(async () => {
  mkdirSync(join(site, 'kk/сабақ'), { recursive: true });
  mkdirSync(join(parent, 'dist-secret'));
  const files = {
    'dist/index.html': 'home',
    'dist/404.html': 'nothing here',
    'dist/kk/сабақ/index.html': 'lesson',
    'dist/film.mp4': '0123456789',
    'dist/words.vtt': 'WEBVTT',
    'dist/app.js': '1',
    'dist-secret/file.txt': 'secret',
    'secret.txt': 'secret',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(parent, name), text);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  rmSync(parent, { recursive: true });
});

const get = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });

/** Sends a path as it is; fetch would tidy it first. */
function getRaw(path: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => done(text)).on('error', fail);
  });
}

describe('createSiteServer', () => {
  it('serves folders by their index, below the base', async () => {
    expect(await (await get('/base/')).text()).toBe('home');
    expect(await (await get('/base/kk/сабақ/?q=1')).text()).toBe('lesson');
  });

  it('leads to the address with a slash at its end', async () => {
    expect((await get('/base')).headers.get('location')).toBe('/base/');
    expect((await get('/base/kk/%D1%81%D0%B0%D0%B1%D0%B0%D2%9B')).headers.get('location')).toBe(
      '/base/kk/%D1%81%D0%B0%D0%B1%D0%B0%D2%9B/',
    );
  });

  it.each([
    ['app.js', 'text/javascript; charset=utf-8'],
    ['film.mp4', 'video/mp4'],
    ['words.vtt', 'text/vtt; charset=utf-8'],
    ['index.html', 'text/html; charset=utf-8'],
  ])('names the type of %s', async (name, type) => {
    expect((await get(`/base/${name}`)).headers.get('content-type')).toBe(type);
  });

  it.each(['/base/none', '/base/kk/', '/base/app.js/'])('shows 404.html for %s', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([404, 'nothing here']);
  });

  it('serves nothing outside its base', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/basement/')).status).toBe(404);
  });

  it.each([
    '/base/../secret.txt',
    '/base/../../secret.txt',
    '/base/%2e%2e/secret.txt',
    '/base/..%2fsecret.txt',
    '/base/..%2fdist-secret/file.txt',
    '/base/..%5csecret.txt',
    '/base/%00',
    '/base/%',
  ])('serves nothing outside its folder: %s', async (path) => {
    const text = await getRaw(path);
    expect(text).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(text).not.toContain('secret\n');
    expect(text.endsWith('secret')).toBe(false);
  });

  it('gives a part of a file', async () => {
    const response = await get('/base/film.mp4', { headers: { range: 'bytes=2-4' } });
    expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
    expect((await get('/base/film.mp4', { headers: { range: 'bytes=10-' } })).status).toBe(416);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await get('/base/film.mp4', { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['10', '']);
    expect((await get('/base/', { method: 'POST' })).status).toBe(405);
  });
});
