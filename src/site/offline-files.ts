import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { createContentReader } from '#course/adapters/node-content';
import { formatPartList, formatRelease, isText, listFile, releaseFile, sizeOf, type PartFile } from '#offline';
import { partsOfSite } from './view/offline-parts.ts';

/**
 * Writes what learners need who keep a course on their device: the service worker, and lists of the files that belong
 * together with their hashes. It has to run after everything else that writes into the built pages.
 */
export function offlineFiles(contentRoot: string): AstroIntegration {
  return {
    name: 'offline-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        writeOfflineLists(folder, contentRoot);
        await writeServiceWorker(folder);
      },
    },
  };
}

/**
 * Lists the files of a built site by parts, in `offline/`.
 *
 * @throws where the content cannot be read, which the content guard reports first
 */
export function writeOfflineLists(folder: string, contentRoot: string): void {
  const { content } = createContentReader(contentRoot)();
  if (!content) throw new Error('content/site.yaml cannot be read; `npm run -s bilig -- check` says why.');
  const built = globSync('**/*.*', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('offline/'));
  const parts = partsOfSite(content, built, mediaFinder(folder, contentRoot));
  const summaries = [...parts].map(([part, { title, files }]) => {
    const list = { title, files: files.map((file) => describeFile(folder, file)) };
    const text = formatPartList(list);
    write(join(folder, listFile(part)), text);
    return [part, { hash: hashOf(text), ...sizeOf(list.files) }] as const;
  });
  const id = hashOf(summaries.map(([part, { hash }]) => `${part} ${hash}`).join('\n'));
  write(join(folder, releaseFile), formatRelease({ id, parts: new Map(summaries) }));
}

function describeFile(folder: string, file: string): PartFile {
  const bytes = readFileSync(join(folder, file));
  const path = file.replace(/(^|\/)index\.html$/u, '$1');
  // As hosts send it and browsers pack it.
  const compressed = isText(path) ? gzipSync(bytes).length : bytes.length;
  return { path, hash: hashOf(bytes), bytes: bytes.length, compressed };
}

/**
 * Pictures and recordings are built byte by byte as authors gave them, under names of the bundler's; one that the build
 * has made smaller is named after it.
 */
function mediaFinder(folder: string, contentRoot: string): (file: string) => string[] {
  const courses = new Map<string, Set<string>>();
  for (const file of globSync('courses/*/**/media/*.*', { cwd: contentRoot })) {
    const hash = hashOf(readFileSync(join(contentRoot, file)));
    const course = file.replaceAll('\\', '/').split('/')[1] ?? '';
    courses.set(hash, (courses.get(hash) ?? new Set<string>()).add(course));
  }
  const coursesOf = (file: string) => courses.get(hashOf(readFileSync(join(folder, file))));
  const originals = globSync('_astro/*.*', { cwd: folder }).filter(
    (file) => !/\.(?:js|css)$/u.test(file) && coursesOf(file),
  );
  const originalOf = (file: string) => originals.find((name) => file.startsWith(`${name.replace(/\.\w+$/u, '')}_`));
  return (file) => [...(coursesOf(file) ?? coursesOf(originalOf(file) ?? file) ?? [])];
}

function hashOf(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** One plain script without imports, at the site's base: from there it may answer for the whole site. */
async function writeServiceWorker(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: resolve('src/offline/adapters/service-worker.ts'),
        name: 'worker',
        formats: ['iife'],
        fileName: () => 'sw.js',
      },
    },
  });
}
