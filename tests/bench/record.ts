import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { freshAttempt } from '#exercise';
import {
  attemptKey,
  formatAttempt,
  formatLesson,
  formatResults,
  lessonKey,
  resultsKey,
  unopenedLesson,
} from '#learner';
import { findBrowser, thisMachine } from '../e2e/find-browser.ts';
import { fillRecord } from '../e2e/support/record.ts';
import type { RecordBench } from './record-page.ts';

// How long the record takes with 200 lessons and 2,000 answered exercises, in Chromium, on this processor and on one that
// is slowed down: node tests/bench/record.ts. Opening has a bar of 50 ms; the figures are medians.
const lessons = 200;
const exercises = 10;
const loads = 15;
const slowdown = 4;

const root = resolve(import.meta.dirname, '../..');

/** The record's own code, with nothing of the site around it. */
async function bundle(): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, 'record-page.ts'), formats: ['es'], fileName: 'record' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [built] = Array.isArray(output) ? output : [output];
  const chunk = built && 'output' in built ? built.output[0] : undefined;
  if (!chunk) throw new Error('Nothing was bundled.');
  return chunk.code;
}

/** What a learner leaves behind who has read everything and answered each exercise twice. */
function entries(): [string, string][] {
  const state = { ...freshAttempt, phase: 'right', response: ['a', 'b'], used: 2, first: 0, best: 1, last: 1 } as const;
  const sections = Array.from({ length: 8 }, (_, at) => `section-of-the-lesson-${at}`);
  return Array.from({ length: lessons }, (_, place) => `course/module-${place % 20}/lesson-${place}`).flatMap(
    (lesson): [string, string][] => [
      [lessonKey(lesson), formatLesson({ ...unopenedLesson(1), read: sections })],
      ...Array.from({ length: exercises }, (_, at) => `${lesson}/exercise-${at}`).flatMap((id): [string, string][] => [
        [attemptKey(id), formatAttempt({ signature: 'choice a b', state, at: 1 })],
        [
          resultsKey(id),
          formatResults(
            [1, 2].map((moment) => ({
              at: moment,
              locale: 'kk',
              try: moment,
              score: moment - 1,
              correct: moment === 2,
              confidence: 2 as const,
              hints: 0,
            })),
          ),
        ],
      ]),
    ],
  );
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Loads the page as often as asked, and gives what each piece of work took at the median. */
async function measure(page: Page, address: string, rate: number): Promise<RecordBench> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times: RecordBench[] = [];
  for (let load = 0; load < loads; load += 1) {
    await page.goto('about:blank');
    await page.goto(address);
    times.push(await page.evaluate(() => (window as unknown as { bench: () => Promise<RecordBench> }).bench()));
  }
  await session.detach();
  const of = (name: keyof RecordBench) => median(times.map((time) => time[name]));
  return {
    open: of('open'),
    all: of('all'),
    save: of('save'),
    parse: of('parse'),
    summarise: of('summarise'),
    join: of('join'),
    bytes: of('bytes'),
  };
}

const code = await bundle();
const server = createServer((request, response) => {
  const isScript = request.url === '/record.js';
  response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
  response.end(isScript ? code : '<!doctype html><script type="module" src="/record.js"></script>');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const place = server.address();
if (place === null || typeof place === 'string') throw new Error('The server has no port.');
const address = `http://127.0.0.1:${place.port}/`;

const { executablePath, args } = findBrowser(thisMachine());
const browser = await chromium.launch({ executablePath, args: [...args] });
const page = await browser.newPage();
await page.goto(address);
const filled = entries();
await fillRecord(page, filled);
const rows = new Map([
  ['as it is', await measure(page, address, 1)],
  [`${slowdown} times slower`, await measure(page, address, slowdown)],
]);
await browser.close();
server.close();

const bytes = [...rows.values()][0]?.bytes ?? 0;
console.log(
  `${lessons} lessons, ${lessons * exercises} answered exercises: ${filled.length} entries, a file of ${(bytes / 1024).toFixed(0)} KB`,
);
const columns = ['open', 'and all read', 'to a file', 'parse it', 'compare it', 'join it'];
console.log(['ms, bar for the first: 50'.padEnd(26), ...columns].join('  '));
for (const [name, { open, all, save, parse, summarise, join }] of rows)
  console.log(
    [
      name.padEnd(26),
      ...[open, all, save, parse, summarise, join].map((value, at) =>
        value.toFixed(1).padStart(columns[at]?.length ?? 0),
      ),
    ].join('  '),
  );
