import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { localeTags } from '#language';
import { startDev } from '../e2e/support/dev-server.ts';
import { findBrowser, thisMachine } from '../e2e/find-browser.ts';
import { writeLargeContent } from './check/content.ts';

// Prints how long an author waits in `npm run dev`: from the start of the server to its first page, and from the saving
// of a lesson to the changed words in the open page, where the bar is 500 ms: node tests/bench/preview.ts.
const saves = 10;
const many = 200;
const folder = '.cache/bench-preview';

interface Row {
  readonly lessons: string;
  /** Milliseconds. */
  readonly ready: number;
  readonly first: number;
  readonly cold: number;
  readonly warm: readonly number[];
}

async function measure(browser: Browser, lessons: string, file: string): Promise<Row> {
  const begun = performance.now();
  const server = await startDev(`${folder}/content`);
  try {
    const ready = performance.now() - begun;
    const page = await browser.newPage();
    const path = file.replace(/^courses\//u, '').replace(/\/([a-z]+)\.mdx$/u, '');
    const locale = file.slice(-'kk.mdx'.length, -'.mdx'.length);
    const asked = performance.now();
    await page.goto(`${server.address}${locale}/${path}/`, { timeout: 240_000 });
    const first = performance.now() - asked;
    // The check of everything has been made by then, and the panel stands.
    await page.locator('[data-toggle]').waitFor({ timeout: 240_000 });
    const times: number[] = [];
    for (let index = 0; index <= saves; index++) {
      times.push(await save(page, join(resolve(folder, 'content'), file), `сөз${index}`));
      // An author reads before she saves again; the panel has come by then.
      await page.locator('[data-toggle]').waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1500);
    }
    await page.close();
    const [cold = NaN, ...warm] = times;
    return { lessons, ready, first, cold, warm };
  } finally {
    await server.stop();
  }
}

/** Writes a word into the lesson's first paragraph and waits until it stands in the page. */
async function save(page: Page, file: string, word: string): Promise<number> {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf('\n\n', text.indexOf('\n---\n') + 5);
  const changed = `${text.slice(0, at)} ${word}${text.slice(at)}`;
  const begun = performance.now();
  writeFileSync(file, changed);
  await page.locator('main', { hasText: word }).waitFor({ timeout: 60_000 });
  return performance.now() - begun;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

const number = (value: number) => value.toFixed(0);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; milliseconds\n`);
console.log(
  `| lessons × languages | server ready | first page | first save | median of ${saves} saves | slowest | load |`,
);
console.log('| --: | --: | --: | --: | --: | --: | --: |');
const { executablePath, args } = findBrowser(thisMachine());
const browser = await chromium.launch({ executablePath, args: [...args] });
try {
  for (const lessons of [0, many]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const target = `${folder}/content`;
    if (!lessons) cpSync('content', target, { recursive: true });
    const written = lessons ? writeLargeContent(target, { lessons, languages: localeTags }) : null;
    const file = (written?.example ?? 'courses/media-literacy/finding-the-source/leave-the-page/en.mdx').replace(
      /[a-z]+\.mdx$/u,
      'kk.mdx',
    );
    const name = `${written ? written.lessons : 'own'} × ${localeTags.length}`;
    const row = await measure(browser, name, file);
    const [load = NaN] = loadavg();
    console.log(
      `| ${row.lessons} | ${number(row.ready)} | ${number(row.first)} | ${number(row.cold)} | ${number(median(row.warm))} | ${number(Math.max(...row.warm))} | ${load.toFixed(1)} |`,
    );
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
