import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { trainerNotes } from '../support/trainer-notes.ts';
import { expectNoViolations } from './support/axe.ts';
import { isLesson } from './support/built-site.ts';
import { readPdf } from './support/pdf.ts';
import { expect, test } from './support/test.ts';

// What trainers are given to teach a lesson in a room, and that learners are given none of it.

const course = 'media-literacy';
const module = `${course}/finding-the-source`;
const lesson = `${module}/leave-the-page`;
const joined = (text: string) => text.replace(/[\s\u00AD]+/gu, '');
const a4 = /\/MediaBox \[0 0 59[45][.\d]* 84[12]/u;

test.describe('what learners get', () => {
  test('holds no word of the notes for trainers: no page, script, index, list, feed or package', ({ site }) => {
    const notes = trainerNotes('content');
    expect(notes.length).toBeGreaterThanOrEqual(site.languages.length * 9);
    const kits = site.kits.map(({ html }) => joined(html)).join('\n');
    // Were they not found where they are, they would be found nowhere.
    for (const { file, words } of notes) expect([file, kits.includes(joined(words))]).toEqual([file, true]);
    let read = 0;
    const holds = (name: string, bytes: Uint8Array) => {
      const text = joined(Buffer.from(bytes).toString('utf8'));
      read += 1;
      const found = notes.filter(({ words }) => text.includes(joined(words)));
      expect(found.map(({ file }) => `${name} holds the note of ${file}`)).toEqual([]);
    };
    for (const file of site.files) {
      if (file.startsWith('teach/') || /\.(?:png|jpg|webp|woff2|mp4)$/u.test(file)) continue;
      const bytes = site.read(file);
      if (!/\.(?:zip|epub|imscc)$/u.test(file)) holds(file, bytes);
      else for (const [name, inner] of Object.entries(unzipSync(bytes))) holds(`${file}: ${name}`, inner);
    }
    expect(read).toBeGreaterThan(site.pages.length);
  });

  test('names no page for trainers in lessons, lists, indexes or feeds', ({ site }) => {
    const lists = [...site.files].filter(
      (file) => /^(?:offline|search)\/|\.(?:xml|txt|webmanifest)$/u.test(file) || file === 'sw.js',
    );
    expect(lists.length).toBeGreaterThan(20);
    for (const file of lists)
      expect(site.read(file).toString(), file).not.toMatch(/(?:^|[/"])teach\/[a-z]{2}\/|_astro\/(?:[Tt]each|slides)/u);
    for (const { path, html } of [...site.pages.filter(isLesson), ...site.embeds])
      expect(html, path).not.toContain(`${site.base}teach/`);
    for (const { path, html } of site.kits) expect(html, path).toContain('<meta name="robots" content="noindex">');
  });
});

test('a module’s page for lecturers and a course’s downloads lead to it, and it leads back', async ({ page }) => {
  await page.goto(`az/${module}/use/`);
  await page.locator(`main a[href$="/teach/az/${lesson}/"]`).click();
  await expect(page.locator('h1')).toHaveText(/\S/u);
  await page.locator('.kit-ways a').last().click();
  await expect(page).toHaveURL(new RegExp(`/az/${lesson}/$`, 'u'));
  await page.goto(`kk/${course}/downloads/`);
  await page.locator(`main a[href$="/teach/kk/${course}/"]`).click();
  await expect(page.locator('.kit-lessons li')).toHaveCount(9);
  await page.locator(`a[href$="/teach/kk/${lesson}/slides/"]`).click();
  await page.locator('.deck-bar a').click();
  await expect(page).toHaveURL(new RegExp(`/teach/kk/${lesson}/$`, 'u'));
  await page.locator('.kit-header a[lang="ru"]').click();
  await expect(page).toHaveURL(new RegExp(`/teach/ru/${lesson}/$`, 'u'));
});

test('a kit holds plan, notes, minutes, text with answers, handout, worksheet and key', ({ site }) => {
  for (const language of site.languages) {
    const { document, locale, path } = site.page(`teach/${language}/${lesson}/`);
    expect(locale, path).toBe(language);
    const count = (selector: string) => document.querySelectorAll(selector).length;
    expect(count('#plan .kit-plan-table tbody tr'), path).toBe(5);
    expect(count('#plan .kit-note-variant tbody tr'), path).toBe(4);
    expect(count('#lesson .kit-notes .kit-note'), path).toBe(3);
    const minutes = [...document.querySelectorAll('#lesson .kit-times .kit-time')].map((cell) =>
      Number(cell.textContent),
    );
    expect(
      minutes.reduce((sum, value) => sum + value, 0),
      path,
    ).toBe(25);
    expect(count('#lesson .exercise'), path).toBe(7);
    expect(count('#lesson .exercise > .answer'), path).toBe(7);
    expect(count('#handout img[alt]'), path).toBe(1);
    expect(count('#handout dt'), path).toBeGreaterThan(4);
    expect(count('#handout .sources li'), path).toBeGreaterThan(1);
    expect(count('#worksheet .exercise'), path).toBe(7);
    expect(count('#worksheet .answer'), path).toBe(0);
    expect(count('#worksheet .example'), path).toBeGreaterThan(1);
    expect(count('#key .answer'), path).toBe(7);
  }
});

for (const language of ['kk', 'az'])
  test(`each part goes to A4 alone, and all of them by the browser’s own command: ${language}`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await page.goto(`teach/${language}/${lesson}/`);
    const print = async () => {
      const bytes = await page.pdf({ preferCSSPageSize: true });
      expect(Buffer.from(bytes).toString('latin1')).toMatch(a4);
      return (await readPdf(bytes)).map((text) => joined(text));
    };
    const parts: Record<string, string[]> = {};
    for (const id of ['plan', 'lesson', 'handout', 'worksheet', 'key']) {
      await page.locator(`#${id} [data-kit-print]`).click();
      parts[id] = await print();
      const title = joined((await page.locator(`#${id}-title`).textContent()) ?? '');
      expect(parts[id][0], id).toContain(title);
      for (const sheet of parts[id]) expect(sheet.length, id).toBeGreaterThan(40);
    }
    expect(parts['plan']).toHaveLength(1);
    expect(parts['handout']?.length).toBeLessThanOrEqual(2);
    // No reason and no mark of an answer is on what learners are given.
    const given = [...(parts['worksheet'] ?? []), ...(parts['handout'] ?? [])].join('');
    for (const reason of await page.locator('#key li > p:not(:first-child)').allTextContents())
      if (joined(reason).length > 50) expect(given).not.toContain(joined(reason));
    expect(given).not.toContain('✓');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    const all = await print();
    expect(all).toHaveLength(Object.values(parts).flat().length);
  });

test('a plan is one sheet and a handout two at most, for every lesson in every language', async ({ page, site }) => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  for (const { path } of site.kits.filter(({ path }) => path.split('/').length === 6)) {
    await page.goto(path);
    for (const [id, most] of [
      ['plan', 1],
      ['handout', 2],
    ] as const) {
      await page.locator(`#${id}`).evaluate((part) => part.setAttribute('data-kit-printed', ''));
      const sheets = await readPdf(await page.pdf({ preferCSSPageSize: true }));
      if (sheets.length > most) faults.push(`${path} ${id}: ${sheets.length}`);
      await page.locator(`#${id}`).evaluate((part) => part.removeAttribute('data-kit-printed'));
    }
  }
  expect(faults).toEqual([]);
});

const isShown = (page: Page, number: number) =>
  expect(page.locator(`#slide-${number}`)).toHaveAttribute('data-current', '');

test.describe('slides', () => {
  test('every slide of every lesson in every language finds room on a projector', async ({ page, site }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 1280, height: 720 });
    const faults: string[] = [];
    for (const { path } of site.kits.filter((kit) => kit.path.endsWith('/slides/'))) {
      await page.goto(path);
      const full = await page.locator('.slide').evaluateAll((slides) =>
        slides.flatMap((slide) => {
          const room = slide.querySelector('.slide-room');
          const inner = [...slide.querySelectorAll('.slide-room > *, .slide-head > *')];
          const foot = slide.getBoundingClientRect().bottom - 48;
          const isCut =
            slide.scrollHeight > slide.clientHeight + 1 ||
            slide.scrollWidth > slide.clientWidth + 1 ||
            (room !== null && room.scrollHeight > room.clientHeight + 1) ||
            inner.some((part) => part.getBoundingClientRect().bottom > foot);
          return isCut ? [`${slide.id} ${slide.className}`] : [];
        }),
      );
      faults.push(...full.map((slide) => `${path} ${slide}`));
    }
    expect(faults).toEqual([]);
  });

  test('are turned by keys and buttons, and say where they are', async ({ page, site }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`teach/kk/${lesson}/slides/`);
    await isShown(page, 1);
    for (const [key, number] of [
      ['ArrowRight', 2],
      ['PageDown', 3],
      ['Space', 4],
      ['Shift+Space', 3],
      ['ArrowDown', 4],
      ['ArrowUp', 3],
      ['ArrowLeft', 2],
      ['PageUp', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      await isShown(page, number);
    }
    const count = await page.locator('.slide').count();
    await page.keyboard.press('End');
    await isShown(page, count);
    await expect(page.locator('[data-deck="next"]')).toBeDisabled();
    await expect(page.locator('[data-deck-progress]')).toHaveJSProperty('value', count);
    await expect(page.locator(`#slide-${count}`)).toBeFocused();
    await expect(page.locator(`#slide-${count}`)).toHaveAttribute('aria-label', `${count} слайдтың ${count}-слайды`);
    await expect(page).toHaveURL(new RegExp(`#slide-${count}$`, 'u'));
    await page.keyboard.press('Home');
    await page.locator('[data-deck="next"]').click();
    await isShown(page, 2);
    await page.locator('[data-deck="previous"]').click();
    await isShown(page, 1);
    await page.reload();
    await page.evaluate(() => (location.hash = '#slide-5'));
    await isShown(page, 5);
    // A question comes before its answer.
    const { document } = site.page(`teach/kk/${lesson}/slides/`);
    const kinds = [...document.querySelectorAll('.slide')].map(({ className }) => /slide-(\w+)/u.exec(className)?.[1]);
    expect(kinds.indexOf('answer')).toBeGreaterThan(kinds.indexOf('question'));
  });

  test('show no note until it is asked for; a second window has them and follows', async ({ page, context }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`teach/az/${lesson}/slides/`);
    await expect(page.locator('.slide-notes:visible')).toHaveCount(0);
    await page.locator('[data-deck="notes"]').click();
    await expect(page.locator('#slide-1 .slide-notes')).toContainText('25 dəqiqə');
    await expect(page.locator('#slide-1 .slide-notes')).toContainText('Sinif variantı');
    await page.locator('[data-deck="notes"]').click();
    await expect(page.locator('.slide-notes:visible')).toHaveCount(0);
    const [notes] = await Promise.all([context.waitForEvent('page'), page.locator('[data-deck="window"]').click()]);
    await expect(notes.locator('#slide-1 .slide-notes')).toContainText('Sinif variantı');
    await expect(notes.locator('#slide-2 .slide-head')).toBeVisible();
    await expect(notes.locator('#slide-2 .slide-room')).toBeHidden();
    await expect(notes.locator('#slide-3')).toBeHidden();
    await page.keyboard.press('ArrowRight');
    await isShown(notes, 2);
    await notes.keyboard.press('ArrowRight');
    await isShown(page, 3);
    await expectNoViolations(notes);
    await notes.close();
  });

  test('are a page each on paper, without notes or buttons', async ({ page }) => {
    await page.goto(`teach/kk/${lesson}/slides/`);
    await page.locator('[data-deck="notes"]').click();
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/MediaBox \[0 0 (?:959|960)[.\d]* 540/u);
    const pages = await readPdf(bytes);
    expect(pages).toHaveLength(await page.locator('.slide').count());
    const note = joined((await page.locator('#slide-1 .slide-notes p').last().textContent()) ?? '');
    expect(note.length).toBeGreaterThan(60);
    expect(joined(pages.join(''))).not.toContain(note);
    for (const text of pages) expect(text.trim().length).toBeGreaterThan(5);
  });

  test('are read as a page on a phone, at 320 pixels too', async ({ page }) => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      for (const language of ['kk', 'az']) {
        await page.goto(`teach/${language}/${lesson}/slides/`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const size = await page
          .locator('.slide-body')
          .nth(3)
          .evaluate((body) => parseFloat(getComputedStyle(body).fontSize));
        expect(size).toBeGreaterThanOrEqual(16);
      }
    }
    await page.locator('#slide-4').scrollIntoViewIfNeeded();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-current]')).toBeInViewport();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('are one below another, with their notes folded up', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(`teach/ru/${lesson}/slides/#slide-3`);
      await expect(page.locator('#slide-3')).toBeInViewport();
      await expect(page.locator('.deck-bar button:visible')).toHaveCount(0);
      await page.goto(`teach/ru/${lesson}/slides/`);
      await page.locator('#slide-1 summary').click();
      await expect(page.locator('#slide-1 .slide-notes p').first()).toBeVisible();
    });
  });
});

for (const [width, language] of [
  [390, 'kk'],
  [1280, 'az'],
  [1280, 'en'],
] as const)
  test(`axe finds nothing on kits, their list and slides at ${width} pixels: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [`${course}/`, `${lesson}/`, `${lesson}/slides/`]) {
      await page.goto(`teach/${language}/${path}`);
      await expectNoViolations(page);
    }
  });

test('a kit needs no more than 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const language of ['kk', 'az', 'tr', 'ru'])
    for (const path of [`${course}/`, `${lesson}/`]) {
      await page.goto(`teach/${language}/${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(320);
    }
});
