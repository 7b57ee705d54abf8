import type { Page } from '@playwright/test';
import { formatLesson, lessonKey, parseLesson, unopenedLesson, type LessonEntry } from '#learner';
import { expectNoViolations } from './support/axe.ts';
import { fillRecord, readRecord } from './support/record.ts';
import { refuseStorage } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

// What counts as read, and the way back to where a reader stopped.

const course = 'media-literacy/finding-the-source';
const leave = `${course}/leave-the-page`;
const trace = `${course}/trace-it-back`;
/** Longer than any section has to be in sight. */
const long = 21_000;

async function lessonOf(page: Page, id = leave): Promise<LessonEntry | null> {
  return parseLesson(await readRecord(page, lessonKey(id)));
}

const anchors = (page: Page) =>
  page.locator('.prose > [data-section]').evaluateAll((headings) => headings.map(({ id }) => id));

/** Opens a lesson with a clock that the test moves. */
async function open(page: Page, address: string): Promise<void> {
  await page.clock.install();
  await goTo(page, address);
}

/** Goes on to a lesson under the same clock. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // The counting begins when the page has come to rest.
  await page.clock.runFor(3_000);
  await expect(page.locator('.section-tool').first()).toBeAttached();
}

/** Scrolls, and waits until the page has been told: the browser does so with a frame of its own, whatever the clock says. */
async function scrollBy(page: Page, top: number): Promise<void> {
  await page.evaluate(
    (distance) =>
      new Promise<void>((done) => {
        const before = window.scrollY;
        document.addEventListener('scroll', () => done(), { once: true });
        window.scrollBy({ top: distance, behavior: 'instant' });
        if (window.scrollY === before) done();
      }),
    top,
  );
}

/** Reads on from a section to its end, one screen after another. */
async function readSection(page: Page, anchor: string): Promise<void> {
  const [top, length] = await page.evaluate((id) => {
    const headings = [...document.querySelectorAll<HTMLElement>('.prose > [data-section]')];
    const at = headings.findIndex((heading) => heading.id === id);
    const start = headings[at]?.getBoundingClientRect().top ?? 0;
    const next = headings[at + 1] ?? document.querySelector('.source-list');
    return [start, (next?.getBoundingClientRect().top ?? 0) - start] as const;
  }, anchor);
  const height = page.viewportSize()?.height ?? 0;
  await scrollBy(page, top - 120);
  await page.clock.runFor(long);
  for (let left = length + 140 - height; left > 0; left -= height / 2) {
    await scrollBy(page, Math.min(left, height / 2));
    await page.clock.runFor(5_000);
  }
}

test('sections that are read count, the same in every language', async ({ page }) => {
  await open(page, `kk/${leave}/`);
  const [first = '', second = ''] = await anchors(page);
  await readSection(page, first);
  await expect.poll(async () => (await lessonOf(page))?.read).toContain(first);
  expect((await lessonOf(page))?.read).not.toContain(second);
  await goTo(page, `az/${leave}/`);
  await readSection(page, second);
  await expect.poll(async () => (await lessonOf(page))?.read).toEqual(expect.arrayContaining([first, second]));
});

test('what is scrolled by, hidden or printed does not count', async ({ page }) => {
  await open(page, `en/${leave}/`);
  // From here only the test moves the clock: on a busy machine a step takes seconds, in which a reader would have read.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2_000);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 300) {
    await scrollBy(page, 300);
    await page.clock.runFor(60);
  }
  // The end of the page is not looked at either.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(long);
  const [first = ''] = await anchors(page);
  const place = (await anchors(page)).at(-1);
  await expect.poll(async () => (await lessonOf(page))?.place?.anchor).toBe(place);
  // The opening paragraph may have been in sight for long enough while the page came to rest.
  const sectionsRead = async () => (await lessonOf(page))?.read.filter((anchor) => anchor !== '');
  expect(await sectionsRead()).toEqual([]);

  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
  });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate((anchor) => {
    document.dispatchEvent(new Event('visibilitychange'));
    document.getElementById(anchor)?.scrollIntoView({ behavior: 'instant' });
  }, first);
  await page.clock.runFor(long);
  expect(await sectionsRead()).toEqual([]);
});

test('nothing runs while the page is out of sight', async ({ page }) => {
  await open(page, `en/${leave}/`);
  const [first = ''] = await anchors(page);
  await page.locator(`[id="${first}"]`).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await page.clock.runFor(100);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.evaluate(() => {
    let count = 0;
    const { setTimeout: real } = window;
    window.setTimeout = ((...given: Parameters<typeof real>) => {
      count += 1;
      return real(...given);
    }) as typeof real;
    (window as unknown as { timers: () => number }).timers = () => count;
    // The browser tells of scrolling with its next frame.
    document.dispatchEvent(new Event('scroll'));
  });
  await page.clock.runFor(60_000);
  expect(await page.evaluate(() => (window as unknown as { timers: () => number }).timers())).toBe(0);
});

for (const [locale, words] of [
  ['kk', 'Тоқтаған жеріңіз'],
  ['az', 'Dayandığınız yer'],
  ['en', 'You stopped at'],
] as const)
  test(`a lesson left in another language offers in ${locale} to go on at the section`, async ({ page }) => {
    await page.goto('ru/about/');
    const place = { anchor: 'watch-an-expert-do-it', at: 20 };
    await fillRecord(page, [[lessonKey(leave), formatLesson({ ...unopenedLesson(10), place })]]);
    await page.goto(`${locale}/${leave}/`);
    const notice = page.locator('.stopped');
    await expect(notice).toContainText(words);
    const heading = page.locator(`[id="${place.anchor}"]`);
    await expect(notice).toContainText((await heading.innerText()).trim());
    await expectNoViolations(page);
    await notice.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/${leave}/#${place.anchor}$`, 'u'));
    await expect(heading).toBeInViewport();
    await expect(notice).toHaveCount(0);
  });

test('the offer goes away when it is closed, when its section is reached, and does not come with an anchor', async ({
  page,
}) => {
  await page.goto('en/about/');
  const place = { anchor: 'watch-an-expert-do-it', at: 20 };
  await fillRecord(page, [[lessonKey(leave), formatLesson({ ...unopenedLesson(10), place })]]);
  await page.goto(`en/${leave}/`);
  const notice = page.locator('.stopped');
  await notice.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(notice).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();

  await page.goto(`en/${trace}/`);
  await page.goto(`en/${leave}/`);
  await expect(notice).toBeVisible();
  await page.locator(`[id="${place.anchor}"]`).scrollIntoViewIfNeeded();
  await expect(notice).toHaveCount(0);

  await page.goto(`en/${trace}/`);
  await page.goto(`en/${leave}/#before-you-begin`);
  await expect(page.locator('.section-tool').first()).toBeAttached();
  await expect(notice).toHaveCount(0);
});

test('the page of a course leads to the section, and after a finished lesson to the next one', async ({ page }) => {
  await page.goto('kk/about/');
  const place = { anchor: 'watch-an-expert-do-it', at: 20 };
  await fillRecord(page, [[lessonKey(trace), formatLesson({ ...unopenedLesson(10), place })]]);
  await page.goto('kk/media-literacy/');
  const notice = page.locator('.stopped');
  await expect(notice).toContainText('Түп-төркінін табыңыз');
  await notice.getByRole('link', { name: 'Жалғастыру' }).click();
  await expect(page).toHaveURL(new RegExp(`/kk/${trace}/#${place.anchor}$`, 'u'));
  await page.getByRole('button', { name: 'Сабақты аяқталды деп белгілеу' }).click();
  await page.goto('kk/media-literacy/');
  await expect(notice).toContainText('Келесі сабақ: Кімге сенуге болады');
  await expectNoViolations(page);
  await notice.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/kk/${course}/whom-to-trust/$`, 'u'));
});

test('where storage is refused the place goes along to the next page of the visit', async ({ page }) => {
  await refuseStorage(page);
  await open(page, `az/${leave}/#watch-an-expert-do-it`);
  await page.evaluate(() => window.scrollBy(0, 60));
  await page.clock.runFor(3_000);
  await page.locator('a[rel="next"]').click();
  await page.waitForURL(/trace-it-back/u);
  await page.locator('a[rel="prev"]').click();
  await page.waitForURL(/leave-the-page/u);
  await expect(page.locator('.stopped')).toContainText('Dayandığınız yer');
});

test('a lesson that is swapped for another language keeps its count and its tools', async ({ page }) => {
  await page.goto('en/about/');
  await fillRecord(page, []);
  await open(page, `kk/${leave}/`);
  await page.evaluate(async () => {
    const response = await fetch(location.href.replace('/kk/', '/ru/'));
    const other = new DOMParser().parseFromString(await response.text(), 'text/html');
    const theirs = other.querySelector('[data-lesson-text]');
    if (theirs) document.querySelector('[data-lesson-text]')?.replaceWith(document.adoptNode(theirs));
    document.dispatchEvent(new CustomEvent('bilig:text'));
  });
  const buttons = page.locator('.section-tool');
  await expect(buttons).toHaveCount(await page.locator('.prose > h2[data-section]').count());
  await expect(buttons.first()).toHaveAttribute('aria-label', /^Бетбелгі мен жазба: .*[а-я]/u);
  const [first = ''] = await anchors(page);
  await readSection(page, first);
  await expect.poll(async () => (await lessonOf(page))?.read).toContain(first);
});
