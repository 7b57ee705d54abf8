import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const lessons = 'media-literacy/finding-the-source';

/** Opens the dialog of a page by the key and waits until its script answers. */
async function openDialog(page: Page): Promise<Locator> {
  await page.waitForLoadState('load');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  return dialog;
}

async function searchFor(page: Page, query: string): Promise<Locator> {
  const main = page.locator('main');
  await main.getByRole('searchbox').fill(query);
  await expect(main.getByRole('status')).toContainText(/[:：] ?\d/u);
  return main;
}

test.describe('words typed as readers type them', () => {
  const cases: readonly [locale: string, query: string, place: string, marked: string][] = [
    ['en', 'SIDEWAYS BEATS', 'leave-the-page/#why-sideways-beats-down', 'sideways'],
    ['az', 'niye yana oxumaq', 'leave-the-page/#why-sideways-beats-down', 'Niyə'],
    ['az', 'FİLTR CAY', 'leave-the-page/#a-filter-for-better-tea', 'filtr'],
    ['uz', "YONGA O'QISH", 'leave-the-page/#why-sideways-beats-down', 'oʻqish'],
    ['uz', 'yonga oqish', 'leave-the-page/#why-sideways-beats-down', 'oʻqish'],
    ['tr', 'akintiya karsi', 'trace-it-back/#walk-against-the-stream', 'Akıntıya'],
    ['tr', 'AKINTIYA KARŞI', 'trace-it-back/#walk-against-the-stream', 'Akıntıya'],
    ['ky', 'АГЫМГА каршы журунуз', 'trace-it-back/#walk-against-the-stream', 'жүрүңүз'],
    ['kk', 'катарластыра окыган', 'leave-the-page/#why-sideways-beats-down', 'қатарластыра'],
    ['kk', 'АҒЫСҚА КАРСЫ', 'trace-it-back/#walk-against-the-stream', 'Ағысқа'],
    ['ru', 'желтая РЕКА', 'trace-it-back/#your-turn-the-yellow-river', 'жёлтая'],
    // Forms that no lesson has.
    ['en', 'filtering', 'leave-the-page/#a-filter-for-better-tea', 'filter'],
    ['az', 'filtrimizden', 'leave-the-page/#a-filter-for-better-tea', 'filtr'],
    ['uz', 'daryolarimizdan', 'trace-it-back/#your-turn-the-yellow-river', 'daryo'],
    ['tr', 'nehirlerimizden', 'trace-it-back/#your-turn-the-yellow-river', 'nehir'],
    ['ky', 'дарыяларга', 'trace-it-back/#your-turn-the-yellow-river', 'дарыя'],
    ['kk', 'өзендерімізден', 'trace-it-back/#your-turn-the-yellow-river', 'өзен'],
    ['ru', 'реками', 'trace-it-back/#your-turn-the-yellow-river', 'река'],
  ];
  for (const [locale, query, place, marked] of cases) {
    test(`${locale}: ${query}`, async ({ page, site, baseURL }) => {
      await page.goto(`${locale}/search/`);
      const main = await searchFor(page, query);
      const hit = main.locator(`a[href="${site.base}${locale}/${lessons}/${place}"]`);
      await expect(hit.locator('mark', { hasText: marked }).first()).toBeVisible();
      await hit.click();
      await expect(page).toHaveURL(new URL(`${locale}/${lessons}/${place}`, baseURL).href);
      await expect(page.locator(`[id="${place.split('#')[1] ?? ''}"]`)).toBeInViewport();
    });
  }
});

test('loads nothing of the search before the field has the focus', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('en/', { waitUntil: 'networkidle' });
  expect(loaded.filter((url) => /search-|search\/en\.json/u.test(url))).toEqual([]);
  const index = page.waitForResponse(/search\/en\.json$/u);
  await openDialog(page);
  expect((await index).ok()).toBe(true);
});

test('the dialog can be used by keyboard alone', async ({ page }) => {
  await page.goto('en/');
  const dialog = await openDialog(page);
  await page.keyboard.type('click restraint');
  await expect(dialog.getByRole('status')).toHaveText(/^Results: \d+$/u);
  const links = dialog.locator('[data-search-hit]');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(links.first()).toBeFocused();
  const address = await links.first().evaluate((link: HTMLAnchorElement) => link.href);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
});

test('Esc closes the dialog at once and gives the focus back', async ({ page }) => {
  await page.goto('en/glossary/');
  await page.waitForLoadState('load');
  const opener = page.locator('[data-search-open]');
  await opener.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('source');
  await expect(dialog.getByRole('status')).toHaveText(/^Results/u);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Control+K');
  await expect(dialog.getByRole('searchbox')).toHaveValue('source');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('a result on the same page closes the dialog and shows the place', async ({ page }) => {
  await page.goto(`en/${lessons}/leave-the-page/`);
  const dialog = await openDialog(page);
  await page.keyboard.type('sideways beats down');
  await dialog.locator('a[href$="#why-sideways-beats-down"]').click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('#why-sideways-beats-down')).toBeInViewport();
});

test('the keys stay letters while somebody types', async ({ page }) => {
  await page.goto('en/search/');
  await page.getByRole('searchbox').fill('a');
  await page.keyboard.type('/b');
  await expect(page.getByRole('searchbox')).toHaveValue('a/b');
});

test('the search page keeps its query through reload and back', async ({ page }) => {
  await page.goto('en/search/?q=click+restraint');
  const main = page.locator('main');
  await expect(main.getByRole('searchbox')).toHaveValue('click restraint');
  await expect(main.getByRole('status')).toHaveText(/^Results/u);
  await searchFor(page, 'lateral reading');
  await expect(page).toHaveURL(/\?q=lateral\+reading$/u);
  await page.reload();
  await expect(main.getByRole('status')).toHaveText(/^Results/u);
  await main.locator('[data-search-hit]').first().click();
  await expect(page).not.toHaveURL(/\/search\//u);
  await page.goBack();
  await expect(main.getByRole('searchbox')).toHaveValue('lateral reading');
  await expect(main.locator('mark').first()).toBeVisible();
});

test('says that nothing was found, in the reader’s words', async ({ page }) => {
  await page.goto('tr/search/');
  const query = '<b>zzz</b> $& {{count}}';
  await page.getByRole('searchbox').fill(query);
  await expect(page.locator('main').getByRole('status')).toHaveText(`Hiçbir şey bulunamadı: ${query}`);
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('main').getByRole('status')).toHaveText('');
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/Failed to load resource/u] });

  test('says that the search is missing and tries again', async ({ page }) => {
    await page.route('**/search/en.json', (route) => route.abort());
    await page.goto('en/');
    const dialog = await openDialog(page);
    const alert = dialog.getByRole('alert');
    await expect(alert).toContainText('could not be loaded');
    await page.keyboard.type('filter');
    await page.unroute('**/search/en.json');
    await alert.getByText('Try again').click();
    await expect(alert).toBeHidden();
    await expect(dialog.getByRole('status')).toHaveText(/^Results/u);
  });
});

test('says that it is loading, and answers when it is ready', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/search/en.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('en/search/');
  await page.getByRole('searchbox').fill('filter');
  const status = page.locator('main').getByRole('status');
  await expect(status).toHaveText('Loading the search…');
  release();
  await expect(status).toHaveText(/^Results/u);
});

test('hostile queries do no harm', async ({ page }) => {
  const hostile = ['x'.repeat(10_000), '+a -b title:c~9^9 *', '<img src=x onerror=alert(1)>', '__proto__', '"\'`'];
  for (const query of hostile) {
    await page.goto(`en/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('main').getByRole('status')).not.toHaveText(/^(?:Loading.*)?$/u);
  }
  await page.goto('en/search/?q=%ED%A0%80filter');
  await expect(page.locator('main').getByRole('status')).toHaveText(/^Results/u);
  await expect(page.locator('main img')).toHaveCount(0);
});

for (const place of ['dialog', 'page'] as const) {
  test(`axe finds nothing to mend in the ${place}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(place === 'page' ? 'kk/search/?q=дерек' : 'kk/');
    const box = place === 'page' ? page.locator('main') : await openDialog(page);
    if (place === 'dialog') await page.keyboard.type('дерек');
    await expect(box.locator('mark').first()).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the button leads to the search page, which says what to do', async ({ page }) => {
    await page.goto('en/');
    await page.locator('[data-search-open]').click();
    await expect(page).toHaveURL(/\/en\/search\/$/u);
    await expect(page.locator('main .notice')).toHaveText(/^Search needs JavaScript/u);
    await expect(page.locator('main .notice')).toBeVisible();
    await expect(page.locator('main input')).toBeHidden();
    await page.locator('main a[href$="/glossary/"]').click();
    await expect(page).toHaveURL(/\/glossary\/$/u);
  });
});
