import { expect, test } from './support/test.ts';

test('on paper a lesson has its text, its exercises and the addresses of its links, and nothing to press', async ({
  page,
}) => {
  await page.goto('en/media-literacy/finding-the-source/trace-it-back/');
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.site-header', '.site-footer', '.breadcrumbs', '.contents', '.neighbours', '.skip'])
    await expect(page.locator(selector), selector).toBeHidden();
  await expect(page.locator('[role="tooltip"]:visible')).toHaveCount(0);
  await expect(page.locator('dialog:visible')).toHaveCount(0);
  await expect(page.locator('main button:visible:not(.term-word)')).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
  for (const exercise of await page.locator('.exercise-prompt').all()) await expect(exercise).toBeVisible();
  // Every alternative is printed, with its title.
  await expect(page.locator('.tab:visible')).toHaveCount(await page.locator('.tab').count());
  await expect(page.locator('.tab-title:visible')).toHaveCount(await page.locator('.tab').count());
});

test('a lesson that is read in the dark is printed black on white', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('kk/media-literacy/finding-the-source/leave-the-page/');
  const brightness = (property: 'color' | 'backgroundColor') =>
    page.locator('body').evaluate((body, name) => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(body)
          [name].match(/[\d.]+/gu)
          ?.map(Number) ?? [];
      return (red + green + blue) / 765;
    }, property);
  expect(await brightness('backgroundColor')).toBeGreaterThan(0.95);
  expect(await brightness('color')).toBeLessThan(0.3);
});
