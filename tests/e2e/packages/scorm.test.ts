import { expect } from '@playwright/test';
import { solveExercise } from '#exercise';
import { attemptKey, parseAttemptEntry } from '#learner';
import { decodeState } from '#lms';
import { test } from './support/packages-test.ts';
import type { LaunchOptions } from './support/platform.ts';
import { allModules, exercisesOf, outlineOf, type TestedPackage } from './support/packages.ts';
import {
  answerAll,
  expectedScore,
  keptBy,
  leave,
  lessonOf,
  openLesson,
  responseTo,
  shellOf,
  waitUntilOpen,
  type How,
  type Leaving,
} from './support/play.ts';
import { hasAll, hows, leavings, testedModule as module } from './support/ways.ts';

// Packages of SCORM as a student plays them: answered in three ways, left in three ways, and opened again. On every run
// one module in two languages; with BILIG_ALL_PACKAGES all modules in all languages.

interface Way {
  readonly tested: TestedPackage;
  readonly launch: LaunchOptions;
  readonly how: How;
  readonly leaving: Leaving;
}

const everyWay = (tested: TestedPackage, launch: LaunchOptions): Way[] =>
  hows.flatMap((how) => leavings.map((leaving) => ({ tested, launch, how, leaving })));

const formats = [
  { format: 'scorm12', version: '1.2', mastery: '60' },
  { format: 'scorm2004', version: '2004', mastery: '0.6' },
] as const;

const ways: Way[] = hasAll
  ? allModules.flatMap(({ locales, ...ids }) =>
      locales.flatMap((locale) =>
        formats.flatMap(({ format, version, mastery }) =>
          everyWay({ ...ids, format, locales: [locale] }, { version, mastery }),
        ),
      ),
    )
  : [
      ...(['kk', 'en'] as const).flatMap((locale) =>
        everyWay({ ...module, format: 'scorm12', locales: [locale] }, { version: '1.2', mastery: '60' }),
      ),
      {
        tested: { ...module, format: 'scorm2004', locales: ['az'] },
        launch: { version: '2004', mastery: '0.6' },
        how: 'right',
        leaving: 'close',
      },
      ...formats.map(({ format, version }): Way => ({
        tested: { ...module, format, locales: ['ru'] },
        launch: { version, again: true },
        how: 'wrong',
        leaving: 'navigate',
      })),
    ];

/** Score and status, wherever a platform keeps them. */
function marksIn(
  stored: object,
  { version, again }: LaunchOptions,
): { status: unknown; completed: unknown; raw: unknown; state: string } {
  const flat = again ? flatten(stored, 'cmi') : (stored as Record<string, unknown>);
  const value = (name: string) => flat[name] ?? '';
  const is12 = version === '1.2';
  return {
    status: value(is12 ? 'cmi.core.lesson_status' : 'cmi.success_status'),
    completed: value(is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status'),
    raw: value(is12 ? 'cmi.core.score.raw' : 'cmi.score.raw'),
    state: String(value('cmi.suspend_data')),
  };
}

function flatten(value: object, path: string): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, inner]) =>
      typeof inner === 'object' && inner !== null
        ? flatten(inner as object, `${path}.${name}`)
        : { [`${path}.${name}`]: inner },
    ),
  ) as Record<string, unknown>;
}

for (const { tested, launch, how, leaving } of ways) {
  const [locale] = tested.locales;
  const name = `${tested.format}${launch.again ? ' in scorm-again' : ''}, ${tested.module} (${locale})`;
  test(`${name}: ${how === 'nothing' ? 'nothing answered' : `all ${how}`}, left by ${leaving}, is the same at the next launch`, async ({
    context,
    platform,
  }) => {
    test.setTimeout(120_000);
    const { origin, launch: addressOf } = await platform(tested);
    const exercises = exercisesOf(tested, locale);
    const page = await context.newPage();
    await page.goto(addressOf(launch));
    await waitUntilOpen(page);
    await answerAll(page, exercises, how);
    await leave(page, leaving, origin);

    const reader = await context.newPage();
    const first = await keptBy(reader, origin);
    expect(first.faults).toEqual([]);
    const marks = marksIn(first.stored, launch);
    if (how === 'nothing') expect([marks.completed, marks.raw]).toEqual(['incomplete', '']);
    else {
      const score = expectedScore(exercises, how);
      expect(Number(marks.raw)).toBeCloseTo(score * 100, 1);
      expect(marks.status).toBe(score >= 0.6 ? 'passed' : 'failed');
      if (launch.version === '2004') expect(marks.completed).toBe('completed');
    }
    expect(marks.state.length).toBeLessThanOrEqual(4096);
    const { entries } = decodeState(marks.state, outlineOf(tested));
    for (const one of exercises) {
      const state = parseAttemptEntry(entries.get(attemptKey(one.fullId)) ?? null)?.state ?? null;
      expect(state?.response ?? null, one.fullId).toEqual(how === 'nothing' ? null : responseTo(one, how));
    }

    await reader.goto(addressOf(launch));
    await waitUntilOpen(reader);
    const last = exercises.at(-1);
    if (how !== 'nothing' && last) {
      // Where she was, and what she had answered.
      await expect(lessonOf(reader).locator(`[data-lesson-progress="${last.lesson}"]`)).toBeAttached();
      const place = lessonOf(reader).locator(`[data-exercise$="/${last.exercise.id}"]`);
      await place.scrollIntoViewIfNeeded();
      await expect(place.locator('.exercise-result')).not.toBeEmpty();
    }
    await leave(reader, leaving, origin);
    const again = await context.newPage();
    const second = await keptBy(again, origin);
    expect(second.faults).toEqual([]);
    const { state: kept, ...after } = marksIn(second.stored, launch);
    const { state, ...before } = marks;
    expect(after).toEqual(before);
    expect(decodeState(kept, outlineOf(tested)).entries.size).toBeGreaterThanOrEqual(
      decodeState(state, outlineOf(tested)).entries.size,
    );
  });
}

test('the language is changed inside, and work and place stay', async ({ context, platform }) => {
  const tested: TestedPackage = { ...module, format: 'scorm12', locales: ['kk', 'az', 'en'] };
  const { origin, launch } = await platform(tested);
  const page = await context.newPage();
  await page.goto(launch({ version: '1.2', language: 'az' }));
  await waitUntilOpen(page);
  // The platform's own language, where the package has it.
  await expect(shellOf(page).locator('html')).toHaveAttribute('lang', 'az');
  const exercises = exercisesOf(tested, 'az');
  const own = exercises.filter(({ lesson }) => lesson === exercises[0]?.lesson);
  await answerAll(page, own, 'right');
  await shellOf(page).locator('[data-choose-language]').selectOption('kk');
  await expect(lessonOf(page).locator('html')).toHaveAttribute('lang', 'kk');
  await expect(shellOf(page).locator('html')).toHaveAttribute('lang', 'kk');
  for (const { exercise } of own) {
    const place = lessonOf(page).locator(`[data-exercise$="/${exercise.id}"]`);
    await place.scrollIntoViewIfNeeded();
    await expect(place.locator('.exercise-result')).not.toBeEmpty();
  }
  const answered = own.filter(({ exercise }) => !exercise.ungraded).length;
  await shellOf(page).locator('.package-menu summary').click();
  await expect(shellOf(page).locator('[data-count]').first()).toContainText(String(answered));
  await leave(page, 'exit', origin);
  const again = await context.newPage();
  await again.goto(launch({ version: '1.2', language: 'az' }));
  await waitUntilOpen(again);
  // What the learner has chosen here stands above what the platform says.
  await expect(lessonOf(again).locator('html')).toHaveAttribute('lang', 'kk');
  await again.close();
  expect((await keptBy(await context.newPage(), origin)).faults).toEqual([]);
});

test('a package that stands on no platform works, and this browser keeps the work', async ({ context, platform }) => {
  const tested: TestedPackage = { ...module, format: 'scorm12', locales: ['kk'] };
  const { origin } = await platform(tested);
  const page = await context.newPage();
  const address = `${origin}/pluginfile.php/13/mod_scorm/content/1/index.html`;
  const embed = async () => {
    await page.setContent(`<iframe title="module" style="width:100%;height:700px" src="${address}"></iframe>`);
    await waitUntilOpen(page);
  };
  await page.goto(`${origin}/away`);
  await embed();
  await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'alone');
  const [first] = exercisesOf(tested, 'kk');
  if (!first) throw new Error('no exercise');
  await answerAll(page, [first], 'right');
  await page.goto(`${origin}/away`);
  await embed();
  await expect(lessonOf(page).locator(`[data-lesson-progress="${first.lesson}"]`)).toBeAttached();
  const place = lessonOf(page).locator(`[data-exercise$="/${first.exercise.id}"]`);
  await place.scrollIntoViewIfNeeded();
  await expect(place.locator('.exercise-result')).not.toBeEmpty();
});

test('with storage refused everything works', async ({ context, platform }) => {
  const tested: TestedPackage = { ...module, format: 'scorm12', locales: ['kk'] };
  const { launch } = await platform(tested);
  await context.addInitScript(() => {
    if (window.top === window) return;
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse });
  });
  const page = await context.newPage();
  await page.goto(launch({ version: '1.2' }));
  await waitUntilOpen(page);
  const exercises = exercisesOf(tested, 'kk').slice(0, 3);
  await answerAll(page, exercises, 'right');
  await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'saved');
});

test('a window that a platform opens for the module finds its API, and is closed on leaving', async ({
  context,
  platform,
}) => {
  const { origin, launch } = await platform({ ...module, format: 'scorm12', locales: ['en'] });
  const page = await context.newPage();
  await page.goto(launch({ version: '1.2', popup: true }));
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Enter' }).click();
  const popup = await opening;
  await expect(popup.locator('[role=status]')).toHaveAttribute('data-now', 'saved');
  const closed = popup.waitForEvent('close');
  await popup.locator('[data-leave]').click();
  await closed;
  const { faults, calls } = await keptBy(await context.newPage(), origin);
  expect(faults).toEqual([]);
  expect(calls.filter((call) => call === 'LMSFinish')).toHaveLength(1);
});

for (const mode of ['browse', 'review']) {
  test(`in the mode "${mode}" no work is written`, async ({ context, platform }) => {
    const tested: TestedPackage = { ...module, format: 'scorm12', locales: ['kk'] };
    const { origin, launch } = await platform(tested);
    const page = await context.newPage();
    await page.goto(launch({ version: '1.2', mode }));
    await waitUntilOpen(page);
    await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'review');
    await answerAll(page, exercisesOf(tested, 'kk').slice(0, 2), 'right');
    await leave(page, 'exit', origin);
    const { faults, calls, stored } = await keptBy(await context.newPage(), origin);
    expect(faults).toEqual([]);
    // A look is said to be one: a platform that hears nothing calls it completed.
    expect(calls.filter((call) => call === 'LMSSetValue')).toHaveLength(mode === 'browse' ? 1 : 0);
    expect(stored).toEqual(mode === 'browse' ? { 'cmi.core.lesson_status': 'browsed' } : {});
    expect(calls.at(-1)).toBe('LMSFinish');
  });
}

test('coming back by the browser’s own history begins a new session', async ({ context, platform }) => {
  const { origin, launch } = await platform({ ...module, format: 'scorm12', locales: ['kk'] });
  const page = await context.newPage();
  await page.goto(launch({ version: '1.2' }));
  await waitUntilOpen(page);
  await page.goto(`${origin}/away`);
  await page.goBack();
  await waitUntilOpen(page);
  await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'saved');
  await leave(page, 'exit', origin);
  expect((await keptBy(await context.newPage(), origin)).faults).toEqual([]);
});

test('a slow platform keeps no answer waiting', async ({ context, platform }) => {
  const tested: TestedPackage = { ...module, format: 'scorm12', locales: ['kk'] };
  const { launch } = await platform(tested);
  const page = await context.newPage();
  await page.goto(launch({ version: '1.2', slow: 2_000 }));
  await waitUntilOpen(page);
  const [first] = exercisesOf(tested, 'kk');
  if (!first) throw new Error('no exercise');
  await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'saved', { timeout: 15_000 });
  await openLesson(page, first.lesson);
  const place = lessonOf(page).locator(`[data-exercise$="/${first.exercise.id}"]`);
  await place.scrollIntoViewIfNeeded();
  await expect(place.locator('astro-island')).not.toHaveAttribute('ssr');
  const key = solveExercise(first.exercise);
  await place.locator(`input[value="${Array.isArray(key) ? key[0] : key}"]`).check();
  const callsMade = () => page.evaluate(() => (window as unknown as { fakeCalls: readonly string[] }).fakeCalls.length);
  const before = await callsMade();
  // When the frame with the result has been drawn, nothing has been asked of the platform that would have held it up.
  const shown = await place
    .locator('.exercise-actions button')
    .first()
    .evaluate(async (button) => {
      (button as HTMLButtonElement).click();
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done));
      return button.closest('.exercise-body')?.querySelector('.exercise-result')?.textContent;
    });
  expect(await callsMade()).toBe(before);
  expect(shown).not.toBe('');
  // It is written all the same.
  await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'saved', { timeout: 15_000 });
});
