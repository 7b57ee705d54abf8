import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseExport } from '#learner';
import { expectNoViolations } from './support/axe.ts';
import { answersKept, answerWith, expectAnswer, lesson, resultsOfIt } from './support/lesson.ts';
import { expectPanelReady, fillRecord, wholeRecord } from './support/record.ts';
import { expect, test } from './support/test.ts';

// What a learner does with the record as a whole, on the page My learning.

const status = (page: Page) => page.locator('[data-record-status]');
const preview = (page: Page) => page.locator('[data-record-preview]');

/** Has the learner choose a file with this content. */
async function choose(page: Page, text: string, name = 'bilig-record-2026-11-26.json'): Promise<void> {
  await expectPanelReady(page);
  await page
    .locator('[data-record-file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Saves the record, and gives the name and the content of the file. */
async function save(page: Page): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.locator('[data-record-save]').first().click();
  const download = await saving;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const fileOf = (entries: object, version = 2) => JSON.stringify({ format: 'bilig-record', version, entries });
const result = (at: number) => ({ at, locale: 'kk', try: 1, score: 1, correct: true, confidence: null, hints: 0 });

test('a record is saved under the day’s name, erased, and brought back as it was', async ({ page }) => {
  await page.goto(`kk/${lesson}/`);
  await answerWith(page, 'organiser');
  await expect.poll(() => answersKept(page)).toEqual([true]);
  await page.goto('kk/learning/');
  const { name, text } = await save(page);
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  expect(name).toBe(`bilig-record-${day.join('-')}.json`);
  await expect(status(page)).toContainText(name);
  const saved = parseExport(text);
  // Review cards follow from the results and are worked out anew by the page.
  const truth = (entries: Iterable<[string, string]>) =>
    [...entries].filter(([key]) => !key.startsWith('card/')).sort();
  expect(typeof saved === 'string' ? saved : truth(saved.entries)).toEqual(truth(await wholeRecord(page)));

  await page.evaluate(() => localStorage.setItem('bilig:theme', 'dark'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('[data-record-erase]').click();
  const dialog = page.locator('[data-record-dialog]');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('[data-record-keep]')).toBeFocused();
  await dialog.locator('[data-record-erase-now]').click();
  await expect(status(page)).toHaveText('Бәрі өшірілді.');
  expect((await wholeRecord(page)).size).toBe(0);
  expect(await page.evaluate(() => [Object.keys(localStorage), document.documentElement.dataset['theme']])).toEqual([
    [],
    undefined,
  ]);

  await choose(page, text);
  await expect(preview(page).locator('h3')).toBeFocused();
  await expect(preview(page)).toContainText('Жаңа жауаптар: 1');
  await page.locator('[data-record-join]').click();
  await expect(status(page)).toHaveText('Файл жазбаларыңызбен біріктірілді.');
  await page.goto(`kk/${lesson}/`);
  await expectAnswer(page, 'organiser');
});

test('joining adds and removes nothing; it is told beforehand, and may be left', async ({ page }) => {
  await page.goto('en/about/');
  await fillRecord(page, [[resultsOfIt, JSON.stringify({ results: [result(1), result(2)] })]]);
  await page.goto('en/learning/');
  const other = resultsOfIt.replace('timurs-tab', 'lake-tabs');
  await choose(
    page,
    fileOf({ [resultsOfIt]: { results: [result(2), result(3)] }, [other]: { results: [result(9)] }, x: 1 }),
  );
  await expect(preview(page).locator('li')).toHaveText([
    'New answers: 2',
    'Entries that are not here yet: 1',
    'Entries here to which the file adds something: 1',
    'Entries that are as complete here, or newer: 0',
    'Entries that cannot be read and are left out: 1',
  ]);
  await expectNoViolations(page);
  await page.locator('[data-record-leave]').click();
  await expect(preview(page)).toBeHidden();
  await expect(page.locator('[data-record-open]')).toBeFocused();
  expect((await wholeRecord(page)).has(other)).toBe(false);

  const file = fileOf({ [resultsOfIt]: { results: [result(3)] } });
  await choose(page, file);
  await page.locator('[data-record-join]').click();
  await expect(status(page)).toHaveText('The file has been joined with your record.');
  expect(await answersKept(page)).toEqual([true, true, true]);
  await choose(page, file);
  await expect(status(page)).toContainText('holds nothing that is not here already');
});

for (const [what, text, said] of [
  ['a file that is cut off', '{"format":"bilig-record","version":2,"entr', /zədələnib/u],
  ['a file of something else', '{"name":"bilig"}', /saxlanmış qeydlər deyil/u],
  ['a file of a later version', fileOf({}, 3), /daha yeni versiyasında/u],
  ['a file larger than any record', ' '.repeat(21 * 1024 * 1024), /20 MB-dan böyükdür/u],
] as const) {
  test(`${what} is refused with a reason, and changes nothing`, async ({ page }) => {
    await page.goto('az/learning/');
    await choose(page, text, '<b>qeyd</b>.json');
    await expect(status(page)).toHaveText(said);
    await expect(status(page)).toContainText('<b>qeyd</b>.json');
    await expect(preview(page)).toBeHidden();
  });
}

test('a hostile file does no harm', async ({ page }) => {
  await page.goto('en/learning/');
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const entries = [
    '"__proto__":{"polluted":true}',
    '"constructor":{"prototype":{}}',
    '"lesson/__proto__":{"opened":1,"finished":{"on":true,"at":1},"place":null,"read":["<img src=x onerror=alert(1)>"]}',
    `"attempt/c/m/l/e":{"signature":"s","at":1,"state":${deep}}`,
  ];
  await choose(page, `{"format":"bilig-record","version":2,"entries":{${entries.join()}}}`);
  await page.locator('[data-record-join]').click();
  await expect(status(page)).not.toBeEmpty();
  expect(await page.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
  expect([...(await wholeRecord(page)).keys()]).toEqual(['lesson/__proto__']);
  await page.reload();
  await expect(page.locator('[data-record-damaged]')).toBeHidden();
});

test('the panel and its question work with the keyboard alone', async ({ page }) => {
  await page.goto('tr/learning/');
  await expectPanelReady(page);
  const erase = page.locator('[data-record-erase]');
  await erase.focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('[data-record-dialog]');
  await expect(dialog).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(erase).toBeFocused();
  const choosing = page.waitForEvent('filechooser');
  await page.locator('[data-record-open]').press('Enter');
  await choosing;
});
