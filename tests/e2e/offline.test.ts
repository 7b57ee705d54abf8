import type { Page } from '@playwright/test';
import { parseRelease, type Size } from '#offline';
import { answerChoice, choicesOf, hydrate, hydrateAll, openSearch } from './support/actions.ts';
import { expectNoViolations } from './support/axe.ts';
import { isLesson } from './support/built-site.ts';
import { expect, test } from './support/host.ts';
import {
  countKept,
  choicesIn,
  keepCourse,
  keptPages,
  localeOf,
  openChosen,
  openOffline,
  releaseKept,
  releaseOf,
  unkeptReferences,
  words,
} from './support/offline.ts';

const lesson = 'media-literacy/finding-the-source/leave-the-page/';
// What a browser says of an address that it cannot reach.
const noNetwork = [/Failed to load resource/u];

/** Addresses that came to nothing while pages were open. */
function failures(page: Page): string[] {
  const failed: string[] = [];
  // What the next page cuts off has not failed.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
  });
  page.on('response', (response) => void (response.status() >= 400 && failed.push(response.url())));
  return failed;
}

test('nothing is kept for readers who did not ask for it', async ({ page }) => {
  for (const path of ['kk/', `kk/${lesson}`, 'kk/offline/', 'kk/media-literacy/'])
    await page.goto(path, { waitUntil: 'networkidle' });
  const found = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    await caches.keys(),
  ]);
  expect(found).toEqual([0, []]);
});

test('all that a page of a course names is kept with it, in every language', ({ site }) => {
  // The second exists in English only: the other languages borrow it.
  for (const course of ['media-literacy', 'countering-disinformation'])
    for (const locale of site.languages) expect(unkeptReferences(site, locale, course), course).toEqual([]);
});

test('thirty lessons like those that there are would take three megabytes at most, in any language', ({ site }) => {
  const { parts } = parseRelease(site.read('offline/release.json').toString()) ?? { parts: new Map<string, Size>() };
  const weigh = (part: string) => parts.get(part)?.compressed ?? Infinity;
  for (const locale of site.languages) {
    const lessons = site.pages.filter(
      (page) => isLesson(page) && page.path.startsWith(`${locale}/media-literacy/`),
    ).length;
    // The pages of a language grow with its lessons less than tenfold: only the search index does.
    const growing = weigh(`course/media-literacy/${locale}`) + weigh(`locale/${locale}`);
    expect(weigh('common') + (growing * 30) / lessons, locale).toBeLessThanOrEqual(3_000_000);
  }
});

test('what a course weighs stands there before it is kept', async ({ page, site }, { project }) => {
  const locale = localeOf(project);
  // As from the page of the course.
  await page.goto(`${locale}/offline/#media-literacy`);
  const list = choicesIn(page);
  await expect(list).toHaveCount(site.languages.length);
  await expect(list.first().locator('input')).toBeChecked();
  await expect(list.first()).toContainText(/[01],\d (?:MB|МБ).*[01],\d (?:MB|МБ)/u);
  const total = page.locator('.offline-total');
  const one = await total.textContent();
  await list.nth(1).locator('input').check();
  await expect(total).not.toHaveText(one ?? '');
});

for (const how of ['the network off', 'the host gone'] as const)
  test.describe(`with ${how}`, () => {
    test.use({ expectedErrors: noNetwork });

    test('every page of a kept course reloads, with all that belongs to it', async ({ page, context, host, site }, {
      project,
    }) => {
      test.setTimeout(120_000);
      const locale = localeOf(project);
      await keepCourse(page, locale);
      if (how === 'the host gone') await host.stop();
      else await context.setOffline(true);
      const failed = failures(page);
      const pages = keptPages(site, locale);
      const own = site.pages.filter(({ path }) => path.startsWith(`${locale}/media-literacy/`));
      const lessons = own.filter(isLesson);
      expect(pages).toEqual(expect.arrayContaining(lessons.map(({ path }) => path)));
      for (const path of pages) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page, path).toHaveTitle(site.page(path).document.title);
        const styled = await page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue('color-scheme'),
        );
        expect(styled, path).toBe('light dark');
        if (lessons.some((built) => built.path === path)) await hydrateAll(page);
      }
      await page.reload();
      await expect(page).toHaveTitle(site.page(pages.at(-1) ?? '').document.title);
      // The page on which courses are kept asks the site what is new; nothing else does.
      expect(failed.filter((url) => !url.includes('/offline/release.json'))).toEqual([]);
    });
  });

test.describe('without the network', () => {
  test.use({ expectedErrors: noNetwork });

  test('exercises are graded, and the search finds what all its results lead to', async ({ page, context }, {
    project,
  }) => {
    const locale = localeOf(project);
    await keepCourse(page, locale);
    await context.setOffline(true);
    await page.goto(`${locale}/${lesson}`);
    const exercise = await hydrate(choicesOf(page).first());
    await answerChoice(exercise, 'right');
    await page.reload();
    await expect((await hydrate(choicesOf(page).first())).locator('.exercise-result')).not.toBeEmpty();

    const dialog = await openSearch(page, locale === 'kk' ? 'дереккөз' : 'mənbə');
    const hits = dialog.locator('[data-search-hit]');
    await expect(hits.first()).toBeVisible();
    await expect(dialog.locator('.search-excerpt').first()).toBeVisible();
    const links = await hits.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) {
      await page.goto(link);
      await expect(page.locator('[data-not-kept]'), link).toHaveCount(0);
      await expect(page.locator('h1').first(), link).toBeVisible();
    }
    // What is kept with the course is not kept once more by the search.
    const names = await page.evaluate(() => caches.keys());
    const copies = await page.evaluate(
      async (own) => (await Promise.all(own.map(async (name) => (await caches.open(name)).keys()))).flat().length,
      names.filter((name) => name.startsWith('search ')),
    );
    expect(copies).toBeLessThanOrEqual(1);
  });

  test('addresses work as they do on the host: questions, anchors, a missing slash, parts of a file', async ({
    page,
    context,
    baseURL,
  }, { project }) => {
    const locale = localeOf(project);
    await keepCourse(page, locale);
    await context.setOffline(true);
    await page.goto(`${locale}/glossary?from=lesson`);
    await expect(page).toHaveURL(`${baseURL}${locale}/glossary/?from=lesson`);
    await page.goto(`${locale}/${lesson}index.html?x=1#why-sideways-beats-down`);
    await expect(page.locator('#why-sideways-beats-down')).toBeInViewport();
    const part = await page
      .locator('main img')
      .first()
      .evaluate(async (image: HTMLImageElement) => {
        const response = await fetch(image.src, { headers: { Range: 'bytes=1-3' } });
        return [response.status, await response.text()];
      });
    expect(part).toEqual([206, 'svg']);
  });

  test('a page that is not kept says so in its own language, leads to what is kept, and opens once it can', async ({
    page,
    context,
    site,
  }, { project }) => {
    const locale = localeOf(project);
    await keepCourse(page, locale);
    await context.setOffline(true);
    await page.goto('ru/glossary/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    await expect(page.locator('h1:visible')).toHaveText('Эта страница не сохранена на устройстве');
    await expect(page).toHaveTitle('Эта страница не сохранена на устройстве · Bilig');
    await expect(page.locator('[data-offline-page]')).toBeHidden();
    await expectNoViolations(page);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await expect(page).toHaveTitle(site.page('ru/glossary/').document.title);
    await context.setOffline(true);
    await page.goto('tr/media-literacy/');
    await page.locator('[data-kept-courses] li a').click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/media-literacy/$`, 'u'));
    await expect(page.locator('h1')).toHaveText(
      site.page(`${locale}/media-literacy/`).document.querySelector('h1')?.textContent ?? '',
    );
  });

  test('a lesson that was open before anything was kept goes on to work', async ({ page, context }, { project }) => {
    const locale = localeOf(project);
    await page.setViewportSize({ width: 390, height: 200 });
    await page.goto(`${locale}/${lesson}`, { waitUntil: 'networkidle' });
    const other = await context.newPage();
    await keepCourse(other, locale);
    await context.setOffline(true);
    await answerChoice(await hydrate(choicesOf(page).first()), 'wrong');
  });
});

test.describe('a download', () => {
  test.use({ expectedErrors: noNetwork });

  /** Starts to keep on a slow line. */
  async function startSlowly(page: Page, locale: 'kk' | 'az', slowDown: (milliseconds: number) => void): Promise<void> {
    await openChosen(page, locale);
    slowDown(150);
    await page.getByRole('button', { name: words[locale].keep }).click();
    await expect
      .poll(() => page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value))
      .toBeGreaterThan(0);
  }

  test('is paused, outlives its tab, and goes on without fetching anything twice', async ({ page, context, host }, {
    project,
  }) => {
    const locale = localeOf(project);
    host.asked.length = 0;
    await startSlowly(page, locale, host.slowDown);
    await page.getByRole('button', { name: words[locale].pause }).click();
    const goOn = page.getByRole('button', { name: words[locale].goOn });
    await expect(goOn).toBeFocused();
    await page.close();
    const later = await context.newPage();
    await openOffline(later, locale);
    await expect(later.getByRole('progressbar')).toBeVisible();
    expect(await later.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
    host.asked.length = 0;
    const before = await countKept(later);
    expect(before).toBeGreaterThan(0);
    host.slowDown(0);
    await later.getByRole('button', { name: words[locale].goOn }).click();
    await expect(later.locator('.offline-said')).toHaveText(words[locale].done, { timeout: 20_000 });
    const pages = host.asked.filter((path) => path.startsWith(`${locale}/media-literacy/`));
    expect(new Set(pages).size).toBe(pages.length);
    expect(await countKept(later)).toBeGreaterThan(before);
  });

  test('waits for the connection and goes on by itself', async ({ page, context, host }, { project }) => {
    const locale = localeOf(project);
    await startSlowly(page, locale, host.slowDown);
    await context.setOffline(true);
    await expect(page.locator('.offline-download [role="status"]')).not.toBeEmpty();
    host.slowDown(0);
    await context.setOffline(false);
    await expect(page.locator('.offline-said')).toHaveText(words[locale].done, { timeout: 20_000 });
  });

  test('goes on in another tab when its own is closed, and on any page at rest', async ({ page, context, host, site }, {
    project,
  }) => {
    const locale = localeOf(project);
    await startSlowly(page, locale, host.slowDown);
    const other = await context.newPage();
    await openOffline(other, locale);
    const seen = await other.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value);
    await page.close();
    await expect
      .poll(() => other.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.value))
      .toBeGreaterThan(seen);
    await other.goto(`${locale}/glossary/`);
    host.slowDown(0);
    await expect.poll(() => releaseKept(other), { timeout: 20_000 }).toBe(releaseOf(site));
    await openOffline(other, locale);
    await expect(other.locator('fieldset .chip')).toHaveText(words[locale].kept);
  });

  test('says that the device is full, keeps what it has, and goes on when there is room', async ({
    page,
    context,
    host,
  }, { project }) => {
    const locale = localeOf(project);
    await openChosen(page, locale);
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(host.address);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 120_000 });
    await page.getByRole('button', { name: words[locale].keep }).click();
    const status = page.locator('.offline-download [role="status"]');
    await expect(status).toContainText(locale === 'kk' ? 'орын қалмады' : 'yer qalmayıb');
    await expectNoViolations(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await page.getByRole('button', { name: words[locale].goOn }).click();
    await expect(page.locator('.offline-said')).toHaveText(words[locale].done, { timeout: 20_000 });
  });

  test('is given up without leaving anything', async ({ page, host }, { project }) => {
    const locale = localeOf(project);
    await startSlowly(page, locale, host.slowDown);
    await page.locator('.offline-download button').last().click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await expect(page.locator('fieldset input').first()).toBeFocused();
  });
});

test('a second language is added for less, and removed with what only it needed; the last one takes all along', async ({
  page,
}, { project }) => {
  const locale = localeOf(project);
  await keepCourse(page, locale);
  const one = await countKept(page);
  await choicesIn(page).filter({ hasText: 'Türkçe' }).locator('input').check();
  await page.getByRole('button', { name: words[locale].keep }).click();
  await expect(page.locator('fieldset .chip')).toHaveCount(2);
  expect(await countKept(page)).toBeGreaterThan(one);
  await page.getByRole('button', { name: /Türkçe\)/u }).click();
  await expect(page.locator('fieldset .chip')).toHaveCount(1);
  await expect.poll(() => countKept(page)).toBe(one);
  await expect(choicesIn(page).filter({ hasText: 'Türkçe' }).locator('input')).toBeFocused();
  await page.getByRole('button', { name: words[locale].remove }).click();
  await expect(page.locator('fieldset .chip')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('a course is kept by keyboard alone, and its own page then says so', async ({ page }, { project }) => {
  const locale = localeOf(project);
  await page.goto(`${locale}/media-literacy/`);
  await page.locator('[data-offline-panel] a').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/offline\/#media-literacy$/u);
  await expect(page.locator('astro-island')).not.toHaveAttribute('ssr');
  const own = page.locator('fieldset input').first();
  await own.focus();
  await page.keyboard.press('Space');
  await expect(own).not.toBeChecked();
  await expect(page.getByRole('button', { name: words[locale].keep })).toBeDisabled();
  await page.keyboard.press('Space');
  for (
    let stop = 0;
    stop < 40 &&
    !(await page
      .getByRole('button', { name: words[locale].keep })
      .evaluate((button) => button === document.activeElement));
    stop += 1
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.offline-said')).toHaveText(words[locale].done, { timeout: 20_000 });
  await expectNoViolations(page);
  await page.goto(`${locale}/media-literacy/`);
  await expect(page.locator('[data-offline-panel] span')).toHaveText(locale === 'kk' ? /сақталған/u : /saxlanılıb/u);
  await expect(page.locator('[data-offline-panel] a')).toHaveText(
    locale === 'kk' ? 'Сақталғандарды басқару' : 'Saxlanılanları idarə edin',
  );
});

test('axe finds nothing before anything is kept and in the middle of a download', async ({ page, host }, {
  project,
}) => {
  const locale = localeOf(project);
  await page.setViewportSize(locale === 'kk' ? { width: 390, height: 844 } : { width: 1280, height: 800 });
  await openChosen(page, locale);
  await expectNoViolations(page);
  host.slowDown(2_000);
  await page.getByRole('button', { name: words[locale].keep }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectNoViolations(page);
});

test('the site can be installed in each language as one and the same app', async ({ page, site, baseURL }) => {
  const ids = new Set<string>();
  for (const locale of site.languages) {
    const { document } = site.page(`${locale}/learning/`);
    const link = site.resolve(
      document.querySelector('link[rel="manifest"]')?.getAttribute('href') ?? '',
      site.page(`${locale}/learning/`),
    );
    const manifest = JSON.parse(site.read(link?.file ?? '').toString()) as Record<string, string> & {
      icons: { src: string; sizes: string }[];
    };
    ids.add(manifest['id'] ?? '');
    expect(manifest).toMatchObject({
      lang: locale,
      scope: site.base,
      start_url: `${site.base}${locale}/learning/`,
      display: 'standalone',
    });
    for (const { src, sizes } of manifest.icons.filter(({ src: file }) => file.endsWith('.png'))) {
      // Width and height of a PNG stand in its bytes 16 to 24.
      const png = site.read(src.slice(site.base.length));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
  }
  expect([...ids]).toEqual([site.base]);
  await page.goto('kk/offline/');
  const devtools = await page.context().newCDPSession(page);
  const { url, errors } = await devtools.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${baseURL}kk/manifest.webmanifest`, []]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('the button to install shows where the browser offers it, once', async ({ page }) => {
  await page.goto('kk/offline/', { waitUntil: 'load' });
  const button = page.getByRole('button', { name: 'Орнату' });
  await expect(button).toBeHidden();
  await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(offer, { prompt: () => Promise.resolve(document.body.setAttribute('data-prompted', '')) });
    window.dispatchEvent(offer);
  });
  await button.click();
  await expect(page.locator('body')).toHaveAttribute('data-prompted', '');
  await expect(button).toBeHidden();
});

test.describe('where the browser keeps nothing', () => {
  test('it says so, and nothing can be pressed', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'caches', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      }),
    );
    await page.goto('az/offline/');
    await expect(page.locator('.offline-desk [role="status"]')).toContainText('https');
    await expect(page.getByRole('button', { name: words.az.keep })).toBeDisabled();
  });
});
