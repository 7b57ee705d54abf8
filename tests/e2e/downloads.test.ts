import { unzipSync } from 'fflate';
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

test('a package of a module weighs no more than 400 KB without its films', ({ site }) => {
  const packages = [...site.files].filter((file) => /^downloads\/.*\.scorm12\.zip$/u.test(file));
  const modules = packages.filter((file) => !/\/([^/.]+)\/\1\./u.test(file));
  expect(modules.length).toBeGreaterThan(20);
  for (const file of modules) {
    const zip = site.read(file);
    let films = 0;
    unzipSync(zip, {
      filter: ({ name, size }) => {
        if (/\.(?:mp4|webm|mp3|m4a|ogg)$/u.test(name)) films += size;
        return false;
      },
    });
    expect(zip.length - films, file).toBeLessThanOrEqual(400 * 1024);
  }
});

test('nothing scrolls sideways on a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('ru/media-literacy/downloads/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
