import { createContentReader } from '#course/adapters/node-content';
import { fallbackLocale, isLocale, languages, type Locale } from '#language';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { makeOutline } from './outline.ts';
import { saveUpdate, type Update } from './save.ts';

export interface EditorPlaces {
  /** The project. */
  readonly root: string;
  readonly contentRoot: string;
  /** Where the page's program has been built. */
  readonly app: string;
  readonly base: string;
}

/** Keystatic's own reading of files: its tree, and each file by its hash. */
export type Handler = (
  request: Request,
) => Promise<{ readonly status?: number; readonly body: string | Uint8Array | null }>;
interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

// Keystatic asks for a font of another host, which this refuses, and writes styles into its elements.
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
const cookie = 'bilig-edit-locale';

const updateSchema = z.object({
  additions: z.array(z.object({ path: z.string(), contents: z.string() })),
  deletions: z.array(z.object({ path: z.string() })),
});

/**
 * Answers for the editor's page, its program and its files; tells by false what is not for it.
 *
 * @param keystatic unless given, that of the editor's packages
 */
export function createEditorServer(
  places: EditorPlaces,
  keystatic: Handler = loadKeystatic(places),
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const read = createContentReader(places.contentRoot);
  const opened = new Map<string, string>();
  return async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    if (!/^\/(?:edit|keystatic|api\/keystatic)(?:\/|$)/u.test(url.pathname)) return false;
    const answer = isForeign(request) ? refuseForeign : await answerTo(url, request);
    response.writeHead(answer.status ?? 200, {
      'content-type': `${answer.type ?? 'text/html'}; charset=utf-8`,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...answer.headers,
    });
    response.end(answer.body);
    return true;
  };

  async function answerTo(url: URL, request: IncomingMessage): Promise<Answer> {
    const path = url.pathname;
    if (path.startsWith('/api/keystatic/')) return api(path.slice('/api/keystatic/'.length), url, request);
    if (path === '/edit' || path === '/edit/')
      return { body: chooser(read().content?.site.languages ?? [fallbackLocale]) };
    const chosen = /^\/edit\/([a-z]{2})\/?$/u.exec(path)?.[1];
    if (chosen !== undefined && isLocale(chosen))
      return {
        status: 303,
        body: '',
        headers: { location: '/keystatic', 'set-cookie': `${cookie}=${chosen}; Path=/; SameSite=Strict` },
      };
    if (path === '/edit/outline.json')
      return { type: 'application/json', body: JSON.stringify(makeOutline(read(), localeOf(request), places)) };
    if (path.startsWith('/edit/')) return file(path.slice('/edit/'.length));
    return { body: page('Bilig', '<div id="editor"></div><script type="module" src="/edit/app.js"></script>') };
  }

  function file(name: string): Answer {
    const path = normalize(join(places.app, decodeURIComponent(name)));
    if (!path.startsWith(places.app) || !statSync(path, { throwIfNoEntry: false })?.isFile())
      return { status: 404, type: 'text/plain', body: 'There is nothing here.' };
    return { type: types[extname(path)] ?? 'application/octet-stream', body: readFileSync(path) };
  }

  async function api(name: string, url: URL, request: IncomingMessage): Promise<Answer> {
    const tree = new Request(new URL('/api/keystatic/tree', url), { headers: { 'no-cors': '1' } });
    if (name === 'update' && request.method === 'POST') {
      if (request.headers['no-cors'] !== '1')
        return { status: 400, type: 'text/plain', body: 'This is not asked by the editor.' };
      const update = readUpdate(await bodyOf(request));
      const refused = update
        ? saveUpdate(places.contentRoot, update, opened)
        : 'This is no change that the editor could make.';
      if (refused !== null) return { status: 409, type: 'text/plain', body: refused };
      for (const { path } of update?.additions ?? [])
        opened.set(path, readFileSync(join(places.contentRoot, path), 'utf8'));
      const { body } = await keystatic(tree);
      return { type: 'application/json', body: body ?? '' };
    }
    const headers = { 'no-cors': String(request.headers['no-cors'] ?? '') };
    const { status, body } = await keystatic(new Request(url, { headers }));
    const [, path] = /^blob\/[^/]+\/(.+)$/u.exec(name) ?? [];
    if (path !== undefined && body instanceof Uint8Array)
      opened.set(decodeURIComponent(path), new TextDecoder('utf-8', { ignoreBOM: true }).decode(body));
    return {
      status: status ?? 200,
      type: name === 'tree' ? 'application/json' : 'application/octet-stream',
      body: body ?? '',
    };
  }
}

/** Keystatic's own reading of files, from the editor's packages. */
function loadKeystatic({ root, contentRoot }: EditorPlaces): Handler {
  const folders = ['courses', 'pages', 'gallery', 'glossary'];
  const all = folders.map((path) => [path, { path: `${path}/**`, slugField: 'slug', schema: {} }]);
  const config = { storage: { kind: 'local' }, collections: Object.fromEntries(all) as unknown };
  const entry = createRequire(join(root, 'editor/package.json')).resolve('@keystatic/core/api/generic');
  const loaded = import(pathToFileURL(entry).href) as Promise<{
    makeGenericAPIRouteHandler(options: object): Handler;
  }>;
  const handler = loaded.then((api) => api.makeGenericAPIRouteHandler({ config, localBaseDirectory: contentRoot }));
  return async (request) => (await handler)(request);
}

/**
 * A page of another site could otherwise write into the lessons of whoever has the editor open: by asking it directly, or
 * under a name of its own that leads to this machine. An address in numbers cannot be made to lead here.
 */
function isForeign({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!/^(?:localhost|\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])(?::\d+)?$/u.test(host)) return true;
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return true;
  const site = headers['sec-fetch-site'];
  const isOpened = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  return typeof site === 'string' && !['same-origin', 'none'].includes(site) && !isOpened;
}

const refuseForeign: Answer = { status: 403, type: 'text/plain', body: 'The editor answers its own page only.' };

function readUpdate(text: string): Update | null {
  try {
    const { additions, deletions } = updateSchema.parse(JSON.parse(text));
    return {
      additions: additions.map(({ path, contents }) => ({
        path,
        text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(contents, 'base64url')),
      })),
      deletions: deletions.map(({ path }) => path),
    };
  } catch {
    return null;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function localeOf({ headers }: IncomingMessage): Locale {
  const given = new RegExp(`(?:^|; )${cookie}=([a-z]{2})`, 'u').exec(headers.cookie ?? '')?.[1] ?? '';
  return isLocale(given) ? given : fallbackLocale;
}

function chooser(locales: readonly Locale[]): string {
  const links = locales.map((tag) => `<li><a href="/edit/${tag}/" lang="${tag}">${languages[tag].name}</a></li>`);
  return page('Bilig', `<h1>Bilig</h1><ul>${links.join('')}</ul>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="robots" content="noindex"><title>${title}</title><body>${body}</body></html>`;
}
