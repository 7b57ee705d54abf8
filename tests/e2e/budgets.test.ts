import {
  bars,
  exerciseScripts,
  scriptsAtLoad,
  scriptsNamed,
  stylesheets,
  weighFiles,
  weighIslands,
  weighLessons,
} from '../bench/weigh.ts';
import { isLesson } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

// What a reader pays for, with an empty cache and after Brotli. `node tests/bench/weight.ts` prints the figures.

test('every lesson loads within its budget of text, style and script', ({ site }) => {
  const weights = weighLessons(site);
  expect(weights.length).toBeGreaterThanOrEqual(site.languages.length * 9);
  const excess = weights.flatMap(({ path, six, script, firstExercise }) =>
    (
      [
        ['HTML and CSS with six exercises', six, bars.text],
        ['JavaScript at load', script, bars.script],
        ['JavaScript of the first exercise', firstExercise, bars.exercise],
      ] as const
    )
      .filter(([, weight, bar]) => weight > bar)
      .map(([what, weight, bar]) => `${path}: ${what} ${weight} of ${bar} bytes`),
  );
  expect(excess).toEqual([]);
});

test('a browser loads what was weighed and nothing else', async ({ page, site, baseURL }) => {
  const lesson = site.page('en/media-literacy/finding-the-source/whom-to-trust/');
  const loaded = new Set<string>();
  page.on('request', (request) => loaded.add(request.url().slice(baseURL?.length)));
  const scripts = () => [...loaded].filter((file) => file.endsWith('.js')).sort();
  // So low that no exercise comes near.
  await page.setViewportSize({ width: 390, height: 200 });
  await page.goto(lesson.path, { waitUntil: 'networkidle' });
  const atLoad = scriptsAtLoad(lesson, site);
  expect(scripts()).toEqual(expect.arrayContaining([...atLoad]));
  // When the page has come to rest it counts what is read; what a reader may want comes when somebody reads: with the
  // first scroll, or after two seconds.
  const counting = scriptsNamed(['idle.browser', 'read-sections.browser', 'record-watch.browser'], site);
  await expect.poll(scripts).toEqual(expect.arrayContaining([...counting]));
  const reading = scriptsNamed(['progress.browser', 'section-tools.browser'], site).difference(counting);
  // It also gets ready for paper and for the keys, since a browser that is about to print waits for nothing.
  const toolNames = ['reading.browser', 'print.browser', 'listen-offer.browser'];
  const tools = scriptsNamed(toolNames, site).difference(counting.union(reading));
  const idle = scripts().filter((file) => !atLoad.has(file) && !reading.has(file) && !tools.has(file));
  expect(weighFiles(idle, site), idle.join(', ')).toBeLessThanOrEqual(bars.idle);
  expect(weighFiles(reading, site), [...reading].join(', ')).toBeLessThanOrEqual(bars.reading);
  const paper = [...loaded].filter((file) => /\/print-exercises\.[^/]+\.css$/u.test(file));
  expect(weighFiles([...tools, ...paper], site), [...tools].join(', ')).toBeLessThanOrEqual(bars.tools);
  const sheets = stylesheets(lesson, site);
  const late = (file: string) => /\/(?:section-tools|print-exercises)\.[^/]+\.css$/u.test(file);
  expect([...loaded].filter((file) => file.endsWith('.css') && !late(file)).sort()).toEqual([...sheets].sort());

  const [first = new Set<string>()] = exerciseScripts(lesson, site);
  await page.locator('[data-exercise]').first().scrollIntoViewIfNeeded();
  await expect(page.locator('astro-island').first()).not.toHaveAttribute('ssr');
  await expect(page.locator('.section-tool').first()).toBeAttached();
  expect(scripts()).toEqual([...atLoad.union(first).union(new Set(idle)).union(reading).union(tools)].sort());
});

// What all exercises share is in the budget of the first one; a later one of a richer type adds its own script to that.
test('no type of exercise weighs more than its budget beyond the shared runtime', ({ site }) => {
  const weights = weighIslands(site.page('kk/exercises/'), site);
  expect(weights.size).toBeGreaterThan(5);
  expect([...weights].filter(([, weight]) => weight > bars.island)).toEqual([]);
  for (const lesson of site.pages.filter(isLesson))
    expect(
      [...weighIslands(lesson, site)].filter(([, weight]) => weight > bars.island),
      lesson.path,
    ).toEqual([]);
});

test('a font stands in no sheet but that of the reading settings, which no page asks for by itself', ({ site }) => {
  const sheets = [...site.files].filter((name) => name.endsWith('.css'));
  const withFonts = sheets.filter((file) => site.read(file).toString().includes('@font-face'));
  expect(withFonts).toHaveLength(1);
  for (const page of site.pages) {
    expect(stylesheets(page, site), page.path).not.toContain(withFonts[0]);
    const links = [...page.document.querySelectorAll('link')].map((link) => link.getAttribute('href') ?? '');
    expect(
      links.filter((link) => link.endsWith(withFonts[0] ?? '') || /\.woff2?$/u.test(link)),
      page.path,
    ).toEqual([]);
    // Where the script in the page's head finds it, once the reader has chosen something.
    const named = site.resolve(page.document.documentElement.getAttribute('data-sheet') ?? '', page);
    expect(named?.file, page.path).toBe(withFonts[0]);
  }
});

test('no script that a browser loads holds i18next', ({ site }) => {
  const scripts = [...site.files].filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(6);
  for (const file of scripts) expect(site.read(file).toString().includes('i18next'), file).toBe(false);
});

test('lessons share their stylesheet and their runtime, so that the next one costs its text only', ({ site }) => {
  const lessons = site.pages.filter(isLesson);
  // A rarer type of exercise brings its own sheet, after the one that all lessons have.
  expect(new Set(lessons.map((page) => [...stylesheets(page, site)][0])).size).toBe(1);
  // Tabs have a script of their own, which only lessons with tabs load, and the notice of a borrowed text has one.
  const shared = lessons.map((page) => scriptsAtLoad(page, site)).reduce((a, b) => a.intersection(b));
  for (const page of lessons) {
    const own = scriptsAtLoad(page, site).difference(shared);
    expect(own.size, `${page.path}: ${[...own].join(', ')}`).toBe(
      ['bilig-tabs', '[data-fallback-notice]'].filter((part) => page.document.querySelector(part)).length,
    );
  }
});
