import { unzipSync } from 'fflate';
import { packageBar, weighPackages } from '../bench/weigh-packages.ts';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

// The files of a course for learning platforms and readers.

test('the page of a course leads to files in the page’s language, with their true sizes', async ({ page, site }) => {
  await page.goto('kk/media-literacy/');
  await page.getByRole('link', { name: 'Бұл курсты оқу платформасына алыңыз' }).click();
  await expect(page).toHaveURL(/\/kk\/media-literacy\/downloads\/$/u);
  const links = page.locator('.download-list a');
  for (const link of await links.all()) {
    const path = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname;
    const file = site.resolve(path, site.page('kk/media-literacy/downloads/'))?.file ?? '';
    const size = Number.parseInt(await link.locator('.download-size').innerText(), 10);
    expect(Math.ceil(site.read(file).length / 1024), file).toBe(size);
    if (file.endsWith('.zip')) expect(Object.keys(unzipSync(site.read(file))).length, file).toBeGreaterThan(1);
  }
  expect(await links.count()).toBeGreaterThan(10);
  await expectNoViolations(page);
});

test('a package of a module in one language weighs no more than 400 KB without its films', ({ site }) => {
  const weights = weighPackages(site);
  // Every module in every language that has all of its lessons.
  expect(new Set(weights.map(({ module }) => module)).size).toBeGreaterThan(10);
  expect(new Set(weights.map(({ locale }) => locale))).toEqual(new Set(site.languages));
  for (const { module, locale, lessons, packed, unpacked, media } of weights) {
    expect(lessons, module).toBeGreaterThan(0);
    expect(packed - media, `${module} in ${locale}`).toBeLessThanOrEqual(packageBar);
    expect(unpacked, module).toBeGreaterThan(packed);
  }
});

test('a module’s code and its files lead to each other', async ({ page }) => {
  await page.goto('az/media-literacy/finding-the-source/use/');
  await page.getByRole('link', { name: 'Bu modulun faylları' }).click();
  await expect(page).toHaveURL(/\/az\/media-literacy\/downloads\/#files-finding-the-source$/u);
  const files = page.locator('section', { has: page.locator('#files-finding-the-source') });
  await expect(files.getByRole('heading', { level: 2 })).toBeInViewport();
  await files.getByRole('link', { name: 'Və ya bu modulu öz səhifənizə yerləşdirin' }).click();
  await expect(page).toHaveURL(/\/az\/media-literacy\/finding-the-source\/use\/$/u);
});

test('where a language has no files, the code leads to the page that says so', async ({ page }) => {
  await page.goto('kk/writing-lessons/exercises/use/');
  await page.getByRole('link', { name: 'Осы модульдің файлдары' }).click();
  await expect(page).toHaveURL(/\/kk\/writing-lessons\/downloads\/$/u);
  await expect(page.getByRole('link', { name: 'English', exact: true }).last()).toBeVisible();
  await expect(page.locator('.import-guide')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`steps of importing in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('unfold for each platform, with drawings and names of menus in its own English', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('kk/media-literacy/downloads/');
      const guides = page.locator('.import-guide');
      await expect(guides.locator('summary')).toHaveText(['Moodle', 'Canvas', 'Blackboard', 'ILIAS', 'Open edX']);
      await expect(guides.locator('svg:visible')).toHaveCount(0);
      for (const guide of await guides.all()) await guide.locator('summary').click();
      const entry = guides.first().locator('.menu-path[lang="en"] li', { hasText: 'SCORM package' });
      await expect(entry).toBeVisible();
      for (const way of await guides.locator('section').all()) {
        await expect(way.locator('svg:visible')).toHaveCount(4);
        expect(await way.getByRole('link').getAttribute('href')).toMatch(/^https:/u);
      }
      // No word in a drawing leaves it.
      const outside = await guides.locator('svg text').evaluateAll((words) =>
        (words as SVGTextElement[]).flatMap((word) => {
          const { left, right } = word.getBoundingClientRect();
          const frame = word.ownerSVGElement?.getBoundingClientRect();
          return frame && left > frame.left && right < frame.right ? [] : [word.textContent];
        }),
      );
      expect(outside).toEqual([]);
      await expectNoViolations(page);
    });
  });

test('nothing scrolls sideways on a small screen, with all steps unfolded', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('ru/media-literacy/downloads/');
  for (const guide of await page.locator('.import-guide').all()) await guide.locator('summary').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
