import type { Page } from '@playwright/test';
import { hydrateAll } from './support/actions.ts';
import { expect, test } from './support/test.ts';

// Everything by the keyboard alone: no test here touches the mouse.

const lesson = 'en/media-literacy/finding-the-source/trace-it-back/';

/** What has the focus, and whether a reader can see that and the thing itself. */
function readFocus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A word that begins on one line and ends on the next has two boxes.
    const [box = element.getBoundingClientRect()] = element.getClientRects();
    const onScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    // A selection may lie unseen over the words that show it; then the box around it shows the focus.
    const ringed = [element, element.parentElement, element.closest('label')].some((part) => {
      if (!part) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    const middle = document.elementFromPoint(
      Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 1), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 1), innerHeight - 1),
    );
    const covered = !(
      middle &&
      (element.contains(middle) || middle.contains(element) || middle.closest('label')?.contains(element))
    );
    return {
      name: `${element.tagName} ${element.id || element.className} ${element.textContent.trim().slice(0, 40)}`,
      ringed,
      onScreen,
      covered,
    };
  });
}

test('the first Tab offers to skip to the content, and Enter does so', async ({ page }) => {
  await page.goto('kk/');
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the menu of languages opens by Enter, is walked through by Tab and closes by Esc with the focus back', async ({
  page,
}) => {
  await page.goto('en/');
  const menu = page.locator('[data-language-menu]');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('open', '');
  await page.keyboard.press('Tab');
  await expect(menu.locator('a').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menu.locator('a').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('summary')).toBeFocused();
});

test('the menu of languages closes when the focus leaves it', async ({ page }) => {
  await page.goto('en/');
  const menu = page.locator('[data-language-menu]');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await menu.locator('a').last().focus();
  await page.keyboard.press('Tab');
  await expect(menu).not.toHaveAttribute('open');
});

test('a term shows its definition on focus, keeps it away after Esc and shows it again', async ({ page }) => {
  await page.goto(lesson);
  const term = page.locator('[data-term]').first();
  const definition = term.locator('[role="tooltip"]');
  await expect(definition).toBeHidden();
  await term.locator('button').focus();
  await expect(definition).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(term.locator('button')).toBeFocused();
  await page.keyboard.press('Tab');
  await term.locator('button').focus();
  await expect(definition).toBeVisible();
});

test('the theme is changed by the arrow keys and kept', async ({ page }) => {
  await page.goto('en/settings/');
  await page.locator('[data-theme-switch] input:checked').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the search dialog opens by its key, closes by Esc and gives the focus back', async ({ page }) => {
  await page.goto('en/glossary/');
  await page.locator('[data-search-open]').focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('[data-search-dialog]');
  await expect(dialog.locator('input')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('[data-search-open]')).toBeFocused();
  await page.keyboard.press('/');
  await expect(dialog.locator('input')).toBeFocused();
});

for (const width of [390, 1280])
  test(`Tab walks through a whole lesson at ${width} pixels, always in sight and without a trap`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(lesson);
    await hydrateAll(page);
    await page.evaluate(() => scrollTo(0, 0));
    const faults: string[] = [];
    const seen = new Set<string>();
    let steps = 0;
    for (; steps < 400; steps += 1) {
      await page.keyboard.press('Tab');
      const focus = await readFocus(page);
      if (!focus) break;
      seen.add(focus.name);
      if (!focus.ringed) faults.push(`no ring: ${focus.name}`);
      if (!focus.onScreen) faults.push(`out of sight: ${focus.name}`);
      else if (focus.covered) faults.push(`covered: ${focus.name}`);
    }
    expect(faults).toEqual([]);
    // Out of the page at its end, and through all of it before.
    expect(steps).toBeLessThan(400);
    expect(seen.size).toBeGreaterThan(40);
    expect([...seen].some((name) => name.includes('Mark this lesson'))).toBe(true);
  });
