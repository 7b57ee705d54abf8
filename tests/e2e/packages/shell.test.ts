import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { test } from './support/packages-test.ts';
import { contentPath, type Platform } from './support/platform.ts';
import { exercisesOf, type TestedPackage } from './support/packages.ts';
import { testedModule } from './support/ways.ts';

// What stands around the lessons, as a page of its own: a platform may open it in a window.

const tested: TestedPackage = { ...testedModule, format: 'scorm12', locales: ['kk', 'az'] };

async function open(page: Page, { origin }: Platform): Promise<void> {
  await page.goto(`${origin}${contentPath}index.html`);
  await expect(page.frameLocator('iframe[name=lesson]').locator('main')).toBeVisible();
}

test('axe finds nothing, with the contents open, with the glossary or the credits shown, and after leaving', async ({
  page,
  platform,
}) => {
  await open(page, await platform(tested));
  await expectNoViolations(page);
  await page.locator('.package-menu summary').click();
  await expectNoViolations(page);
  const frame = page.frameLocator('iframe[name=lesson]');
  await page.locator('[data-glossary]').click();
  await expect(frame.getByRole('heading', { level: 1, name: 'Сөздік' })).toBeVisible();
  await expectNoViolations(page);
  await page.locator('.package-menu summary').click();
  await page.locator('.package-menu a').last().click();
  await expect(frame.getByRole('heading', { level: 1, name: 'Сөздік' })).toBeHidden();
  await expect(frame.locator('dl')).toBeVisible();
  await expectNoViolations(page);
  await page.locator('[data-leave]').click();
  await expect(page.locator('[data-left]')).toBeVisible();
  await expectNoViolations(page);
});

for (const width of [320, 390, 1280]) {
  test(`fits a screen of ${width} pixels, every target of which is large enough`, async ({ page, platform }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page, await platform(tested));
    const faults = await page.evaluate(() => {
      const found: string[] = [];
      if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways');
      for (const target of document.querySelectorAll('.package-bar :is(summary, select, button)')) {
        const { width: wide, height, right } = target.getBoundingClientRect();
        if (wide < 24 || height < 24 || right > innerWidth) found.push(target.outerHTML.slice(0, 80));
      }
      return found;
    });
    expect(faults).toEqual([]);
    // Most of a small screen is the lesson's.
    const bar = await page.locator('.package-bar').boundingBox();
    expect(bar?.height).toBeLessThan(130);
    await page.locator('.package-menu summary').click();
    const menu = await page.locator('.package-menu .menu').boundingBox();
    expect((menu?.x ?? 0) >= 0 && (menu?.x ?? 0) + (menu?.width ?? 0) <= width).toBe(true);
  });
}

test('keys go through the bar into the lesson and out of it, and Escape closes the contents', async ({
  page,
  platform,
}) => {
  await open(page, await platform(tested));
  await page.keyboard.press('Tab');
  await expect(page.locator('.package-menu summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.package-menu')).toHaveAttribute('open', '');
  await page.keyboard.press('Escape');
  await expect(page.locator('.package-menu')).not.toHaveAttribute('open');
  await expect(page.locator('.package-menu summary')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-choose-language]')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-leave]')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('iframe[name=lesson]')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('[data-leave]')).toBeFocused();
});

test('the glossary has the words of the module, by the alphabet of the language', async ({ page, platform }) => {
  await open(page, await platform(tested));
  const frame = page.frameLocator('iframe[name=lesson]');
  const alphabets = { kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя', az: 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz' };
  for (const [locale, alphabet] of Object.entries(alphabets)) {
    await page.locator('[data-choose-language]').selectOption(locale);
    await page.locator('.package-menu summary').click();
    await page.locator('[data-glossary]').click();
    await expect(frame.locator('html')).toHaveAttribute('lang', locale);
    await expect(frame.locator('h1')).toBeVisible();
    const words = await frame.locator('dt').allTextContents();
    expect(words.length).toBeGreaterThan(2);
    const firsts = words.map((word) => alphabet.indexOf([...word.toLocaleLowerCase(locale)][0] ?? ''));
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(await frame.locator('dd').evaluateAll((all) => all.every((one) => one.textContent?.trim()))).toBe(true);
  }
});

test('steps from lesson to lesson in the frame are followed, and links that lead out open a tab of their own', async ({
  page,
  platform,
}) => {
  await open(page, await platform(tested));
  const lessons = [...new Set(exercisesOf(tested, 'kk').map(({ lesson }) => lesson))];
  const frame = page.frameLocator('iframe[name=lesson]');
  await page.locator('.package-menu summary').click();
  await page.locator(`[data-lesson="${lessons[0]}"]`).click();
  await frame.locator('.neighbours [rel=next]').click();
  await expect(frame.locator(`[data-lesson-progress="${lessons[1]}"]`)).toBeAttached();
  await expect(page.locator(`[data-lesson="${lessons[1]}"]`)).toHaveAttribute('aria-current', 'true');
  const leaving = await frame
    .locator('a[href^="http"]')
    .evaluateAll((links) =>
      links.filter((link) => (link as HTMLAnchorElement).target !== '_blank').map((link) => link.outerHTML),
    );
  expect(leaving).toEqual([]);
});
