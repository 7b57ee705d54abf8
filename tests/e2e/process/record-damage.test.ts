import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { isV1Key, parseResults } from '#learner';
import { answersKept, answerWith, exerciseIn, expectAnswer, lesson, noticeIn } from '../support/lesson.ts';
import { startBrowser, type OwnBrowser } from '../support/own-browser.ts';
import { wholeRecord } from '../support/record.ts';

// A profile whose files are damaged between two visits, and a browser that is killed while it takes over an old record.

let profile = '';
let browser: OwnBrowser | undefined;

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'bilig-profile-'));
});

test.afterEach(async () => {
  await browser?.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** A page of the browser with this profile, begun anew. */
async function visit(): Promise<Awaited<ReturnType<OwnBrowser['context']['newPage']>>> {
  browser = await startBrowser(profile);
  return browser.context.pages()[0] ?? (await browser.context.newPage());
}

/** Files of the profile below folders of this name. */
function filesBelow(folder: string): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes(`${folder}/`) || path.includes(`${folder}\\`))
    .map((path) => join(profile, path))
    .filter((path) => statSync(path).isFile());
}

for (const [what, damage] of [
  ['is overwritten with rubbish', (file: string) => writeFileSync(file, 'қоқыс'.repeat(5_000))],
  ['is cut to nothing', (file: string) => writeFileSync(file, '')],
  ['has gone', (file: string) => rmSync(file)],
] as const) {
  test(`a database that ${what} is put together again, and the learner is told`, async ({ baseURL }) => {
    test.setTimeout(120_000);
    const before = await visit();
    await before.goto(`${baseURL}kk/${lesson}/`);
    await answerWith(before, 'advert');
    await answerWith(before, 'organiser');
    await before.goto(`${baseURL}kk/about/`);
    await browser?.kill();

    const files = filesBelow('IndexedDB');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) damage(file);

    const after = await visit();
    await after.goto(`${baseURL}kk/${lesson}/`);
    await expectAnswer(after, 'organiser');
    await expect(noticeIn(after)).toContainText('көшірмеден қалпына келтірілді');
    expect(await answersKept(after)).toEqual([false, true]);
    await answerWith(after, 'organiser');
    await after.reload();
    await expectAnswer(after, 'organiser');
    await expect(noticeIn(after)).toHaveCount(0);
    expect(await answersKept(after)).toEqual([false, true, true]);
  });
}

test('a browser that is killed while it takes over version 1 goes on at the next start, without loss or doubling', async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  const first = await visit();
  await first.goto(`${baseURL}uz/about/`);
  const old = Array.from({ length: 400 }, (_, index): [string, string] => [
    `bilig:1:attempt:course/module/lesson-${index}/exercise`,
    JSON.stringify({
      v: 1,
      signature: 's',
      state: { phase: 'right', response: 'a', used: 1, hints: 0, first: 1, best: 1, last: 1, round: 0 },
    }),
  ]);
  await first.evaluate((list) => {
    for (const [key, value] of list) localStorage.setItem(key, value);
  }, old);
  // A browser writes localStorage to the disk some seconds later.
  await first.goto('about:blank');
  await first.waitForTimeout(6_000);
  await browser?.kill();

  for (const wait of [0, 40, 80, 160, 320]) {
    const page = await visit();
    await page.goto(`${baseURL}uz/${lesson}/`, { waitUntil: 'commit' });
    await page.waitForTimeout(wait);
    await browser?.kill();
  }

  const last = await visit();
  await last.goto(`${baseURL}uz/${lesson}/`);
  await exerciseIn(last).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await last.evaluate(() => Object.keys(localStorage))).filter(isV1Key).length).toBe(0);
  const record = await wholeRecord(last);
  for (const [key] of old) {
    const id = key.slice('bilig:1:attempt:'.length);
    expect(record.has(`attempt/${id}`), id).toBe(true);
    expect(parseResults(record.get(`results/${id}`) ?? null), id).toHaveLength(1);
  }
});
