import type { Page } from '@playwright/test';
import { reasonsOf, solveExercise } from '#exercise';
import type { Locale } from '#language';
import { answerChoice, choicesOf, hydrate } from './support/actions.ts';
import { checkedState, examplesIn, mistakenResponse, openAfterVisit } from './support/gallery.ts';
import { expect, test } from './support/test.ts';

/** Does what a browser does before it prints, and shows the page as it goes to paper. */
async function print(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('link[media="print"]')).toHaveCount(1);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}

async function stopPrinting(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
}

/** What can be read of each exercise on paper, by its id. */
const exercisesOnPaper = (page: Page) =>
  page
    .locator('[data-exercise]')
    .evaluateAll((exercises) =>
      Object.fromEntries(
        exercises.map((exercise) => [
          (exercise as HTMLElement).dataset['exercise'] ?? '',
          (exercise as HTMLElement).innerText.replace(/\s+/gu, ' ').trim(),
        ]),
      ),
    );

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

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

test('with the theme set to dark a lesson is printed black on white all the same', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('bilig:theme', 'dark');
    localStorage.setItem('bilig:reading', 'contrast-more size-largest');
  });
  await page.emulateMedia({ media: 'print' });
  await page.goto('az/media-literacy/finding-the-source/leave-the-page/');
  const colours = await page.locator('body').evaluate((body) => {
    const { color, backgroundColor, fontSize } = getComputedStyle(body);
    return { color, backgroundColor, fontSize };
  });
  expect(colours).toEqual({ color: 'rgb(20, 41, 43)', backgroundColor: 'rgb(255, 255, 255)', fontSize: '14.6667px' });
});

for (const [name, stateOf] of Object.entries({
  'answered right': ({ exercise }: ReturnType<typeof examplesIn>[number]) =>
    checkedState(exercise, solveExercise(exercise), 'right'),
  'answered wrong': ({ exercise }: ReturnType<typeof examplesIn>[number]) =>
    checkedState(exercise, mistakenResponse(exercise), 'tried'),
  'solved for the learner': ({ exercise }: ReturnType<typeof examplesIn>[number]) =>
    checkedState(exercise, mistakenResponse(exercise), 'shown'),
}))
  test(`every type that is ${name} is printed as the question that it was, and comes back after it`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.goto('en/exercises/');
    await print(page);
    const questions = await exercisesOnPaper(page);
    expect(Object.keys(questions).length).toBe(examplesIn('en').length);
    await stopPrinting(page);

    await openAfterVisit(page, 'en', stateOf);
    const results = page.locator('.exercise-result:visible');
    const before = await results.allInnerTexts();
    expect(before.filter(Boolean).length).toBeGreaterThan(15);
    await print(page);
    expect(await exercisesOnPaper(page)).toEqual(questions);
    await expect(page.locator('[data-exercise] input:checked')).toHaveCount(0);
    await expect(page.locator('.exercise-mark:visible, .exercise-result:visible')).toHaveCount(0);
    await stopPrinting(page);
    expect(await results.allInnerTexts()).toEqual(before);
  });

for (const language of ['en', 'az', 'kk'] as const)
  test(`the key at the end has the number, the title, the answer and every reason of each exercise: ${language}`, async ({
    page,
  }) => {
    await page.goto(`${language}/exercises/`);
    await expect(page.locator('.answer-key')).toHaveCount(0);
    await print(page);
    const key = page.locator('main > .answer-key');
    const examples = new Map(examplesIn(language as Locale).map((example) => [example.fullId, example]));
    const ids = await page.locator('[data-exercise]').evaluateAll((all) => all.map((one) => one.dataset['exercise']));
    const entries = key.locator('.answer-key-entry');
    await expect(entries).toHaveCount(ids.length);
    for (const [index, id] of ids.entries()) {
      const example = examples.get(id ?? '');
      if (!example) throw new Error(`The page shows ${id}, which the content does not have.`);
      const title = (await page.locator('.exercise-head :is(h3, h4)').nth(index).innerText()).trim();
      await expect(entries.nth(index).locator('h3')).toContainText(`${title} · `);
      const text = plain(await entries.nth(index).innerText());
      for (const { reason } of reasonsOf(example.exercise)) expect(text, id).toContain(plain(reason.text));
    }
    await expect(key.locator('summary, button, noscript, details')).toHaveCount(0);
    expect(await key.evaluate((section) => getComputedStyle(section).breakBefore)).toBe('page');
    await stopPrinting(page);
    await expect(page.locator('.answer-key, .exercise-bank')).toHaveCount(0);
  });

test('what a list offers is printed below it, and nothing can be read of what was chosen', async ({ page }) => {
  await page.goto('kk/exercises/');
  const match = page
    .locator('[data-exercise]')
    .filter({ has: page.locator('label.exercise-part-text + .exercise-select') });
  await hydrate(match.first());
  const offered = await match.first().locator('select').first().locator('option:not([value=""])').allTextContents();
  expect(offered.length).toBeGreaterThan(2);
  await match.first().locator('select').first().selectOption({ index: 1 });
  await print(page);
  await expect(match.first().locator('.exercise-bank li')).toHaveText(offered);
  await expect(match.first().locator('select, .exercise-select > span').locator('visible=true')).toHaveCount(0);
});

test.describe('where programs do not arrive', () => {
  test.use({ expectedErrors: [/ERR_FAILED|Error hydrating/u] });

  test('their exercises are printed and in the key, too', async ({ page }) => {
    await page.route(/(?:Choice|LateralRead|ImageLab)\.[^/]*\.js/u, (route) => route.abort());
    await page.goto('tr/exercises/');
    for (const kind of ['choice', 'lateral-read', 'image-lab']) {
      const exercise = page.locator(`[data-exercise^="gallery/${kind}/"]`).first();
      await exercise.scrollIntoViewIfNeeded();
      await expect(exercise.locator('.exercise-answers details')).toBeVisible();
    }
    await print(page);
    await expect(page.locator('.answer-key-entry')).toHaveCount(await page.locator('[data-exercise]').count());
    await expect(page.locator('.exercise-failed:visible, [data-exercise] > * details:visible')).toHaveCount(0);
  });
});

test('a lesson whose text is borrowed has its key in the language of the text', async ({ page }) => {
  await page.goto('uz/media-literacy/finding-the-source/trace-it-back/');
  // As on a page that borrows: its words are the text's own and not the page's.
  await page.locator('[data-lesson-text]').evaluate((text) => text.setAttribute('lang', 'en'));
  await print(page);
  for (const entry of await page.locator('.answer-key-entry').all()) await expect(entry).toHaveAttribute('lang', 'en');
});

test('a browser that makes a PDF gets the key, and the learner goes on where she was', async ({ page }) => {
  await page.goto('en/media-literacy/finding-the-source/whom-to-trust/');
  const exercise = await hydrate(choicesOf(page).first());
  await answerChoice(exercise, 'wrong');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const note = (event: Event) =>
      document.documentElement.setAttribute(
        `data-${event.type}`,
        String(document.querySelectorAll('.answer-key-entry').length),
      );
    for (const type of ['beforeprint', 'afterprint']) window.addEventListener(type, note);
  });
  await page.pdf();
  await expect(page.locator('html')).toHaveAttribute('data-beforeprint', '7');
  await expect(page.locator('html')).toHaveAttribute('data-afterprint', '0');
  await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
});
