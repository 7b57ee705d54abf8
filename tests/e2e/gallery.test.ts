import type { Locator, Page } from '@playwright/test';
import { gradeExercise, reasonsOf, solveExercise, type Response } from '#exercise';
import type { Locale } from '#language';
import { hydrateAll } from './support/actions.ts';
import { expectNoViolations, expectNoViolationsForced } from './support/axe.ts';
import {
  checkedState,
  examplesIn,
  mistakenResponse,
  openAfterVisit,
  openState,
  storedAttempt,
  textOf,
  type Example,
} from './support/gallery.ts';
import { expect, test } from './support/test.ts';

// The page of all types is where every type is tried in a real browser: what is asked of one is asked of all.

test.describe.configure({ timeout: 90_000 });

const shown = (page: Page, { fullId }: Example) => page.locator(`[data-exercise="${fullId}"]`);
const main = (exercise: Locator) => exercise.locator('.exercise-actions button').first();

test('every language shows every example with the Markdown that makes it, closed', async ({ site }) => {
  for (const locale of site.languages) {
    const { document } = site.page(`${locale}/exercises/`);
    const examples = examplesIn(locale as Locale);
    const ids = [...document.querySelectorAll('[data-exercise]')].map((element) =>
      element.getAttribute('data-exercise'),
    );
    expect(new Set(ids)).toEqual(new Set(examples.map(({ fullId }) => fullId)));
    expect(document.querySelectorAll('details.gallery-source[open]')).toHaveLength(0);
    const sources = [...document.querySelectorAll('.gallery-source code')].map((code) => code.textContent);
    for (const file of new Set(examples.map((example) => example.file))) {
      expect(sources.some((source) => source && textOf(file).trim().endsWith(source))).toBe(true);
    }
  }
});

for (const locale of ['en', 'kk', 'az'] as const)
  test(`every type is graded in the browser as in Node: ${locale}`, async ({ page }) => {
    const examples = examplesIn(locale);
    let checked = 0;
    for (const responseOf of [({ exercise }: Example) => solveExercise(exercise), mistaken, partial]) {
      await openAfterVisit(page, locale, (example) => openState(responseOf(example)));
      for (const example of examples) {
        await main(shown(page, example)).click();
        const state = await storedAttempt(page, example);
        if (!state || state.used === 0) continue;
        checked += 1;
        const { score, max, correct } = gradeExercise(example.exercise, state.response);
        expect([example.exercise.id, state.last], example.exercise.id).toEqual([
          example.exercise.id,
          max === 0 ? 1 : score / max,
        ]);
        expect(state.phase === 'right', example.exercise.id).toBe(correct);
      }
    }
    // The full answer at least is checked for each of them.
    expect(checked).toBeGreaterThanOrEqual(examples.length);
  });

const mistaken = ({ exercise }: Example) => mistakenResponse(exercise);

/** The full answer without its last part. */
function partial({ exercise }: Example): Response {
  const solved = solveExercise(exercise);
  if (typeof solved === 'string') return solved;
  if (Array.isArray(solved)) return (solved as readonly string[]).slice(0, -1);
  return Object.fromEntries(Object.entries(solved as Readonly<Record<string, string>>).slice(0, -1));
}

const states = {
  'answered right': ({ exercise }: Example) => checkedState(exercise, solveExercise(exercise), 'right'),
  'answered wrong': ({ exercise }: Example) => checkedState(exercise, mistakenResponse(exercise), 'tried'),
  'solved for the learner': ({ exercise }: Example) => checkedState(exercise, mistakenResponse(exercise), 'shown'),
} as const;

for (const [name, stateOf] of Object.entries(states))
  test(`axe finds nothing on any type ${name}`, async ({ page }, { project }) => {
    const onPhone = project.name === 'root';
    await page.setViewportSize(onPhone ? { width: 320, height: 700 } : { width: 1280, height: 800 });
    await openAfterVisit(page, onPhone ? 'kk' : 'az', stateOf);
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(onPhone ? 320 : 1280);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any type in forced colours and with motion reduced: ${colorScheme}`, async ({ page }) => {
    // Before the page loads: a palette that is forced is not changed under the reader.
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce', colorScheme });
    await openAfterVisit(page, 'kk', states['solved for the learner']);
    await expectNoViolationsForced(page);
    const moving = await page
      .locator('.exercise *')
      .evaluateAll((elements) => elements.filter((element) => element.getAnimations().length > 0).length);
    expect(moving).toBe(0);
  });

test('before it is earned, no reason stands in any type’s text or attributes', async ({ page }) => {
  await page.goto('kk/exercises/');
  await hydrateAll(page);
  for (const example of examplesIn('kk')) {
    const markup = await shown(page, example)
      .locator('.exercise-body')
      .evaluate((body) => body.outerHTML);
    const revealed = reasonsOf(example.exercise).filter(({ reason }) => markup.includes(reason.text));
    expect(revealed, example.exercise.id).toEqual([]);
    expect(markup, example.exercise.id).not.toMatch(/data-(?:key|correct|right)|exercise-mark/u);
  }
});

test('a stored answer of another form is set aside, and never breaks an exercise', async ({ page }) => {
  const forms: Response[] = ['?', ['?', ''], { '?': '?', __proto__: '?' }];
  for (const [index, response] of forms.entries()) {
    await openAfterVisit(page, 'en', () => openState(response));
    for (const example of examplesIn('en')) {
      await main(shown(page, example)).click();
      await expect(shown(page, example).locator('.exercise-result'), `${index} ${example.exercise.id}`).not.toBeEmpty();
    }
  }
});

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });
  test('nothing of any type sticks out, and every target is large enough', async ({ page }) => {
    await page.goto('kk/exercises/');
    await hydrateAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const tooSmall = await page
      .locator(
        '.exercise :is(button, label:has(input[type="radio"], input[type="checkbox"]), select, textarea, input:is([type="text"], [type="range"]), [role="tab"])',
      )
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.checkVisibility())
          .map((target) => ({ box: target.getBoundingClientRect(), html: target.outerHTML.slice(0, 90) }))
          // SC 2.5.8 asks for 24 pixels, and leaves out what stands in a sentence.
          .filter(({ box }) => box.width < 24 || box.height < 24 || box.right > 320),
      );
    expect(tooSmall).toEqual([]);
  });

  test('every type takes a touch: what is tapped has the focus or has changed', async ({ page }) => {
    await page.goto('kk/exercises/');
    await hydrateAll(page);
    for (const example of examplesIn('kk')) {
      const exercise = shown(page, example);
      const before = await exercise.locator('.exercise-body').innerHTML();
      await exercise
        .locator(
          '.exercise-body :is(label:has(input), select, button:not([aria-disabled="true"]), textarea, input[type="range"])',
        )
        .filter({ visible: true })
        .first()
        .tap();
      const took = await exercise.evaluate(
        (section, markup) =>
          section.contains(document.activeElement) ||
          section.querySelector('input:checked') !== null ||
          section.querySelector('.exercise-body')?.innerHTML !== markup,
        before,
      );
      expect(took, example.fullId).toBe(true);
    }
  });
});

test('the Markdown of an example can be opened and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('en/exercises/');
  const source = page.locator('.gallery-source').first();
  await source.locator('summary').click();
  await source.getByRole('button', { name: 'Copy' }).click();
  await expect(source.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await source.locator('code').textContent());
});
