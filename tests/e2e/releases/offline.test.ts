import type { BrowserContext, Page } from '@playwright/test';
import { answerChoice, choicesOf, hydrate, hydrateAll } from '../support/actions.ts';
import { builtSite } from '../support/built-site.ts';
import { expect, test, type Host } from '../support/host.ts';
import { nextWords } from '../support/next-release.ts';
import {
  choicesIn,
  countKept,
  keepCourse,
  keptPages,
  openChosen,
  openOffline,
  releaseKept,
  releaseOf,
  words,
} from '../support/offline.ts';
import { nextRelease } from '../variants.ts';

// What becomes of what is kept when the site is published anew.

const lesson = 'media-literacy/finding-the-source/leave-the-page/';
const next = builtSite({ ...nextRelease, base: '/base/' });

test.use({ expectedErrors: [/Failed to load resource/u] });

/** Scripts that a page has loaded, by name. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('/').at(-1) ?? '')
      .filter((name) => name.endsWith('.js')),
  );
}

/** Opens every page that is kept without a network, and all its exercises. */
async function expectWhole(page: Page, context: BrowserContext, host: Host): Promise<void> {
  await context.setOffline(true);
  for (const path of keptPages(next, 'az')) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page, path).toHaveTitle(next.page(path).document.title);
    if (path === `az/${lesson}`) {
      await expect(page.locator('main')).toContainText(nextWords.az);
      await hydrateAll(page);
    }
    for (const script of await scriptsOf(page))
      expect(next.files.has(`_astro/${script}`), `${path}: ${script}`).toBe(true);
  }
  await context.setOffline(false);
  expect(host.asked.length).toBeGreaterThan(0);
}

test('a site that is published anew in the middle of a download is kept as it is then, and in one piece', async ({
  page,
  context,
  host,
}) => {
  test.setTimeout(90_000);
  await openChosen(page, 'az');
  host.slowDown(100);
  host.onRequest((path) => {
    if (!path.startsWith('az/media-literacy/finding')) return;
    host.publish(nextRelease.folder);
    host.slowDown(0);
  });
  await page.getByRole('button', { name: words.az.keep }).click();
  await expect(page.locator('.offline-said')).toHaveText(words.az.done, { timeout: 20_000 });
  expect(await releaseKept(page)).toBe(releaseOf(next));
  await expectWhole(page, context, host);
});

test('a download that was interrupted goes on with the release that is there by then', async ({
  page,
  context,
  host,
}) => {
  test.setTimeout(90_000);
  await openChosen(page, 'az');
  host.slowDown(150);
  await page.getByRole('button', { name: words.az.keep }).click();
  await expect.poll(() => countKept(page)).toBeGreaterThan(5);
  await page.getByRole('button', { name: words.az.pause }).click();
  host.publish(nextRelease.folder);
  host.slowDown(0);
  await page.getByRole('button', { name: words.az.goOn }).click();
  await expect(page.locator('.offline-said')).toHaveText(words.az.done, { timeout: 20_000 });
  expect(await releaseKept(page)).toBe(releaseOf(next));
  await expectWhole(page, context, host);
});

test('a new release changes nothing in a page that is open, with a network and without', async ({
  page,
  context,
  host,
  site,
}) => {
  await keepCourse(page, 'az');
  await page.setViewportSize({ width: 390, height: 200 });
  await page.goto(`az/${lesson}`, { waitUntil: 'networkidle' });
  const other = await context.newPage();
  await other.setViewportSize({ width: 390, height: 200 });
  await other.goto(`az/${lesson}`, { waitUntil: 'networkidle' });
  host.publish(nextRelease.folder);
  await answerChoice(await hydrate(choicesOf(page).first()), 'right');
  await context.setOffline(true);
  await answerChoice(await hydrate(choicesOf(other).nth(1)), 'wrong');
  await hydrateAll(other);
  for (const script of await scriptsOf(other)) expect(site.files.has(`_astro/${script}`), script).toBe(true);
  await context.setOffline(false);
  // Nobody has asked for an update: pages that are opened now are of the same release still.
  await page.goto(`az/${lesson}`);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(nextWords.az);
  await hydrateAll(page);
});

test('an update comes when it is asked for; open pages keep theirs until they are closed', async ({
  page,
  context,
  host,
  site,
}) => {
  test.setTimeout(90_000);
  await keepCourse(page, 'az');
  const reading = await context.newPage();
  await reading.setViewportSize({ width: 390, height: 200 });
  await reading.goto(`az/${lesson}`, { waitUntil: 'networkidle' });
  const before = await countKept(page);

  host.publish(nextRelease.folder);
  host.asked.length = 0;
  await openOffline(page, 'az');
  const news = page.locator('.offline-news');
  await expect(news).toContainText(/\d,\d MB/u);
  expect(await releaseKept(page)).toBe(releaseOf(site));
  await news.getByRole('button', { name: words.az.update }).click();
  await expect(page.locator('.offline-said')).toContainText('Yeniləndi', { timeout: 20_000 });
  await expect(news).toHaveCount(0);
  expect(await releaseKept(page)).toBe(releaseOf(next));
  // What has not changed was not fetched again.
  expect(host.asked.filter((path) => /\.(?:css|png|svg)$/u.test(path))).toEqual([]);
  expect(host.asked).toContain(`az/${lesson}`);

  // The page that is open since before: its scripts, and what they fetch, are those of its own release.
  await context.setOffline(true);
  await answerChoice(await hydrate(choicesOf(reading).first()), 'right');
  await hydrateAll(reading);
  for (const script of await scriptsOf(reading)) expect(site.files.has(`_astro/${script}`), script).toBe(true);
  const manifest = await reading.evaluate(async () =>
    (await fetch('/base/search/az/manifest.json', { cache: 'no-cache' })).text(),
  );
  expect(manifest).toBe(site.read('search/az/manifest.json').toString());
  await reading.keyboard.press('/');
  await reading.locator('[data-search-dialog] input[type="search"]').fill('mənbə');
  await expect(reading.locator('[data-search-hit]').first()).toBeVisible();
  await context.setOffline(false);

  const later = await context.newPage();
  await later.goto(`az/${lesson}`);
  await expect(later.locator('main')).toContainText(nextWords.az);
  await later.goto('az/search/?q=mayak');
  await expect(later.locator('[data-search-hit]').first()).toBeVisible();
  expect(await countKept(later)).toBeGreaterThan(before);

  await reading.close();
  await page.close();
  // With its last page the old release goes; a page that is opened is when that is looked after.
  await expect
    .poll(async () => {
      await later.goto('az/glossary/');
      return countKept(later);
    })
    .toBe(new Set(keptHashes('az')).size);
  await expectWhole(later, context, host);
});

/** The hashes of all files that the next release keeps with a course in a language. */
function keptHashes(locale: string): string[] {
  const parts = ['common', `locale/${locale}`, 'media/media-literacy', `course/media-literacy/${locale}`];
  return parts.flatMap((part) => {
    const list = JSON.parse(next.read(`offline/${part}.json`).toString()) as { files: [string, string][] };
    return list.files.map(([, hash]) => hash);
  });
}

test('a note tells of a new release once a day at most, and not again after it was put away', async ({
  page,
  host,
}) => {
  await keepCourse(page, 'az');
  const note = page.locator('.offline-note');
  const yesterday = () =>
    page.evaluate(() => localStorage.setItem('bilig:offline-checked', String(Date.now() - 90_000_000)));
  const checks = () => host.asked.filter((path) => path === 'offline/release.json').length;
  await yesterday();
  host.publish(nextRelease.folder);
  host.asked.length = 0;
  await page.goto(`az/${lesson}`);
  await expect(note).toContainText('yeni nəşri var');
  await page.goto('az/glossary/', { waitUntil: 'networkidle' });
  expect(checks()).toBe(1);
  await expect(note).toHaveCount(0);
  await yesterday();
  await page.goto('az/glossary/');
  await note.getByRole('button').click();
  await expect(note).toHaveCount(0);
  await yesterday();
  await page.goto('az/sources/', { waitUntil: 'networkidle' });
  expect(checks()).toBe(3);
  await expect(note).toHaveCount(0);
});

test('a language that is added after a new release brings the others to it', async ({ page, host }) => {
  await keepCourse(page, 'az');
  host.publish(nextRelease.folder);
  await openOffline(page, 'az');
  await choicesIn(page).filter({ hasText: 'Қазақ тілі' }).locator('input').check();
  await expect(page.locator('.offline-desk')).toContainText('yeni nəşrə keçir');
  await page.getByRole('button', { name: words.az.keep }).click();
  await expect(page.locator('fieldset .chip')).toHaveCount(2, { timeout: 20_000 });
  expect(await releaseKept(page)).toBe(releaseOf(next));
  for (const locale of ['az', 'kk'] as const) {
    await page.goto(`${locale}/${lesson}`);
    await expect(page.locator('main')).toContainText(nextWords[locale]);
  }
});
