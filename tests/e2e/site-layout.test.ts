import { hydrateAll, openLanguageMenu } from './support/actions.ts';
import { expect, test } from './support/test.ts';

const lesson = 'media-literacy/finding-the-source/whom-to-trust/';
const places = [
  '',
  'media-literacy/',
  'media-literacy/finding-the-source/',
  lesson,
  'glossary/',
  'a-z/',
  'sources/',
  'review-dates/',
  'search/',
  'about/',
  'editorial/',
  'corrections/',
  'exercises/',
  'offline/',
  '404/',
];

for (const language of ['az', 'kk', 'ru', 'en'])
  test(`no page in ${language} scrolls sideways on a small phone or at 1280 pixels and 200 %`, async ({ page }) => {
    const faults: string[] = [];
    for (const path of [...places.map((place) => `${language}/${place}`), ...(language === 'en' ? [''] : [])]) {
      await page.goto(path);
      if (path.endsWith(lesson) || path.endsWith('exercises/')) await hydrateAll(page);
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 400 });
        const wide = await page.evaluate(() => {
          const room = document.documentElement.clientWidth;
          const root = document.scrollingElement;
          if (!root || root.scrollWidth <= room) return null;
          const outside = [...document.querySelectorAll('body *')].filter(
            (element) => element.getBoundingClientRect().right > room + 1 && element.checkVisibility(),
          );
          return `${root.scrollWidth}: ${outside
            .map((element) => `${element.tagName}.${element.className}`)
            .slice(0, 4)
            .join(', ')}`;
        });
        if (wide) faults.push(`${path} at ${width}: ${wide}`);
      }
    }
    expect(faults).toEqual([]);
  });

test('the menu of languages stays on a small phone and every language can be reached', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('kk/glossary/');
  const menu = await openLanguageMenu(page);
  for (const link of await menu.locator('a').all()) {
    const box = await link.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  await expect(menu.locator('a')).toHaveCount(site.languages.length);
});

for (const language of ['az', 'kk', 'ru', 'en'])
  test(`nothing moves while a lesson in ${language} loads and its exercises come to life`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Element | null }[];
        })[])
          shifts.push(
            `${entry.value} ${entry.sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ''}`).join(', ')}`,
          );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${language}/${lesson}`, { waitUntil: 'networkidle' });
    await hydrateAll(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    const total = shifts.reduce((sum, shift) => sum + parseFloat(shift), 0);
    expect(total, shifts.join('\n')).toBeLessThanOrEqual(0.01);
  });
