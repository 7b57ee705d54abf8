import { encode } from 'uqr';
import { createContentReader } from '#course/adapters/node-content';
import { certificateKey, encodeCertificate, formatCertificate, parseCertificate, type Certificate } from '#learner';
import type { Page } from '@playwright/test';
import { crc24 } from '../../src/learner/crc24.ts';
import { encodeBase32 } from '../../src/learner/crockford.ts';
import { openLanguageMenu } from './support/actions.ts';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import type { BuiltSite } from './support/built-site.ts';
import { outlineIn, workOn } from './support/completed-course.ts';
import { readPdf } from './support/pdf.ts';
import { fillRecord, readRecord } from './support/record.ts';
import { expect, test } from './support/test.ts';

const course = 'media-literacy';
// Noon, so that it is the same day wherever the test runs.
const at = Date.UTC(2026, 10, 26, 12);
const discernment = { hits: 5, falseAlarms: 1, misleading: 6, sound: 6 };
const names = { kk: 'Жұлдызай Әбдіғаппар', az: 'Günel Əliyeva İsmayıl qızı' };
const anchor = `#course-${course}`;

async function complete(page: Page, site: BuiltSite, score = 0.875): Promise<void> {
  await page.goto('en/settings/');
  await fillRecord(page, workOn(outlineIn(site, course), { at, score, discernment }));
}

/** The certificate with a name on it. */
async function openCertificate(page: Page, language: 'kk' | 'az'): Promise<void> {
  await page.goto(`${language}/certificate/${anchor}`);
  await page.locator('#certificate-name').fill(names[language]);
  await expect(sheetField(page, 'name')).toHaveText(names[language]);
}

const sheetField = (page: Page, field: string) => page.locator(`[data-certificate] [data-field="${field}"]`);
const saidField = (page: Page, field: string) => page.locator(`[data-says] [data-field="${field}"]`);
/** The course that was completed, among all courses. */
const cardOf = (page: Page) => page.locator(anchor);
const verdict = (page: Page) => page.locator('[data-verdict]');

async function readCode(page: Page, code: string): Promise<void> {
  await page.locator('[data-check] textarea').fill(code);
  await page.locator('[data-check] button').click();
}

const certificate: Certificate = {
  course,
  locale: 'kk',
  name: names.kk,
  day: '2026-11-26',
  lessons: { count: 3, total: 3 },
  exercises: { count: 17, total: 18 },
  percent: 87,
  discernment: { caught: 5, misleading: 6, trusted: 4, sound: 6 },
};
const code = encodeCertificate(certificate);

test('a course says what counts as done, how far the learner is, and quietly when it is completed', async ({
  page,
  site,
}) => {
  const outline = outlineIn(site, course);
  const total = outline.lessons.flatMap(({ exercises }) => exercises).length;
  await page.goto(`ru/${course}/`);
  const part = page.locator('section[aria-labelledby="completion"]');
  await expect(part.locator('li').first()).toHaveText(
    new RegExp(`^Пройдите (?:все )?${outline.lessons.length} урок(?:а|ов)?\\.$`, 'u'),
  );
  await expect(part.locator('li').nth(1)).toContainText(`${Math.ceil(total * 0.8)} упражнений из ${total}`);
  await expect(part.locator('li').nth(2)).toContainText('60 %');
  await expect(part.getByRole('status')).toContainText('можно распечатать сертификат');

  const { length } = outline.lessons;
  await fillRecord(page, workOn(outline, { at, lessons: length - 1 }));
  await page.reload();
  await expect(part.locator('[data-requirement="lessons"]')).toContainText(`${length - 1} из ${length}`);
  await expect(part.locator('[data-requirement="answered"]')).toContainText('достигнуто');
  await expect(part.locator('[data-requirement="lessons"] [data-met]')).toBeHidden();
  await expect(part.getByRole('status')).toContainText('можно распечатать сертификат');

  await complete(page, site);
  await page.goto(`ru/${course}/`);
  await expect(part.locator('[data-requirement="score"]')).toContainText('87 %');
  await expect(part.getByRole('status')).toHaveText('Вы прошли этот курс. Поздравляем!');
  await part.getByRole('link').click();
  await expect(page.locator('[data-certificate]')).toBeVisible();
});

test('My learning leads to the certificate of a course from its completion on', async ({ page, site }) => {
  await page.goto('kk/learning/');
  const line = page.locator(`[data-completion="${course}"]`);
  await expect(line).toBeHidden();
  await complete(page, site);
  await page.goto('kk/learning/');
  await expect(line).toContainText('Аяқталды: Медиасауаттылық');
  await line.getByRole('link').click();
  await expect(page.locator('[data-certificate]')).toBeVisible();
});

test('until a course is completed no certificate can be shown', async ({ page, site }) => {
  await complete(page, site, 0.5);
  await page.goto(`az/certificate/${anchor}`);
  await expect(cardOf(page).locator('[data-requirement="score"] [data-reached]')).toHaveText('50%');
  await expect(cardOf(page).locator('[data-requirement="answered"] [data-met]')).toBeVisible();
  await expect(cardOf(page).locator('[data-requirement="score"] [data-met]')).toBeHidden();
  await expect(cardOf(page).locator('[data-show]')).toBeDisabled();
  await expect(page.locator('[data-certificate]')).toBeHidden();
});

test('the certificate is in the learner’s language, keeps her name on the device, and can be had in another language', async ({
  page,
  site,
}) => {
  await complete(page, site);
  await page.goto('kk/certificate/');
  await cardOf(page).locator('[data-show]').click();
  await page.locator('#certificate-name').fill(`  ${names.kk}\u202e `);
  await expect(sheetField(page, 'name')).toHaveText(names.kk);
  await expect(sheetField(page, 'course')).toHaveText('Медиасауаттылық');
  await expect(sheetField(page, 'day')).toHaveText('2026 ж. 26 қараша');
  const { length } = outlineIn(site, course).lessons;
  await expect(sheetField(page, 'lessons')).toHaveText(`${length} / ${length}`);
  await expect(sheetField(page, 'score')).toHaveText('87%');
  await expect(sheetField(page, 'caught')).toHaveText('5 / 6');
  const kept = parseCertificate(await readRecord(page, certificateKey(course)));
  expect(kept).toMatchObject({ name: { text: names.kk }, earned: { at, lessons: { count: length, total: length } } });

  await page.locator('[data-languages]:visible a[lang="az"]').click();
  await expect(sheetField(page, 'name')).toHaveText(names.kk);
  await expect(page.locator('#certificate-name')).toHaveValue(names.kk);
  await expect(sheetField(page, 'course')).toHaveText('Media savadlılığı');
  await expect(sheetField(page, 'day')).toHaveText('26 noyabr 2026');
});

test('the code on the sheet, its link and its picture are one, and say what the sheet says', async ({ page, site }) => {
  await complete(page, site);
  await openCertificate(page, 'az');
  const link = page.locator('[data-link]');
  await expect(link).toHaveText(`${site.address}${site.base}az/certificate/`);
  const printed = (await page.locator('[data-code]').textContent()) ?? '';
  const href = await link.getAttribute('href');
  expect(href).toBe(`${site.address}${site.base}az/certificate/#${printed}`);
  const { size, data } = encode(href ?? '', { ecc: 'M', border: 0 });
  await expect(page.locator('[data-picture]')).toHaveAttribute('viewBox', `0 0 ${size} ${size}`);
  const path = await page.locator('[data-picture] path').getAttribute('d');
  expect(path?.match(/M/gu)).toHaveLength(data.flat().filter(Boolean).length);

  await readCode(page, printed);
  for (const field of ['name', 'course', 'day', 'lessons', 'exercises', 'score', 'caught', 'trusted'])
    await expect(saidField(page, field)).toHaveText((await sheetField(page, field).textContent()) ?? '');
});

for (const language of ['kk', 'az'] as const)
  test(`the certificate in ${language} prints as one page with the name and nothing of the site around it`, async ({
    page,
    site,
  }) => {
    await complete(page, site);
    await page.emulateMedia({ colorScheme: 'dark' });
    await openCertificate(page, language);
    await expect(page.locator('[data-picture] path')).toHaveCount(1);
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    const [text = ''] = pages;
    expect(text).toContain(names[language]);
    expect(text).toContain(language === 'kk' ? '2026 ж. 26 қараша' : '26 noyabr 2026');
    expect(text.replaceAll(' ', '')).toContain((await page.locator('[data-code]').textContent()) ?? '?');
    const around = page.locator('header nav a, main h1, main h2, main button, footer a');
    for (const words of await around.allTextContents())
      if (words.trim().length > 8) expect(text).not.toContain(words.trim());
  });

test('the longest name in the longest words still prints on one page', async ({ page, site }) => {
  await complete(page, site);
  for (const language of site.languages) {
    await page.goto(`${language}/certificate/${anchor}`);
    await page.reload();
    await page.locator('#certificate-name').fill('Константинопольская-Преображенская Александра Константиновна Ж');
    await expect(page.locator('[data-picture] path')).toHaveCount(1);
    expect(await readPdf(await page.pdf({ preferCSSPageSize: true })), language).toHaveLength(1);
  }
});

test('a code is read in any language, from its address, and stays when the language is changed', async ({ page }) => {
  await page.goto(`ru/certificate/#${code}`);
  await expect(verdict(page)).toBeFocused();
  await expect(verdict(page)).toContainText('Код переписан без ошибок');
  await expect(saidField(page, 'name')).toHaveText(names.kk);
  await expect(saidField(page, 'course')).toHaveText('Медиаграмотность');
  await expect(saidField(page, 'day')).toHaveText('26 ноября 2026 г.');
  await expect(saidField(page, 'exercises')).toHaveText('17 из 18');
  await expect(saidField(page, 'score')).toHaveText('87 %');
  await expect(saidField(page, 'language')).toHaveText('Қазақ тілі');
  await expect(page.locator('[data-says]')).toContainText('не доказывает, кто выполнил работу');
  await openLanguageMenu(page);
  await page.locator('[data-language-menu] a[lang="uz"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'uz');
  await expect(saidField(page, 'day')).toHaveText('26-noyabr, 2026');
});

test('what is wrong with a code is told apart', async ({ page }) => {
  await page.goto('ru/certificate/');
  const newer = [2, 1, 0];
  const crc = crc24(newer);
  const cases = [
    ['', 'Сначала введите'],
    [code.replace(/.$/u, (last) => (last === '0' ? '4' : '0')), 'По меньшей мере один знак'],
    [code.slice(0, 40), 'Не хватает части кода'],
    [encodeBase32([...newer, crc >> 16, (crc >> 8) & 255, crc & 255]), 'более новой версией'],
    [encodeCertificate({ ...certificate, course: 'another-course' }), 'такого курса на этом сайте нет'],
    [encodeCertificate({ ...certificate, percent: 140 }), 'кто-то его выдумал'],
  ] as const;
  for (const [text, words] of cases) {
    await readCode(page, text);
    await expect(verdict(page)).toContainText(words);
    await expect(page.locator('[data-says]')).toBeHidden();
  }
  await readCode(page, code);
  await expect(page.locator('[data-says]')).toBeVisible();
});

test('a name that somebody has made up is text and nothing else', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)><b>ректор</b>';
  await page.goto(`kk/certificate/#${encodeCertificate({ ...certificate, name })}`);
  await expect(saidField(page, 'name')).toHaveText(name);
  await expect(page.locator('[data-says] :is(img, b)')).toHaveCount(0);
  await page.goto(`kk/certificate/#%E0%A4%A`);
  await page.reload();
  await expect(verdict(page)).toContainText('қате');
});

test('a certificate that was earned stays when the course grows, and says so', async ({ page }) => {
  await page.goto('az/settings/');
  const earned = {
    at,
    lessons: { count: 2, total: 2 },
    exercises: { count: 9, total: 10 },
    score: 0.7,
    discernment: null,
  };
  const entry = formatCertificate({ name: { text: names.az, at }, earned });
  await fillRecord(page, [[certificateKey(course), entry]]);
  await page.goto('az/certificate/');
  await expect(cardOf(page).locator('[data-earlier]')).toBeVisible();
  await cardOf(page).locator('[data-show]').click();
  await expect(sheetField(page, 'name')).toHaveText(names.az);
  await expect(sheetField(page, 'lessons')).toHaveText('2 / 2');
  await expect(sheetField(page, 'caught')).toBeHidden();
});

test('everything is done with the keyboard alone', async ({ page, site }) => {
  await complete(page, site);
  await page.goto('kk/certificate/');
  await expect(cardOf(page).locator('[data-show]')).toBeEnabled();
  await cardOf(page).locator('h3 a').focus();
  await page.keyboard.press('Tab');
  await expect(cardOf(page).locator('[data-show]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#yours')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('#certificate-name')).toBeFocused();
  await page.keyboard.type('Аружан');
  await expect(sheetField(page, 'name')).toHaveText('Аружан');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-print]')).toBeFocused();
  await page.locator('[data-link]').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('#certificate-code')).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(saidField(page, 'name')).toHaveText(names.kk);
});

test('where storage is refused the page works for the visit and says that nothing is kept', async ({ page, site }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await page.goto('kk/settings/');
  // The record comes along from the page before.
  const work = workOn(outlineIn(site, course), { at, score: 1 });
  await page.evaluate((json) => (window.name = `bilig-record:${json}`), JSON.stringify(Object.fromEntries(work)));
  await page.goto(`kk/certificate/${anchor}`);
  await expect(page.locator('[data-denied]')).toBeVisible();
  await page.locator('#certificate-name').fill(names.kk);
  await expect(sheetField(page, 'name')).toHaveText(names.kk);
  await page.locator('[data-languages]:visible a[lang="ru"]').click();
  await expect(sheetField(page, 'name')).toHaveText(names.kk);
  await readCode(page, (await page.locator('[data-code]').textContent()) ?? '');
  await expect(saidField(page, 'name')).toHaveText(names.kk);
});

for (const [language, width] of [
  ['kk', 320],
  ['az', 320],
  ['en', 1280],
] as const) {
  test(`axe finds nothing on a certificate in ${language} at ${width} pixels, and nothing scrolls sideways`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await complete(page, site);
    await page.goto(`${language}/certificate/${anchor}`);
    await page.locator('#certificate-name').fill('Константинопольская-Преображенская');
    await expect(page.locator('[data-picture] path')).toHaveCount(1);
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await page.emulateMedia({ forcedColors: 'active' });
    await expectNoViolationsForced(page);
  });

  test(`axe finds nothing on a code that is read in ${language} at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${language}/certificate/#${code}`);
    await expect(page.locator('[data-says]')).toBeVisible();
    await expectNoViolations(page);
    await expectNoSidewaysScroll(page);
    await readCode(page, 'код');
    await expectNoViolations(page);
  });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(room ?? 0);
}

test('the picture’s program is loaded by nobody who is shown no certificate', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('en/certificate/', { waitUntil: 'networkidle' });
  expect(scripts.some((url) => url.includes('certificate'))).toBe(true);
  expect(scripts.filter((url) => url.includes('certificate-picture'))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a course still says what counts as done, and the page of certificates why it shows nothing', async ({
    page,
  }) => {
    await page.goto(`uz/${course}/`);
    await expect(page.locator('section[aria-labelledby="completion"] li').first()).toBeVisible();
    await expect(page.locator('[data-completion]')).toBeHidden();
    await page.goto('uz/certificate/');
    await expect(page.locator('main .notice').first()).toContainText('JavaScript');
    await expect(page.locator('main button:visible, main textarea:visible')).toHaveCount(0);
  });
});

test('every language has a page of certificates that is not indexed, and each of its courses a place on it', ({
  site,
}) => {
  const { content } = createContentReader('content')();
  for (const language of site.languages) {
    const { document } = site.page(`${language}/certificate/`);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    for (const { id } of content?.courses ?? [])
      expect(document.getElementById(`course-${id}`), language).not.toBeNull();
  }
});
