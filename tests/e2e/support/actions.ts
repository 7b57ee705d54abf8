import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the menu of languages and waits until its script answers. */
export async function openLanguageMenu(page: Page): Promise<Locator> {
  await page.waitForLoadState('load');
  const menu = page.locator('[data-language-menu]');
  await menu.locator('summary').click();
  await expect(menu).toHaveAttribute('open', '');
  return menu;
}

/** Brings an exercise into view and waits until it answers. */
export async function hydrate(exercise: Locator): Promise<Locator> {
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.locator('astro-island')).not.toHaveAttribute('ssr');
  return exercise;
}

/** Waits until every exercise of the page answers, passing by each as a reader does. */
export async function hydrateAll(page: Page): Promise<void> {
  for (const exercise of await page.locator('[data-exercise]').all()) await hydrate(exercise);
}
