import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readManifest } from '#search';
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
  expect(loaded.filter((url) => /search-|\/search\/en\//u.test(url))).toEqual([]);
  const index = page.waitForResponse(/search\/en\/manifest\.json$/u);
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
    await page.route('**/search/en/manifest.json', (route) => route.abort());
    await page.goto('en/');
    const dialog = await openDialog(page);
    const alert = dialog.getByRole('alert');
    await expect(alert).toContainText('could not be loaded');
    await page.keyboard.type('filter');
    await page.unroute('**/search/en/manifest.json');
    await alert.getByText('Try again').click();
    await expect(alert).toBeHidden();
    await expect(dialog.getByRole('status')).toHaveText(/^Results/u);
  });
});

test('says that it is loading, and answers when it is ready', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/search/en/manifest.json', async (route) => {
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

test('a ranked list takes two round trips from the focus, and excerpts follow', async ({ page }) => {
  const asked: string[] = [];
  const held = new Map<string, () => void>();
  // Every file of the index and the worker wait until they are let go, so that what is asked for next shows what waits for what.
  await page.route(/search-worker|\/search\/kk\/[a-z]+[-.]/u, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    asked.push(name);
    await new Promise<void>((done) => held.set(name, done));
    await route.continue();
  });
  const release = async (wanted: RegExp) => {
    await expect.poll(() => asked.some((name) => wanted.test(name))).toBe(true);
    for (const [name, done] of held) if (wanted.test(name)) done();
  };
  await page.goto('kk/search/', { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);

  await page.locator('main').getByRole('searchbox').focus();
  await expect.poll(() => asked.length).toBe(2);
  expect(asked.map((name) => name.replace(/\..*/u, '')).sort()).toEqual(['manifest', 'search-worker']);
  await page.keyboard.type('мектептерінде ақпаратты');
  await release(/manifest|search-worker/u);

  const shards = () => asked.filter((name) => name.startsWith('shard-'));
  await expect.poll(() => shards().length).toBeGreaterThan(1);
  await page.waitForTimeout(300);
  const atOnce = shards();
  await release(/^shard-/u);
  const main = page.locator('main');
  await expect(main.getByRole('status')).toHaveText(/^Нәтижелер: \d+$/u);
  await expect(main.locator('[data-search-hit]').first()).toBeVisible();
  expect(shards()).toEqual(atOnce);
  await expect(main.locator('.search-excerpt')).toHaveCount(0);
  await release(/^texts-/u);
  for (const done of held.values()) done();
  await expect(main.locator('.search-excerpt').first()).toBeVisible();
  expect(asked.filter((name) => /^(?:lexicon|documents)/u.test(name))).toEqual([]);
});

test('finds words while they are being typed', async ({ page }) => {
  await page.goto('az/search/');
  const box = page.locator('main').getByRole('searchbox');
  for (const typed of ['mən', 'mənb', 'mənbə']) {
    await box.fill(typed);
    await expect(page.locator('main [data-search-hit] mark', { hasText: /mənbə/iu }).first()).toBeVisible();
  }
});

test.describe('typing errors', () => {
  const cases: readonly [locale: string, query: string, instead: string, place: string][] = [
    ['en', 'sidewys', 'sideways', 'leave-the-page/#why-sideways-beats-down'],
    ['az', 'filrt', 'filtr', 'leave-the-page/#a-filter-for-better-tea'],
    ['kk', 'мектпетерінде', 'мектеп', 'trace-it-back/#finish-elifs-check'],
    ['ru', 'жёлтая рекка', 'река', 'trace-it-back/#your-turn-the-yellow-river'],
  ];
  for (const [locale, query, instead, place] of cases) {
    test(`${locale}: ${query} says that it looked for ${instead}`, async ({ page }) => {
      await page.goto(`${locale}/search/`);
      const main = await searchFor(page, query);
      await expect(main.getByRole('status').locator('span').nth(1)).toContainText(instead.slice(0, -1));
      await expect(main.locator(`a[href$="/${locale}/${lessons}/${place}"]`)).toBeVisible();
    });
  }
});

test('gives more results, and the focus to the first of them', async ({ page }) => {
  await page.goto('en/search/?q=source');
  const links = page.locator('main [data-search-hit]');
  await expect(links).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => links.count()).toBeGreaterThan(10);
  await expect(links.nth(10)).toBeFocused();
});

test('labels what is not the lesson’s own words', async ({ page }) => {
  await page.goto('tr/search/?q=filtrelerimizle');
  const hit = page.locator('main .search-hit', { has: page.locator('a[href$="#a-filter-for-better-tea"]') });
  await expect(hit.locator('.search-quotes')).toHaveText('Kurgusal örnek');
});

test('keeps to the glossary or a course, and says so in the address', async ({ page, baseURL }) => {
  await page.goto('kk/search/?q=дерек');
  const main = page.locator('main');
  const links = main.locator('[data-search-hit]');
  await expect(links.first()).toBeVisible();
  const where = main.getByLabel('Қайдан іздеу');
  await where.selectOption('Сөздік');
  const glossary = new URL('kk/glossary/', baseURL).pathname;
  await expect
    .poll(() => links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname)))
    .toEqual(expect.arrayContaining([glossary]));
  await expect(main.locator(`[data-search-hit]:not([href^="${glossary}"])`)).toHaveCount(0);
  await expect(page).toHaveURL(/[?&]in=glossary$/u);
  await page.reload();
  await expect(where).toHaveValue('glossary');
  await expect(main.locator(`[data-search-hit][href^="${glossary}"]`).first()).toBeVisible();
  await where.selectOption({ index: 1 });
  await expect(main.locator(`[data-search-hit][href^="${glossary}"]`)).toHaveCount(0);
  await expect(links.first()).toBeVisible();
  await page.goto('kk/search/?q=дерек&in=no-such-course');
  await expect(where).toHaveValue('');
  await expect(links.first()).toBeVisible();
});

test('shows what other languages have when it is asked to', async ({ page, site }) => {
  await page.goto('en/search/?q=SIFT');
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Search the other languages' }).click();
  const russian = main.locator('details', { has: page.locator('summary', { hasText: 'Русский' }) });
  await expect(russian.locator('summary')).toHaveText(/^\d+ results? in Русский$/u);
  await expect(main.locator('details')).toHaveCount(site.languages.length - 1);
  const first = main.locator('details').first();
  await expect(first.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  const link = first.locator('[data-search-hit]').first();
  await expect(link).toBeVisible();
  const lang = await first.locator('.search-results').getAttribute('lang');
  await expect(link).toHaveAttribute('href', new RegExp(`^${site.base}${lang}/`, 'u'));
  await expect(first.locator('summary span')).toHaveAttribute('lang', lang ?? '');
  // The own results stay above.
  await expect(main.getByRole('status')).toHaveText(/^Results: \d+$/u);
});

test('says that other languages have nothing either', async ({ page }) => {
  await page.goto('ky/search/?q=zzzzqqq');
  await page.getByRole('button', { name: 'Башка тилдерден издөө' }).click();
  await expect(page.locator('main .search-note')).toHaveText('Башка тилдерде эч нерсе табылган жок.');
});

test.describe('files of the index that do not come', () => {
  test.use({ expectedErrors: [/Failed to load resource/u] });

  for (const [what, spoil] of [
    ['is missing', null],
    ['is damaged', '["00000000",{"terms":"","postings":""}]'],
  ] as const) {
    test(`a shard that ${what}: says so, keeps what works, and tries again`, async ({ page, site }) => {
      const { shards: bounds } = readManifest(site.read('search/en/manifest.json').toString());
      const holding = (term: string) => bounds.filter((bound) => bound <= term).length - 1;
      expect(holding('bank')).not.toBe(holding('sideways'));
      const shards = `**/search/en/shard-${holding('bank')}.*.json`;
      await page.route(shards, (route) =>
        spoil === null ? route.abort() : route.fulfill({ json: JSON.parse(spoil) as object }),
      );
      await page.goto('en/search/?q=bank+sideways');
      const main = page.locator('main');
      await expect(main.getByRole('status')).toContainText('Part of the search could not be loaded');
      await expect(main.locator('a[href$="#why-sideways-beats-down"]')).toBeVisible();
      await page.unroute(shards);
      await main.getByRole('button', { name: 'Try again' }).click();
      await expect(main.getByRole('status')).not.toContainText('Part of the search');
      await expect(main.getByRole('status')).toHaveText(/^Results/u);
    });
  }

  test('the search works without the network for words that were looked for before', async ({ page, context }) => {
    await page.goto('kk/search/?q=дереккөз');
    await expect(page.locator('main .search-excerpt').first()).toBeVisible();
    await context.route(/\/search\/kk\/[a-z]+[-.]/u, (route) => route.abort());
    const later = await context.newPage();
    // The same word: another form of it may have other passages first, whose texts have not been fetched.
    await later.goto('kk/search/?q=дереккөз');
    await expect(later.locator('main .search-excerpt mark').first()).toBeVisible();
    await expect(later.locator('main').getByRole('status')).toHaveText(/^Нәтижелер: \d+$/u);
  });
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
