import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { freshAttempt } from '#exercise';
import {
  attemptKey,
  formatAttempt,
  formatLesson,
  formatMark,
  formatResults,
  lessonKey,
  markKey,
  resultsKey,
  unopenedLesson,
  type Result,
} from '#learner';
import { parse, stringify } from 'yaml';
import type { LearningData, LearningLesson } from '../../src/site/view/learning-view.ts';
import { findBrowser, thisMachine } from '../e2e/find-browser.ts';
import { createSiteServer } from '../e2e/serve.ts';
import { fillRecord } from '../e2e/support/record.ts';

// How long the learner's page takes with 200 lessons and 2,000 answered exercises on a processor that is slowed down:
// node tests/bench/learning.ts builds a site of that size below .cache (two minutes), and `--built` measures it again.
const bar = 200;
const slowdown = 4;
const loads = 9;
const languages = ['en', 'kk'];
/** Folders of three lessons each. */
const modules = 67;
/** Exercises for each lesson besides those it has. */
const extra = 4;

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, '.cache/bench-learning');
const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
const module = 'courses/media-literacy/finding-the-source';
const lessons = ['leave-the-page', 'trace-it-back', 'whom-to-trust'];

function writeContent(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  for (const part of ['LICENSE', 'gallery', 'glossary', 'interface', 'pages', 'sources.yaml'])
    cpSync(resolve(root, 'content', part), join(content, part), { recursive: true });
  const read = (path: string) => readFileSync(resolve(root, 'content', path), 'utf8');
  const write = (path: string, text: string) => writeFileSync(join(content, path), text);
  const course = 'courses/media-literacy';
  mkdirSync(join(content, course), { recursive: true });
  write('site.yaml', stringify({ ...(parse(read('site.yaml')) as object), languages }));
  const yaml = parse(read(`${course}/course.yaml`)) as { modules: { id: string; lessons?: object[] }[] };
  const taught = yaml.modules.find(({ id }) => id === 'finding-the-source');
  const ids = Array.from({ length: modules }, (_, at) => (at === 0 ? 'finding-the-source' : `module-${at}`));
  write(`${course}/course.yaml`, stringify({ ...yaml, modules: ids.map((id) => ({ ...taught, id })) }));
  for (const language of languages) {
    write(`${course}/${language}.mdx`, read(`${course}/${language}.mdx`));
    for (const id of ids) {
      mkdirSync(join(content, course, id), { recursive: true });
      write(`${course}/${id}/${language}.mdx`, read(`${module}/${language}.mdx`));
      for (const lesson of lessons) {
        const [from, to] = [`${module}/${lesson}`, `${course}/${id}/${lesson}`];
        mkdirSync(join(content, to), { recursive: true });
        write(`${to}/${language}.mdx`, read(`${from}/${language}.mdx`) + practice());
        const media = resolve(root, 'content', from, 'media');
        if (existsSync(media)) cpSync(media, join(content, to, 'media'), { recursive: true });
      }
    }
  }
}

/** Warm-up questions are not counted, so these make it ten that are. */
function practice(): string {
  const exercises = Array.from(
    { length: extra },
    (_, at) => `<Choice id="again-${at}" hint="Look at the foot of the page." invented>

Who published the page?

- [x] [filters] A firm that sells water filters
  > The footer names the firm, and the only link leads to its shop.
- [ ] [newspaper] A newspaper
  > A newspaper names an editor and a way to ask for a correction; this page does neither.

</Choice>
`,
  );
  return `\n## Once more\n\n${exercises.join('\n')}`;
}

function build(): void {
  writeContent();
  const astro = resolve(root, 'node_modules/astro/bin/astro.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build', '--outDir', dist], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: {
      ...process.env,
      BILIG_BASE: '/',
      BILIG_CONTENT: content,
      // Packages of 67 modules would take longer than all else.
      BILIG_DOWNLOADS: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

/** What a learner leaves behind who has answered every exercise three times. */
function entriesOf(all: readonly LearningLesson[]): [string, string][] {
  const discernment = { hits: 3, falseAlarms: 1, misleading: 4, sound: 4 };
  const state = {
    ...freshAttempt,
    phase: 'tried',
    response: ['a', 'b'],
    used: 1,
    first: 0,
    best: 1,
    last: 0.5,
  } as const;
  const week = 7 * 86_400_000;
  const start = Date.UTC(2026, 0, 5);
  return all.flatMap(({ id, sections, exercises }, place): [string, string][] => [
    [
      lessonKey(id),
      formatLesson({
        ...unopenedLesson(start),
        finished: { on: place % 2 === 0, at: start + place },
        place: { anchor: sections[2]?.[0] ?? '', at: start + place },
        read: sections.map(([anchor]) => anchor),
      }),
    ],
    ...(place % 4 === 0
      ? [
          [
            markKey(id, sections[1]?.[0] ?? ''),
            formatMark({ bookmark: { on: true, at: 1 }, note: { text: 'Бұл бөлімді сабақта талқылау.', at: 1 } }),
          ] as [string, string],
        ]
      : []),
    ...exercises.flatMap(([exercise, signature], at): [string, string][] => {
      const results = [0, 1, 2].map((round): Result => {
        const moment = start + ((place + round * 13) % 40) * week + at;
        return { at: moment, locale: 'kk', try: 1, score: 0.5, correct: false, confidence: 2, hints: 0, discernment };
      });
      return [
        [attemptKey(`${id}/${exercise}`), formatAttempt({ signature, state, at: start })],
        [resultsKey(`${id}/${exercise}`), formatResults(results)],
      ];
    }),
  ]);
}

/** Milliseconds from the start of the navigation. */
interface Times {
  readonly firstPaint: number;
  /** The page's own script begins. */
  readonly script: number;
  /** Where the learner is, is on the screen. */
  readonly courses: number;
  /** All that the record says is. */
  readonly painted: number;
}

/** Notes in the page when its parts are on the screen. */
async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const mark = (name: string) => {
      if (performance.getEntriesByName(name).length > 0) return;
      performance.mark(name);
      console.debug(name);
    };
    // A task that is queued in a frame runs after that frame is painted.
    const markPainted = (name: string) => requestAnimationFrame(() => setTimeout(() => mark(name), 0));
    new MutationObserver(() => {
      const box = document.querySelector('[data-learning]');
      if (box?.getAttribute('aria-busy') === 'true') mark('script');
      if (box?.hasAttribute('data-courses-shown')) markPainted('courses');
      if (box?.getAttribute('aria-busy') === 'false') markPainted('painted');
    }).observe(document, { subtree: true, attributeFilter: ['aria-busy', 'data-courses-shown'] });
  });
}

/** Opens the page and waits until what the record says is on the screen. */
async function load(page: Page, address: string): Promise<Times> {
  await page.goto('about:blank');
  // Asking the page itself would keep it busy meanwhile.
  const painted = page.waitForEvent('console', (message) => message.text() === 'painted');
  await page.goto(address);
  await painted;
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
    return {
      firstPaint: at('first-contentful-paint'),
      script: at('script'),
      courses: at('courses'),
      painted: at('painted'),
    };
  });
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the processor, whatever else the machine does. */
  readonly tdur?: number;
}

/** Milliseconds for which the page keeps the processor busy from its script's start until the courses, and all, are painted. */
async function processorTimes(page: Page, address: string): Promise<{ courses: number; all: number }> {
  await page.goto('about:blank');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await load(page, address);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const [start, courses, all] = ['script', 'courses', 'painted'].map((mark) =>
    traceEvents.find(({ name }) => name === mark),
  );
  if (!start || !courses || !all) throw new Error('The trace lacks the marks of the page.');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === start.pid && tid === start.tid,
  );
  const until = (end: TraceEvent) =>
    tasks
      .filter(({ ts, dur = 0 }) => ts + dur >= start.ts && ts <= end.ts)
      .reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  return { courses: until(courses), all: until(all) };
}

if (!process.argv.includes('--built')) build();
const server = createSiteServer(dist).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('The server has no port.');
const home = `http://127.0.0.1:${address.port}/`;
const { executablePath, args } = findBrowser(thisMachine());
const browser = await chromium.launch({ executablePath, args: [...args] });
const rows: (readonly [string, ...number[]])[] = [];
for (const language of languages) {
  const html = readFileSync(join(dist, language, 'learning/index.html'), 'utf8');
  const json = /data-learning-data[^>]*>([^<]*)</u.exec(html)?.[1] ?? '{}';
  const all = (JSON.parse(json) as LearningData).courses.flatMap((course) =>
    course.modules.flatMap((part) => [...part.lessons]),
  );
  const entries = entriesOf(all);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await watchPaint(page);
  await page.goto(`${home}${language}/about/`);
  await fillRecord(page, entries);
  const own = `${home}${language}/learning/`;
  const busy: { courses: number; all: number }[] = [];
  for (let count = 0; count < loads; count += 1) busy.push(await processorTimes(page, own));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times: Times[] = [];
  for (let count = 0; count < loads; count += 1) times.push(await load(page, own));
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(loads / 2)] ?? 0;
  const answered = entries.filter(([key]) => key.startsWith(attemptKey(''))).length;
  rows.push([
    `${language}: ${all.length} lessons, ${answered} answered, ${(html.length / 1024).toFixed(0)} KB of HTML`,
    median(times.map(({ firstPaint }) => firstPaint)),
    median(times.map(({ script }) => script)),
    median(times.map(({ courses, script }) => courses - script)),
    median(times.map(({ painted, script }) => painted - script)),
    Math.min(...times.map(({ painted, script }) => painted - script)),
    median(busy.map(({ courses }) => courses)) * slowdown,
    median(busy.map(({ all: whole }) => whole)) * slowdown,
  ]);
  await page.close();
}
await browser.close();
server.close();

console.log(
  [
    `ms, median of ${loads} loads with the processor ${slowdown} times slower, after the page's script has begun; the bar is ${bar}.`,
    `The last two columns are the processor's time at full speed times ${slowdown}: what else runs on the machine does not count in them.`,
  ].join('\n'),
);
const columns = ['first paint', 'script begins', 'courses', 'all', 'at best', 'processor: courses', 'all'];
console.log([''.padEnd(58), ...columns].join('  '));
for (const [name, ...values] of rows)
  console.log(
    [name.padEnd(58), ...values.map((value, at) => value.toFixed(0).padStart(columns[at]?.length ?? 0))].join('  '),
  );
