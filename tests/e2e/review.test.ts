import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseAttemptEntry, parseCard, parseResults } from '#learner';
import { answerChoice, choicesOf, hydrate } from './support/actions.ts';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import { keepCourse, localeOf } from './support/offline.ts';
import { fillRecord, readRecord, wholeRecord } from './support/record.ts';
import { daysLater, exerciseOf, finishedOn, firstDay, missedOn, onward, openReview } from './support/review.ts';
import { expect, test } from './support/test.ts';

const lesson = 'media-literacy/finding-the-source/leave-the-page';
const trust = 'media-literacy/finding-the-source/whom-to-trust';
/** Exercises with one right answer to pick. */
const known = ['timurs-tab', 'beekeepers', 'sleep-cover'].map((id) => `${lesson}/${id}`);
const at = (page: Page, id: string) => page.locator(`[data-exercise="${id}"]`);
const [timursTab = '', beekeepers = '', sleepCover = ''] = known;

test.beforeEach(async ({ page }, { project }) => {
  await page.setViewportSize(project.name === 'root' ? { width: 390, height: 844 } : { width: 1280, height: 800 });
  await page.clock.install({ time: firstDay });
});

/** Opens the page of reviews after an earlier visit that left some entries. */
async function openWith(page: Page, locale: string, entries: readonly (readonly [string, string])[]): Promise<void> {
  await page.goto(`${locale}/about/`);
  await fillRecord(page, entries);
  await openReview(page, locale);
}

test('what was missed in Kazakh is due the next day, in Russian too, and comes back later once it is right', async ({
  page,
}) => {
  await page.goto(`kk/${lesson}/`);
  const missed = await hydrate(at(page, timursTab));
  await answerChoice(missed, 'wrong');
  await expect(missed.locator('[data-review-later]')).toContainText('Қайталауда қайта келеді');
  const inLesson = await readRecord(page, `attempt/${timursTab}`);

  await openReview(page, 'kk');
  await expect(page.locator('.review-today')).toContainText('Бүгін қайталайтын ештеңе жоқ. Келесісі: ертең');
  await page.clock.setSystemTime(daysLater(1));
  await openReview(page, 'ru');
  await expect(page.locator('.review-count')).toHaveText('На сегодня: 1');
  await page.getByRole('button', { name: 'Начать повторение' }).click();
  const exercise = await hydrate(exerciseOf(page));
  await expect(exercise.getByRole('button').first()).toHaveText('Проверить');
  await expect(onward(page)).toHaveText('Пропустить');
  await answerChoice(exercise, 'right');
  await expect(onward(page)).toHaveText('Посмотреть результат');
  await onward(page).click();
  await expect(page.locator('.review-result h2')).toBeFocused();
  await expect(page.locator('.review-count')).toHaveText('Верно с первого ответа: 1 из 1');
  // Two days after the right answer: longer than one, and shorter than for what was never missed.
  await expect(page.locator('.review-back')).toHaveText(/Вернётся: \d+ (?:ноября|декабря)/u);

  const record = await wholeRecord(page);
  // The work in the lesson is as it was left.
  expect(record.get(`attempt/${timursTab}`)).toBe(inLesson);
  const results = parseResults(record.get(`results/${timursTab}`) ?? null);
  expect(results.map(({ locale, correct, review }) => [locale, correct, review ?? false])).toEqual([
    ['kk', false, false],
    ['ru', true, true],
  ]);
  const due = parseCard(record.get(`card/${timursTab}`) ?? null)?.due ?? 0;
  expect(due * 86_400_000).toBeGreaterThan(daysLater(2).getTime() - 9 * 3_600_000);

  await openReview(page, 'az');
  await expect(page.locator('.review-today')).toContainText('Bu gün təkrarlanacaq heç nə yoxdur. Növbəti:');
  await page.clock.setSystemTime(new Date(due * 86_400_000 + 3_600_000));
  await openReview(page, 'az');
  await expect(page.locator('.review-count')).toHaveText('Bu gün təkrarlanacaq: 1');
});

test('each review begins with a fresh round, and goes on with what was only begun', async ({ page }) => {
  await openWith(page, 'en', missedOn([timursTab]));
  await page.clock.setSystemTime(daysLater(1));
  await openReview(page, 'en');
  await page.getByRole('button', { name: 'Start the review' }).click();
  const exercise = await hydrate(exerciseOf(page));
  const options = exercise.locator('.exercise-options input');
  await options.first().check();
  const begun = await options.first().getAttribute('value');
  await expect.poll(() => readRecord(page, `practice/${timursTab}`)).toContain(begun ?? '?');
  // Left in the middle, it is still due, and the answer is there.
  await openReview(page, 'kk');
  await page.locator('.review-today .button').click();
  await hydrate(exerciseOf(page));
  await expect(exercise.locator(`input[value="${begun}"]`)).toBeChecked();
  await answerChoice(exercise, 'wrong');
  await expect(onward(page)).toHaveText('Нәтижені көру');
  const round = async () => parseAttemptEntry(await readRecord(page, `practice/${timursTab}`))?.state.round;
  const first = await round();
  await page.clock.setSystemTime(daysLater(2));
  await openReview(page, 'en');
  await page.locator('.review-today .button').click();
  await hydrate(exerciseOf(page));
  await expect(exercise.locator('.exercise-options input:checked')).toHaveCount(0);
  await expect(exercise.locator('.exercise-result')).toBeEmpty();
  expect(await round()).toBe((first ?? 0) + 1);
});

test('a review can be done with the keyboard alone', async ({ page }) => {
  await openWith(page, 'az', missedOn([timursTab, `${trust}/village-paper`]));
  await page.clock.setSystemTime(daysLater(1));
  await openReview(page, 'az');
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    for (let step = 0; step < 60; step++) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await press('Təkrara başlayın');
  const heading = page.locator('.review-session h2');
  await expect(heading).toBeFocused();
  await expect(heading).toHaveText('1 / 2');
  await hydrate(exerciseOf(page));
  const radio = exerciseOf(page).getByRole('radio').first();
  for (let step = 0; step < 20; step++) {
    if (await radio.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await press('Yoxlayın');
  await press('Növbəti tapşırıq');
  await expect(heading).toBeFocused();
  await expect(heading).toHaveText('2 / 2');
  await press('Ötürün');
  await expect(page.locator('.review-result h2')).toBeFocused();
  await expect(page.locator('.review-rows li')).toHaveCount(2);
  await expect(page.locator('.review-rows')).toContainText('ötürülüb');
  await press('Ümumi baxışa qayıdın');
  await expect(page.locator('.review-today h2')).toBeFocused();
});

test('an exercise that was right comes back when it is chosen, and one that was missed does not when it is taken out', async ({
  page,
}) => {
  await page.goto(`az/${lesson}/`);
  const right = await hydrate(at(page, beekeepers));
  await answerChoice(right, 'right');
  await right.getByRole('button', { name: 'Sonra təkrarlayın' }).click();
  await expect(right.locator('[data-review-later]')).toContainText('Təkrarda qayıdacaq');
  await expect(right.getByRole('button', { name: 'Təkrardan çıxarın' })).toBeFocused();
  const missed = await hydrate(at(page, sleepCover));
  await answerChoice(missed, 'wrong');
  await missed.getByRole('button', { name: 'Təkrardan çıxarın' }).click();
  await expect(missed.getByRole('button', { name: 'Sonra təkrarlayın' })).toBeVisible();

  // In another language it is the same, once the reader is at the exercise.
  await page.goto(`en/${lesson}/`);
  await hydrate(at(page, beekeepers));
  await page.waitForLoadState('networkidle');
  await at(page, beekeepers).locator('.exercise-actions button').focus();
  await expect(at(page, beekeepers).locator('[data-review-later]')).toContainText('Comes back in the review');
  await page.clock.setSystemTime(daysLater(1));
  await at(page, beekeepers).getByRole('link', { name: 'Comes back in the review' }).click();
  await expect(page.locator('.review-count')).toHaveText('Due today: 1');
  await page.getByRole('button', { name: 'Start the review' }).click();
  await expect(exerciseOf(page)).toHaveAttribute('data-exercise', beekeepers);
});

test('what is said below answered exercises moves no text that the reader sees', async ({ page }) => {
  await page.goto(`kk/about/`);
  await fillRecord(page, missedOn(known));
  await page.addInitScript(() => {
    const moved: string[] = [];
    const placed: string[] = [];
    Object.assign(window, { moved, placed });
    new MutationObserver((mutations) => {
      for (const { addedNodes, target } of mutations) {
        const isTool = [...addedNodes].some((node) => node instanceof HTMLElement && 'reviewLater' in node.dataset);
        const exercise = target as HTMLElement;
        if (!isTool) continue;
        placed.push(exercise.id);
        const isBelow = exercise.getBoundingClientRect().top > window.innerHeight;
        if (!isBelow && !exercise.contains(document.activeElement)) moved.push(exercise.id);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const listed = (name: 'moved' | 'placed') =>
    page.evaluate((key) => (window as unknown as Record<string, string[]>)[key] ?? [], name);
  await page.goto(`kk/${lesson}/`);
  // Work at the first exercise brings the script, which then looks at those further down.
  const first = await hydrate(choicesOf(page).first());
  await answerChoice(first, 'right');
  await expect(first.locator('[data-review-later]')).toBeVisible();
  for (const id of ['timurs-tab', 'beekeepers', 'sleep-cover']) await expect.poll(() => listed('placed')).toContain(id);
  expect(await listed('moved')).toEqual([]);
});

test('a lesson finished a week ago has a short set, which is done exercise by exercise', async ({ page }) => {
  await openWith(page, 'kk', [finishedOn(lesson)]);
  await expect(page.locator('.review-boosters')).toHaveCount(0);
  await page.clock.setSystemTime(daysLater(8));
  await openReview(page, 'kk');
  await expect(page.locator('.review-boosters li')).toHaveCount(1);
  await expect(page.locator('.review-boosters')).toContainText('Жаттығулар: 6');
  await page.locator('.review-boosters .button').click();
  let done = 0;
  for (let position = 0; position < 6; position++) {
    const exercise = await hydrate(exerciseOf(page));
    if ((await exercise.locator('.exercise-options[role="radiogroup"]').count()) > 0) {
      await answerChoice(exercise, 'right');
      done += 1;
    }
    const before = await page.locator('.review-session h2').textContent();
    await onward(page).click();
    if (position < 5) await expect(page.locator('.review-session h2')).not.toHaveText(before ?? '');
  }
  expect(done).toBeGreaterThan(2);
  await expect(page.locator('.review-result')).toContainText('Қайта келмейді.');
  await page.getByRole('button', { name: 'Жалпы шолуға оралу' }).click();
  await expect(page.locator('.review-boosters')).toContainText(`Жаттығулар: ${6 - done}`);
  await page.goto('kk/learning/');
  await expect(page.locator('[data-review-summary]')).toHaveText(`Бүгін қайталанатыны: ${6 - done}`);
});

test('the days ahead are saved as a calendar file in the reader’s language', async ({ page, baseURL }) => {
  await openWith(page, 'kk', missedOn(known));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Күнтізбе файлын сақтау' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('review.ics');
  const text = readFileSync(await saved.path(), 'utf8');
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261127');
  expect(text).toMatch(/^DTSTAMP:20261126T09\d{4}Z\r$/mu);
  expect(lines).toContain('SUMMARY;LANGUAGE=kk:Bilig · Қайталанатын жаттығулар: 3');
  expect(lines).toContain(`URL:${baseURL}kk/review/`);
});

test('the number on the app’s icon is shown to who wants it, and goes with the last due exercise', async ({ page }) => {
  await page.addInitScript(() => {
    const badges: number[] = [];
    Object.assign(window, { badges });
    Object.assign(navigator, {
      setAppBadge: async (count: number) => void badges.push(count),
      clearAppBadge: async () => void badges.push(0),
    });
  });
  const badges = () => page.evaluate(() => (window as unknown as { badges: number[] }).badges);
  await openWith(page, 'en', missedOn([timursTab]));
  await page.clock.setSystemTime(daysLater(1));
  await openReview(page, 'en');
  expect((await badges()).filter((count) => count > 0)).toEqual([]);
  await page.getByRole('checkbox').check();
  await expect.poll(badges).toContain(1);
  await page.goto('en/glossary/');
  await expect.poll(badges).toEqual([1]);
  await openReview(page, 'en');
  await page.getByRole('button', { name: 'Start the review' }).click();
  await answerChoice(await hydrate(exerciseOf(page)), 'right');
  await onward(page).click();
  await expect(page.locator('.review-result')).toBeVisible();
  await expect.poll(async () => (await badges()).at(-1)).toBe(0);
  await page.getByRole('button', { name: 'Back to the overview' }).click();
  await expect(page.getByRole('checkbox')).toBeChecked();
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/u] });

  test('an exercise that is not on the device says so, and comes when the connection does', async ({
    page,
    context,
  }) => {
    await openWith(page, 'ru', missedOn([timursTab, beekeepers]));
    await page.clock.setSystemTime(daysLater(1));
    await openReview(page, 'ru');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Начать повторение' }).click();
    await expect(page.locator('.review-session')).toContainText('Не удалось загрузить упражнение');
    await expectNoViolations(page);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Загрузить ещё раз' }).click();
    await expect(page.locator('[data-practice]')).toBeFocused();
    await answerChoice(await hydrate(exerciseOf(page)), 'right');
    await expect(onward(page)).toHaveText('Следующее упражнение');
  });
});

test.describe('with the network off', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/u] });

  test('what is due is reviewed where its course is kept on the device', async ({ page, context }, { project }) => {
    const locale = localeOf(project);
    await keepCourse(page, locale);
    await fillRecord(page, missedOn([timursTab, beekeepers]));
    await context.setOffline(true);
    await page.clock.setSystemTime(daysLater(1));
    await openReview(page, locale);
    await page.locator('.review-today .button').click();
    await answerChoice(await hydrate(exerciseOf(page)), 'right');
    await onward(page).click();
    await expect(page.locator('.review-session h2')).toContainText('2');
    await answerChoice(await hydrate(exerciseOf(page)), 'wrong');
    await onward(page).click();
    await expect(page.locator('.review-rows li')).toHaveCount(2);
    await page.reload();
    await expect(page.locator('.review-days dt').first()).toBeVisible();
  });
});

test('where the browser keeps nothing, what was missed in this visit can be reviewed in it', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await page.goto(`kk/${lesson}/`);
  const missed = await hydrate(at(page, timursTab));
  await answerChoice(missed, 'wrong');
  await page.clock.setSystemTime(daysLater(1));
  await missed.getByRole('link', { name: 'Қайталауда қайта келеді' }).click();
  await expect(page.locator('.review-count')).toHaveText('Бүгін қайталанатыны: 1');
  await page.locator('.review-today .button').click();
  await answerChoice(await hydrate(exerciseOf(page)), 'right');
  await onward(page).click();
  await expect(page.locator('.review-count')).toHaveText('Бірінші жауаптан дұрыс: 1 / 1');
});

// As in axe.test.ts: a phone in Kazakh at the root, a desk in English below a folder.
const languageOf = (project: { readonly name: string }) => (project.name === 'root' ? 'kk' : 'en');

test('axe finds nothing where nothing is in the review', async ({ page }, { project }) => {
  await openWith(page, languageOf(project), []);
  await expectNoViolations(page);
});

test('axe finds nothing on what is due, and on an exercise before and after its answer', async ({ page }, {
  project,
}) => {
  await page.clock.setSystemTime(daysLater(8));
  await openWith(page, languageOf(project), [...missedOn([timursTab, beekeepers]), finishedOn(trust)]);
  await expectNoViolations(page);
  await page.locator('.review-today .button').click();
  await answerChoice(await hydrate(exerciseOf(page)), 'wrong');
  await expectNoViolations(page);
});

test('axe finds nothing on the result of a review, in forced colours too', async ({ page }, { project }) => {
  await page.clock.setSystemTime(daysLater(1));
  await openWith(page, languageOf(project), missedOn([timursTab, beekeepers]));
  await page.locator('.review-today .button').click();
  await answerChoice(await hydrate(exerciseOf(page)), 'wrong');
  await onward(page).click();
  await expect(page.locator('.review-session h2')).toContainText('2');
  await answerChoice(await hydrate(exerciseOf(page)), 'right');
  await onward(page).click();
  await expect(page.locator('.review-result')).toBeVisible();
  await expectNoViolations(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await expectNoViolationsForced(page);
});

test('axe finds nothing on an exercise of a lesson that comes back', async ({ page }, { project }) => {
  await page.goto(`${languageOf(project)}/${lesson}/`);
  const missed = await hydrate(at(page, timursTab));
  await answerChoice(missed, 'wrong');
  await expect(missed.locator('[data-review-later]')).toBeVisible();
  await expectNoViolations(page);
});

test('nothing is wider than a small phone, and the page is no search result', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openWith(page, 'kk', [...missedOn(known), finishedOn(lesson)]);
  await page.clock.setSystemTime(daysLater(8));
  await openReview(page, 'kk');
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.locator('.review-today .button').click();
  await hydrate(exerciseOf(page));
  expect(await overflow()).toBeLessThanOrEqual(0);
  await answerChoice(exerciseOf(page), 'wrong');
  await page.getByRole('button', { name: 'Осы жерде тоқтату' }).click();
  await expect(page.locator('.review-rows li')).toHaveCount(1);
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(site.page('kk/review/').html).toContain('noindex');
  expect(site.read('sitemap.xml').toString()).not.toContain('/review/');
});
