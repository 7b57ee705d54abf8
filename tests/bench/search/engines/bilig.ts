import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#language';
import { buildSearchFiles, describeFiles, openSearch, type SearchRecords } from '#search';
import { startWatch, timeBuild } from '../clock.ts';
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
    const cost = timeBuild(() => {
      const files = buildSearchFiles(locale, records);
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of files) writeFileSync(join(folder, name), text);
    });
    return Promise.resolve({ ...cost, peak: null });
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
  const described = describeFiles(files);
  const texts = described.flatMap(({ name, kind }) => (kind === 'texts' ? [name] : []));
  const index = sum(described.flatMap(({ name, kind }) => (kind === 'texts' ? [] : [name])));
  return {
    weight: { index, withTexts: index + estimate(texts, sum), files: files.size },
    // The worker is on its way together with the manifest: its trip is not one more.
    scripts: { bytes: weighScripts(dist, '_astro/search-*.js'), trips: 0 },
    open: () => Promise.resolve(openSession(locale, load, weigh, files.size)),
  };
}

/** Thousands of texts take minutes to compress, and are alike: of so many some hundreds are weighed for all. */
function estimate(names: readonly string[], sum: (names: readonly string[]) => number): number {
  const every = Math.max(1, Math.floor(names.length / 300));
  const sample = names.filter((_name, place) => place % every === 0);
  return sample.length === 0 ? 0 : (sum(sample) / sample.length) * names.length;
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
      const watch = startWatch();
      const findings = await search.find(query, { limit: 5 });
      const milliseconds = watch();
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
