import { lowerCase, type Locale } from '#language';
import type { BuildCost, BuiltIndex } from './engine.ts';
import type { BenchPage } from './pages.ts';
import { percentile, sumLoads } from './traffic.ts';

/** What is printed of an engine; bytes are on the wire, times in milliseconds of the processor unless said. */
export interface Measures {
  readonly scripts: number;
  readonly firstBytes: number;
  readonly firstTrips: number;
  readonly excerptBytes: number;
  readonly nextBytes: { readonly median: number; readonly most: number };
  readonly nextTrips: number;
  readonly firstTime: { readonly median: number; readonly most: number };
  readonly nextTime: { readonly median: number; readonly most: number };
  readonly buildSeconds: number;
  readonly buildCpuSeconds: number | null;
  readonly buildPeak: number | null;
  readonly indexPerPage: number;
  readonly textsPerPage: number;
  readonly files: number;
  /** Of the pages that have any form of a word, the share that is found by one form. */
  readonly recall: number;
  /** Of the pages found by a form, the share that has some form of its word. */
  readonly precision: number;
}

export interface Bench {
  readonly locale: Locale;
  readonly index: BuiltIndex;
  readonly cost: BuildCost;
  readonly pages: readonly BenchPage[];
  readonly queries: readonly string[];
  readonly forms: readonly (readonly string[])[];
}

export async function measure(bench: Bench): Promise<Measures> {
  const { index, cost, pages, queries } = bench;
  // The code is compiled as it runs: readers' first queries are slow too, but not the first hundred of them.
  for (const query of queries.slice(0, 10)) await (await index.open()).ask(query);
  const first: { bytes: number; trips: number; excerpts: number; time: number }[] = [];
  const next: { bytes: number; trips: number; time: number }[] = [];
  for (const [place, query] of queries.entries()) {
    const session = await index.open();
    const cold = await session.ask(queries.at(place - 1) ?? query);
    const load = sumLoads(index.scripts, cold.load);
    first.push({ ...load, excerpts: load.bytes + cold.excerpts.bytes, time: cold.milliseconds });
    const { load: more, milliseconds } = await session.ask(query);
    next.push({ ...more, time: milliseconds });
  }
  const spread = (values: readonly number[]) => ({ median: percentile(values, 0.5), most: percentile(values, 0.95) });
  return {
    scripts: index.scripts.bytes,
    firstBytes: percentile(
      first.map(({ bytes }) => bytes),
      0.5,
    ),
    firstTrips: percentile(
      first.map(({ trips }) => trips),
      0.95,
    ),
    excerptBytes: percentile(
      first.map(({ excerpts }) => excerpts),
      0.5,
    ),
    nextBytes: spread(next.map(({ bytes }) => bytes)),
    nextTrips: percentile(
      next.map(({ trips }) => trips),
      0.95,
    ),
    firstTime: spread(first.map(({ time }) => time)),
    nextTime: spread(next.map(({ time }) => time)),
    buildSeconds: cost.seconds,
    buildCpuSeconds: cost.cpuSeconds,
    buildPeak: cost.peak,
    indexPerPage: index.weight.index / pages.length,
    textsPerPage: index.weight.withTexts / pages.length,
    files: index.weight.files,
    ...(await retrieve(bench)),
  };
}

/** Asks for one form of each word after another and counts the pages found and missed, each word weighing the same. */
async function retrieve({ locale, index, pages, forms }: Bench): Promise<Pick<Measures, 'recall' | 'precision'>> {
  const session = await index.open();
  const wanted = pagesByWord(locale, pages, new Set(forms.flat()));
  const recalls: number[] = [];
  const precisions: number[] = [];
  for (const group of forms) {
    const relevant = new Set(group.flatMap((form) => [...(wanted.get(form) ?? [])]));
    for (const form of group.slice(0, 3)) {
      const found = new Set(await session.findAll(form));
      if (relevant.size > 0) recalls.push(found.intersection(relevant).size / relevant.size);
      if (found.size > 0) precisions.push(found.intersection(relevant).size / found.size);
    }
  }
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { recall: mean(recalls), precision: mean(precisions) };
}

function pagesByWord(
  locale: Locale,
  pages: readonly BenchPage[],
  words: ReadonlySet<string>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path, title, paragraphs } of pages) {
    for (const raw of [title, ...paragraphs].join(' ').split(/[\s.]+/u)) {
      const word = lowerCase(locale, raw);
      if (words.has(word)) found.set(word, (found.get(word) ?? new Set()).add(path));
    }
  }
  return found;
}
