import { frameSnippet, scriptSnippet } from '../../src/site/embed-snippets.ts';
import { expectNoViolations } from './support/axe.ts';
import { hydrate } from './support/actions.ts';
import { boxOf, expectFullHeight, frameOf, hostPage, openHostPage } from './support/host-page.ts';
import { answerWith, exerciseIn, expectAnswer, lesson } from './support/lesson.ts';
import { expect, test } from './support/other-site.ts';
import { refuseStorage } from './support/refuse-storage.ts';

// Several languages in one frame: the lecturer says which, the learner chooses among them.

const module = 'media-literacy/finding-the-source';
const row = '.embed-languages a';

test('a learner changes the language of a plain frame at her section, with storage refused, and keeps her answers', async ({
  page,
  otherSite,
  root,
}) => {
  await refuseStorage(page);
  const code = frameSnippet({
    site: root,
    language: 'kk',
    also: ['az', 'en'],
    path: lesson.split('/'),
    title: 'Беттен шығыңыз',
    theme: 'dark',
  });
  otherSite.publish('/', hostPage(code), `default-src 'none'; frame-src ${new URL(root).origin}`);
  await page.goto(otherSite.origin);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator(row)).toHaveText(['Қазақ тілі', 'Azərbaycan dili', 'English']);
  await expect(inside.locator(`${row}[aria-current]`)).toHaveText('Қазақ тілі');
  await answerWith(inside, 'organiser');
  await inside.getByRole('link', { name: 'Azərbaycan dili' }).click();
  await expect(inside.locator('html')).toHaveAttribute('lang', 'az');
  await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(inside.locator(`${row}[aria-current]`)).toHaveText('Azərbaycan dili');
  await expectAnswer(inside, 'organiser');
  // What was chosen goes along to the next lesson, and the choice with it.
  await inside.locator('a[rel="next"]').click();
  await expect(inside.locator('h1')).toHaveText('İzini tutun');
  await expect(inside.locator(row)).toHaveCount(3);
  await inside.getByRole('link', { name: 'English', exact: true }).click();
  await expect(inside.locator('html')).toHaveAttribute('lang', 'en');
});

test('another language opens at the section that is in sight', async ({ page }) => {
  await page.goto(`embed/az/${lesson}/?languages=az,kk`);
  const heading = page.locator('[data-section]').nth(2);
  await heading.evaluate((section) => section.scrollIntoView());
  await expect.poll(() => heading.evaluate((section) => section.getBoundingClientRect().top)).toBeLessThan(100);
  const id = (await heading.getAttribute('id')) ?? '';
  await page.locator(row).filter({ hasText: 'Қазақ тілі' }).dispatchEvent('click');
  await expect(page).toHaveURL(new RegExp(`/embed/kk/.*\\?languages=az,kk#${encodeURIComponent(id)}$`, 'u'));
});

test('the element begins with the first of its languages, whatever the page around speaks, and follows its attributes', async ({
  page,
  otherSite,
  root,
}) => {
  const code = scriptSnippet({
    site: root,
    language: 'az',
    also: ['kk'],
    path: module.split('/'),
    title: 'Mənbəni tapmaq',
  });
  const [, element = ''] = code.split('\n');
  await openHostPage(page, { otherSite, root }, element.replace('<bilig-module', '$& id="week"'));
  await expect(boxOf(page, 'week')).toHaveAttribute('src', `${root}embed/az/${module}/?languages=az%2Ckk`);
  await expect(frameOf(page, 'week').locator(row)).toHaveText(['Azərbaycan dili', 'Қазақ тілі']);
  await expectFullHeight(page, 'week');
  await frameOf(page, 'week').getByRole('link', { name: 'Қазақ тілі' }).click();
  await expect(frameOf(page, 'week').locator('html')).toHaveAttribute('lang', 'kk');
  await expectFullHeight(page, 'week');
  const set = (name: string, value: string) =>
    page.locator('#week').evaluate((week, [key, text]) => week.setAttribute(key, text), [name, value] as const);
  await set('language', 'ru');
  await expect(frameOf(page, 'week').locator('html')).toHaveAttribute('lang', 'ru');
  await set('languages', 'ru,ky');
  await expect(frameOf(page, 'week').locator(row)).toHaveText(['Русский', 'Кыргызча']);
});

test('nothing is offered where nobody asks for it, or for what is not there', async ({ page }) => {
  for (const query of ['', '?languages=kk', '?languages=xx,..,kk', `?languages=${encodeURIComponent('<b>,"')}`]) {
    await page.goto(`embed/kk/${lesson}/timurs-tab/${query}`);
    await hydrate(exerciseIn(page));
    await expect(page.locator(row), query).toHaveCount(0);
  }
});

test('the row has nothing for axe to find and fits 320 pixels with all seven languages', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto(`embed/kk/${module}/?languages=${site.languages.join()}`);
  await expect(page.getByRole('navigation', { name: 'Тіл' }).getByRole('link')).toHaveCount(site.languages.length);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectNoViolations(page);
});
