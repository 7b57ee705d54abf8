import { answerChoice, choicesOf, hydrate, hydrateAll, openLanguageMenu, openSearch } from './support/actions.ts';
import { expectNoViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const lesson = 'media-literacy/finding-the-source/whom-to-trust/';
const places = {
  'the home page': '',
  'a course': 'media-literacy/',
  'a module': 'media-literacy/finding-the-source/',
  'a module for printing': 'media-literacy/finding-the-source/print/',
  'a lesson': lesson,
  'the glossary': 'glossary/',
  'the index from A to Z': 'a-z/',
  'the sources': 'sources/',
  'the review dates': 'review-dates/',
  'the search page': 'search/',
  'the page about the project': 'about/',
  'the editorial statement': 'editorial/',
  'the page of corrections': 'corrections/',
  'the page of exercise types': 'exercises/',
  'the page on which courses are kept': 'offline/',
};

// Each address of the site has its own half: a phone in Kazakh at the root, a desk in English below a folder.
test.beforeEach(async ({ page }, { project }) => {
  await page.setViewportSize(project.name === 'root' ? { width: 390, height: 844 } : { width: 1280, height: 800 });
});
const languageOf = (project: { readonly name: string }) => (project.name === 'root' ? 'kk' : 'en');

for (const [name, place] of Object.entries(places))
  test(`axe finds nothing on ${name}`, async ({ page }, { project }) => {
    await page.goto(`${languageOf(project)}/${place}`);
    if (place === lesson) await hydrateAll(page);
    await expectNoViolations(page);
  });

test('axe finds nothing on a lesson in Azerbaijani', async ({ page }) => {
  await page.goto(`az/${lesson}`);
  await expectNoViolations(page);
});

test('axe finds nothing on the page that asks for a language', async ({ page }) => {
  await page.goto('');
  await expectNoViolations(page);
});

test('axe finds nothing with the menu of languages open', async ({ page }) => {
  await page.goto('kk/glossary/');
  await openLanguageMenu(page);
  await expectNoViolations(page);
});

test('axe finds nothing with results in the search dialog', async ({ page }) => {
  await page.goto('kk/');
  await openSearch(page, 'дереккөз');
  await expect(page.locator('[data-search-dialog] [data-search-hit]').first()).toBeVisible();
  await expectNoViolations(page);
});

test('axe finds nothing on an exercise that is answered wrong, given up, and on one that is right', async ({ page }, {
  project,
}) => {
  await page.goto(`${languageOf(project)}/${lesson}`);
  const first = await hydrate(choicesOf(page).first());
  const second = await hydrate(choicesOf(page).nth(1));
  await answerChoice(first, 'wrong');
  await answerChoice(second, 'right');
  await expectNoViolations(page);
  await first.locator('.exercise-actions button').last().click();
  await expect(first.locator('.exercise-result-shown')).toBeVisible();
  await expectNoViolations(page);
});

test('axe finds nothing on a term that shows its definition', async ({ page }) => {
  await page.goto(`en/${lesson}`);
  await page.locator('[data-term] button').first().focus();
  await expect(page.locator('[role="tooltip"]:visible')).toHaveCount(1);
  await expectNoViolations(page);
});

test.describe('an unknown address', () => {
  test.use({ expectedErrors: [/status of 404/u] });

  test('has nothing for axe to find', async ({ page }, { project }) => {
    await page.goto(`${languageOf(project)}/nowhere/`);
    await expectNoViolations(page);
  });
});
