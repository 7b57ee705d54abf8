import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { attemptKey, parseAttemptEntry, parseResults, type Result } from '#learner';
import { answerChoice, choicesOf, hydrate } from '../support/actions.ts';
import { startBrowser, type OwnBrowser } from '../support/own-browser.ts';
import { wholeRecord } from '../support/record.ts';

// The battery gives out, the system ends the browser: between any two answers, fifty times with one profile.

const lesson = 'kk/media-literacy/finding-the-source/leave-the-page/';
const kills = 50;

let profile = '';
let browser: OwnBrowser | undefined;

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'bilig-profile-'));
});

test.afterEach(async () => {
  await browser?.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** All checked answers of the record, the oldest first, with the exercises they belong to. */
function answersIn(record: ReadonlyMap<string, string>): string[] {
  const results = [...record].flatMap(([key, json]) => {
    if (!key.startsWith('results/')) return [];
    return parseResults(json).map((result): [string, Result] => [key, result]);
  });
  return results.sort(([, a], [, b]) => a.at - b.at).map(([key, { at }]) => `${at} ${key}`);
}

/** Answers an exercise; one that was answered before shows it, and is begun anew. */
async function answer(exercise: Locator, record: ReadonlyMap<string, string>): Promise<void> {
  const id = (await exercise.getAttribute('data-exercise')) ?? '';
  const before = parseAttemptEntry(record.get(attemptKey(id)) ?? null);
  await hydrate(exercise);
  if (before && before.state.phase !== 'open') {
    await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
    await exercise.locator('.exercise-actions button').first().click();
  }
  await answerChoice(exercise, 'right');
}

test('a browser that is killed between any two answers has lost the last one at most', async ({ baseURL }) => {
  test.setTimeout(15 * 60_000);
  let kept: string[] = [];
  for (let round = 0; round <= kills; round += 1) {
    browser = await startBrowser(profile);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(`${baseURL}${lesson}`);
    const record = await wholeRecord(page);
    const found = answersIn(record);
    // At most one is missing: the one that was on its way when the process ended.
    expect(found.slice(0, kept.length), `after ${round} kills`).toEqual(kept);
    expect(found.length - kept.length, `after ${round} kills`).toBeLessThanOrEqual(1);
    await expect(page.locator('[data-record-notice]')).toHaveCount(0);
    kept = found;
    if (round < kills) await answer(choicesOf(page).nth(round % 2), record);
    await browser.kill();
  }
  // Each kill came when the answer stood on the screen: most of them are on the disk by then.
  expect(kept.length).toBeGreaterThan(kills / 2);
});
