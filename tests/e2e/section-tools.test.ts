import type { Locator, Page } from '@playwright/test';
import { markKey, parseMark } from '#learner';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import { readRecord } from './support/record.ts';
import { refuseStorage } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

// Bookmarks and notes at the sections of a lesson.

const lesson = 'media-literacy/finding-the-source/leave-the-page';
const anchor = 'watch-an-expert-do-it';
const key = markKey(lesson, anchor);

const button = (page: Page): Locator => page.locator(`.section-tool[data-anchor="${anchor}"]`);
const panel = (page: Page): Locator => page.getByRole('dialog').and(page.locator('.section-panel'));
const field = (page: Page): Locator => panel(page).getByRole('textbox');

/** Opens the panel of the section as somebody with a pointer does. */
async function openPanel(page: Page, locale: string): Promise<void> {
  if (!page.url().includes(`/${locale}/${lesson}/`)) await page.goto(`${locale}/${lesson}/#${anchor}`);
  await page.evaluate(() => window.scrollBy(0, 1));
  await button(page).click();
  await expect(panel(page)).toBeVisible();
}

const noteOf = async (page: Page) => parseMark(await readRecord(page, key))?.note.text;

test('a note is kept as it is typed, and is there in every language', async ({ page }) => {
  await openPanel(page, 'kk');
  await field(page).fill('Сарапшының бірінші қадамы: беттен шығу.');
  await expect(panel(page).getByRole('status')).toHaveText('Сақталды');
  expect(await noteOf(page)).toBe('Сарапшының бірінші қадамы: беттен шығу.');
  await page.locator('[data-language-menu] summary').click();
  await page.locator('[data-language-menu] a[hreflang="az"]').click();
  await page.waitForURL(/\/az\//u);
  await openPanel(page, 'az');
  await expect(field(page)).toHaveValue('Сарапшының бірінші қадамы: беттен шығу.');
  await expect(button(page)).toHaveAttribute('aria-label', /^Əlfəcin və qeyd, işlənib: /u);
  await field(page).fill('');
  await panel(page).getByRole('button', { name: 'Bağlayın' }).click();
  await expect(button(page)).toHaveAttribute('aria-label', /^Əlfəcin və qeyd: /u);
  await expect.poll(() => noteOf(page)).toBe('');
});

test('with the keyboard alone: opened, bookmarked, written, closed, the focus never lost', async ({ page }) => {
  await page.goto(`en/${lesson}/`);
  await page.keyboard.press('Tab');
  await expect(button(page)).toBeAttached();
  await button(page).focus();
  await expect(button(page)).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  const bookmark = panel(page).getByRole('button', { name: 'Bookmark', exact: true });
  await expect(bookmark).toBeFocused();
  await page.keyboard.press('Space');
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ask who pays');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await expect(button(page)).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(() => noteOf(page)).toBe('ask who pays');
  await expect(button(page)).toHaveClass(/section-tool-marked/u);

  // Out of the panel by Tab: it goes, and the focus is where the reader has led it.
  await page.keyboard.press('Enter');
  await panel(page).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Tab');
  await expect(panel(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('two tabs write on one section and lose nothing of each other', async ({ page, context }) => {
  const other = await context.newPage();
  await openPanel(page, 'kk');
  await openPanel(other, 'az');
  await field(page).fill('бірінші');
  await expect(field(other)).toHaveValue('бірінші');
  await panel(other).getByRole('button', { name: 'Əlfəcin', exact: true }).click();
  await expect(panel(page).getByRole('button', { name: 'Бетбелгі', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // Both type before either has written.
  await Promise.all([field(page).fill('бірінші, екінші'), field(other).fill('ikinci')]);
  await expect.poll(() => noteOf(page)).toContain('екінші');
  await expect.poll(() => noteOf(page)).toContain('ikinci');
  await other.close();
});

test('where storage is refused a note lasts for the visit, and the panel says so', async ({ page }) => {
  await refuseStorage(page);
  await openPanel(page, 'en');
  await field(page).fill('for today');
  await expect(panel(page).getByRole('status')).toHaveText('Kept for this visit only');
  await panel(page).getByRole('link', { name: 'All bookmarks and notes' }).click();
  await expect(page.locator('[data-learning-marks]')).toContainText('for today');
  await expect(page.locator('[data-learning-denied]')).toBeVisible();
});

test('the tools come without moving anything of the text', async ({ page }) => {
  await page.goto(`ru/${lesson}/`);
  const tops = () =>
    page
      .locator('.prose > :not(.section-tools, .section-panel-place), .source-list, .lesson-foot')
      .evaluateAll((elements) =>
        elements.map((element) => Math.round(element.getBoundingClientRect().top + window.scrollY)),
      );
  const before = await tops();
  await page.evaluate(() => window.scrollBy(0, 1));
  await expect(page.locator('.section-tool').first()).toBeAttached();
  expect(await tops()).toEqual(before);
  await button(page).click();
  await expect(panel(page)).toBeVisible();
  expect(await tops()).toEqual(before);
});

for (const [locale, width] of [
  ['kk', 320],
  ['az', 390],
  ['en', 1280],
] as const)
  test(`axe finds nothing on an open panel in ${locale}, ${width} pixels wide, and all of it is in sight`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPanel(page, locale);
    await panel(page).getByRole('button').first().click();
    await expectNoViolations(page);
    const box = await panel(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectNoViolationsForced(page);
  });

test('what a finger needs is there without a pointer to rest', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`kk/${lesson}/#${anchor}`);
  await page.evaluate(() => window.scrollBy(0, 1));
  await expect(button(page)).toHaveCSS('opacity', '1');
  const box = await button(page).boundingBox();
  expect(box && box.width >= 44 && box.height >= 40).toBe(true);
  await button(page).tap();
  await expect(panel(page)).toBeVisible();
  await context.close();
});

test('on paper there are no tools', async ({ page }) => {
  await openPanel(page, 'en');
  await page.emulateMedia({ media: 'print' });
  await expect(button(page)).toBeHidden();
  await expect(panel(page)).toBeHidden();
});
