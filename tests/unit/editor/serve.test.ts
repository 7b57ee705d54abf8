import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEditorServer } from '../../../src/site/editor/serve.ts';
import { visualEditor } from '../../../src/site/visual-editor.ts';

let [folder, server, port] = ['', null as Server | null, 0];
const lesson = 'courses/demo/first/one/en.mdx';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilig-editor-'));
  await cp('tests/fixtures/authoring/base', folder, { recursive: true });
  const places = { root: resolve('.'), contentRoot: folder, app: join(folder, 'pages'), base: '/' };
  const answer = createEditorServer(places, () => Promise.resolve({ status: 200, body: '[]' }));
  server = createServer((request, response) => {
    void answer(request, response).then((isDone) => {
      if (!isDone) response.writeHead(418).end();
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function get(path: string, headers: Readonly<Record<string, string>> = {}, sent?: string): Promise<Said> {
  return new Promise((done, fail) => {
    const asked = ask({ port, path, headers, method: sent === undefined ? 'GET' : 'POST' }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', fail);
    asked.end(sent);
  });
}

const headers = { 'content-type': 'application/json', 'no-cors': '1' };
const update = (path: string, text: string, deletions: readonly object[] = []) =>
  JSON.stringify({ additions: [{ path, contents: Buffer.from(text).toString('base64url') }], deletions });

describe('the editor', () => {
  test('begins with the languages of the site, under a policy that lets nothing come from elsewhere', async () => {
    const { status, headers: given, body } = await get('/edit/');
    expect([status, body]).toEqual([200, expect.stringContaining('<a href="/edit/kk/" lang="kk">Қазақ тілі</a>')]);
    expect(given['content-security-policy']).toMatch(/^default-src 'self';/u);
    expect(given['content-security-policy']).not.toMatch(/https?:|\*/u);
  });

  test('makes its forms in the language that was chosen, with an example of each exercise', async () => {
    const { status, headers: given } = await get('/edit/kk/');
    expect([status, given.location]).toEqual([303, '/keystatic']);
    const cookie = String(given['set-cookie']).split(';')[0] ?? '';
    const outline = JSON.parse((await get('/edit/outline.json', { cookie })).body) as {
      locale: string;
      courses: { id: string; modules: { id: string }[] }[];
      schemas: Record<string, unknown>;
    };
    expect([outline.locale, outline.courses[0]?.modules[0]?.id]).toEqual(['kk', 'first']);
    expect(Object.keys(outline.schemas)).toContain('lesson');
  });

  test('writes what was changed', async () => {
    const text = await readFile(join(folder, lesson), 'utf8');
    const { status, body } = await get('/api/keystatic/update', headers, update(lesson, text.replace('One', 'Бір')));
    expect([status, body]).toEqual([200, '[]']);
    expect(await readFile(join(folder, lesson), 'utf8')).toBe(text.replace('One', 'Бір'));
  });

  test.each([
    ['a path that leads elsewhere', update('../x.mdx', 'a'), 409],
    ['files to be taken away', update(lesson, 'a', [{ path: lesson }]), 409],
    ['bytes that are no text', JSON.stringify({ additions: [{ path: lesson, contents: '_w' }], deletions: [] }), 409],
    ['what is no change', '{"additions":1}', 409],
    ['what is no JSON', '{', 409],
  ])('refuses %s, and nothing is written', async (_, sent, status) => {
    const before = await readFile(join(folder, lesson), 'utf8');
    expect((await get('/api/keystatic/update', headers, sent)).status).toBe(status);
    expect(await readFile(join(folder, lesson), 'utf8')).toBe(before);
  });

  test.each<[string, Record<string, string>]>([
    ['a name that somebody else has made lead here', { host: 'evil.example' }],
    ['a page of another site', { origin: 'http://evil.example' }],
    ['a part of another site’s page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('does not answer %s', async (_, given) => {
    expect((await get('/edit/outline.json', given)).status).toBe(403);
    expect((await get('/api/keystatic/update', { ...headers, ...given }, update(lesson, 'a'))).status).toBe(403);
  });

  test('gives out nothing but its own program', async () => {
    for (const path of [
      '/edit/../../site.yaml',
      '/edit/%2e%2e%2fsite.yaml',
      '/edit/..%2f..%2fetc%2fpasswd',
      '/edit/none.js',
    ])
      expect([path, (await get(path)).status]).not.toEqual([path, 200]);
  });

  test('leaves all other addresses to the site', async () => {
    for (const path of ['/', '/en/', '/editorial/', '/keystatics'])
      expect([path, (await get(path)).status]).toEqual([path, 418]);
  });

  test('is no part of a build: it hangs on the development server, and only where it is asked for', async () => {
    expect(Object.keys(visualEditor('.', 'content').hooks)).toEqual(['astro:config:done', 'astro:server:setup']);
    const config = await readFile('astro.config.mjs', 'utf8');
    expect(config).toMatch(/process\.env\.BILIG_EDIT\s*\? \[\(await import\('\.\/src\/site\/visual-editor\.ts'\)\)/u);
    const packages = await readFile('package-lock.json', 'utf8');
    expect(packages).not.toMatch(/"node_modules\/(?:react|@keystatic\/\w+)"/u);
  });
});
