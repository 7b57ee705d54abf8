import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analyseText, localeTags, lowerCase, type Locale } from '#language';
import { createBilig } from '../../bench/search/engines/bilig.ts';
import { bareLunr, stockLunr } from '../../bench/search/engines/lunr.ts';
import { measure } from '../../bench/search/measure.ts';
import { drawQueries, makePages } from '../../bench/search/pages.ts';
import { formatTable } from '../../bench/search/table.ts';
import { createTraffic, percentile, sumLoads } from '../../bench/search/traffic.ts';
import { createVocabulary, readForms } from '../../bench/search/vocabulary.ts';
import { checkLock, type Lock, type Manifest } from '../../tooling/check-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilig-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the words of the bench', () => {
  it.each(localeTags)('are in %s those of the lessons first, and made of them after that', (locale) => {
    const { words, real } = createVocabulary(locale);
    expect(new Set(words).size).toBe(words.length);
    expect(real).toBeGreaterThan(700);
    expect(words.length).toBeGreaterThan(real * 2);
    expect(words.filter((word) => lowerCase(locale, word) !== word || analyseText(locale, word).length !== 1)).toEqual(
      [],
    );
  });

  it.each(localeTags)('have forms of the same word in %s, each in one list only', (locale) => {
    const forms = readForms(locale);
    const all = forms.flat();
    expect(forms.filter((group) => group.length < 2)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((form) => form !== lowerCase(locale, form.normalize('NFC')))).toEqual([]);
  });
});

describe('the pages of the bench', () => {
  const vocabulary = createVocabulary('az');

  it('are the same for the same seed, of some 600 words, and stand by courses', () => {
    const pages = makePages('az', vocabulary, 30, 7);
    expect(makePages('az', vocabulary, 30, 7)).toEqual(pages);
    expect(makePages('az', vocabulary, 30, 8)).not.toEqual(pages);
    const lengths = pages.map(({ paragraphs }) => paragraphs.join(' ').split(' ').length);
    expect(Math.min(...lengths)).toBeGreaterThan(500);
    expect(Math.max(...lengths)).toBeLessThan(750);
    expect(pages.map(({ course }) => course)).toEqual(pages.map(({ course }) => course).sort());
    expect(new Set(pages.map(({ path }) => path)).size).toBe(30);
  });

  it('repeat frequent words as prose does', () => {
    const text = makePages('az', vocabulary, 20, 1)
      .flatMap(({ paragraphs }) => paragraphs)
      .join(' ');
    const count = (word: string | undefined) => text.split(/[ .]+/u).filter((other) => other === word).length;
    expect(count(vocabulary.words[0])).toBeGreaterThan(5 * count(vocabulary.words[9]));
  });

  it('are asked for words that they have, none twice', () => {
    const pages = makePages('az', vocabulary, 3, 5);
    const queries = drawQueries(vocabulary, pages, 50, 3);
    expect(new Set(queries).size).toBe(50);
    const text = pages.flatMap(({ paragraphs }) => paragraphs).join(' ');
    expect(queries.filter((query) => !text.includes(query))).toEqual([]);
  });
});

describe('what is counted', () => {
  it('takes requests that are on their way together for one round trip and those that wait for more', async () => {
    const traffic = createTraffic(
      () => Buffer.from('x'),
      (name) => name.length,
    );
    await traffic.read('manifest');
    await Promise.all([traffic.read('one'), traffic.read('three').then(() => traffic.read('four'))]);
    expect(traffic.take()).toEqual({ bytes: 'manifestonethreefour'.length, trips: 3 });
    expect(traffic.take()).toEqual({ bytes: 0, trips: 0 });
  });

  it('gives percentiles by the nearest rank', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect([percentile(values, 0.5), percentile(values, 0.95), percentile([3], 0.95), percentile([], 0.5)]).toEqual([
      10, 19, 3, 0,
    ]);
    expect(sumLoads({ bytes: 1, trips: 2 }, { bytes: 3, trips: 4 })).toEqual({ bytes: 4, trips: 6 });
  });
});

describe('the engines', () => {
  const locale: Locale = 'kk';
  const vocabulary = createVocabulary(locale);
  const pages = makePages(locale, vocabulary, 25, 1);
  mkdirSync(join(folder, 'dist/_astro'), { recursive: true });
  writeFileSync(join(folder, 'dist/_astro/search-worker.js'), 'export {};');

  it('are measured on the same pages, and ours finds what the others miss', { timeout: 60_000 }, async () => {
    const columns = [];
    for (const engine of [createBilig(join(folder, 'dist')), stockLunr, bareLunr]) {
      const out = join(folder, engine.name);
      const cost = await engine.build(locale, pages, out);
      const index = await engine.load(locale, out);
      const queries = drawQueries(vocabulary, pages, 10, 1);
      const measures = await measure({ locale, index, cost, pages, queries, forms: vocabulary.forms });
      columns.push({ name: engine.name, measures });
    }
    const [ours, stock, bare] = columns.map(({ measures }) => measures);
    expect(ours?.firstTrips).toBe(2);
    expect(ours?.recall).toBeGreaterThan(0.9);
    expect(bare?.recall).toBeLessThan(0.6);
    expect(stock?.recall).toBe(0);
    expect(ours?.firstBytes).toBeLessThan(bare?.firstBytes ?? 0);
    const table = formatTable(columns).split('\n');
    expect(table[0]).toBe('|  | Bilig | lunr | lunr, no pipeline |');
    expect(new Set(table.map((line) => line.split('|').length))).toEqual(new Set([6]));
  });

  it('that are not ours are pinned by a lock file of their own', () => {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(join('tests/bench/search/competitors', name), 'utf8'));
    expect(checkLock(read('package.json') as Manifest, read('package-lock.json') as Lock)).toEqual([]);
  });
});
