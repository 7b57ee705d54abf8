import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerChoice, hydrate, hydrateAll, openLanguageMenu, openSearch } from './support/actions.ts';
import { expect, test } from './support/test.ts';

// WCAG 2.0 to 2.2, levels A and AA, and axe's best practices: nothing of it is switched off.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 160)}\n  ${node.failureSummary ?? ''}`),
  );
  expect(found).toEqual([]);
}

const lesson = 'media-literacy/finding-the-source/whom-to-trust/';
const places = ['', 'media-literacy/', 'media-literacy/finding-the-source/', lesson, 'glossary/', 'sources/', 'search/', 'about/'];
const screens = [
  { language: 'kk', width: 390, height: 844 },
  { language: 'az', width: 390, height: 844 },
  { language: 'en', width: 1280, height: 800 },
] as const;

for (const colorScheme of ['light', 'dark'] as const)
  for (const { language, width, height } of screens)
    test.describe(`${language}, ${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      // Azerbaijani shares every layout with Kazakh; its lesson stands for the letters.
      for (const place of language === 'az' ? [lesson] : places)
        test(`axe finds nothing on /${language}/${place}`, async ({ page }) => {
          await page.goto(`${language}/${place}`);
          if (place === lesson) await hydrateAll(page);
          await expectNoViolations(page);
        });
    });

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`${colorScheme} page`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });

    test('axe finds nothing on the page that asks for a language', async ({ page }) => {
      await page.goto('');
      await expectNoViolations(page);
    });

    test('axe finds nothing with the menu of languages open', async ({ page }) => {
      await page.goto(`kk/${lesson}`);
      await openLanguageMenu(page);
      await expectNoViolations(page);
    });

    test('axe finds nothing with results in the search dialog', async ({ page }) => {
      await page.goto('kk/');
      await openSearch(page, 'дереккөз');
      await expect(page.locator('[data-search-dialog] [data-search-hit]').first()).toBeVisible();
      await expectNoViolations(page);
    });

    test('axe finds nothing on an exercise that is answered wrong, right and given up', async ({ page }) => {
      await page.goto(`kk/${lesson}`);
      const choices = page.locator('[data-exercise]').filter({ has: page.locator('[role="radiogroup"] [type="radio"]') });
      const first = await hydrate(choices.first());
      await answerChoice(first, 'wrong');
      await expectNoViolations(page);
      await first.getByRole('button').last().click();
      await expect(first.locator('.exercise-result-shown')).toBeVisible();
      await expectNoViolations(page);
      const second = await hydrate(choices.nth(1));
      await answerChoice(second, 'right');
      await expectNoViolations(page);
    });

    test('axe finds nothing on a term that shows its definition', async ({ page }) => {
      await page.goto(`en/${lesson}`);
      await page.locator('[data-term] button').first().focus();
      await expect(page.locator('[role="tooltip"]:visible')).toHaveCount(1);
      await expectNoViolations(page);
    });

    test.describe('of an unknown address', () => {
      test.use({ expectedErrors: [/status of 404/u] });

      test('has nothing for axe to find', async ({ page }) => {
        await page.goto('kk/nowhere/');
        await expectNoViolations(page);
        await page.goto('kk/404/');
        await expectNoViolations(page);
      });
    });
  });
