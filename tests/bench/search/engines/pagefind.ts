import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Locale } from '#language';
import { startWatch } from '../clock.ts';
import type { BuiltIndex, Engine, Session } from '../engine.ts';
import type { BenchPage } from '../pages.ts';
import { watchProcess } from '../process.ts';
import { createTraffic, type Traffic } from '../traffic.ts';
import { listFiles, remember, weighScripts, weighText } from '../weigh.ts';

const manifests = resolve(import.meta.dirname, '../competitors');
// Apart from the sources: its types are none of ours.
const home = resolve(import.meta.dirname, '../../../../.cache/bench-search/competitors');
const bundle = 'pagefind';

/** Pagefind as its guide says: run over the built pages, and asked through its own script. */
export const pagefind: Engine = {
  name: 'Pagefind',
  async build(locale, pages, folder) {
    const binary = findBinary();
    for (const page of pages) writePage(locale, page, folder);
    const started = performance.now();
    const child = spawn(binary, ['--site', folder, '--output-subdir', bundle], { stdio: 'ignore' });
    const ended = new Promise<number | null>((done, fail) => child.on('exit', done).on('error', fail));
    const { peak, cpuSeconds } = await watchProcess(child.pid, ended);
    const status = await ended;
    if (status !== 0) throw new Error(`Pagefind ended with ${status}.`);
    return { seconds: (performance.now() - started) / 1000, cpuSeconds, peak };
  },
  load: (_locale, folder) => loadIndex(join(folder, bundle)),
};

const isWindows = process.platform === 'win32';

/** Pagefind's program for this machine, fetched the first time. */
function findBinary(): string {
  const name = `${isWindows ? 'windows' : process.platform}-${process.arch}`;
  const file = join(home, 'node_modules/@pagefind', name, 'bin', `pagefind_extended${isWindows ? '.exe' : ''}`);
  if (existsSync(file)) return file;
  mkdirSync(home, { recursive: true });
  for (const manifest of ['package.json', 'package-lock.json'])
    copyFileSync(join(manifests, manifest), join(home, manifest));
  spawnSync('npm', ['ci', '--prefix', home], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'], shell: isWindows });
  if (!existsSync(file)) throw new Error(`Pagefind has no program for ${name} that npm could fetch.`);
  return file;
}

function writePage(locale: Locale, { path, title, paragraphs }: BenchPage, folder: string): void {
  const file = join(folder, path, 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  writeFileSync(
    file,
    `<!doctype html><html lang="${locale}"><head><title>${title}</title></head><body><main><h1>${title}</h1>\n${body}</main></body></html>`,
  );
}

interface PagefindApi {
  createInstance(options: object): {
    init(): Promise<void>;
    search(query: string): Promise<{ results: readonly { id: string; data(): Promise<{ url: string }> }[] }>;
  };
}

async function loadIndex(folder: string): Promise<BuiltIndex> {
  const load = remember((name) => readFileSync(join(folder, name)));
  // Its own files are gzipped already: a host sends them as they are.
  const weigh = remember((name) => (/\.(?:pf_\w+|pagefind)$/u.test(name) ? load(name).length : weighText(load(name))));
  const files = listFiles(folder).filter((name) => /pagefind-entry\.json$|\.pf_\w+$|\.pagefind$/u.test(name));
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + weigh(name), 0);
  const fragments = files.filter((name) => name.startsWith('fragment/'));
  const index = sum(files.filter((name) => !name.startsWith('fragment/')));
  const paths = new Map(
    fragments.map((name) => [name.replace(/^fragment\/|\.pf_fragment$/gu, ''), pathIn(load(name))]),
  );
  const api = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindApi;
  return {
    weight: { index, withTexts: index + sum(fragments), files: files.length },
    // The script is asked for first, and it asks for the worker.
    scripts: { bytes: weighScripts(folder, '{pagefind,pagefind-worker}.js'), trips: 2 },
    open: () => openSession(api, folder, createTraffic(load, weigh), paths),
  };
}

/** The path of the page that a fragment is of. */
function pathIn(fragment: Buffer): string {
  const text = gunzipSync(fragment).toString('utf8');
  return pathOf((JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url);
}

const pathOf = (url: string) => url.replace(/^.*?(?=course-)|index\.html$/gu, '');

async function openSession(
  api: PagefindApi,
  folder: string,
  traffic: Traffic,
  paths: ReadonlyMap<string, string>,
): Promise<Session> {
  // Outside a browser its script works on the main thread and asks `fetch` for files beside it.
  globalThis.fetch = (async (address: string | URL) => {
    const name = fileURLToPath(String(address).replace(/\?.*$/u, '')).slice(folder.length + 1);
    return new Response(new Uint8Array(await traffic.read(name.replaceAll('\\', '/'))));
  }) as typeof fetch;
  const instance = api.createInstance({ basePath: `${pathToFileURL(folder).href}/` });
  await instance.init();
  return {
    async ask(query) {
      const watch = startWatch();
      const { results } = await instance.search(query);
      const first = await Promise.all(results.slice(0, 5).map((result) => result.data()));
      const milliseconds = watch();
      const none = { bytes: 0, trips: 0 };
      return { first: first.map(({ url }) => pathOf(url)), load: traffic.take(), excerpts: none, milliseconds };
    },
    async findAll(query) {
      const { results } = await instance.search(query);
      return results.map(({ id }) => paths.get(id) ?? '');
    },
  };
}
