import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readRange } from '#offline';

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

interface Found {
  readonly path: string;
  readonly size: number;
}

/**
 * Serves a built site as a plain host does: folders by their index.html, 404.html for the rest.
 * `astro preview` serves one configuration at a time; the browser tests need several side by side.
 *
 * @param folder the site's folder, or what says at each request which one it is by then
 */
export function createSiteServer(folder: string | (() => string), base = '/'): Server {
  const root = () => resolve(typeof folder === 'string' ? folder : folder());
  return createServer((request, response) => {
    answer(root(), base, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
}

async function answer(root: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  const [raw = '/'] = (request.url ?? '/').split(/[?#]/);
  const path = decode(raw);
  if (path === null) return end(response, 400);
  if (`${path}/` === base) return redirect(response, base);
  if (!path.startsWith(base)) return end(response, 404);

  const wanted = resolve(root, `.${sep}${path.slice(base.length)}`);
  if (wanted !== root && !wanted.startsWith(root + sep)) return end(response, 400);
  const found = await findFile(wanted);
  if (found === 'folder') {
    if (!path.endsWith('/')) return redirect(response, `${raw}/`);
    const index = await findFile(join(wanted, 'index.html'));
    if (typeof index === 'object' && index) return send(request, response, index, 200);
  } else if (found && !path.endsWith('/')) return send(request, response, found, 200);
  const missing = await findFile(join(root, '404.html'));
  if (typeof missing === 'object' && missing) return send(request, response, missing, 404);
  return end(response, 404);
}

function decode(raw: string): string | null {
  try {
    const path = decodeURIComponent(raw);
    return path.includes('\0') || path.includes('\\') ? null : path;
  } catch {
    return null;
  }
}

async function findFile(path: string): Promise<Found | 'folder' | null> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? { path, size: stats.size } : null;
  } catch {
    return null;
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: Found, status: number): void {
  const type = types[extname(file.path)] ?? 'application/octet-stream';
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-store' };
  const range = status === 200 ? readRange(request.headers.range, file.size) : null;
  if (range === 'bad') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  // Browsers play a film only from hosts that can give a part of it.
  if (range)
    response.writeHead(206, {
      ...headers,
      'Content-Range': `bytes ${range.start}-${range.end}/${file.size}`,
      'Content-Length': range.end - range.start + 1,
    });
  else response.writeHead(status, { ...headers, 'Content-Length': file.size });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path, range ?? {})
      .on('error', () => response.destroy())
      .pipe(response);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '4331' }, base: { type: 'string', default: '/' } },
  });
  const folder = positionals[0] ?? 'dist';
  if ((await findFile(folder)) !== 'folder') {
    console.error(`${folder} is not there. Build it with: node tests/e2e/build-sites.ts`);
    process.exit(1);
  }
  createSiteServer(folder, values.base).listen(Number(values.port), '127.0.0.1', () => {
    console.log(`${folder} at http://127.0.0.1:${values.port}${values.base}`);
  });
}
