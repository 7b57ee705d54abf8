import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const lesson = 'media-literacy/finding-the-source/whom-to-trust/';

/** What a test asks of the engine that stands in for the device's. */
interface Engine {
  readonly said: readonly { readonly lang: string; readonly text: string; readonly rate: number }[];
  finish(): void;
  bring(...voices: string[]): void;
}

/** Puts an engine into the page that says what it is told, and ends a sentence when the test says so. */
async function putEngine(page: Page, ...voices: string[]): Promise<void> {
  await page.addInitScript((names) => {
    const toVoice = (lang: string) => ({ lang, name: lang, voiceURI: lang, localService: true, default: false });
    let known = names.map(toVoice);
    let current: SpeechSynthesisUtterance | null = null;
    const said: { lang: string; text: string; rate: number }[] = [];
    const engine = Object.assign(new EventTarget(), {
      said,
      pending: false,
      get speaking() {
        return current !== null;
      },
      getVoices: () => known,
      speak(utterance: SpeechSynthesisUtterance) {
        said.push({ lang: utterance.lang, text: utterance.text, rate: utterance.rate });
        current = utterance;
        utterance.onstart?.call(utterance, new Event('start') as SpeechSynthesisEvent);
      },
      cancel() {
        if (current) sessionStorage.setItem('cancelled', current.text);
        current = null;
      },
      finish() {
        const ended = current;
        current = null;
        ended?.onend?.call(ended, new Event('end') as SpeechSynthesisEvent);
      },
      bring(...more: string[]) {
        known = more.map(toVoice);
        engine.dispatchEvent(new Event('voiceschanged'));
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: engine });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        lang = '';
        rate = 1;
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }, voices);
}

const said = (page: Page) => page.evaluate(() => [...(speechSynthesis as unknown as Engine).said]);
const finish = (page: Page) => page.evaluate(() => (speechSynthesis as unknown as Engine).finish());
const start = (page: Page) => page.locator('.listen-start');
/** Asks for reading and waits until the first words are said. */
async function begin(page: Page) {
  await start(page).click();
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(0);
}
const bar = (page: Page) => page.locator('.listen-bar');

/** Lets the voice read to the end of the lesson. */
async function hearAll(page: Page) {
  for (let spoken = 0; spoken < 400 && (await bar(page).count()); spoken += 1) await finish(page);
  await expect(bar(page)).toHaveCount(0);
  return said(page);
}

test('a lesson is read aloud from its title on, paragraph by paragraph, with the one that is read marked', async ({
  page,
}) => {
  await putEngine(page, 'ru-RU', 'en-US');
  await page.goto(`ru/${lesson}`);
  await begin(page);
  await expect(page.getByRole('region', { name: 'Чтение вслух' })).toBeVisible();
  await expect(page.locator('h1')).toHaveClass('listen-now');
  await finish(page);
  await expect(page.locator('.listen-now')).toHaveCount(1);
  await expect(page.locator('.lead')).toHaveClass(/listen-now/u);
  await page.getByRole('button', { name: 'Следующий абзац' }).click();
  await expect(page.locator('.lead')).not.toHaveClass(/listen-now/u);
  await page.getByRole('button', { name: 'Предыдущий абзац' }).click();
  await expect(page.locator('.lead')).toHaveClass(/listen-now/u);
  expect((await said(page)).every(({ lang }) => lang === 'ru-RU')).toBe(true);
});

test('questions are read; controls, answers, definitions, code and what is hidden are not', async ({ page }) => {
  await putEngine(page, 'en-GB');
  await page.goto(`en/${lesson}`, { waitUntil: 'networkidle' });
  await begin(page);
  const text = (await hearAll(page)).map((piece) => piece.text).join('\n');
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();
  for (const prompt of await page.locator('.exercise-prompt p').allTextContents())
    expect(text).toContain(plain(prompt).slice(0, 60));
  const hidden = await page
    .locator('[role="tooltip"], .exercise-options label, .exercise-actions button, .source-list li, .exercise-kind')
    .allTextContents();
  expect(hidden.length).toBeGreaterThan(20);
  for (const words of hidden) expect(text.split('\n'), words).not.toContain(plain(words));
  expect(text).not.toContain('Answers and reasons');
  // A term is read as part of its sentence, and only once.
  const [term = ''] = await page.locator('.prose p .term-word').allTextContents();
  expect(text).toContain(plain(term));
});

for (const language of ['az', 'uz', 'kk', 'ky'])
  test(`nothing is offered in ${language} on a device that has voices for Russian and English only`, async ({
    page,
  }) => {
    await putEngine(page, 'ru-RU', 'en-US');
    await page.goto(`${language}/${lesson}`, { waitUntil: 'networkidle' });
    await expect(start(page)).toHaveCount(0);
    expect(await said(page)).toEqual([]);
  });

test('a device with a voice for Kazakh is offered it as soon as the voice is there, and no text moves', async ({
  page,
}) => {
  await putEngine(page);
  await page.goto(`kk/${lesson}`, { waitUntil: 'networkidle' });
  await expect(start(page)).toHaveCount(0);
  const place = () =>
    page
      .locator('.lesson-head')
      .evaluate((head) =>
        [...head.children]
          .filter((child) => !child.matches('.listen-start'))
          .map((child) => child.getBoundingClientRect().top),
      );
  const before = await place();
  await page.evaluate(() => (speechSynthesis as unknown as Engine).bring('kk-KZ'));
  await expect(start(page)).toHaveText('Дауыстап оқу');
  expect(await place()).toEqual(before);
});

test('a browser without voices shows nothing', async ({ page }) => {
  await page.addInitScript(() => {
    delete (Window.prototype as { speechSynthesis?: unknown }).speechSynthesis;
    delete (window as { speechSynthesis?: unknown }).speechSynthesis;
  });
  await page.goto(`en/${lesson}`, { waitUntil: 'networkidle' });
  await expect(start(page)).toHaveCount(0);
});

test('a section is read from its heading on, out of the panel at it', async ({ page }) => {
  await putEngine(page, 'tr-TR');
  await page.goto(`tr/${lesson}`, { waitUntil: 'networkidle' });
  await expect(start(page)).toHaveCount(1);
  await page.mouse.wheel(0, 400);
  const heading = page.locator('.prose > h2').nth(1);
  await heading.scrollIntoViewIfNeeded();
  await page.locator('.section-tool').nth(1).click();
  await page.getByRole('button', { name: 'Buradan itibaren sesli oku' }).click();
  await expect(heading).toHaveClass(/listen-now/u);
  expect((await said(page))[0]?.text).toBe((await heading.innerText()).trim());
});

test('a passage in another language is read by a voice of that language, and left out where there is none', async ({
  page,
}) => {
  await putEngine(page, 'ru-RU');
  await page.goto(`ru/${lesson}`);
  await page.locator('.lead').evaluate((lead) => {
    lead.innerHTML = 'Слова: <span lang="en">who says so</span>, и всё.';
  });
  await begin(page);
  await finish(page);
  await finish(page);
  expect((await said(page)).slice(1).map(({ text }) => text)).toEqual(['Слова:', ', и всё.']);
});

test('a pause holds, the speed is kept for the next lesson, Esc ends it, and the focus comes back', async ({
  page,
}) => {
  await putEngine(page, 'en-US');
  await page.goto(`en/${lesson}`);
  await begin(page);
  const toggle = page.locator('.listen-toggle');
  await expect(toggle).toBeFocused();
  await toggle.press('Enter');
  await expect(toggle).toHaveText('Go on');
  await toggle.press('Enter');
  await expect(toggle).toHaveText('Pause');
  await page.getByLabel('Speed').selectOption('fast');
  expect((await said(page)).at(-1)?.rate).toBe(1.25);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('.listen-now')).toHaveCount(0);
  await expect(start(page)).toBeFocused();
  await page.reload();
  await begin(page);
  expect((await said(page)).at(-1)?.rate).toBe(1.25);
});

test('the voice falls silent when the page is left', async ({ page }) => {
  await putEngine(page, 'en-US');
  await page.goto(`en/${lesson}`);
  const title = (await page.locator('h1').innerText()).trim();
  await begin(page);
  await expect(bar(page)).toBeVisible();
  await page.goto('en/glossary/');
  expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBe(title);
});

for (const { language, voice, width } of [
  { language: 'kk', voice: 'kk-KZ', width: 320 },
  { language: 'az', voice: 'az-AZ', width: 1280 },
])
  test(`axe finds nothing while a lesson in ${language} is read at ${width} pixels, and nothing leaves the screen`, async ({
    page,
  }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 700 });
    await putEngine(page, voice);
    await page.goto(`${language}/${lesson}`, { waitUntil: 'networkidle' });
    await begin(page);
    await expect(bar(page)).toBeVisible();
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
