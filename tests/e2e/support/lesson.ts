import type { FrameLocator, Locator, Page } from '@playwright/test';
import { parseResults } from '#learner';
import { expect } from './test.ts';
import { hydrate } from './actions.ts';
import { wholeRecord } from './record.ts';

// One exercise of the course, answered the same way by every test of the record.

export const lesson = 'media-literacy/finding-the-source/leave-the-page';
const fullId = `${lesson}/timurs-tab`;
export const attemptOfIt = `attempt/${fullId}`;
export const resultsOfIt = `results/${fullId}`;

/** Right is `organiser`, wrong are `advert` and `blog`; three answers may be given. */
type Answer = 'advert' | 'blog' | 'organiser';

export const exerciseIn = (place: Page | FrameLocator): Locator => place.locator(`[data-exercise="${fullId}"]`);
export const optionOf = (exercise: Locator, answer: Answer) => exercise.locator(`input[value="${answer}"]`);
const main = (exercise: Locator) => exercise.locator('.exercise-actions button').first();

/** Chooses an answer and has it checked; an exercise that was answered before is tried again, or begun anew. */
export async function answerWith(place: Page | FrameLocator, answer: Answer): Promise<void> {
  const exercise = await hydrate(exerciseIn(place));
  if (await optionOf(exercise, answer).isDisabled()) await main(exercise).click();
  await optionOf(exercise, answer).check();
  await main(exercise).click();
  await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
}

/** Expects the exercise to show an answer as checked. */
export async function expectAnswer(place: Page | FrameLocator, answer: Answer): Promise<void> {
  const exercise = await hydrate(exerciseIn(place));
  await expect(optionOf(exercise, answer)).toBeChecked();
  await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
}

/** Whether the checked answers in the database were right, the oldest first. */
export async function answersKept(page: Page): Promise<boolean[]> {
  const json = (await wholeRecord(page)).get(resultsOfIt) ?? null;
  return parseResults(json).map(({ correct }) => correct);
}

export const noticeIn = (place: Page | FrameLocator): Locator => place.locator('[data-record-notice]');
