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

/** Opens the search by its key and asks for something. */
export async function openSearch(page: Page, query: string): Promise<Locator> {
  await page.waitForLoadState('load');
  await page.locator('body').press('/');
  const dialog = page.locator('[data-search-dialog]');
  await expect(dialog).toBeVisible();
  await dialog.locator('input[type="search"]').fill(query);
  return dialog;
}

interface ChoiceProps {
  readonly key: string | readonly string[];
  readonly options: readonly { readonly id: string }[];
}

/** Exercises of a page that ask for one of several answers. */
export function choicesOf(page: Page): Locator {
  return page.locator('[data-exercise]').filter({ has: page.locator('.exercise-options[role="radiogroup"]') });
}

/** Answers an exercise with radio buttons rightly or wrongly, by the key that the page holds, and checks it. */
export async function answerChoice(exercise: Locator, how: 'right' | 'wrong'): Promise<void> {
  const { key, options } = await exercise.locator('astro-island').evaluate((island) => {
    // Astro writes every value as a pair of its kind and itself.
    const read = (value: unknown): unknown => {
      if (!Array.isArray(value)) return value;
      const [kind, inner] = value as [number, unknown];
      if (kind === 1) return (inner as unknown[]).map(read);
      return typeof inner === 'object' && inner !== null
        ? Object.fromEntries(Object.entries(inner).map(([name, entry]) => [name, read(entry)]))
        : inner;
    };
    const props = JSON.parse(island.getAttribute('props') ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(props).map(([name, value]) => [name, read(value)]),
    ) as unknown as ChoiceProps;
  });
  const isRight = (id: string) => (typeof key === 'string' ? key === id : key.includes(id));
  const chosen = options.find(({ id }) => isRight(id) === (how === 'right'));
  await exercise.locator(`.exercise-options input[value="${chosen?.id ?? ''}"]`).check();
  await exercise.locator('.exercise-actions button').first().click();
  await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
}
