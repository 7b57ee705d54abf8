import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test, type Frame, type Locator, type Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { startDev, type DevServer } from '../support/dev-server.ts';
import { writeFixtureContent } from '../support/fixture-content.ts';

// What an author sees while she writes: `npm run dev` over a copy of the fixture's lessons.

const folder = '.cache/preview-site';
const content = `${folder}/content`;
const path = 'sampler/parts/every-part';
const kazakh = `courses/${path}/kk.mdx`;
const opened = `${folder}/opened.txt`;
const root = resolve(import.meta.dirname, '../../..');
const fileOf = (name: string) => resolve(root, content, name);
const good = readFileSync(resolve(root, 'tests/fixtures/site/content', kazakh), 'utf8');
const save = (text: string, name = kazakh) => writeFileSync(fileOf(name), text);

let server: DevServer;

test.describe.configure({ mode: 'default', timeout: 120_000 });

test.beforeAll(async () => {
  writeFixtureContent(content);
  // An editor that writes down what it was asked to open.
  const editor = resolve(root, folder, 'editor');
  writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${resolve(root, opened)}'\n`, { mode: 0o755 });
  server = await startDev(content, { LAUNCH_EDITOR: editor });
});

test.afterAll(async () => {
  await server?.stop();
  rmSync(resolve(root, folder), { recursive: true, force: true, maxRetries: 5 });
});

/** The server has taken in the whole text again when it shows the sentence at its end; no reload of it comes later. */
test.afterEach(async ({ request, context }, { testId, retry }) => {
  // A page that is being loaded anew cannot always be closed.
  await Promise.all(context.pages().map((page) => page.close()));
  const end = `Соңы ${testId}${retry}.`;
  save(`${good}\n${end}\n`);
  await expect
    .poll(async () => (await request.get(`${server.address}kk/${path}/`)).text(), { timeout: 60_000 })
    .toContain(end);
});

/** Opens a page and waits for its panel. */
async function visit(page: Page, address: string): Promise<Locator> {
  await page.goto(server.address + address);
  const toggle = page.locator('[data-toggle]');
  await expect(toggle).toBeVisible({ timeout: 60_000 });
  return toggle;
}

async function openPanel(page: Page): Promise<Locator> {
  const toggle = page.locator('[data-toggle]');
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  const panel = page.locator('#preview-panel');
  await expect(panel).toBeVisible();
  return panel;
}

const problemIn = (panel: Locator, rule: string) => panel.locator(`.problem[data-rule="${rule}"]`);

test('a saved mistake shows in the panel with its line and mend, and goes when it is mended', async ({ page }) => {
  await visit(page, `kk/${path}/`);
  const panel = await openPanel(page);
  await expect(panel.locator('.problem')).toHaveCount(0);

  // A key that the source does not have.
  save(good.replace('- [x] [sky]', '- [ ] [sky]').replace('- [ ] [grass]', '- [x] [grass]'));
  const problem = problemIn(panel, 'translation-key');
  await expect(problem).toContainText('The right answer of "one-answer" is not that of the source');
  await expect(problem.locator('.problem-mend')).toContainText('Mark the same ids');
  const line = good.slice(0, good.indexOf('<Choice id="one-answer"')).split('\n').length;
  await expect(problem.locator('pre')).toContainText(`${line} │ <Choice id="one-answer"`);
  await expect(page.locator('[data-toggle]')).toContainText('1 error');
  await expect(panel.locator('tr[data-language="kk"]')).toContainText('stale');

  save(good);
  await expect(page.locator('#preview-panel .problem')).toHaveCount(0);
  await expect(panel.locator('tr[data-language="kk"]')).toContainText('as its source');
});

test('of two saves in a row the last one shows', async ({ page }) => {
  await visit(page, `kk/${path}/`);
  for (let round = 1; round <= 3; round += 1) {
    // The watcher drops changes that follow one another within 50 ms.
    for (let step = 1; step <= 3; step += 1) {
      save(`${good}\nСақтау ${round}.${step}.\n`);
      await new Promise((done) => setTimeout(done, 20));
    }
    await expect(page.getByText(`Сақтау ${round}.3.`)).toBeVisible();
  }
});

test('a place in a Kazakh file opens in the editor at its line and column', async ({ page }) => {
  rmSync(resolve(root, opened), { force: true });
  save(`${good}\n<Note kind="tip">\n\nСілтеме [осында](жоқ/).\n\n</Note>\n`);
  await visit(page, `kk/${path}/`);
  const panel = await openPanel(page);
  const link = panel.locator('.problem a[data-open]').first();
  const place = (await link.getAttribute('data-open')) ?? '';
  const [, line, column] = /:(\d+):(\d+)$/u.exec(place) ?? [];
  expect(place.startsWith(`${content}/${kazakh}:`)).toBe(true);
  expect(good.split('\n').length).toBeLessThan(Number(line));
  await link.click();
  await expect(panel.locator('[data-told]')).toContainText(place);
  await expect.poll(() => existsSync(resolve(root, opened)), { timeout: 20_000 }).toBe(true);
  await expect
    .poll(() => readFileSync(resolve(root, opened), 'utf8').trim().split('\n'))
    .toEqual([fileOf(kazakh), line, column]);
});

for (const [what, broken, rule] of [
  ['a component that is never closed', `${good}\n<Note kind="tip">\n`, 'mdx-syntax'],
  [
    'a component that nobody knows',
    good.replace('<Note kind="tip">', '<Nota>').replace('</Note>', '</Nota>'),
    'component-unknown',
  ],
  ['a front matter that is no YAML', good.replace(/^title: .*$/mu, 'title: "'), 'yaml-syntax'],
] as const) {
  test(`${what} shows as a fault with its place in place of the page, other pages go on, and it heals`, async ({
    page,
    context,
  }) => {
    await visit(page, `kk/${path}/`);
    const other = await context.newPage();
    await visit(other, `ru/${path}/`);
    save(broken);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be shown yet');
    const fault = page.locator(`main .problem[data-rule="${rule}"]`).first();
    await expect(fault).toContainText(`${content}/${kazakh}:`);
    await expect(fault.locator('pre')).toContainText('^');
    await expect(fault.locator('.problem-mend')).not.toBeEmpty();
    await expectNoViolations(page);

    await expect(other.locator('article')).toBeVisible();
    expect((await page.request.get(`${server.address}en/${path}/`)).status()).toBe(200);
    expect((await page.request.get(`${server.address}kk/sampler/`)).status()).toBe(200);
    // No stack trace, here or in the page beside it.
    for (const one of [page, other]) await expect(one.locator('vite-error-overlay')).toHaveCount(0);

    save(good);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Барлық бөлік');
  });
}

test('a course whose file cannot be read says so on its pages, and the pages of others go on', async ({ page }) => {
  const file = 'courses/sampler/course.yaml';
  const whole = readFileSync(fileOf(file), 'utf8');
  await visit(page, `ru/${path}/`);
  try {
    save(whole.replace(/^modules:/mu, 'modules: ['), file);
    const fault = page.locator('main .problem[data-rule="yaml-syntax"]').first();
    await expect(fault).toContainText(`${content}/${file}:`);
    expect((await page.request.get(`${server.address}ru/about/`)).status()).toBe(200);
  } finally {
    save(whole, file);
  }
  await expect(page.locator('article')).toBeVisible();
});

test('while site.yaml cannot be read, pages stay as they were and the panel says why nothing would be built', async ({
  page,
}) => {
  const whole = readFileSync(fileOf('site.yaml'), 'utf8');
  await visit(page, `kk/${path}/`);
  try {
    save(whole.replace(/^languages: /mu, 'languages: kk, '), 'site.yaml');
    await expect(page.locator('#preview-panel .problem').filter({ hasText: `${content}/site.yaml:` })).not.toHaveCount(
      0,
    );
    await expect(page.locator('article')).toBeVisible();
  } finally {
    save(whole, 'site.yaml');
  }
  await expect(page.locator('[data-toggle] b')).toHaveCount(0);
});

test('answers show in the place of each exercise by a switch, and stay through a save', async ({ page }) => {
  await visit(page, `kk/${path}/`);
  const panel = await openPanel(page);
  const shown = page.locator('#one-answer [data-preview-answers]');
  await expect(shown).toHaveCount(0);
  await panel.locator('[data-answers]').check();
  await expect(shown).toBeVisible();
  await expect(shown).toContainText('Аспан');
  await expect(shown).toContainText('Жарық ауада шашырайды');
  const exercises = await page.locator('main [data-exercise]').count();
  await expect(page.locator('[data-preview-answers]')).toHaveCount(exercises);

  save(good.replace('Жарық ауада шашырайды', 'Күн жарығы ауада шашырайды'));
  await expect(shown).toContainText('Күн жарығы ауада шашырайды');
  await page.locator('#preview-panel [data-answers]').uncheck();
  await expect(page.locator('[data-preview-answers]')).toHaveCount(0);
});

test('a save keeps the section where it is on the screen, also with more text above it', async ({ page }) => {
  await visit(page, `kk/${path}/`);
  const heading = page.locator('[data-section]').nth(3);
  const topOf = () => heading.evaluate((element) => element.getBoundingClientRect().top);
  // The page may just be loaded anew, for what was saved before it was opened.
  await expect(async () => {
    await heading.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 120));
    expect(await topOf()).toBeCloseTo(120, -1);
  }).toPass();
  save(good.replace('\n## ', `\n${'Тағы бір абзац.\n\n'.repeat(20)}\n## `));
  await expect(page.getByText('Тағы бір абзац.')).toHaveCount(20);
  await expect(async () => expect(Math.abs((await topOf()) - 120)).toBeLessThan(12)).toPass();
});

test('languages stand side by side and are scrolled together by section', async ({ page }) => {
  await page.goto(`${server.address}preview/${path}/?languages=kk,en`);
  await expect(page.locator('iframe')).toHaveCount(2);
  const [left, right] = await Promise.all([frameOf(page, 'kk'), frameOf(page, 'en')]);
  await expect(left.locator('html')).toHaveAttribute('lang', 'kk');
  await expect(right.locator('html')).toHaveAttribute('lang', 'en');
  const anchors = await left.locator('[data-section]').evaluateAll((list) => list.map(({ id }) => id));
  const topIn = (frame: Frame, anchor: string) =>
    frame.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? NaN, anchor);
  for (const [from, to, anchor] of [
    [left, right, anchors[2]],
    [left, right, anchors[4]],
    [right, left, anchors[1]],
  ] as const) {
    await from.evaluate((id) => {
      const top = document.getElementById(id ?? '')?.getBoundingClientRect().top ?? 0;
      window.scrollTo({ top: top + window.scrollY, behavior: 'instant' });
    }, anchor);
    await expect.poll(async () => Math.abs(await topIn(to, anchor ?? ''))).toBeLessThan(4);
    expect(Math.abs(await topIn(from, anchor ?? ''))).toBeLessThan(4);
  }
  await page.getByLabel('Русский').check();
  await expect(page.locator('iframe')).toHaveCount(3);
  await expect(page).toHaveURL(/\?languages=kk,en,ru$/u);
  await expectNoViolations(page);
});

test('the panel holds what authors ask of a page, and nothing that axe or the keyboard stumbles over', async ({
  page,
}) => {
  // The other texts of the page are whole, so that what is found stands in this one.
  save(good.replace('- [x] [sky]', '- [ ] [sky]'));
  await visit(page, `kk/${path}/`);
  const panel = await openPanel(page);
  await expect(panel).toContainText(/\d+ words in \d+ sentences/u);
  await expect(panel).toContainText(/The text takes \d+ minutes? to read/u);
  await panel.locator('[data-answers]').check();
  await expectNoViolations(page);

  const rule = panel.locator('.problem-rule a').first();
  const name = (await rule.textContent()) ?? '';
  await page.goto(new URL((await rule.getAttribute('href')) ?? '', server.address).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('heading', { name: 'Wrong' })).toBeVisible();

  await page.goto(`${server.address}preview/embedded/kk/${path}/`);
  await expect(page.locator('iframe')).toHaveCount(2);
  const widths = await page.locator('iframe').evaluateAll((list) => list.map((frame) => frame.clientWidth));
  expect(widths).toEqual([320, 768]);

  const toggle = await visit(page, `kk/${path}/`);
  const again = await openPanel(page);
  await again.press('Escape');
  await expect(again).toBeHidden();
  await expect(toggle).toBeFocused();
});

for (const address of ['kk/sampler/', 'kk/sampler/parts/', 'en/about/']) {
  test(`the page ${address} has the panel, too`, async ({ page }) => {
    await visit(page, address);
    await expect((await openPanel(page)).locator('a[data-open]').first()).toContainText(`${address.slice(0, 2)}.mdx`);
  });
}

test('pages that no file is written for, and frames of other sites, have none', async ({ page }) => {
  for (const address of ['kk/glossary/', `embed/kk/${path}/`, 'kk/']) {
    const response = await page.request.get(server.address + address);
    expect(response.status()).toBe(200);
    expect(await response.text()).not.toContain('data-preview-panel');
  }
});

async function frameOf(page: Page, locale: string): Promise<Frame> {
  const frame = await (await page.locator(`iframe[lang="${locale}"]`).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`There is no frame in ${locale}.`);
  await frame.waitForLoadState('load');
  await expect(frame.locator('article')).toBeVisible({ timeout: 30_000 });
  return frame;
}
