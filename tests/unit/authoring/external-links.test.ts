import { adviseOnLinks, gatherExternalLinks, type LinkResult } from '#authoring';
import { readLinkCache, writeLinkCache } from '#authoring/adapters/node-link-cache';
import { visitLinks } from '#authoring/adapters/node-links';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { overlay, read } from './overlay.ts';

const today = '2026-11-26';
const manners = { today, timeout: 5000, pause: 0, allowPrivate: true };

let server: Server;
let origin = '';
let requests: string[] = [];
let open = 0;
let mostAtOnce = 0;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const leadTo =
  (status: number, location: string): Answer =>
  (_, response) =>
    response.writeHead(status, { location }).end();
const say =
  (status: number): Answer =>
  (_, response) =>
    response.writeHead(status).end('words');

const answers: Readonly<Record<string, Answer>> = {
  '/here': say(200),
  '/gone': say(410),
  '/none': say(404),
  '/broken': say(500),
  '/closed': say(403),
  '/moved': leadTo(301, '/moved-again'),
  '/moved-again': leadTo(308, '/here'),
  '/for-now': leadTo(302, '/here'),
  '/moved-then-for-now': leadTo(301, '/for-now'),
  '/moved-to-nothing': leadTo(301, '/none'),
  '/round': leadTo(302, '/round'),
  '/elsewhere': leadTo(302, 'file:///etc/passwd'),
  '/no-head': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end(),
  '/hangs-up-on-head': (request, response) =>
    request.method === 'HEAD' ? request.socket.destroy() : response.writeHead(200).end(),
  '/silent': () => undefined,
  // A page without an end: only its head is needed.
  '/endless': (request, response) => {
    if (request.method === 'HEAD') {
      response.writeHead(501).end();
      return;
    }
    const timer = setInterval(() => response.write('сөз '.repeat(10_000)), 1);
    response.on('close', () => clearInterval(timer));
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    mostAtOnce = Math.max(mostAtOnce, ++open);
    response.on('close', () => open--);
    (answers[request.url ?? ''] ?? say(404))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
beforeEach(() => {
  requests = [];
  mostAtOnce = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function visit(path: string, options = manners): Promise<LinkResult | undefined> {
  return (await visitLinks([origin + path], options)).get(origin + path);
}

describe('an address is looked at', () => {
  test.each([
    ['/here', 'here', 'the host answers 200'],
    ['/for-now', 'here', 'the host answers 200'],
    ['/gone', 'gone', 'the host answers 410'],
    ['/none', 'gone', 'the host answers 404'],
    ['/moved-to-nothing', 'gone', 'the host answers 404'],
    ['/broken', 'silent', 'the host answers 500'],
    ['/closed', 'silent', 'the host answers 403'],
    ['/round', 'silent', 'it leads on more than 5 times'],
    ['/elsewhere', 'silent', 'it leads on to "file:///etc/passwd"'],
    ['/no-head', 'here', 'the host answers 200'],
    ['/hangs-up-on-head', 'here', 'the host answers 200'],
    ['/endless', 'here', 'the host answers 200'],
  ] as const)('%s: %s', async (path, state, said) => {
    expect(await visit(path)).toEqual({ state, said, to: null, seen: today });
  });

  test.each([
    ['/moved', '/here'],
    // From where it goes on for the time being only.
    ['/moved-then-for-now', '/for-now'],
  ])('%s has moved for good to %s', async (path, to) => {
    expect(await visit(path)).toMatchObject({ state: 'moved', to: origin + to });
  });

  test('and left where it does not answer in time', async () => {
    expect(await visit('/silent', { ...manners, timeout: 200 })).toMatchObject({
      state: 'silent',
      said: 'the host does not answer in time',
    });
  });

  test('by its head first, once, and one at a time a host', async () => {
    const urls = ['/here', '/none', '/for-now', '/here', '/moved'].map((path) => origin + path);
    await visitLinks(urls, manners);
    expect(requests.slice(0, 4)).toEqual(['HEAD /here', 'HEAD /none', 'GET /none', 'HEAD /for-now']);
    expect(requests.filter((request) => request === 'HEAD /moved')).toHaveLength(1);
    expect(mostAtOnce).toBe(1);
  });

  test('but never inside a private network, by whatever name', async () => {
    const { port } = new URL(origin);
    const names = [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      'localhost',
      '2130706433',
      '10.1.2.3',
      '169.254.169.254',
    ];
    const urls = names.map((name) => `http://${name}:${port}/here`);
    const results = await visitLinks(urls, { ...manners, allowPrivate: false });
    expect([...results.values()].map(({ state, said }) => `${state}: ${said}`)).toEqual(
      urls.map(() => 'silent: it leads into a private network, where it is not looked at'),
    );
    expect(requests).toEqual([]);
  });
});

describe('the addresses of content', () => {
  test('are those of sources, with the copy kept of them, and of links in lessons', () => {
    const lesson = 'courses/demo/first/two/en.mdx';
    const text = overlay({}).texts.get(lesson) ?? '';
    const links = gatherExternalLinks(
      read(
        overlay({
          'sources.yaml':
            'work-2020:\n  author: A\n  year: 2020\n  title: A\n  url: https://a.example/1\n  archive: https://b.example/1\n  language: kk\n',
          [lesson]: `${text}\n[Бет](https://c.example/ә) and [mail](mailto:a@b.example).\n`,
        }),
      ),
    );
    expect(
      links.map(({ url, place, archive }) => [url, `${place.file}:${place.line}:${place.column}`, archive]),
    ).toEqual([
      ['https://a.example/1', 'sources.yaml:5:8', 'https://b.example/1'],
      ['https://b.example/1', 'sources.yaml:6:12', null],
      ['https://c.example/ә', `${lesson}:13:1`, null],
    ]);
  });

  test('are advised on, with the day and what to do', () => {
    const place = { file: 'sources.yaml', line: 5, column: 8 };
    const url = 'https://a.example/1';
    const advise = (result: Partial<LinkResult>, archive: string | null = null) =>
      adviseOnLinks(
        [{ url, place, archive }],
        new Map([[url, { state: 'here', said: 'it says so', to: null, seen: today, ...result }]]),
      ).map(({ rule, severity, message, hint }) => `${severity} ${rule}: ${message} → ${hint}`);
    expect(advise({})).toEqual([]);
    expect(advise({ state: 'gone' }, 'https://b.example/1')).toEqual([
      `advice link-dead: The address ${url} leads to nothing any more: it says so (2026-11-26). → The copy that is kept of it: https://b.example/1.`,
    ]);
    expect(advise({ state: 'moved', to: 'https://c.example/' })).toEqual([
      expect.stringContaining('→ Look at the new one, and write `https://c.example/`.'),
    ]);
    expect(advise({ state: 'silent' })).toEqual([expect.stringContaining('advice link-unreachable: Nobody knows')]);
  });
});

describe('what was seen is kept', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bilig-links-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const seen = (state: LinkResult['state'], day: string): LinkResult => ({ state, said: 'a', to: null, seen: day });

  test('as long as it is likely to be so still', () => {
    const file = join(folder, 'cache/links.json');
    const results = new Map([
      ['https://a.example/', seen('here', '2026-11-01')],
      ['https://b.example/', seen('here', '2026-10-01')],
      ['https://c.example/', seen('silent', '2026-11-26')],
      ['https://d.example/', seen('silent', '2026-11-25')],
      ['https://e.example/', seen('gone', '2026-11-20')],
      ['https://f.example/', seen('here', '2027-01-01')],
    ]);
    writeLinkCache(file, results);
    expect([...readLinkCache(file, today).keys()]).toEqual([
      'https://a.example/',
      'https://c.example/',
      'https://e.example/',
    ]);
    expect(readLinkCache(file, today).get('https://a.example/')).toEqual(results.get('https://a.example/'));
  });

  test.each(['', '{', '[]', '{"version":2,"links":{}}', '{"version":1,"links":{"a":{"state":"gone"}}}'])(
    'and a file that holds something else is as good as none: %j',
    async (text) => {
      const file = join(folder, 'links.json');
      await writeFile(file, text);
      expect(readLinkCache(file, today).size).toBe(0);
    },
  );
});
