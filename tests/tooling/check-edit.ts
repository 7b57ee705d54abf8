import { keepAsWritten } from '#authoring';
import { readContent } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { localeTags } from '#language';
import { Window } from 'happy-dom';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { RoundTrip } from '../../editor/round-trip.ts';
import { makeOutline } from '../../src/site/editor/outline.ts';

// npm run check:edit: installs the editor, checks its types, and opens and saves every file of the content in every
// language by Keystatic's own code. It is no part of npm test, which installs nothing.
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.cache/check-edit');

/** What can be edited: everything but the bibliography, the site's own file and the interface's words. */
const offered = /\.mdx$|\/course\.yaml$|^glossary\//u;

function run(...args: string[]): void {
  const { status } = spawnSync('npx', ['-s', ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function bundle(): Promise<void> {
  await build({
    root: join(root, 'editor'),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'give-out',
        transform: {
          filter: { id: /keystatic-core-ui\.js/ },
          handler: (code) => `${code}\nexport { parseEntry, serializeEntryToFiles };\n`,
        },
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      lib: { entry: join(root, 'editor/round-trip.ts'), formats: ['es'], fileName: () => 'round-trip.js' },
    },
  });
}

/** The names that a program for browsers asks for when it is loaded. */
function standInForBrowser(): void {
  const window = new Window({ url: 'http://localhost/keystatic' });
  const names = [
    'window',
    'document',
    'navigator',
    'localStorage',
    'location',
    'Element',
    'HTMLElement',
    'Node',
    'Document',
    'DOMParser',
    'MutationObserver',
    'getComputedStyle',
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'DocumentFragment',
    'CustomEvent',
    'Event',
    'SVGElement',
    'Text',
    'customElements',
  ] as const;
  for (const name of names) {
    const value: unknown = name === 'window' ? window : Reflect.get(window, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

run('node', 'editor/run.ts', '--install-only');
run('tsc', '-p', 'editor/tsconfig.json');
await bundle();
standInForBrowser();
const { roundTrip } = (await import(pathToFileURL(join(folder, 'round-trip.js')).href)) as {
  roundTrip(outline: object, files: readonly (readonly [string, string])[]): RoundTrip[];
};
const reading = readContent(readContentFiles(join(root, 'content')), parseMdx);
const files = [...reading.files.texts].filter(([path]) => offered.test(path));
const trips = localeTags.flatMap((locale) => roundTrip(makeOutline(reading, locale, { base: '/', root }), files));
const seen = new Map(trips.map((trip) => [trip.path, trip]));
const faults = files.flatMap(([path, text]) => {
  const trip = seen.get(path);
  if (!trip) return [`${path}: the editor does not offer it.`];
  if (trip.written === null) return [`${path}: the editor refuses it. ${trip.refused ?? ''}`];
  return keepAsWritten(text, trip.written) === text ? [] : [`${path}: the editor would change it.`];
});
for (const fault of faults) console.error(fault);
console.log(
  `${files.length} files opened and saved, ${files.length - faults.length} of them without a byte of difference.`,
);
process.exitCode = faults.length ? 1 : 0;
