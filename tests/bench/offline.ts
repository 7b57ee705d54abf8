import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse, stringify } from 'yaml';
import { isText, parsePartList, partsOf, type PartFile } from '#offline';

// Prints what a course of thirty lessons weighs when it is kept in one language: node tests/bench/offline.ts
// The course that there is, and one of its modules again until there are thirty lessons, so each text counts in full;
// only the search index is somewhat smaller than thirty different lessons would make it.

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, '.cache/offline-bench');
const content = join(folder, 'content');
const dist = join(folder, 'dist');
const course = 'media-literacy';
const module = 'finding-the-source';
const lessons = 30;
/** 3 MB, without media. */
const bar = 3_000_000;

interface CourseYaml {
  readonly modules: readonly { readonly id: string; readonly lessons?: readonly object[] }[];
}

function writeContent(): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve(root, 'content'), content, { recursive: true });
  const file = join(content, 'courses', course, 'course.yaml');
  const yaml = parse(readFileSync(file, 'utf8')) as CourseYaml;
  const taught = sum(yaml.modules.map((entry) => entry.lessons?.length ?? 0));
  const again = yaml.modules.find(({ id }) => id === module);
  const copies = (lessons - taught) / (again?.lessons?.length ?? 0);
  if (!Number.isInteger(copies))
    throw new Error(`No number of copies of ${module} makes a course of ${lessons} lessons.`);
  const added = Array.from({ length: copies }, (_, copy) => ({ ...again, id: `${module}-${copy + 2}` }));
  for (const { id } of added)
    cpSync(join(content, 'courses', course, module), join(content, 'courses', course, id), { recursive: true });
  writeFileSync(file, stringify({ ...yaml, modules: [...yaml.modules, ...added] }));
}

function build(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', dist],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, BILIG_CONTENT: content, BILIG_BASE: '/', BILIG_DOWNLOADS: '0', NODE_ENV: 'production' },
    },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}\nThe course of thirty lessons could not be built.`);
}

function filesOf(locale: string): PartFile[] {
  const parts = partsOf([{ course, locale }]).filter((part) => !part.startsWith('media/'));
  return parts.flatMap((part) => {
    const list = parsePartList(readFileSync(join(dist, 'offline', `${part}.json`), 'utf8'));
    if (!list) throw new Error(`The list of ${part} cannot be read.`);
    return list.files;
  });
}

function brotli({ path, bytes }: PartFile): number {
  if (!isText(path)) return bytes;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  // The quality that hosts choose who compress as they send.
  return brotliCompressSync(readFileSync(join(dist, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(2).padStart(16);

writeContent();
build();
console.log(`${lessons} lessons in one language without media, in MB; bar: ${bar / 1_000_000}`);
console.log(['language', 'files', 'line (Brotli)', 'line (gzip)', 'on the device', 'unpacked'].join('\t'));
for (const locale of ['kk', 'en']) {
  const files = filesOf(locale);
  const packed = sum(files.map(({ compressed }) => compressed));
  const columns = [sum(files.map(brotli)), packed, packed, sum(files.map(({ bytes }) => bytes))].map(megabytes);
  console.log([locale, files.length, ...columns, packed > bar ? 'OVER' : ''].join('\t'));
}
