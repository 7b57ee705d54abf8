import type { Locator, Page } from '@playwright/test';
import { formatLesson, formatResults, unopenedLesson, type Result } from '#learner';
import { expect } from './test.ts';

/** The day on which the tests begin; the clock of the page is theirs. */
export const firstDay = new Date('2026-11-26T09:00:00Z');

/** The same hour some days later. */
export function daysLater(days: number): Date {
  return new Date(firstDay.getTime() + days * 86_400_000);
}

/** Entries of a record in which each of the exercises was missed on the first day. */
export function missedOn(ids: readonly string[], change: Partial<Result> = {}): [string, string][] {
  return ids.map((id, index) => {
    const at = firstDay.getTime() + index * 60_000;
    const result = { at, locale: 'kk', try: 1, score: 0, correct: false, confidence: null, hints: 0, ...change };
    return [`results/${id}`, formatResults([result])];
  });
}

/** The entry of a lesson that was finished on the first day. */
export function finishedOn(lesson: string): [string, string] {
  const at = firstDay.getTime();
  return [`lesson/${lesson}`, formatLesson({ ...unopenedLesson(at), finished: { on: true, at } })];
}

/** Opens the page of reviews and waits until it has read the record. */
export async function openReview(page: Page, locale: string): Promise<void> {
  await page.goto(`${locale}/review/`);
  await expect(page.locator('.review-loading')).toHaveCount(0);
}

/** The exercise that is on the screen in a review. */
export function exerciseOf(page: Page): Locator {
  return page.locator('[data-practice] [data-exercise]');
}

export function onward(page: Page): Locator {
  return page.locator('.review-actions .button').first();
}
