import { expect } from '@playwright/test';
import { attemptKey, parseAttemptEntry } from '#learner';
import { decodeState } from '#lms';
import { test } from './support/packages-test.ts';
import { verb, type LrsLaunch } from './support/lrs.ts';
import { contentPath, type Platform } from './support/platform.ts';
import { allModules, exercisesOf, outlineOf, type TestedPackage } from './support/packages.ts';
import {
  answerAll,
  expectedScore,
  leave,
  lessonOf,
  responseTo,
  shellOf,
  waitUntilOpen,
  type How,
  type Leaving,
} from './support/play.ts';
import { hasAll, hows, leavings, testedModule } from './support/ways.ts';

// cmi5 packages as a student plays them, against a record store that knows the rules.

// What is not there yet is answered by 404, which browsers write down.
test.use({ expectedErrors: [/404/u] });

interface Way {
  readonly tested: TestedPackage;
  readonly how: How;
  readonly leaving: Leaving;
}

const ways: Way[] = hasAll
  ? allModules.flatMap(({ locales, ...ids }) =>
      locales.flatMap((locale) =>
        hows.flatMap((how) =>
          leavings.map((leaving): Way => ({ tested: { ...ids, format: 'cmi5', locales: [locale] }, how, leaving })),
        ),
      ),
    )
  : [
      { tested: { ...testedModule, format: 'cmi5', locales: ['kk'] }, how: 'right', leaving: 'navigate' },
      { tested: { ...testedModule, format: 'cmi5', locales: ['uz'] }, how: 'wrong', leaving: 'exit' },
      { tested: { ...testedModule, format: 'cmi5', locales: ['tr'] }, how: 'nothing', leaving: 'close' },
    ];

/** A page of the platform with the module in a frame, as `play.ts` looks for it. */
function frameAddress({ origin, lrs }: Platform, launch?: LrsLaunch): string {
  return `${origin}/frame?src=${encodeURIComponent(`${contentPath}index.html?${lrs.prepare(origin, launch)}`)}`;
}

const verbsOf = ({ lrs }: Platform) => lrs.statements.map((one) => one.verb.id.split('/').at(-1) ?? '');

for (const { tested, how, leaving } of ways) {
  const [locale] = tested.locales;
  const what = how === 'nothing' ? 'nothing answered' : `all ${how}`;
  test(`cmi5, ${tested.module} (${locale}): ${what}, left by ${leaving}, is the same at the next launch`, async ({
    context,
    platform,
  }) => {
    test.setTimeout(120_000);
    const started = await platform(tested);
    const { origin, lrs } = started;
    const exercises = exercisesOf(tested, locale);
    const page = await context.newPage();
    await page.goto(frameAddress(started, { mastery: 0.6 }));
    await waitUntilOpen(page);
    await answerAll(page, exercises, how);
    await leaveModule(page, leaving, origin);
    await expect.poll(() => verbsOf(started).at(-1)).toBe('terminated');

    expect(lrs.faults).toEqual([]);
    const said = verbsOf(started);
    expect(said[0]).toBe('initialized');
    const score = how === 'nothing' ? null : expectedScore(exercises, how);
    const judged = lrs.statements.filter((one) => [verb('passed'), verb('failed')].includes(one.verb.id));
    expect(judged.map((one) => one.verb.id)).toEqual(score === null ? [] : [verb(score >= 0.6 ? 'passed' : 'failed')]);
    if (score !== null) expect(judged[0]?.result?.score?.scaled).toBeCloseTo(score, 3);
    expect(said.filter((one) => one === 'completed')).toHaveLength(how === 'nothing' ? 0 : 1);
    const told = exercises.filter(({ exercise }) => exercise.type !== 'reflect');
    const answers = lrs.statements.filter((one) => one.verb.id === verb('answered'));
    expect(new Set(answers.map((one) => one.object.id)).size).toBeGreaterThanOrEqual(
      how === 'nothing' ? 0 : told.length,
    );
    const kept = JSON.parse(lrs.states.values().next().value ?? '{}') as { state?: string };
    const { entries } = decodeState(kept.state ?? '', outlineOf(tested));
    for (const one of exercises) {
      const state = parseAttemptEntry(entries.get(attemptKey(one.fullId)) ?? null)?.state ?? null;
      expect(state?.response ?? null, one.fullId).toEqual(how === 'nothing' ? null : responseTo(one, how));
    }

    const again = await context.newPage();
    await again.goto(frameAddress(started, { mastery: 0.6 }));
    await waitUntilOpen(again);
    const last = exercises.at(-1);
    if (how !== 'nothing' && last) {
      const place = lessonOf(again).locator(`[data-exercise$="/${last.exercise.id}"]`);
      await place.scrollIntoViewIfNeeded();
      await expect(place.locator('.exercise-result')).not.toBeEmpty();
    }
    await leaveModule(again, leaving, origin);
    await expect.poll(() => verbsOf(started).filter((one) => one === 'terminated').length).toBe(2);
    expect(lrs.faults).toEqual([]);
    // Nothing is said a second time.
    expect(verbsOf(started).slice(said.length)).toEqual(['initialized', 'terminated']);
  });
}

/** Leaving by the button leads to where the platform has said. */
async function leaveModule(page: Parameters<typeof leave>[0], leaving: Leaving, origin: string): Promise<void> {
  if (leaving !== 'exit') return leave(page, leaving, origin);
  await shellOf(page).locator('[data-leave]').click();
  await expect(shellOf(page).getByRole('heading', { name: 'Away' })).toBeVisible();
  await page.close();
}

test('in the mode "Review" nothing but the beginning and the end is said', async ({ context, platform }) => {
  const started = await platform({ ...testedModule, format: 'cmi5', locales: ['kk'] });
  const page = await context.newPage();
  await page.goto(frameAddress(started, { mode: 'Review' }));
  await waitUntilOpen(page);
  await answerAll(page, exercisesOf(testedModule, 'kk').slice(0, 2), 'right');
  await leaveModule(page, 'exit', started.origin);
  await expect.poll(() => verbsOf(started)).toEqual(['initialized', 'terminated']);
  expect(started.lrs.faults).toEqual([]);
});

test('the language is the first of the learner’s that the package has', async ({ context, platform }) => {
  const started = await platform({ ...testedModule, format: 'cmi5', locales: ['en', 'ky', 'ru'] });
  const page = await context.newPage();
  await page.goto(frameAddress(started, { language: 'de-DE,ky-KG,ru' }));
  await waitUntilOpen(page);
  await expect(shellOf(page).locator('html')).toHaveAttribute('lang', 'ky');
  await leaveModule(page, 'exit', started.origin);
});

test('a slow record store holds up nothing', async ({ context, platform }) => {
  const started = await platform({ ...testedModule, format: 'cmi5', locales: ['kk'] });
  const page = await context.newPage();
  await page.goto(frameAddress(started, { slow: 1_000 }));
  await waitUntilOpen(page);
  const exercises = exercisesOf(testedModule, 'kk').slice(0, 4);
  await answerAll(page, exercises, 'right');
  await leaveModule(page, 'exit', started.origin);
  await expect.poll(() => verbsOf(started).at(-1)).toBe('terminated');
  expect(verbsOf(started).filter((one) => one === 'answered').length).toBeGreaterThanOrEqual(4);
  expect(started.lrs.faults).toEqual([]);
});

test.describe('a record store that is down', () => {
  test.use({ expectedErrors: [/500/u] });

  test('is done without: the module works and this browser keeps the work', async ({ context, platform }) => {
    const started = await platform({ ...testedModule, format: 'cmi5', locales: ['kk'] });
    const page = await context.newPage();
    await page.goto(frameAddress(started, { dead: true }));
    await waitUntilOpen(page);
    await expect(shellOf(page).locator('[role=status]')).toHaveAttribute('data-now', 'alone');
    await answerAll(page, exercisesOf(testedModule, 'kk').slice(0, 1), 'right');
  });
});
