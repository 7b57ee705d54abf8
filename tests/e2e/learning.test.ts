import type { Page } from '@playwright/test';
import { freshAttempt } from '#exercise';
import {
  attemptKey,
  formatAttempt,
  formatLesson,
  formatMark,
  formatResults,
  lessonKey,
  markKey,
  resultsKey,
  unopenedLesson,
  type Result,
} from '#learner';
import type { LearningData, LearningLesson } from '../../src/site/view/learning-view.ts';
import { answerChoice, choicesOf, hydrate } from './support/actions.ts';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import type { BuiltSite } from './support/built-site.ts';
import { fillRecord } from './support/record.ts';
import { refuseStorage } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

const course = 'media-literacy/finding-the-source';
const leave = `${course}/leave-the-page`;
const trace = `${course}/trace-it-back`;

/** The lessons of the course that the record is about. */
function lessonsOf(site: BuiltSite, locale = 'en'): LearningLesson[] {
  const json = site.page(`${locale}/learning/`).document.querySelector('[data-learning-data]')?.textContent ?? '{}';
  const { courses } = JSON.parse(json) as LearningData;
  const those = courses.filter(({ id }) => id === 'media-literacy');
  return those.flatMap(({ modules }) => modules.flatMap(({ lessons }) => [...lessons]));
}

const result: Result = { at: 1, locale: 'kk', try: 1, score: 1, correct: true, confidence: null, hints: 0 };
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** One lesson finished, one begun; the exercises of the first answered in two weeks, with the same items each. */
function record(site: BuiltSite): [string, string][] {
  const lessons = lessonsOf(site);
  const [first, second] = [leave, trace].map((id) => lessons.find((lesson) => lesson.id === id));
  if (!first || !second) throw new Error('The lessons are gone.');
  const place = { anchor: second.sections[3]?.[0] ?? '', at: noon('2026-11-24') };
  const work = first.exercises.flatMap(([id, signature]): [string, string][] => [
    [
      attemptKey(`${leave}/${id}`),
      formatAttempt({
        signature,
        state: { ...freshAttempt, phase: 'tried', response: ['x'], used: 1, first: 0.5, best: 0.5, last: 0.5 },
        at: 5,
      }),
    ],
    [
      resultsKey(`${leave}/${id}`),
      formatResults([
        {
          ...result,
          at: noon('2026-11-16'),
          score: 0,
          discernment: { hits: 1, falseAlarms: 1, misleading: 2, sound: 2 },
        },
        {
          ...result,
          at: noon('2026-11-23'),
          score: 0.5,
          discernment: { hits: 2, falseAlarms: 2, misleading: 2, sound: 2 },
        },
      ]),
    ],
  ]);
  return [
    [
      lessonKey(leave),
      formatLesson({ ...unopenedLesson(10), finished: { on: true, at: 50 }, read: first.sections.map(([id]) => id) }),
    ],
    [lessonKey(trace), formatLesson({ ...unopenedLesson(20), place, read: ['', 'taken-out-since'] })],
    ...work,
    [resultsKey(`${leave}/taken-out-since`), formatResults([{ ...result, score: 0 }])],
    [lessonKey('media-literacy/gone/gone'), formatLesson({ ...unopenedLesson(90), read: [''] })],
    [
      markKey(trace, second.sections[1]?.[0] ?? ''),
      formatMark({ bookmark: { on: true, at: 1 }, note: { text: 'Санды үш тілде салыстыру\n<b>маңызды</b>', at: 1 } }),
    ],
    [
      markKey(leave, first.sections[2]?.[0] ?? ''),
      formatMark({ bookmark: { on: true, at: 1 }, note: { text: '', at: 1 } }),
    ],
    [
      markKey('media-literacy/gone/gone', 'x'),
      formatMark({ bookmark: { on: true, at: 1 }, note: { text: 'köhnə qeyd', at: 1 } }),
    ],
    ['attempt/damaged/by/some/body', '{"signature":'],
  ];
}

/** The box of the course that the record is about, among those of all courses. */
const boxOf = (page: Page) => page.locator('[data-learning-course="media-literacy"]');

async function open(page: Page, locale: string, entries: [string, string][]): Promise<void> {
  await page.goto(`${locale}/about/`);
  await fillRecord(page, entries);
  await page.goto(`${locale}/learning/`);
  await expect(page.locator('[data-learning]')).toHaveAttribute('aria-busy', 'false');
}

test('the page says where the learner is, and leads back to the section', async ({ page, site }) => {
  await open(page, 'en', record(site));
  const box = boxOf(page);
  const lessons = lessonsOf(site);
  const finished = lessons.find(({ id }) => id === leave);
  const sections = lessons.reduce((sum, lesson) => sum + lesson.sections.length, 0);
  const exercises = lessons.reduce((sum, lesson) => sum + lesson.exercises.length, 0);
  await expect(box).toContainText(`Lessons finished: 1 of ${lessons.length}`);
  await expect(box).toContainText(`Sections read: ${(finished?.sections.length ?? 0) + 1} of ${sections}`);
  await expect(box).toContainText(`Exercises answered: ${finished?.exercises.length} of ${exercises}`);
  await expect(box.locator('[data-learning-place]')).toHaveText(
    'You stopped at: Trace it back › Walk against the stream',
  );
  await box.locator('summary').click();
  await expect(box.locator('li', { hasText: 'Leave the page' }).last()).toContainText('Finished');
  await box.getByRole('link', { name: 'Go on' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/${trace}/#walk-against-the-stream$`, 'u'));
});

test('skills rest on the latest answers to exercises that are still there', async ({ page, site }) => {
  await open(page, 'kk', record(site));
  const skill = page.locator('.learning-skills li', { hasText: 'Қатарлас оқу' });
  await expect(skill).toContainText('50%');
  await expect(skill).toContainText(/Жауаптар: \d/u);
  await expect(page.locator('.learning-skills')).not.toContainText('undefined');
});

test('hits and false alarms stand week by week, with a sentence on the tendency', async ({ page, site }) => {
  await open(page, 'az', record(site));
  const weeks = page.locator('.learning-weeks tbody');
  const items = 2 * (lessonsOf(site).find(({ id }) => id === leave)?.exercises.length ?? 0);
  await expect(weeks).toHaveCount(3);
  await expect(weeks.nth(0)).toContainText('Həftənin başlanğıcı: 16 noyabr 2026');
  await expect(weeks.nth(0).locator('td').first()).toHaveText(`50% ${items / 2} / ${items}`);
  await expect(weeks.nth(1)).toContainText('23 noyabr 2026');
  await expect(weeks.nth(1).locator('td').last()).toHaveText(`100% ${items} / ${items}`);
  await expect(weeks.nth(2)).toContainText('Cəmi');
  await expect(page.locator('.learning-bias')).toContainText('şübhəyə meyil edir');
});

test('bookmarks and notes stand in the order of the course; notes outlive their lesson', async ({ page, site }) => {
  await open(page, 'kk', record(site));
  const marks = page.locator('[data-learning-marks]');
  await expect(marks.locator('h3')).toHaveText([
    'Беттен шығыңыз',
    'Түп-төркінін табыңыз',
    'Енді мұнда жоқ сабақтардан',
  ]);
  // What a learner wrote is never markup.
  await expect(marks.locator('.learning-note').first()).toHaveText('Санды үш тілде салыстыру\n<b>маңызды</b>');
  await expect(marks.locator('b')).toHaveCount(0);
  await expect(marks).toContainText('köhnə qeyd');
  await expect(marks.getByRole('link')).toHaveText(['Дәмді шайға арналған сүзгі', 'Бастамас бұрын']);
  await marks.getByRole('link').last().click();
  await expect(page).toHaveURL(new RegExp(`/kk/${trace}/#before-you-begin$`, 'u'));
});

test('who has done nothing yet is invited to begin', async ({ page, site }) => {
  await open(page, 'az', []);
  await expect(page.locator('[data-learning-empty]')).toBeVisible();
  for (const part of ['skills', 'discernment']) await expect(page.locator(`[data-learning-${part}]`)).toBeHidden();
  await expect(page.locator('[data-learning-denied]')).toBeHidden();
  await expectNoViolations(page);
  await boxOf(page).getByRole('link', { name: 'Birinci dərsə başlayın' }).click();
  await expect(page).toHaveURL(new RegExp(`/az/${lessonsOf(site)[0]?.id}/$`, 'u'));
});

test('when all lessons are finished there is nothing to go on with', async ({ page, site }) => {
  const done = formatLesson({ ...unopenedLesson(1), finished: { on: true, at: 2 } });
  await open(
    page,
    'en',
    lessonsOf(site).map(({ id }) => [lessonKey(id), done]),
  );
  const box = boxOf(page);
  await expect(box).toContainText('You have finished all lessons of this course.');
  await expect(box.locator('[data-learning-go]')).toBeHidden();
});

test('what happens in another tab shows here', async ({ page, context, site }) => {
  await open(page, 'en', record(site));
  const other = await context.newPage();
  await other.goto(`ru/${trace}/`);
  const exercise = await hydrate(choicesOf(other).and(other.locator(':not([data-ungraded])')).first());
  await answerChoice(exercise, 'right');
  const answered = (lessonsOf(site).find(({ id }) => id === leave)?.exercises.length ?? 0) + 1;
  await expect(boxOf(page).locator('[data-count="answered"]')).toContainText(`Exercises answered: ${answered} of`);
  await other.close();
});

test('where storage is refused the page says so and shows the visit', async ({ page }) => {
  await refuseStorage(page);
  await page.goto(`kk/${leave}/`);
  await answerChoice(await hydrate(choicesOf(page).nth(1)), 'right');
  await page.locator('.site-nav a[href$="/kk/learning/"]').click();
  await expect(page.locator('[data-learning-denied]')).toBeVisible();
  await expect(boxOf(page).locator('[data-count="answered"]')).toContainText('Жауап берілген жаттығулар: 1 /');
});

test('on paper the lists are open and there is nothing to press', async ({ page, site }) => {
  await open(page, 'kk', record(site));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(boxOf(page).locator('.learning-lessons li')).toHaveCount(lessonsOf(site).length);
  await expect(boxOf(page).locator('.learning-lessons li').last()).toBeVisible();
  await expect(page.locator('main :is(button, .button):visible')).toHaveCount(0);
  for (const bar of await page.locator('.learning-bar').all()) await expect(bar).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(boxOf(page).locator('.learning-lessons')).not.toHaveAttribute('open');
});

for (const [locale, width] of [
  ['kk', 320],
  ['az', 390],
  ['en', 1280],
] as const)
  test(`axe finds nothing on a full page in ${locale}, ${width} pixels wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, locale, record(site));
    await boxOf(page).locator('.learning-lessons summary').click();
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectNoViolationsForced(page);
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs and leads to the courses', async ({ page }) => {
    await page.goto('kk/learning/');
    await expect(page.locator('noscript .notice')).toContainText('Бұл бетке JavaScript керек');
    await expect(page.locator('.learning-counts, .learning-lessons, .learning-print').first()).toBeHidden();
    await expect(boxOf(page).getByRole('link', { name: 'Бірінші сабақты бастау' })).toBeVisible();
  });
});
