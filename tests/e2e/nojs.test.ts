import { createContentReader } from '#course/adapters/node-content';
import { isLesson } from './support/built-site.ts';
import { expect, test } from './support/test.ts';

// What readers meet whose browser runs no script, or to whom none arrives.
test.use({ javaScriptEnabled: false });

const { content } = createContentReader('content')();
const lessons = content?.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons)) ?? [];
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

test('every exercise of every lesson shows its question, and its answers and reasons when they are asked for', ({
  site,
}) => {
  const pages = site.pages.filter(isLesson);
  expect(pages).toHaveLength(lessons.length * site.languages.length);
  for (const page of pages) {
    const entry = lessons.find((one) => page.path.endsWith(`/${one.course}/${one.module}/${one.id}/`));
    // A lesson without a translation is borrowed from its source.
    const versions = Object.values(entry?.versions ?? {});
    const lesson =
      versions.find(({ locale }) => locale === page.locale) ?? versions.find(({ locale }) => locale === entry?.source);
    expect(lesson?.exercises.length, page.path).toBeGreaterThan(0);
    for (const exercise of lesson?.exercises ?? []) {
      const section = page.document.querySelector(`section[id="${exercise.id}"]`);
      const where = `${page.path}#${exercise.id}`;
      expect(plain(section?.querySelector('.exercise-prompt')?.textContent ?? ''), where).toBe(
        plain(exercise.prompt.text),
      );
      const answers = section?.querySelector('noscript details');
      expect(answers?.hasAttribute('open'), where).toBe(false);
      expect(answers?.querySelector('summary')?.textContent.trim(), where).toBeTruthy();
      // Half of the reasons of an exercise are those of wrong answers; none may be left out.
      const text = plain(answers?.textContent ?? '');
      for (const reason of reasonsIn(exercise)) expect(text, where).toContain(plain(reason));
    }
  }
});

/** The words of every reason, wherever the type of exercise keeps it. */
function reasonsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'reason' ? [(inner as { text: string }).text] : reasonsIn(inner),
  );
}

for (const language of ['az', 'kk', 'ru'])
  test(`a lesson in ${language} can be read and its answers opened`, async ({ page }) => {
    await page.goto(`${language}/media-literacy/finding-the-source/trace-it-back/`);
    await expect(page.locator('h1')).toBeVisible();
    const exercises = page.locator('[data-exercise]');
    for (const exercise of await exercises.all()) {
      await expect(exercise.locator('.exercise-prompt')).toBeVisible();
      const details = exercise.locator('details');
      await expect(details).toHaveCount(1);
      await expect(details.locator('dl, ol').first()).toBeHidden();
      await details.locator('summary').click();
      await expect(details.locator('dd').first()).toBeVisible();
    }
    // What only a script can do is not offered.
    await expect(page.locator('[data-theme-switch]')).toBeHidden();
    await expect(page.locator('[role="tablist"]')).toHaveCount(0);
    await expect(page.locator('[data-finish]')).toBeHidden();
    await expect(page.locator('.exercise-actions:visible')).toHaveCount(0);
  });

test('every page type is readable', async ({ page }) => {
  for (const path of [
    '',
    'media-literacy/',
    'media-literacy/finding-the-source/',
    'glossary/',
    'a-z/',
    'sources/',
    'about/',
    'editorial/',
    'corrections/',
    '404/',
  ]) {
    await page.goto(`kk/${path}`);
    await expect(page.locator('h1'), path).toBeVisible();
    expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(80);
  }
});

test('the search page says what it needs and where to look instead', async ({ page }) => {
  await page.goto('en/search/');
  const notice = page.locator('main noscript .notice');
  await expect(notice).toBeVisible();
  // Playwright reads over what stands in <noscript>; the browser does not.
  expect(await notice.evaluate((element) => (element as HTMLElement).innerText)).toContain('Search needs JavaScript');
  await page.locator('main noscript a[href$="/glossary/"]').click();
  await expect(page.locator('h1')).toHaveText('Glossary');
});

test('the search page leads to the index from A to Z, and that to a section and to a term', async ({ page }) => {
  await page.goto('az/search/');
  await page.locator('main a[href$="/az/a-z/"]').click();
  await expect(page.locator('h1')).toHaveText('Əlifba göstəricisi');
  await page.locator('.letters a', { hasText: 'Ç' }).click();
  const entry = (headword: string) =>
    page.locator('.index-entry').filter({ has: page.locator('dt').getByText(headword, { exact: true }) });
  await entry('Çay').getByRole('link', { name: 'Növbə sizindir: sarı çay' }).click();
  await expect(page.locator(':target')).toHaveText(/^Növbə sizindir: sarı çay/u);
  await page.goto('az/a-z/');
  await entry('Feyk xəbər').getByRole('link', { name: 'dezinformasiya' }).click();
  await expect(page.locator(':target dt')).toHaveText('dezinformasiya');
});

test('the tool in the header leads to the search page and the address without a language to all of them', async ({
  page,
  site,
}) => {
  await page.goto('en/');
  await page.locator('[data-search-open]').click();
  await expect(page.locator('h1')).toHaveText('Search');
  await page.goto('');
  await expect(page.locator('main a')).toHaveCount(site.languages.length);
});
