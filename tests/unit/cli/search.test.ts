import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContentReader } from '#course/adapters/node-content';
import { buildSearchFiles, collectRecords } from '#search';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `bilig search`. */
function search(...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/bilig.ts', 'search', ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

interface Found {
  readonly url: string;
  readonly title: string;
  readonly section: string;
  readonly score: number;
}

const lessons = '/kk/media-literacy/finding-the-source';
let site = '';

/** Writes the index as a build does. */
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'bilig-search-'));
  const { content } = createContentReader('content')();
  if (!content) throw new Error('content/ cannot be read');
  const folder = join(site, 'search/kk');
  mkdirSync(folder, { recursive: true });
  const files = buildSearchFiles('kk', collectRecords(content, 'kk', { glossary: 'Сөздік' }));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('bilig search', () => {
  const find = async (...args: string[]) => {
    const { code, stdout, stderr } = await search('--site', site, '--locale', 'kk', ...args);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Found[];
  };

  test('prints the places that a reader would find, the best first', async () => {
    const found = await find('мектептерінде');
    expect(found.map(({ url }) => url)).toContain(`${lessons}/trace-it-back/#finish-elifs-check`);
    for (const place of found) expect(Object.keys(place)).toEqual(['url', 'title', 'section', 'score']);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('gives the glossary its name, and a term its own', async () => {
    const [first] = await find('--limit', '1', 'қатарлас', 'оқу');
    expect(first).toMatchObject({ url: '/kk/glossary/#lateral-reading', title: 'Сөздік', section: 'қатарлас оқу' });
  });

  test('mends typing errors, as in the browser', async () => {
    expect((await find('мектпетерінде')).length).toBeGreaterThan(0);
  });

  test.each(['qqqqqq', '', '"*^~:+', '<script>'])('prints an empty list where nothing is found: %j', async (query) => {
    expect(await find('--', query)).toEqual([]);
  });

  test.each([
    [['мектеп'], '--locale'],
    [['--locale', 'tk', 'maglumat'], '--locale'],
    [['--locale', 'kk'], 'what to search for'],
    [['--locale', 'kk', '--limit', '0', 'мектеп'], '--limit'],
    [['--locale', 'kk', '--limit', 'ten', 'мектеп'], '--limit'],
    [['--locale', 'kk', '--site', 'no-such-folder', 'мектеп'], 'npm run -s build'],
    [['--locale', 'kk', '--lim', '3', 'мектеп'], '--limit'],
  ])('explains a wrong call: %j', async (args, expected) => {
    const { code, stdout, stderr } = await search(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
  });
});
