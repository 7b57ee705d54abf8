import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

// WCAG 2.0 to 2.2, levels A and AA, and axe's best practices: nothing of it is switched off.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The dark theme changes colours and nothing else.
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Fails where axe finds something on the page as it stands, in either theme. */
export async function expectNoViolations(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await new AxeBuilder({ page }).withTags(tags).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).withRules(rulesOfColour).analyze();
  expect([...describe(light, 'light'), ...describe(dark, 'dark')]).toEqual([]);
}

/**
 * The same in forced colours, but for contrast: it is that of the reader's own palette, and axe measures it by
 * `-webkit-text-fill-color`, which browsers do not force.
 */
export async function expectNoViolationsForced(page: Page): Promise<void> {
  const forced = new AxeBuilder({ page }).withTags(tags).disableRules('color-contrast');
  expect(describe(await forced.analyze(), 'forced')).toEqual([]);
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

function describe({ violations }: Results, theme: string): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${theme} ${id}: ${help}\n  ${node.html.slice(0, 160)}\n  ${node.failureSummary}`),
  );
}
