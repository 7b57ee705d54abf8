import { frameSnippet, scriptSnippet } from '../../src/site/embed-snippets.ts';
import { expectNoViolations } from './support/axe.ts';
import { isLesson } from './support/built-site.ts';
import { hostPage } from './support/host-page.ts';
import { expect, test } from './support/other-site.ts';

// The page on which a lecturer chooses what to show in a page of hers, and what programs read that embed by address.

const module = 'media-literacy/finding-the-source';
const lesson = `${module}/leave-the-page`;
const codeOf = (name: 'frame' | 'script') => `[data-use-code="${name}"]`;

test('the code follows what is chosen, is copied, and shows that in a page of another site', async ({
  page,
  context,
  otherSite,
  site,
  root,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`en/${module}/use/`);
  const preview = page.frameLocator('[data-use-frame]');
  await expect(preview.locator('h1')).toHaveText('Finding the source');
  await page.getByLabel('What to show').selectOption('leave-the-page/timurs-tab');
  await page.getByRole('radio', { name: 'Қазақ тілі' }).check();
  await page.getByLabel('Dark').check();
  await expect(preview.locator('h1')).toHaveText('2-жаттығу');
  await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
  const published = site.address + site.base;
  const chosen = {
    site: published,
    language: 'kk',
    path: [...lesson.split('/'), 'timurs-tab'],
    title: '2-жаттығу · Беттен шығыңыз',
    theme: 'dark' as const,
  };
  await expect(page.locator(codeOf('frame'))).toHaveText(frameSnippet(chosen));
  await expect(page.locator(codeOf('script'))).toHaveText(scriptSnippet(chosen));
  for (const name of ['frame', 'script'] as const) {
    const part = page.locator('.use-code').filter({ has: page.locator(codeOf(name)) });
    await part.getByRole('button').click();
    await expect(part.getByRole('status')).toHaveText('Copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    otherSite.publish(`/${name}`, hostPage(copied.replaceAll(published, root)));
  }
  for (const name of ['frame', 'script']) {
    await page.goto(`${otherSite.origin}/${name}`);
    await expect(page.locator('iframe')).toHaveAttribute('title', chosen.title);
    await expect(page.frameLocator('iframe').locator('h1')).toHaveText('2-жаттығу');
    await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});

test('languages that learners may change to stand in the code and above the preview', async ({ page, site }) => {
  await page.goto(`kk/${module}/use/`);
  const also = (tag: string) => page.locator(`input[name="also"][value="${tag}"]`);
  // The one that opens first is no other.
  await expect(also('kk')).toBeDisabled();
  for (const tag of ['az', 'ru']) await also(tag).check();
  const chosen = {
    site: site.address + site.base,
    language: 'kk',
    also: ['az', 'ru'],
    path: module.split('/'),
    title: 'Дереккөзді табу',
  };
  await expect(page.locator(codeOf('frame'))).toHaveText(frameSnippet(chosen));
  await expect(page.locator(codeOf('script'))).toHaveText(scriptSnippet(chosen));
  const row = page.frameLocator('[data-use-frame]').locator('.embed-languages a');
  await expect(row).toHaveText(['Қазақ тілі', 'Azərbaycan dili', 'Русский']);
  await page.locator('input[name="language"][value="az"]').check();
  await expect(also('az')).toBeDisabled();
  await expect(page.locator(codeOf('script'))).toContainText('languages="az,ru"');
  await also('ru').uncheck();
  await expect(page.locator(codeOf('script'))).toContainText(' language="az"');
  await expect(row).toHaveCount(0);
});

test('the preview is as wide as is chosen, and the page never wider than its window', async ({ page }) => {
  await page.goto(`kk/${module}/use/`);
  for (const [window, choice, width] of [
    [1280, '320', 320],
    [1280, '768', 768],
    [390, '768', 768],
    [320, '320', 320],
  ] as const) {
    await page.setViewportSize({ width: window, height: 800 });
    await page.locator(`input[name="width"][value="${choice}"]`).check();
    const inner = () => page.locator('[data-use-frame]').evaluate((frame) => frame.clientWidth);
    await expect.poll(inner).toBe(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(window);
  }
});

test('a lesson and a module lead to it, and the lesson is chosen already', async ({ page }) => {
  await page.goto(`az/${module}/trace-it-back/`);
  await page.getByRole('link', { name: 'Kursunuzda istifadə edin' }).click();
  await expect(page.locator('h1')).toHaveText('Bu modulu öz kursunuzda istifadə edin');
  await expect(page.locator('select')).toHaveValue('trace-it-back');
  await expect(page.locator(codeOf('frame'))).toContainText(`embed/az/${module}/trace-it-back/`);
  await page.goto(`az/${module}/`);
  await page.getByRole('link', { name: 'Kursunuzda istifadə edin' }).click();
  await expect(page.locator('select')).toHaveValue('');
});

for (const width of [390, 1280])
  test(`axe finds nothing on it at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`kk/${module}/use/`);
    await expect(page.frameLocator('[data-use-frame]').locator('h1')).toBeVisible();
    await expectNoViolations(page);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it shows the whole module and its code', async ({ page, site }) => {
    await page.goto(`ru/${module}/use/`);
    await expect(page.locator('.notice')).toContainText('JavaScript');
    await expect(page.locator('form.use-form')).toBeHidden();
    await expect(page.locator(codeOf('frame'))).toContainText(`${site.address}${site.base}embed/ru/${module}/`);
    await expect(page.locator('[data-use-copy]:visible')).toHaveCount(0);
    await expect(page.frameLocator('[data-use-frame]').locator('h1')).toBeVisible();
  });
});

interface Oembed {
  readonly [field: string]: unknown;
  readonly html: string;
}

test('every module, and every lesson in a frame, names an oEmbed description by which it can be embedded', ({
  site,
}) => {
  let described = 0;
  for (const page of [...site.pages, ...site.embeds]) {
    const [link] = /<link rel="alternate" type="application\/json\+oembed"[^>]*>/u.exec(page.html) ?? [];
    // Lessons as readers open them have no byte to spare. A single exercise has six parts in its address.
    const path = page.path.replace(/^embed\//u, '');
    const canBeEmbedded = path.endsWith('/') && site.files.has(`embed/${path}index.html`);
    const isDescribed = canBeEmbedded && !isLesson(page) && path.split('/').length < 6;
    expect(link !== undefined, page.path).toBe(isDescribed);
    if (!link) continue;
    described++;
    const href = /href="([^"]*)"/u.exec(link)?.[1] ?? '';
    expect(href, page.path).toBe(`${site.address}${site.base}oembed/${path.slice(0, -1)}.json`);
    const oembed = JSON.parse(site.read(site.resolve(href, page)?.file ?? '').toString()) as Oembed;
    // What oEmbed 1.0 asks for of the type `rich`, with what belongs together in one piece.
    expect(oembed, page.path).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: expect.stringMatching(/\S/u),
      provider_name: 'Bilig',
      provider_url: site.address + site.base,
      width: expect.any(Number),
      height: expect.any(Number),
      thumbnail_width: expect.any(Number),
      thumbnail_height: expect.any(Number),
    });
    const src = /^<iframe src="([^"]*)"/u.exec(oembed.html)?.[1] ?? '';
    expect(src, page.path).toBe(`${site.address}${site.base}embed/${path}`);
    expect(site.files.has(site.resolve(src, page)?.file ?? ''), src).toBe(true);
    expect(site.files.has(site.resolve(String(oembed['thumbnail_url']), page)?.file ?? '')).toBe(true);
  }
  expect(described).toBeGreaterThan(site.languages.length * 8);
});
