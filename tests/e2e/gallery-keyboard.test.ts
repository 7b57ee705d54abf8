import type { Locator, Page } from '@playwright/test';
import { hydrate } from './support/actions.ts';
import { examplesIn, openAfterVisit, storedAttempt, checkedState, type Example } from './support/gallery.ts';
import { solveExercise } from '#exercise';
import { expect, test } from './support/test.ts';

// Every type is answered by keyboard alone, as somebody would who knows nothing of it: Tab to each control in turn, and the
// key that works it. What cannot be reached or answered so cannot be answered without a mouse.

test.describe.configure({ timeout: 120_000 });

const mostSteps = 220;

/** What stands under the focus, as far as a hand on the keyboard must know it. */
interface Focused {
  readonly inside: boolean;
  readonly kind: string;
  readonly isMain: boolean;
  readonly isHelp: boolean;
  readonly answered: boolean;
  /** Which selection of the exercise it is, and how many choices it has. */
  readonly place: number;
  readonly choices: number;
}

function focusedIn(exercise: Locator): Promise<Focused> {
  return exercise.evaluate((section) => {
    const focused = document.activeElement;
    const isChecked = (input: HTMLInputElement) =>
      input.checked || document.querySelector(`input[name="${CSS.escape(input.name)}"]:checked`) !== null;
    const kind =
      focused instanceof HTMLInputElement ? focused.type : focused === document.body ? '' : (focused?.tagName ?? '');
    return {
      inside: focused !== null && section.contains(focused),
      kind,
      isMain: focused === section.querySelector('.exercise-actions button'),
      isHelp: focused?.closest('.exercise-actions, summary') !== null,
      answered:
        focused instanceof HTMLInputElement && focused.type === 'radio'
          ? isChecked(focused)
          : focused instanceof HTMLInputElement && focused.type === 'checkbox'
            ? focused.checked
            : focused instanceof HTMLSelectElement || focused instanceof HTMLTextAreaElement
              ? focused.dataset['keyed'] === 'yes'
              : false,
      place: [...section.querySelectorAll('select')].indexOf(focused as HTMLSelectElement),
      choices: focused instanceof HTMLSelectElement ? focused.options.length : 0,
    };
  });
}

/** Works the control under the focus once. */
async function work(
  page: Page,
  { kind, answered, place, choices, isHelp }: Focused,
  pressed: Set<string>,
): Promise<void> {
  if (answered || isHelp) return;
  if (kind === 'radio' || kind === 'checkbox') await page.keyboard.press('Space');
  else if (kind === 'range') await page.keyboard.press('ArrowRight');
  else if (kind === 'TEXTAREA' || kind === 'text') {
    await page.keyboard.type('дерек');
    await markKeyed(page);
  } else if (kind === 'SELECT') {
    // Another choice for each, since some cards can stand in one place only.
    for (let step = 0; step <= place % Math.max(1, choices - 1); step += 1) await page.keyboard.press('ArrowDown');
    await markKeyed(page);
  } else if (kind === 'BUTTON') {
    const name = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim() ?? '',
    );
    // A button that stays (a tool, a tab) is worked once.
    if (pressed.has(name)) return;
    pressed.add(name);
    await page.keyboard.press('Enter');
  }
}

const markKeyed = (page: Page) =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.dataset['keyed'] = 'yes';
  });

for (const locale of ['kk', 'az'] as const)
  test(`every type can be answered and checked by keyboard alone: ${locale}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto(`${locale}/exercises/`);
    for (const example of examplesIn(locale)) await answerByKeyboard(page, example);
  });

async function answerByKeyboard(page: Page, example: Example): Promise<void> {
  const exercise = await hydrate(page.locator(`[data-exercise="${example.fullId}"]`));
  const pressed = new Set<string>();
  await exercise.evaluate((section) => {
    section.setAttribute('tabindex', '-1');
    section.focus();
  });
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedIn(exercise);
    if (!focused.inside) {
      // Past its end: once more from its beginning, for controls that have come since.
      await exercise.focus();
      continue;
    }
    if (focused.isMain) {
      await page.keyboard.press('Enter');
      const state = await storedAttempt(page, example);
      if (state && state.used > 0) break;
      await expect(exercise.locator('.exercise-result')).not.toBeEmpty();
    } else await work(page, focused, pressed);
    expect(await page.evaluate(() => document.activeElement !== document.body), `focus lost: ${example.fullId}`).toBe(
      true,
    );
  }
  expect((await storedAttempt(page, example))?.used ?? 0, example.fullId).toBeGreaterThan(0);
}

test('a set says how it went, leads back to what was missed, and can be taken again by keyboard', async ({ page }) => {
  const inQuiz = ({ fullId }: Example) => fullId.startsWith('gallery/quiz/');
  const [first] = examplesIn('kk').filter(inQuiz);
  await openAfterVisit(page, 'kk', (example) =>
    example.exercise.id === first?.exercise.id && example.exercise.type === 'verdict'
      ? checkedState(example.exercise, example.exercise.key === 'true' ? 'false' : 'true', 'shown')
      : checkedState(example.exercise, solveExercise(example.exercise), 'right'),
  );
  const quiz = page.locator('[data-quiz]');
  const summary = quiz.locator('.quiz-summary');
  await summary.scrollIntoViewIfNeeded();
  await expect(summary.locator('.quiz-outcome')).toBeVisible();
  await expect(summary.locator('.quiz-missed > li')).toHaveCount(1);
  await expect(summary.locator('.quiz-missed a').first()).toHaveAttribute('href', `#${first?.exercise.id ?? ''}`);
  await summary.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(quiz.locator('[data-quiz-title]')).toBeFocused();
  await expect(quiz.locator('input:checked')).toHaveCount(0);
  await expect(summary.locator('.quiz-outcome')).toHaveCount(0);
});
