import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, type Locale } from '#language';
import type { BuildCost, Engine } from './engine.ts';
import { engines } from './engines.ts';
import { measure, type Measures } from './measure.ts';
import { drawQueries, makePages } from './pages.ts';
import { formatTable } from './table.ts';
import { createVocabulary } from './vocabulary.ts';

// Compares search engines on the same made-up pages: npm run bench:search, after a build; README.md says what is measured.
const seed = 20261125;
const work = resolve(import.meta.dirname, '../../../.cache/bench-search');

const { values } = parseArgs({
  options: {
    locale: { type: 'string', default: 'kk' },
    pages: { type: 'string', default: '100,1000,10000' },
    queries: { type: 'string', default: '200' },
    engines: { type: 'string', default: engines.map(({ name }) => name).join(';') },
  },
});
const { locale } = values;
if (!isLocale(locale)) throw new Error(`There is no course language '${locale}'.`);
const chosen = values.engines.split(';');

const [cpu] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB. Language ${locale}, ${values.queries} one-word queries, seed ${seed}.\n`,
);

for (const size of values.pages.split(',').map(Number)) {
  const vocabulary = createVocabulary(locale);
  const pages = makePages(locale, vocabulary, size, seed);
  const queries = drawQueries(vocabulary, pages, Number(values.queries), seed);
  const columns: { readonly name: string; readonly measures: Measures }[] = [];
  for (const engine of engines.filter(({ name }) => chosen.includes(name))) {
    const folder = join(work, `${engine.name.replace(/\W+/gu, '-')}-${locale}-${size}`);
    const cost = buildApart(engine, locale, size, folder);
    // Without a competitor the rest is still worth knowing.
    if (!cost) continue;
    const index = await engine.load(locale, folder);
    columns.push({
      name: engine.name,
      measures: await measure({ locale, index, cost, pages, queries, forms: vocabulary.forms }),
    });
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`### ${size} pages\n\n${formatTable(columns)}\n`);
}

/** Builds in another process; null where that did not work, which it has said itself. */
function buildApart(engine: Engine, language: Locale, size: number, folder: string): BuildCost | null {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { engine: engine.name, locale: language, pages: String(size), seed: String(seed), out: folder };
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=8192',
      join(import.meta.dirname, 'build.ts'),
      ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status === 0) return JSON.parse(stdout) as BuildCost;
  console.error(`${engine.name} could not build ${size} pages; its column is left out.`);
  return null;
}
