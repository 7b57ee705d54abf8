import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { createLrs, type FakeLrs } from './lrs.ts';
import type { FakeOptions, Stored } from '../../../support/fake-scorm.ts';

// A learning platform on a server of its own: it serves an unpacked package, and a page that launches it in a frame.

const root = resolve(import.meta.dirname, '../../../..');
const fakeScorm = transpileModule(readFileSync(resolve(root, 'tests/support/fake-scorm.ts'), 'utf8'), {
  compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2024 },
}).outputText;
const scormAgain = (version: string) =>
  readFileSync(
    resolve(root, `node_modules/scorm-again/dist/${version === '1.2' ? 'scorm12' : 'scorm2004'}.min.js`),
    'utf8',
  );

/** As Moodle sends them: an `.mjs` would be plain text there, and a browser would not run it. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/x-javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};

export interface LaunchOptions extends FakeOptions {
  readonly version: '1.2' | '2004';
  /** A platform that others have written, in place of the strict one. */
  readonly again?: boolean;
  /** A platform that opens the module in a window of its own. */
  readonly popup?: boolean;
}

export interface Platform {
  /** Of the server, without a slash at its end. */
  readonly origin: string;
  /** The page that launches the module. */
  launch(options: LaunchOptions): string;
  /** What stands behind it for cmi5. */
  readonly lrs: FakeLrs;
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
  stop(): Promise<void>;
}

/** Where platforms of this kind put what they serve. */
export const contentPath = '/pluginfile.php/13/mod_scorm/content/1/';

/** What the browser has kept of a launch, under these names in its storage. */
export interface KeptLaunch {
  readonly stored: Stored;
  readonly faults: readonly string[];
  readonly calls: readonly string[];
}

export async function startPlatform(files: ReadonlyMap<string, string | Uint8Array>): Promise<Platform> {
  const missing: string[] = [];
  const lrs = createLrs();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Uint8Array) =>
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    if (lrs.answer(request, response)) return;
    if (pathname === '/fake-scorm.js') return send('text/javascript', fakeScorm);
    if (pathname === '/scorm-again.js') return send('text/javascript', scormAgain(searchParams.get('version') ?? ''));
    if (pathname === '/launch')
      return send(
        'text/html; charset=utf-8',
        launchPage(JSON.parse(searchParams.get('options') ?? '{}') as LaunchOptions),
      );
    if (pathname === '/frame') return send('text/html; charset=utf-8', framePage(searchParams.get('src') ?? ''));
    if (pathname === '/away' || pathname === '/favicon.ico')
      return send('text/html; charset=utf-8', '<!doctype html><html lang="en"><title>Away</title><h1>Away</h1></html>');
    // Folders have no index there: a file is served by its whole name or not at all.
    const path = decodeURIComponent(pathname.startsWith(contentPath) ? pathname.slice(contentPath.length) : '');
    const file = files.get(path);
    if (file !== undefined) return send(types[extname(path)] ?? 'application/octet-stream', file);
    missing.push(pathname);
    return response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    lrs,
    missing,
    launch: (options) => `${origin}/launch?options=${encodeURIComponent(JSON.stringify(options))}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Calls after which a platform keeps what it was told. */
const keeping = 'Initialize|Commit|Finish|Terminate';

/** A page with the module in a frame and nothing else. */
function framePage(src: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Platform</title>
    <style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style>
    <iframe title="module" src="${src.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe></html>`;
}

/** The page of the platform around the module. What it keeps outlives it in the browser's storage. */
function launchPage(options: LaunchOptions): string {
  const { version, again = false, popup = false } = options;
  const name = version === '1.2' ? 'API' : 'API_1484_11';
  const open = popup
    ? `document.body.innerHTML = '<button>Enter</button>';
       document.querySelector('button').onclick = () => window.open('${contentPath}index.html');`
    : `document.body.innerHTML = '<iframe title="module" src="${contentPath}index.html"></iframe>';`;
  const strict = `
    import { FakeScorm } from '/fake-scorm.js';
    const stored = JSON.parse(localStorage.getItem('stored') ?? '{}');
    const fake = new FakeScorm('${version}', stored, ${JSON.stringify(options)});
    window.fakeCalls = fake.calls;
    const keep = () => {
      localStorage.setItem('stored', JSON.stringify(stored));
      localStorage.setItem('faults', JSON.stringify(fake.faults));
      localStorage.setItem('calls', JSON.stringify(fake.calls));
    };
    // Kept when it is committed, as platforms do: kept at each of hundreds of calls, it reaches another page late.
    window.${name} = Object.fromEntries(Object.entries(fake.api()).map(([call, run]) => [call, (...values) => {
      const before = fake.faults.length;
      const result = run(...values);
      if (/${keeping}/.test(call) || fake.faults.length > before) keep();
      return result;
    }]));`;
  const others = `
    const again = new ${version === '1.2' ? 'Scorm12API' : 'Scorm2004API'}({ autocommit: false, logLevel: 5 });
    const before = JSON.parse(localStorage.getItem('stored') ?? 'null');
    if (before) again.loadFromJSON(before, '');
    const faults = [];
    const calls = [];
    const keep = () => {
      localStorage.setItem('stored', JSON.stringify(again.renderCMIToJSONObject().cmi));
      localStorage.setItem('faults', JSON.stringify(faults));
      localStorage.setItem('calls', JSON.stringify(calls));
    };
    window.${name} = new Proxy(again, { get: (target, call) => {
      const run = target[call];
      if (typeof run !== 'function') return run;
      return (...values) => {
        const result = run.apply(target, values);
        const error = Number(target.${version === '1.2' ? 'LMSGetLastError' : 'GetLastError'}());
        if (error !== 0 && !(error === 403 && /GetValue/.test(call)) && !/Error|Diagnostic/.test(call)) faults.push(error + ' ' + call + '(' + values.join(', ') + ')');
        calls.push(call);
        if (/${keeping}/.test(call)) keep();
        return result;
      };
    } });`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Platform</title>
    <style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style><body></body>
    ${again ? `<script src="/scorm-again.js?version=${version}"></script>` : ''}
    <script type="module">${again ? others : strict}
    ${open}</script></html>`;
}
