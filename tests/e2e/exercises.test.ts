import { wordNames } from '../../src/site/islands/words.ts';
import type { Locator, Page } from '@playwright/test';
import { hydrate, hydrateAll } from './support/actions.ts';
import { expect, test } from './support/test.ts';

// The words of lessons change; these tests work by permanent ids and read the key where a browser gets it: the page.

const leavePage = 'media-literacy/finding-the-source/leave-the-page/';
const whomToTrust = 'media-literacy/finding-the-source/whom-to-trust/';

async function open(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(path);
  return hydrate(page.locator(`[data-exercise$="/${id}"]`));
}

const option = (exercise: Locator, id: string) => exercise.locator(`input[value="${id}"]`);
/** The whole card of an option, which can be clicked anywhere. */
const card = (exercise: Locator, id: string) => exercise.locator(`.exercise-option:has(input[value="${id}"])`);
const main = (exercise: Locator) => exercise.locator('.exercise-actions button').first();
const result = (exercise: Locator) => exercise.getByRole('status');

/** The island's properties, unpacked from Astro's form of them. */
async function propsOf(exercise: Locator): Promise<Record<string, unknown>> {
  const json = await exercise.locator('astro-island').getAttribute('props');
  const unpack = (packed: unknown): unknown => {
    const [kind, value] = packed as [number, unknown];
    if (kind === 1) return (value as unknown[]).map(unpack);
    return typeof value === 'object' && value !== null ? unpackAll(value) : value;
  };
  const unpackAll = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part)]));
  return unpackAll(JSON.parse(json ?? '{}') as object);
}

test('with the mouse: wrong, again, right; kept over a reload', async ({ page }) => {
  const exercise = await open(page, `en/${leavePage}`, 'timurs-tab');
  await card(exercise, 'advert').click({ position: { x: 200, y: 8 } });
  await main(exercise).click();
  await expect(main(exercise)).toHaveText('Try again');
  await expect(result(exercise)).toContainText('Attempts left: 2');
  await expect(result(exercise)).toContainText('First place in a list can be bought.');
  await main(exercise).click();
  await card(exercise, 'organiser').click({ position: { x: 200, y: 8 } });
  await main(exercise).click();
  await expect(result(exercise)).toContainText('Right.');
  await page.reload();
  await hydrate(exercise);
  await expect(result(exercise)).toContainText('Right.');
  await expect(option(exercise, 'organiser')).toBeChecked();
  await expect(page.locator('[data-progress]')).toHaveText('Exercises answered: 1 of 6');
});

test('with the keyboard alone: choice, order and short answer, the focus never lost', async ({ page }) => {
  const choice = await open(page, `en/${leavePage}`, 'timurs-tab');
  await option(choice, 'copies').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(option(choice, 'organiser')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(main(choice)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(result(choice)).toContainText('Right.');
  await expect(main(choice)).toBeFocused();

  const order = await hydrate(page.locator('[data-exercise$="/five-minutes"]'));
  const { steps } = (await propsOf(order)) as { steps: { content: string }[] };
  for (const [index, { content: text }] of steps.entries()) {
    const up = order.getByRole('button', { name: `Move up: ${text}` });
    await up.focus();
    while ((await placeOf(order, text)) > index) {
      await page.keyboard.press('Enter');
      await expect(up).toBeFocused();
    }
  }
  await main(order).focus();
  await page.keyboard.press('Space');
  await expect(result(order)).toContainText('Right.');

  const short = await hydrate(page.locator('[data-exercise$="/name-the-move"]'));
  await short.getByRole('textbox').focus();
  await page.keyboard.type('LATERAL  Reading');
  await page.keyboard.press('Enter');
  await expect(result(short)).toContainText('Right.');
  await expect(short.getByRole('textbox')).toBeFocused();
});

async function placeOf(order: Locator, text: string): Promise<number> {
  const texts = await order.locator('.exercise-step > span:first-child').allTextContents();
  return texts.indexOf(text);
}

test('match and categorise: incomplete costs nothing, then every part right', async ({ page }) => {
  const match = await open(page, `en/${whomToTrust}`, 'question-and-place');
  const { pairs } = (await propsOf(match)) as { pairs: { content: string; partner: string }[] };
  for (const [index, { content, partner }] of pairs.entries()) {
    await match.getByRole('combobox', { name: content }).selectOption({ label: partner });
    if (index > 0) continue;
    await main(match).click();
    await expect(result(match)).toContainText('Something is still open');
  }
  await main(match).click();
  await expect(result(match)).toContainText('Right.');

  const sort = await hydrate(page.locator('[data-exercise$="/sort-signals"]'));
  const { cards } = (await propsOf(sort)) as { cards: { content: string; group: string }[] };
  for (const { content, group } of cards) {
    await sort.getByRole('radiogroup', { name: content }).locator(`input[value="${group}"]`).check();
  }
  await main(sort).click();
  await expect(result(sort)).toContainText('Right.');
});

test('answers and drafts stay when the language changes in the middle', async ({ page }) => {
  const tabs = await open(page, `kk/${leavePage}`, 'lake-tabs');
  await option(tabs, 'town-board').check();
  await option(tabs, 'likes').check();
  const short = await hydrate(page.locator('[data-exercise$="/name-the-move"]'));
  await short.getByRole('textbox').fill('қатарлас оқу');
  await main(short).click();
  const right = await result(short).locator('strong').first().textContent();

  const inRussian = await open(page, `ru/${leavePage}`, 'lake-tabs');
  await expect(option(inRussian, 'town-board')).toBeChecked();
  await option(inRussian, 'likes').uncheck();
  await option(inRussian, 'newspaper').check();
  await main(inRussian).click();

  const inAzerbaijani = await open(page, `az/${leavePage}`, 'lake-tabs');
  await expect(option(inAzerbaijani, 'newspaper')).toBeChecked();
  await expect(option(inAzerbaijani, 'likes')).not.toBeChecked();
  await expect(result(inAzerbaijani)).not.toBeEmpty();
  const shortInAzerbaijani = await hydrate(page.locator('[data-exercise$="/name-the-move"]'));
  const { accepted } = (await propsOf(shortInAzerbaijani)) as { accepted: string[] };
  const words = JSON.parse((await page.locator('[data-exercise-words]').textContent()) ?? '[]') as string[];
  const rightInAzerbaijani = words[wordNames.indexOf('right')] ?? '';
  await expect(result(shortInAzerbaijani)).toContainText(rightInAzerbaijani);
  await expect(result(shortInAzerbaijani)).toContainText(accepted[0] ?? '');
  expect(right).not.toBe(rightInAzerbaijani);
});

for (const locale of ['en', 'kk']) {
  test(`before it is earned, no reason and no answer stands in the page's text or attributes: ${locale}`, async ({
    page,
  }) => {
    for (const path of [leavePage, whomToTrust]) {
      await page.goto(`${locale}/${path}`);
      await hydrateAll(page);
      for (const exercise of await page.locator('[data-exercise]').all()) {
        const props = await propsOf(exercise);
        const parts = ['options', 'pairs', 'cards', 'steps', 'foreseen'].flatMap((name) => props[name] ?? []);
        const reasons = [
          ...(parts as { reason: string }[]).map(({ reason }) => reason),
          props['reason'],
          props['otherwise'],
        ];
        const markup = await exercise.locator('.exercise-body').evaluate((body) => body.outerHTML);
        const revealed = reasons.filter((reason) => typeof reason === 'string' && reason && markup.includes(reason));
        expect(revealed).toEqual([]);
        expect(markup).not.toMatch(/data-(?:key|correct|right)|exercise-mark/u);
        for (const answer of (props['accepted'] ?? []) as string[]) expect(markup).not.toContain(answer);
        // The parts of an order, a match or a set of cards do not stand in the author's order, which is the answer.
        for (const [name, selector] of [
          ['steps', '.exercise-step > span:first-child'],
          ['cards', '.exercise-part-text'],
        ] as const) {
          const written = (props[name] as { content: string }[] | undefined)?.map(({ content }) => content);
          if (written) expect(await exercise.locator(selector).allTextContents()).not.toEqual(written);
        }
      }
    }
  });
}

test('where storage is refused the exercise works and the page says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  const exercise = await open(page, `en/${leavePage}`, 'beekeepers');
  await option(exercise, 'false').check();
  await exercise.getByRole('radio', { name: 'Certain' }).check();
  await main(exercise).click();
  await expect(result(exercise)).toContainText('You were certain.');
  await expect(page.locator('[data-progress]')).toHaveText('Exercises answered: 1 of 6');
  await expect(page.locator('[data-progress-denied]')).toBeVisible();
});

test('an answer given before the program arrives is kept', async ({ page }) => {
  let release = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (release = resolve));
  await page.route(/Choice\.[^/]*\.js/u, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(`en/${leavePage}`);
  const exercise = page.locator('[data-exercise$="/timurs-tab"]');
  const several = page.locator('[data-exercise$="/lake-tabs"]');
  await option(exercise, 'organiser').check();
  await option(several, 'newspaper').check();
  await option(several, 'town-board').check();
  release();
  await hydrate(exercise);
  await hydrate(several);
  await expect(option(exercise, 'organiser')).toBeChecked();
  await main(exercise).click();
  await expect(result(exercise)).toContainText('Right.');
  await main(several).click();
  await expect(result(several)).toContainText('2 of 3');
});

test('hints and the answer: buttons that go away hand the focus on', async ({ page }) => {
  const exercise = await open(page, `en/${leavePage}`, 'sleep-cover');
  await expect(exercise.getByRole('button', { name: 'Show the answer' })).toHaveCount(0);
  await option(exercise, 'true').check();
  await main(exercise).click();
  await exercise.getByRole('button', { name: 'Show the answer' }).click();
  await expect(main(exercise)).toHaveText('Start again');
  await expect(main(exercise)).toBeFocused();
  await main(exercise).click();
  await expect(main(exercise)).toHaveText('Check');
  await expect(exercise.locator('input:checked')).toHaveCount(0);
});

test('a lesson is marked as finished, shown in its module, and taken back', async ({ page }) => {
  await page.goto(`en/${leavePage}`);
  await expect(page.locator('[data-progress-denied]')).toBeHidden();
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await expect(page.getByText('You have finished this lesson.')).toBeVisible();
  await page.goto('en/media-literacy/finding-the-source/');
  await expect(page.locator('[data-lesson-id$="/leave-the-page"]')).toContainText('Finished');
  await expect(page.getByText('Finished', { exact: true })).toHaveCount(1);
  await page.goto(`en/${leavePage}`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.goto('en/media-literacy/finding-the-source/');
  await expect(page.getByText('Finished', { exact: true })).toHaveCount(0);
});

test('two tabs work on one lesson without undoing each other', async ({ page, context }) => {
  const here = await open(page, `en/${leavePage}`, 'timurs-tab');
  const other = await context.newPage();
  const there = await open(other, `en/${leavePage}`, 'beekeepers');
  await option(there, 'true').check();
  await main(there).click();
  await option(here, 'organiser').check();
  await main(here).click();
  await expect(page.locator('[data-progress]')).toHaveText('Exercises answered: 2 of 6');
  const restored = await hydrate(page.locator('[data-exercise$="/beekeepers"]'));
  await expect(result(restored)).toContainText('Right.');
  await other.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the question and its options can be read, nothing pretends to check, and answers wait behind a fold', async ({
    page,
  }) => {
    await page.goto(`az/${whomToTrust}`);
    for (const exercise of await page.locator('[data-exercise]').all()) {
      await expect(exercise.locator('.exercise-prompt')).toBeVisible();
      await expect(exercise.locator('.exercise-actions')).toBeHidden();
      await expect(exercise.locator('dd').first()).toBeHidden();
      await exercise.locator('summary').click();
      await expect(exercise.locator('dd').first()).toBeVisible();
    }
    await expect(page.locator('.lesson-progress')).toBeHidden();
  });
});

test.describe('when the program does not arrive', () => {
  test.use({ expectedErrors: [/Failed to load resource|Error hydrating/u] });
  test('the exercise says so and the answers stand below', async ({ page }) => {
    await page.route(/Choice\.[^/]*\.js/u, (route) => route.abort());
    await page.goto(`en/${leavePage}`);
    const exercise = page.locator('[data-exercise$="/first-habit"]');
    await exercise.scrollIntoViewIfNeeded();
    await expect(exercise.getByText('This exercise could not be loaded.')).toBeVisible();
    await exercise.locator('summary').click();
    await expect(exercise.locator('dd').first()).toBeVisible();
    await expect(exercise.locator('.exercise-actions')).toBeHidden();
  });
});

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });
  test('nothing sticks out and every target is large enough', async ({ page }) => {
    await page.goto(`kk/${whomToTrust}`);
    await hydrateAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const tooSmall = await page
      .locator('.exercise :is(button, label:has(input), select, input[type="text"])')
      .evaluateAll((targets) =>
        targets
          .map((target) => ({ box: target.getBoundingClientRect(), html: target.outerHTML.slice(0, 80) }))
          .filter(({ box }) => box.width < 44 || box.height < 44 || box.right > 320),
      );
    expect(tooSmall).toEqual([]);
    const exercise = page.locator('[data-exercise$="/sort-signals"]');
    await exercise.getByRole('radiogroup').first().locator('label').last().tap();
    await expect(exercise.getByRole('radiogroup').first().getByRole('radio').last()).toBeChecked();
  });
});

test('an exercise that comes to life before the page has arrived speaks all its words', async ({ page, site }) => {
  for (const { document, path } of site.pages.filter(({ document }) => document.querySelector('[data-exercise]'))) {
    const words = document.querySelector('[data-exercise-words]');
    const first = document.querySelector('[data-exercise]');
    // 4: DOCUMENT_POSITION_FOLLOWING
    expect(words && first && words.compareDocumentPosition(first) & 4, path).toBe(4);
  }
  await page.goto(`kk/${leavePage}`);
  await expect(page.locator('.exercise-actions button').first()).not.toBeEmpty();
});
