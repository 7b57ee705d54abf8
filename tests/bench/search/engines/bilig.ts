import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#language';
import { buildSearchFiles, describeFiles, openSearch, type SearchRecords } from '#search';
import type { BuiltIndex, Engine, Session } from '../engine.ts';
import type { BenchPage } from '../pages.ts';
import { createTraffic } from '../traffic.ts';
import { listFiles, remember, weighScripts, weighText } from '../weigh.ts';

/**
 * The search of this site, through the same shards and code as the browser.
 *
 * @param dist a built site, whose scripts are weighed
 */
export const createBilig = (dist: string): Engine => ({
  name: 'Bilig',
  build(locale, pages, folder) {
    const records = recordsOf(pages);
    const started = performance.now();
    const files = buildSearchFiles(locale, records);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    return Promise.resolve({ seconds: (performance.now() - started) / 1000, peak: null });
  },
  load: (locale, folder) => Promise.resolve(loadIndex(locale, folder, dist)),
});

/** A page is one record, as it is one document to the other engines. */
function recordsOf(pages: readonly BenchPage[]): SearchRecords {
  return {
    pages: pages.map(({ title, path, course }) => ({ kind: 'lesson', title, path, course })),
    records: pages.map(({ title, paragraphs }, page) => ({
      page,
      kind: 'opening',
      anchor: '',
      title: '',
      heading: title,
      text: paragraphs.join(' '),
      examples: '',
      questions: '',
      unquoted: '',
    })),
  };
}

function loadIndex(locale: Locale, folder: string, dist: string): BuiltIndex {
  const files = new Map(listFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const load = remember((name) => Buffer.from(files.get(name) ?? ''));
  const weigh = remember((name) => weighText(load(name)));
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + weigh(name), 0);
  const texts = new Set(describeFiles(files).flatMap(({ name, kind }) => (kind === 'texts' ? [name] : [])));
  const names = [...files.keys()];
  const index = sum(names.filter((name) => !texts.has(name)));
  return {
    weight: { index, withTexts: index + sum([...texts]), files: files.size },
    // The worker is on its way together with the manifest: its trip is not one more.
    scripts: { bytes: weighScripts(dist, '_astro/search-*.js'), trips: 0 },
    open: () => Promise.resolve(openSession(locale, load, weigh, files.size)),
  };
}

function openSession(
  locale: Locale,
  load: (name: string) => Buffer,
  weigh: (name: string) => number,
  most: number,
): Session {
  const traffic = createTraffic(load, weigh);
  const search = openSearch(locale, async (name) => (await traffic.read(name)).toString('utf8'));
  return {
    async ask(query) {
      const started = performance.now();
      const findings = await search.find(query, { limit: 5 });
      const milliseconds = performance.now() - started;
      const found = traffic.take();
      await search.present(findings);
      return { first: findings.hits.map(({ path }) => path), load: found, excerpts: traffic.take(), milliseconds };
    },
    async findAll(query) {
      const { hits } = await search.find(query, { limit: most * 100 });
      return hits.map(({ path }) => path);
    },
  };
}
