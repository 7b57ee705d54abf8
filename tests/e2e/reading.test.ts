import type { Locator, Page } from '@playwright/test';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const lesson = 'media-literacy/finding-the-source/leave-the-page/';

const keep = (page: Page, settings: Readonly<Record<string, string>>) =>
  page.addInitScript((entries) => {
    for (const [name, value] of Object.entries(entries)) localStorage.setItem(`bilig:${name}`, value);
  }, settings);
const choose = (page: Page | Locator, name: string, value: string) =>
  page.locator(`[data-settings-form] input[name="${name}"][value="${value}"]`).check();
const textSize = (page: Page) => page.locator('html').evaluate((html) => parseFloat(getComputedStyle(html).fontSize));

/** The font files that a page has fetched, by the part of the alphabets in them. */
function watchFonts(page: Page): string[] {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(/andika-(.+)-normal/u.exec(request.url())?.[1] ?? request.url());
  });
  return fonts;
}

test('a chosen text size scales the whole page, survives a reload and goes along into another language', async ({
  page,
}) => {
  await page.goto('az/settings/');
  const usual = await textSize(page);
  await choose(page, 'size', 'largest');
  await expect.poll(() => textSize(page)).toBeCloseTo(usual * 1.6, 1);
  await page.reload();
  await expect(page.locator('input[name="size"][value="largest"]')).toBeChecked();
  expect(await textSize(page)).toBeCloseTo(usual * 1.6, 1);
  await page.goto(`kk/${lesson}`);
  expect(await textSize(page)).toBeCloseTo(usual * 1.6, 1);
  const heading = await page.locator('h1').evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize));
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  expect(heading).toBeGreaterThan(
    (await page.locator('h1').evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize))) * 1.3,
  );
});

test('what was chosen stands on the page before it is first painted', async ({ page }) => {
  await keep(page, { reading: 'size-large lines-widest contrast-more', theme: 'dark' });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const { fontSize } = getComputedStyle(document.documentElement);
      const { backgroundColor } = getComputedStyle(document.body);
      document.documentElement.setAttribute('data-at-first', `${fontSize} ${backgroundColor}`);
    });
  });
  await page.goto(`kk/${lesson}`);
  await expect(page.locator('html')).toHaveAttribute('data-at-first', '18.4px rgb(0, 0, 0)');
  // No browser paints before a sheet that blocks it.
  const blocking = await page.evaluate(() => {
    const sheet = new URL(document.documentElement.dataset['sheet'] ?? '', location.href).href;
    const [entry] = performance.getEntriesByName(sheet) as (PerformanceResourceTiming & {
      readonly renderBlockingStatus: string;
    })[];
    return entry?.renderBlockingStatus;
  });
  expect(blocking).toBe('blocking');
});

test('a reader who has chosen nothing loads neither the sheet of the settings nor a font', async ({ page }) => {
  const fonts = watchFonts(page);
  const sheets: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') sheets.push(request.url());
  });
  for (const path of ['', `az/${lesson}`, 'kk/settings/']) await page.goto(path, { waitUntil: 'networkidle' });
  expect(fonts).toEqual([]);
  const sheet = await page.locator('html').getAttribute('data-sheet');
  expect(sheet).toBeTruthy();
  expect(sheets.filter((url) => url.endsWith(sheet ?? ''))).toEqual([]);
});

for (const { language, letters, parts } of [
  { language: 'az', letters: 'Əə Ğğ İı Öö Üü Şş Çç', parts: ['latin', 'latin-ext'] },
  { language: 'uz', letters: 'oʻ gʻ Oʻ Gʻ ʼ sh ch', parts: ['latin'] },
  { language: 'tr', letters: 'Ğğ İı Şş â î û', parts: ['latin', 'latin-ext'] },
  { language: 'kk', letters: 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Йй', parts: ['cyrillic', 'cyrillic-ext'] },
  { language: 'ky', letters: 'Ңң Өө Үү Ёё Ыы', parts: ['cyrillic', 'cyrillic-ext'] },
  { language: 'ru', letters: 'Ёё Йй Щщ Ъъ Ыы Ээ', parts: ['cyrillic'] },
])
  test(`the chosen font draws every letter of ${language}`, async ({ page }) => {
    await keep(page, { reading: 'letters-andika' });
    const fonts = watchFonts(page);
    await page.goto(`${language}/settings/`);
    await page.evaluate((text) => {
      const line = document.createElement('p');
      line.id = 'letters';
      line.textContent = text;
      document.querySelector('main')?.append(line);
    }, letters);
    await expect.poll(() => fonts.map((font) => font.replace('-400', ''))).toEqual(expect.arrayContaining(parts));
    await page.evaluate(() => document.fonts.ready);
    const client = await page.context().newCDPSession(page);
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument');
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#letters' });
    await expect
      .poll(async () => (await client.send('CSS.getPlatformFontsForNode', { nodeId })).fonts)
      .toEqual([expect.objectContaining({ familyName: 'Andika', glyphCount: [...letters].length })]);
    const spacing = await page.locator('#letters').evaluate((line) => parseFloat(getComputedStyle(line).letterSpacing));
    expect(spacing).toBeGreaterThan(1);
  });

test('another tab follows a choice, and the form in it too', async ({ context, page }) => {
  await page.goto('ru/settings/');
  const other = await context.newPage();
  await other.goto(`ru/${lesson}`, { waitUntil: 'networkidle' });
  const third = await context.newPage();
  await third.goto('uz/settings/', { waitUntil: 'networkidle' });
  await choose(page, 'lines', 'wide');
  await choose(page, 'theme', 'dark');
  await expect(other.locator('html')).toHaveAttribute('data-reading', 'lines-wide');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(third.locator('input[name="lines"][value="wide"]')).toBeChecked();
  await expect(third.locator('input[name="theme"][value="dark"]')).toBeChecked();
  await page.locator('[data-settings-reset]').click();
  await expect(other.locator('html')).not.toHaveAttribute('data-reading');
  await expect(other.locator('html')).not.toHaveAttribute('data-theme');
});

test('a reset puts everything back and says so', async ({ page }) => {
  await keep(page, { reading: 'size-large contrast-more keys-off', theme: 'light' });
  await page.goto('kk/settings/');
  await expect(page.locator('input[name="contrast"][value="more"]')).toBeChecked();
  await page.locator('[data-settings-reset]').click();
  await expect(page.locator('[data-settings-status]')).toHaveText('Барлық баптау бастапқы күйіне келді.');
  await expect(page.locator('html')).not.toHaveAttribute('data-reading');
  for (const [name, value] of [
    ['size', 'normal'],
    ['contrast', 'device'],
    ['keys', 'on'],
    ['theme', 'auto'],
  ])
    await expect(page.locator(`input[name="${name}"][value="${value}"]`)).toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem('bilig:reading'))).toBe('');
});

for (const hostile of ['"><img src=x onerror=alert(1)>', 'size-large"><style>*{display:none}</style>', '{}', '\u0000'])
  test(`a hostile value on the device does nothing: ${JSON.stringify(hostile)}`, async ({ page }) => {
    await keep(page, { reading: hostile, theme: hostile });
    await page.goto('en/settings/');
    expect(await textSize(page)).toBe(16);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await expect(page.locator('img[src="x"], head style')).toHaveCount(0);
    await expect(page.locator('input[name="size"][value="normal"]')).toBeChecked();
    await choose(page, 'motion', 'less');
    expect(await page.evaluate(() => localStorage.getItem('bilig:reading'))).toBe('motion-less');
  });

test('where the browser keeps nothing, choices hold on the page and the reader is told', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('az/settings/');
  await choose(page, 'size', 'larger');
  await expect.poll(() => textSize(page)).toBeCloseTo(21.6, 1);
  await choose(page, 'contrast', 'more');
  await expect(page.locator('html')).toHaveAttribute('data-reading', 'size-larger contrast-more');
  await expect(page.locator('[data-settings-status]')).toContainText(
    'Brauzeriniz bu sayta heç nə saxlamağa icazə vermir',
  );
});

test('contrast and movement follow the device until somebody chooses', async ({ page }) => {
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'no-preference' });
  await page.goto('tr/settings/');
  const ink = () => page.locator('body').evaluate((body) => getComputedStyle(body).color);
  expect(await ink()).toBe('rgb(0, 0, 0)');
  await expect(page.locator('input[name="contrast"][value="device"]')).toBeChecked();
  await page.emulateMedia({ contrast: 'no-preference' });
  await expect.poll(ink).not.toBe('rgb(0, 0, 0)');
  const scrolling = () => page.locator('html').evaluate((html) => getComputedStyle(html).scrollBehavior);
  expect(await scrolling()).toBe('smooth');
  await choose(page, 'motion', 'less');
  await expect.poll(scrolling).toBe('auto');
});

test('nothing leaves a narrow screen sideways at the largest and widest', async ({ page, site }) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await keep(page, { reading: 'size-largest lines-widest letters-andika contrast-more' });
  for (const language of site.languages)
    for (const path of ['', lesson, 'exercises/', 'settings/', 'glossary/', 'search/']) {
      await page.goto(`${language}/${path}`);
      await page.evaluate(() => document.fonts.ready);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${language}/${path}`).toBeLessThanOrEqual(0);
    }
});

test('the link in the footer opens the settings over the page, and Esc gives the focus back', async ({ page }) => {
  await page.goto('kk/glossary/', { waitUntil: 'networkidle' });
  const link = page.locator('.site-footer a[href$="/settings/"]');
  await link.click();
  const dialog = page.getByRole('dialog', { name: 'Оқу баптаулары' });
  await expect(dialog).toBeVisible();
  await choose(dialog, 'lines', 'wide');
  await expect(page.locator('html')).toHaveAttribute('data-reading', 'lines-wide');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  await expect(page).toHaveURL(/\/kk\/glossary\/$/u);
  await link.press('Enter');
  await expect(dialog.locator('input[name="lines"][value="wide"]')).toBeChecked();
  await dialog.getByRole('button', { name: 'Жабу' }).click();
  await expect(link).toBeFocused();
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch/u] });

  test('the link in the footer leads to the page of the settings', async ({ page }) => {
    await page.goto('en/glossary/', { waitUntil: 'networkidle' });
    await page.route('**/en/settings/', (route) =>
      route.request().resourceType() === 'document' ? route.continue() : route.abort('internetdisconnected'),
    );
    await page.locator('.site-footer a[href$="/settings/"]').click();
    await expect(page).toHaveURL(/\/en\/settings\/$/u);
    await expect(page.locator('h1')).toHaveText('Reading settings');
  });
});

test('? shows the keys on any layout, outside of fields, once, and Esc closes them with the focus back', async ({
  page,
}) => {
  await page.goto(`ru/${lesson}`, { waitUntil: 'networkidle' });
  const brand = page.locator('.brand');
  await brand.focus();
  // On a Russian layout the character stands on the key of 7.
  const ask = () =>
    page.evaluate(() => {
      const event = { key: '?', code: 'Digit7', shiftKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
    });
  await ask();
  await ask();
  const dialog = page.getByRole('dialog', { name: 'Клавиши' });
  await expect(dialog).toHaveCount(1);
  await expect(dialog.getByText('Открывает поиск')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(brand).toBeFocused();

  await page.keyboard.press('/');
  const field = page.locator('[data-search-dialog] input');
  await expect(field).toBeFocused();
  await page.keyboard.type('?');
  await expect(field).toHaveValue('?');
  await expect(dialog).toHaveCount(0);
});

test('single-key shortcuts can be switched off, and Ctrl K still opens the search', async ({ page }) => {
  await page.goto('en/settings/');
  await choose(page, 'keys', 'off');
  await page.goto('en/glossary/', { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.locator('[data-search-dialog]')).toBeVisible();
  await expect(page.locator('dialog')).toHaveCount(1);
});

test('the settings lead to the keys, on their page and in the dialog', async ({ page }) => {
  await page.goto('uz/settings/', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Tugmalarni koʻrsatish' }).click();
  await expect(page.locator('#keyboard')).toBeInViewport();
  await expect(page.locator('.tool-dialog')).toHaveCount(0);
  await page.goto('uz/glossary/', { waitUntil: 'networkidle' });
  await page.locator('.site-footer a[href$="/settings/"]').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Tugmalarni koʻrsatish' }).click();
  await expect(page.getByRole('dialog', { name: 'Tugmalar' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Oʻqish sozlamalari' })).toBeVisible();
});

for (const { language, width } of [
  { language: 'az', width: 390 },
  { language: 'kk', width: 1280 },
])
  test(`axe finds nothing on the settings in ${language}, their dialog and the list of keys at ${width} pixels`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${language}/settings/`);
    await expectNoViolations(page);
    await choose(page, 'contrast', 'more');
    await choose(page, 'size', 'largest');
    await expectNoViolations(page);
    await page.goto(`${language}/${lesson}`, { waitUntil: 'networkidle' });
    await page.locator('.site-footer a[href$="/settings/"]').click();
    await expect(page.locator('.tool-dialog .settings')).toBeVisible();
    await expectNoViolations(page);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectNoViolationsForced(page);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.locator('.tool-dialog .keys')).toBeVisible();
    await expectNoViolations(page);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what the settings need, and still lists the keys', async ({ page }) => {
    await page.goto('az/settings/');
    await expect(page.locator('main noscript .notice')).toBeVisible();
    await expect(page.locator('[data-settings-form]')).toBeHidden();
    await expect(page.locator('.keys')).toBeVisible();
  });
});
