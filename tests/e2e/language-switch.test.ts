import type { Frame, Locator, Page } from '@playwright/test';
import { parseAttempt, parseResults } from '#learner';
import { hydrate } from './support/actions.ts';
import { choicesIn, openChosen, words } from './support/offline.ts';
import { wholeRecord } from './support/record.ts';
import { expect, test } from './support/test.ts';

// One record across languages: a learner who changes the language in the middle goes on where she was.

const lesson = 'media-literacy/finding-the-source/leave-the-page';
const section = 'watch-an-expert-do-it';

type Place = Page | Frame;

const exerciseAt = (place: Place, id: string) => place.locator(`[data-exercise="${lesson}/${id}"]`);
const option = (exercise: Locator, id: string) => exercise.locator(`input[value="${id}"]`);
const main = (exercise: Locator) => exercise.locator('.exercise-actions button').first();
const hints = (exercise: Locator) => exercise.locator('.exercise-hints p');

/** Follows the menu to a language, and waits for the lesson there. */
async function switchTo(place: Place, locale: string): Promise<void> {
  const menu = place.locator('[data-language-menu]');
  await menu.locator('summary').click();
  await expect(menu).toHaveAttribute('open', '');
  await menu.locator(`a[hreflang="${locale}"]`).click();
  await place.waitForURL(new RegExp(`/${locale}/${lesson}/`, 'u'));
  await expect(place.locator(`article[lang="${locale}"]`)).toBeVisible();
}

/** The section that stands in the upper half of the window. */
function sectionInView(place: Place): Promise<string> {
  return place.evaluate(() => {
    const headings = [...document.querySelectorAll<HTMLElement>('h2[data-section]')];
    return headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).at(-1)?.id ?? '';
  });
}

/** A wrong answer and two hints in Kazakh, another wrong one in Russian, the right one in Azerbaijani. */
async function answerInThreeLanguages(place: Place): Promise<void> {
  let exercise = await hydrate(exerciseAt(place, 'timurs-tab'));
  await option(exercise, 'advert').check();
  await main(exercise).click();
  await expect(exercise).toContainText('2');
  await exercise.locator('.exercise-actions button', { hasText: 'Кеңес' }).click();
  await exercise.locator('.exercise-actions button', { hasText: 'Кеңес' }).click();
  await expect(hints(exercise)).toHaveCount(2);
  const several = await hydrate(exerciseAt(place, 'lake-tabs'));
  await option(several, 'newspaper').check();
  await place.locator(`#${section}`).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));

  await switchTo(place, 'ru');
  await expect.poll(() => sectionInView(place)).toBe(section);
  exercise = await hydrate(exerciseAt(place, 'timurs-tab'));
  await expect(option(exercise, 'advert')).toBeChecked();
  await expect(hints(exercise)).toHaveCount(2);
  await main(exercise).click();
  await option(exercise, 'blog').check();
  await main(exercise).click();
  await expect(exercise.getByRole('status')).toContainText('1');
  await place.locator(`#${section}`).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));

  await switchTo(place, 'az');
  await expect.poll(() => sectionInView(place)).toBe(section);
  exercise = await hydrate(exerciseAt(place, 'timurs-tab'));
  await expect(option(exercise, 'blog')).toBeChecked();
  await main(exercise).click();
  await option(exercise, 'organiser').check();
  await main(exercise).click();
  await expect(exercise.locator('.exercise-result-right')).toBeVisible();
  await expect(option(await hydrate(exerciseAt(place, 'lake-tabs')), 'newspaper')).toBeChecked();
  await expect(place.locator('[data-progress]')).toContainText('1');
}

test('a lesson begun in Kazakh goes on in Russian and ends in Azerbaijani, with one record of it', async ({ page }) => {
  await page.goto(`kk/${lesson}/`);
  await answerInThreeLanguages(page);
  const record = await wholeRecord(page);
  const signature = (await exerciseAt(page, 'timurs-tab').getAttribute('data-signature')) ?? '';
  const attempt = parseAttempt(record.get(`attempt/${lesson}/timurs-tab`) ?? null, signature);
  expect(attempt).toMatchObject({ phase: 'right', used: 3, hints: 2, first: 0, best: 1 });
  const results = parseResults(record.get(`results/${lesson}/timurs-tab`) ?? null);
  expect(results.map((result) => [result.locale, result.try, result.correct])).toEqual([
    ['kk', 1, false],
    ['ru', 2, false],
    ['az', 3, true],
  ]);
});

test.describe('without a network', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/u] });
  test('a course kept in three languages is gone through in all of them', async ({ page, context }) => {
    await openChosen(page, 'kk');
    const choices = choicesIn(page);
    for (const name of ['Русский', 'Azərbaycan dili']) await choices.filter({ hasText: name }).locator('input').check();
    await page.getByRole('button', { name: words.kk.keep }).click();
    await expect(page.locator('.offline-said')).toHaveText(words.kk.done, { timeout: 50_000 });
    await context.setOffline(true);
    await page.goto(`kk/${lesson}/`);
    await answerInThreeLanguages(page);
  });
});

test('in a frame of another site, where the browser keeps nothing, the work goes along', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await page.setContent(`<iframe src="${baseURL}kk/${lesson}/" width="360" height="700"></iframe>`);
  const frame = page.frames().find((one) => one.url().includes('/kk/'));
  if (!frame) throw new Error('The frame has not opened.');
  await answerInThreeLanguages(frame);
  // The lesson after this one knows it too, and nothing is left in the window's name for a site that follows.
  expect(await frame.evaluate(() => window.name)).toBe('');
  await frame.locator('a[rel="next"]').click();
  await frame.waitForURL(/\/az\/.*trace-it-back\//u);
  await frame.locator('a[rel="prev"]').click();
  await frame.waitForURL(/\/az\/.*leave-the-page\//u);
  await expect(exerciseAt(frame, 'timurs-tab')).toBeVisible();
  await expect(option(await hydrate(exerciseAt(frame, 'timurs-tab')), 'organiser')).toBeChecked();
});
