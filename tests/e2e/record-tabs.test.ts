import type { Page } from '@playwright/test';
import { choicesOf, answerChoice, hydrate } from './support/actions.ts';
import { answersKept, answerWith, attemptOfIt, exerciseIn, expectAnswer, lesson, optionOf } from './support/lesson.ts';
import { readRecord, wholeRecord } from './support/record.ts';
import { expect, test } from './support/test.ts';

test('two tabs answer different exercises, and neither loses anything of the other', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await Promise.all([one.goto(`kk/${lesson}/`), other.goto(`az/${lesson}/`)]);
  const [first, second] = [choicesOf(one).nth(0), choicesOf(other).nth(1)];
  await Promise.all([hydrate(first), hydrate(second)]);
  await Promise.all([answerChoice(first, 'right'), answerChoice(second, 'wrong')]);
  await one.reload();
  for (const exercise of [choicesOf(one).nth(0), choicesOf(one).nth(1)])
    await expect((await hydrate(exercise)).locator('.exercise-result')).not.toBeEmpty();
  const results = [...(await wholeRecord(one)).keys()].filter((key) => key.startsWith('results/'));
  expect(results).toHaveLength(2);
});

/** Goes to another tab. Playwright lets every page believe that it has the focus, so the focus is taken from this one. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
}

test('two tabs answer the same exercise in turn, and every answer counts', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await Promise.all([one.goto(`uz/${lesson}/`), other.goto(`ky/${lesson}/`)]);
  await Promise.all([one, other].map((page) => hydrate(exerciseIn(page))));
  await answerWith(one, 'advert');
  await leave(one);
  // The other tab has heard of it and goes on from there.
  await expectAnswer(other, 'advert');
  await answerWith(other, 'blog');
  await leave(other);
  await expectAnswer(one, 'blog');
  await answerWith(one, 'organiser');
  await expect.poll(() => answersKept(one)).toEqual([false, false, true]);
});

test('what is erased in one tab is not written back by another, not even by work in progress', async ({ context }) => {
  const [panel, work] = [await context.newPage(), await context.newPage()];
  await work.goto(`tr/${lesson}/`);
  await answerWith(work, 'advert');
  await panel.goto('tr/learning/');
  await panel.locator('[data-record-erase]').click();
  await panel.locator('[data-record-erase-now]').click();
  await expect(panel.locator('[data-record-status]')).not.toBeEmpty();
  // The exercise in the other tab begins anew, and knows nothing of the answer that was erased.
  const exercise = exerciseIn(work);
  await expect(exercise.locator('.exercise-result')).toBeEmpty();
  await expect(optionOf(exercise, 'advert')).not.toBeChecked();
  expect(await readRecord(panel, attemptOfIt)).toBeNull();
  await answerWith(work, 'organiser');
  await expect.poll(() => answersKept(work)).toEqual([true]);
});
