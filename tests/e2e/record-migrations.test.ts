import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { AttemptState } from '#exercise';
import { attemptKey, formatAttempt, isV1Key, migrateV1, parseAttemptEntry, parseResults } from '#learner';
import { expectAnswer, lesson, noticeIn, exerciseIn, attemptOfIt, resultsOfIt } from './support/lesson.ts';
import { expectPanelReady, fillRecord, wholeRecord } from './support/record.ts';
import { expect, test } from './support/test.ts';

// What every released version of the site has left in a browser, or in a file, opens with everything in it.

const readFixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../fixtures/learner', name), 'utf8');
const fixture = (name: string) => Object.entries(JSON.parse(readFixture(name)) as Record<string, string>);
const v1 = fixture('v1-local-storage.json');
/** When exercises come back follows from the results, so the page may have made those entries anew. */
const v2 = fixture('v2-indexed-db.json').filter(([key]) => !key.startsWith('card/'));

/** Puts texts into localStorage as an earlier version did, from a page that does not open the record. */
async function leaveBehind(page: Page, entries: readonly (readonly [string, string])[]): Promise<void> {
  await page.goto('kk/about/');
  await page.evaluate((list) => {
    for (const [key, value] of list) localStorage.setItem(key, value);
  }, entries);
}

const oldKeys = async (page: Page) => (await page.evaluate(() => Object.keys(localStorage))).filter(isV1Key);

/** Entries of version 1 in the order of their keys; what is measured by the clock is left out. */
const timeless = (entries: Iterable<readonly [string, string]>) =>
  [...entries].map(([key, json]) => [key, json.replace(/"(?:opened|at)":\d{13}/gu, '')]).sort();

test('version 1, in localStorage, is taken over with every answer, and removed when it is written', async ({
  page,
}) => {
  await leaveBehind(page, v1);
  await page.goto(`kk/${lesson}/`);
  await expect.poll(() => oldKeys(page)).toEqual([]);
  const expected = migrateV1(new Map(v1), Date.now());
  const kept = [...(await wholeRecord(page))].filter(([key]) => expected.has(key));
  expect(timeless(kept)).toEqual(timeless(expected));
  expect(await page.evaluate(() => localStorage.getItem('bilig:theme'))).toBe('dark');
  await expect(noticeIn(page)).toHaveCount(0);
});

test('an answer of version 1 is shown in its exercise, and what this version has of it stays', async ({ page }) => {
  await page.goto(`ru/${lesson}/`);
  const signature = (await exerciseIn(page).getAttribute('data-signature')) ?? '';
  const state: AttemptState = {
    phase: 'tried',
    response: ['advert'],
    confidence: null,
    used: 1,
    hints: 1,
    first: 0,
    best: 0,
    last: 0,
    discernment: null,
    round: 0,
  };
  await fillRecord(page, [
    [resultsOfIt, JSON.stringify({ results: [resultAt(1_795_600_000_000)] })],
    [attemptOfIt, formatAttempt({ signature, state: { ...state, response: ['blog'] }, at: 1_795_600_000_000 })],
  ]);
  await leaveBehind(page, [[`bilig:1:${attemptOfIt.replace('/', ':')}`, JSON.stringify({ v: 1, signature, state })]]);
  await page.goto(`ru/${lesson}/`);
  await expectAnswer(page, 'blog');
  await expect.poll(() => oldKeys(page)).toEqual([]);
  const record = await wholeRecord(page);
  expect(parseResults(record.get(resultsOfIt) ?? null).map(({ at }) => at)).toEqual([0, 1_795_600_000_000]);
  expect(parseAttemptEntry(record.get(attemptOfIt) ?? null)?.state.response).toEqual(['blog']);
});

test('version 2, in IndexedDB, opens as it is', async ({ page }) => {
  await page.goto('az/about/');
  await fillRecord(page, v2);
  await page.goto('az/learning/');
  await expect(page.locator('[data-record-damaged]')).toBeHidden();
  const record = await wholeRecord(page);
  expect(v2.filter(([key, value]) => record.get(key) !== value)).toEqual([]);
});

test('version 2, in localStorage where IndexedDB was refused, goes into IndexedDB', async ({ page }) => {
  await leaveBehind(
    page,
    v2.map(([key, value]) => [`bilig:2:${key}`, value]),
  );
  // A page without reviews, which would work the cards out anew.
  await page.goto('uz/certificate/');
  await expect
    .poll(async () => {
      const record = await wholeRecord(page);
      return v2.filter(([key, value]) => record.get(key) !== value);
    })
    .toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('bilig:2:')))).toEqual([]);
});

test('a file of version 2 is joined with everything in it', async ({ page }) => {
  await page.goto('ky/learning/');
  await expectPanelReady(page);
  await page
    .locator('[data-record-file]')
    .setInputFiles(resolve(import.meta.dirname, '../fixtures/learner/v2-export.json'));
  await page.locator('[data-record-join]').click();
  await expect(page.locator('[data-record-status]')).not.toBeEmpty();
  const record = await wholeRecord(page);
  expect(v2.filter(([key, value]) => record.get(key) !== value)).toEqual([]);
  expect(record.has(attemptKey(`${lesson}/beekeepers`))).toBe(true);
});

function resultAt(at: number) {
  return { at, locale: 'tr', try: 1, score: 0, correct: false, confidence: null, hints: 0 };
}
