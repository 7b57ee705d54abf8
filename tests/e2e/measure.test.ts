import type { Page } from '@playwright/test';
import { checkForms, fullLessonId, lessonsOf, type CheckFormId, type Course } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import type { Locale } from '#language';
import { formatLesson, formatMeasure, lessonKey, measureKey, parseMeasure, unopenedLesson } from '#learner';
import { hydrate } from './support/actions.ts';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import { fillRecord, readRecord, wholeRecord } from './support/record.ts';
import { refuseStorage } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

const { content } = createContentReader('content')();
const courses = content?.courses.filter(({ check }) => check) ?? [];
const course = courses.find(({ id }) => id === 'media-literacy');
const address = (locale: Locale) => `${locale}/media-literacy/check/`;
const words = {
  before: 'Курсқа дейін',
  after: 'Курстан кейін',
  none: 'Әлі өлшенген жоқ.',
  begin: 'Екінші жинаққа қазір жауап беру',
  offer: 'Мұнда басқа ақпараттан құралған',
  finished: 'Сабақтарды аяқтадыңыз.',
  waits: 'Бірінші жинаққа жауап бергеннен кейін',
  reset: 'Екеуін де қайта бастау',
  keep: 'Нәтижелер қалсын',
  again: 'Иә, қайта бастау',
};

/** Opens the page when this device has drawn a form, or has still to draw one. */
async function open(page: Page, first: CheckFormId | null, entries: readonly (readonly [string, string])[] = []) {
  await page.goto(address('kk'));
  const drawn = first ? [[measureKey('media-literacy'), formatMeasure({ first, at: 1, since: 0 })] as const] : [];
  await fillRecord(page, [...drawn, ...entries]);
  await page.reload();
  await arranged(page);
}

async function arranged(page: Page): Promise<void> {
  await expect(page.locator('[data-measure]')).toHaveAttribute('data-ready', '');
}

const formIn = (page: Page, form: CheckFormId) => page.locator(`[data-measure-form="${form}"]`);
const columns = (page: Page) => page.locator('.measure-column');

interface Slips {
  /** Misleading posts that are trusted, and sound ones that are suspected. */
  readonly missed?: number;
  readonly suspected?: number;
}

/** Answers all sets of a form by their key, but for some slips in the first of them. */
async function answer(page: Page, form: CheckFormId, slips: Slips = {}): Promise<void> {
  const sets = course?.check?.[form].kk?.exercises ?? [];
  for (const index of sets.keys()) await answerSet(page, form, index, index === 0 ? slips : {});
}

async function answerSet(page: Page, form: CheckFormId, index: number, slips: Slips): Promise<void> {
  const exercise = await hydrate(formIn(page, form).locator('[data-exercise]').nth(index));
  const left = { sound: slips.suspected ?? 0, misleading: slips.missed ?? 0 };
  for (const { sound, content: post } of course?.check?.[form].kk?.exercises[index]?.headlines ?? []) {
    const [right, wrong] = sound ? (['sound', 'misleading'] as const) : (['misleading', 'sound'] as const);
    const given = left[right]-- > 0 ? wrong : right;
    // They stand in the order of the round, so each is known by its words.
    await exercise.locator('.headline').filter({ hasText: post.text }).locator(`input[value="${given}"]`).check();
  }
  await exercise.locator('.exercise-sure input').first().check();
  await exercise.locator('.exercise-actions button').first().click();
  await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
}

test.describe('a device begins', () => {
  for (const [first, second] of [checkForms, checkForms.toReversed()] as [CheckFormId, CheckFormId][]) {
    test(`with form ${first} where that was drawn, and has form ${second} after the course`, async ({ page }) => {
      await open(page, first);
      const forms = page.locator('[data-measure-form]');
      await expect(forms.nth(0)).toHaveAttribute('data-measure-form', first);
      await expect(forms.locator('h2')).toHaveText([words.before, words.after]);
      await expect(formIn(page, first).locator('[data-measure-posts]')).toBeVisible();
      await expect(formIn(page, second).locator('[data-measure-posts]')).toBeHidden();
      await expect(formIn(page, second)).toContainText(words.waits);
      await answer(page, first, { missed: 1 });
      await expect(columns(page).nth(0)).toContainText('5 / 6');
      await expect(columns(page).nth(0)).toContainText('6 / 6');
      await expect(columns(page).nth(1)).toContainText(words.none);
    });
  }

  test('with a form that is drawn once, and by which nobody could be known', async ({ page }) => {
    await open(page, null);
    const drawn = await readRecord(page, measureKey('media-literacy'));
    const entry = parseMeasure(drawn);
    expect(Object.keys(JSON.parse(drawn ?? '{}') as object).sort()).toEqual(['at', 'first', 'since']);
    await expect(page.locator('[data-measure-form]').first()).toHaveAttribute('data-measure-form', entry?.first ?? '');
    await page.reload();
    await arranged(page);
    expect(await readRecord(page, measureKey('media-literacy'))).toBe(drawn);
  });
});

test('both results stand side by side, stay, and are begun anew when the learner says so', async ({ page }) => {
  test.slow();
  await open(page, 'b');
  await answer(page, 'b', { missed: 2, suspected: 1 });
  await expect(columns(page).nth(0)).toContainText('4 / 6');
  await expect(columns(page).nth(0)).toContainText('5 / 6');
  await expect(formIn(page, 'b').locator('[data-measure-done] a')).toHaveAttribute('href', '#measure-results');
  // What was just answered stays open under the reader's eyes.
  await expect(formIn(page, 'b').locator('[data-measure-posts]')).toHaveAttribute('open', '');
  await expect(formIn(page, 'a')).toContainText(words.offer);

  await formIn(page, 'a').getByRole('button', { name: words.begin }).press('Enter');
  await expect(formIn(page, 'a').locator('h2')).toBeFocused();
  await answer(page, 'a');
  await expect(columns(page).nth(1)).toContainText('6 / 6');
  const before = await wholeRecord(page);

  await page.reload();
  await arranged(page);
  for (const form of checkForms)
    await expect(formIn(page, form).locator('[data-measure-posts]')).not.toHaveAttribute('open');
  await page.locator('.measure-results').scrollIntoViewIfNeeded();
  await expect(columns(page).nth(0)).toContainText('4 / 6');
  await expect(columns(page).nth(1)).toContainText('6 / 6');

  await page.getByRole('button', { name: words.reset }).press('Enter');
  await expect(page.getByRole('button', { name: words.keep })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words.reset })).toBeFocused();
  await expect(columns(page).nth(0)).toContainText('4 / 6');

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words.again }).press('Enter');
  await expect(columns(page)).toContainText([words.none, words.none]);
  await expect(formIn(page, 'b').locator('h2')).toBeFocused();
  await expect(formIn(page, 'b').locator('[data-measure-posts]')).toHaveAttribute('open', '');
  await expect(formIn(page, 'a')).toContainText(words.waits);
  const after = await wholeRecord(page);
  const results = (record: ReadonlyMap<string, string>) => [...record].filter(([key]) => key.startsWith('results/'));
  expect(results(after)).toEqual(results(before));
  expect(parseMeasure(after.get(measureKey('media-literacy')) ?? null)).toMatchObject({ first: 'b', at: 1 });

  await answer(page, 'b');
  await expect(columns(page).nth(0)).toContainText('6 / 6');
  await expect(columns(page).nth(0)).not.toContainText('4 / 6');
});

test('practising a set again changes no result', async ({ page }) => {
  await open(page, 'a');
  await answer(page, 'a', { missed: 3 });
  await expect(columns(page).nth(0)).toContainText('3 / 6');
  await formIn(page, 'a').locator('.exercise-actions button').first().click();
  await answerSet(page, 'a', 0, {});
  await expect(columns(page).nth(0)).toContainText('3 / 6');
});

test('the second set is offered more warmly when the lessons are finished', async ({ page }) => {
  const finished = formatLesson({ ...unopenedLesson(1), finished: { on: true, at: 2 } });
  const lessons = lessonsOf(course as Course).map((entry) => [lessonKey(fullLessonId(entry)), finished] as const);
  await open(page, 'a', lessons);
  await expect(formIn(page, 'b')).toContainText(words.waits);
  await answer(page, 'a');
  await expect(formIn(page, 'b')).toContainText(words.finished);
  await expect(formIn(page, 'b').getByRole('button', { name: words.begin })).not.toHaveClass(/button-quiet/u);
});

test('My learning names what is measured, and counts its answers among all others', async ({ page }) => {
  await open(page, 'a');
  await answer(page, 'a', { missed: 1 });
  await page.goto('kk/learning/');
  await expect(page.locator('[data-learning]')).toHaveAttribute('aria-busy', 'false');
  const box = page.locator('[data-learning-course="media-literacy"]');
  await expect(box.locator('[data-learning-measure] a')).toHaveText('Курсқа дейін өлшенген: нәтижесін көру');
  await expect(page.locator('[data-learning-measure] a:visible')).toHaveCount(1);
  await expect(page.locator('.learning-weeks')).toContainText('5 / 6');
  // Nothing of it counts towards the course.
  await expect(box.locator('[data-count="answered"]')).toContainText('0 /');
  await box.locator('[data-learning-measure] a').click();
  await expect(page).toHaveURL(new RegExp(`${address('kk')}$`, 'u'));
});

test('a browser that keeps nothing measures as long as the page lives', async ({ page }) => {
  await refuseStorage(page);
  await page.goto(address('kk'));
  await arranged(page);
  const first = (await page.locator('[data-measure-form]').first().getAttribute('data-measure-form')) as CheckFormId;
  await answer(page, first, { suspected: 1 });
  await expect(columns(page).nth(0)).toContainText('5 / 6');
});

test('nothing is found by axe, and nothing is wider than a screen of 320 pixels', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'a');
  const isNarrow = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await isNarrow()).toBe(true);
  await expectNoViolations(page);
  await answer(page, 'a', { missed: 1 });
  await formIn(page, 'b').getByRole('button', { name: words.begin }).click();
  await answer(page, 'b');
  await page.getByRole('button', { name: words.reset }).click();
  expect(await isNarrow()).toBe(true);
  await expectNoViolations(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await expectNoViolationsForced(page);
});

test('a whole set can be answered by keyboard', async ({ page }) => {
  await open(page, 'a');
  const set = await hydrate(page.locator('[data-measure-form="a"] [data-exercise]').first());
  await set.locator('.headline input').first().focus();
  for (let post = 0; post < 6; post++) {
    await page.keyboard.press(post % 2 ? 'ArrowDown' : 'Space');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(set.locator('.exercise-result')).not.toBeEmpty();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both forms stand there with their answers, and no empty results', async ({ page }) => {
    await page.goto(address('kk'));
    await expect(page.locator('[data-measure-form] h2')).toHaveText([words.before, words.after]);
    for (const form of checkForms) {
      await expect(formIn(page, form).locator('.headline').first()).toBeVisible();
      await expect(formIn(page, form).locator('.exercise-answers').first()).toBeVisible();
    }
    await expect(page.locator('.measure-results')).toBeHidden();
    await expect(page.locator('[data-measure-offer]').first()).toBeHidden();
  });
});

test.describe('the built pages', () => {
  test('exist in every language, borrowed with a notice where a form is not translated', ({ site }) => {
    expect(courses.length).toBeGreaterThan(0);
    for (const { id, check } of courses) {
      for (const locale of site.languages as Locale[]) {
        const { document } = site.page(`${locale}/${id}/check/`);
        const isOwn = check?.a[locale] !== undefined && check.b[locale] !== undefined;
        const notice = document.querySelector('[data-fallback-notice]');
        expect([locale, id, notice === null]).toEqual([locale, id, isOwn]);
        const ids = [...document.querySelectorAll('[id]')].map((element) => element.getAttribute('id'));
        expect(ids.length).toBe(new Set(ids).size);
      }
    }
  });

  test('are led to from the course, and kept with it, and found nowhere else', ({ site }) => {
    for (const { id } of courses) {
      const link = site.page(`kk/${id}/`).document.querySelector('.measure-invite a');
      expect(site.resolve(link?.getAttribute('href') ?? '', site.page(`kk/${id}/`))?.file).toBe(
        `kk/${id}/check/index.html`,
      );
    }
    expect(site.read('offline/course/media-literacy/kk.json').toString()).toContain('kk/media-literacy/check/');
    const posts =
      course?.check?.a.en?.exercises.flatMap(({ headlines }) => headlines.map(({ content: { text } }) => text)) ?? [];
    expect(posts.length).toBe(12);
    const searched = [...site.files].filter((file) => /^search\/en\/.*\.json$/u.test(file));
    const found = searched.filter((file) =>
      posts.some((post) => site.read(file).toString().includes(post.slice(0, 60))),
    );
    expect(found).toEqual([]);
    for (const file of ['sitemap.xml', 'kk/rss.xml']) expect(site.read(file).toString()).not.toContain('/check/');
    const { document } = site.page(address('kk'));
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toContain('noindex');
  });
});
