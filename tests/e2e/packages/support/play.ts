import { expect, type FrameLocator, type Page } from '@playwright/test';
import {
  freshAttempt,
  gradeExercise,
  offersOf,
  signatureOf,
  solveExercise,
  walk,
  type Exercise,
  type Response,
} from '#exercise';
import { attemptKey, formatAttempt } from '#learner';
import { mistakenResponse } from '../../support/gallery.ts';
import type { KeptLaunch } from './platform.ts';
import type { TestedExercise } from './packages.ts';

// A learner at work in a package. What she would put into an exercise is given to the record as a draft, so that every
// type is answered; checking is pressing the exercise's own button.

export type How = 'right' | 'wrong' | 'nothing';
export type Leaving = 'exit' | 'close' | 'navigate';

/** The page that the platform has launched: around the lessons. */
export function shellOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title=module]');
}

export function lessonOf(page: Page): FrameLocator {
  return shellOf(page).frameLocator('iframe[name=lesson]');
}

/** A wrong answer that is whole, so that the exercise takes it. */
export function wrongResponse({ exercise }: TestedExercise): Response {
  switch (exercise.type) {
    case 'choice':
      return exercise.options
        .filter(({ id }) => !exercise.key.includes(id))
        .slice(0, 1)
        .map(({ id }) => id);
    case 'lateral-read':
    case 'image-lab': {
      const moves = [...(solveExercise(exercise) as readonly string[])].filter((move) => !move.startsWith('verdict:'));
      const other = exercise.verdicts.find(({ id }) => id !== exercise.key);
      return [...moves, `verdict:${other?.id ?? ''}`];
    }
    case 'branch':
      return worstPath(exercise);
    case 'rate': {
      const [least, most] = [exercise.min, exercise.max].map(String);
      const scores = [least, most].map((end) => ({ end, score: gradeExercise(exercise, end ?? '').score }));
      return scores.sort((a, b) => a.score - b.score)[0]?.end ?? '';
    }
    case 'reflect':
      return solveExercise(exercise);
    case 'order':
    case 'correct-it':
      return [...(solveExercise(exercise) as readonly string[])].reverse();
    default:
      return mistakenResponse(exercise);
  }
}

/** The way to an end that earns least. */
function worstPath(exercise: Extract<Exercise, { type: 'branch' }>): Response {
  const ends: (readonly string[])[] = [];
  const follow = (path: readonly string[]): void => {
    const { moment } = walk(exercise, path);
    const offers = offersOf(exercise, moment);
    if (!offers.length) ends.push(path);
    // A story of any length has short ways to an end.
    else if (ends.length < 200 && path.length < 12) for (const { id } of offers) follow([...path, id]);
  };
  follow([]);
  const shares = ends.map((path) => ({ path, score: gradeExercise(exercise, path).score }));
  return shares.sort((a, b) => a.score - b.score)[0]?.path ?? [];
}

export function responseTo(tested: TestedExercise, how: 'right' | 'wrong'): Response {
  return how === 'right' ? solveExercise(tested.exercise) : wrongResponse(tested);
}

/** The share of the points that platforms are to be told after each exercise was answered once. */
export function expectedScore(exercises: readonly TestedExercise[], how: 'right' | 'wrong'): number {
  const shares = exercises
    .filter(({ exercise }) => !exercise.ungraded)
    .flatMap((tested) => {
      const { score, max } = gradeExercise(tested.exercise, responseTo(tested, how));
      return max > 0 ? [score / max] : [];
    });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Opens a lesson by the list in the bar. */
export async function openLesson(page: Page, lesson: string): Promise<void> {
  const shell = shellOf(page);
  await shell.locator('.package-menu summary').click();
  await shell.locator(`[data-lesson="${lesson}"]`).click();
  await expect(lessonOf(page).locator(`[data-lesson-progress="${lesson}"]`)).toBeAttached();
}

/** Answers all exercises of the module. */
export async function answerAll(page: Page, exercises: readonly TestedExercise[], how: How): Promise<void> {
  if (how === 'nothing') return;
  const frame = shellOf(page);
  for (const lesson of new Set(exercises.map((one) => one.lesson))) {
    const own = exercises.filter((one) => one.lesson === lesson);
    const drafts = own.map(
      (one) =>
        [
          attemptKey(one.fullId),
          formatAttempt({
            signature: signatureOf(one.exercise),
            state: { ...freshAttempt, response: responseTo(one, how) },
            at: 1,
          }),
        ] as const,
    );
    await frame.locator('html').evaluate((_, entries) => {
      const { biligRecord } = window as unknown as {
        biligRecord: { change(key: string, change: () => string): void };
      };
      for (const [key, json] of entries) biligRecord.change(key, () => json);
    }, drafts);
    await openLesson(page, lesson);
    for (const { exercise } of own) {
      const place = lessonOf(page).locator(`[data-exercise$="/${exercise.id}"]`);
      await place.scrollIntoViewIfNeeded();
      await expect(place.locator('astro-island').first()).not.toHaveAttribute('ssr');
      await place.locator('.exercise-actions button').first().click();
      await expect.poll(() => usesOf(page, attemptKey(`${lesson}/${exercise.id}`))).toBe(1);
      await expect(place.locator('.exercise-result')).not.toBeEmpty();
    }
  }
}

/** How many answers of an exercise have been checked. */
function usesOf(page: Page, key: string): Promise<number> {
  return shellOf(page)
    .locator('html')
    .evaluate((_, wanted) => {
      const { biligRecord } = window as unknown as {
        biligRecord: { entries(prefix: string): ReadonlyMap<string, string> };
      };
      const json = biligRecord.entries(wanted).get(wanted) ?? '{}';
      return (JSON.parse(json) as { state?: { used: number } }).state?.used ?? 0;
    }, key);
}

export async function leave(page: Page, way: Leaving, origin: string): Promise<void> {
  if (way === 'exit') {
    await shellOf(page).locator('[data-leave]').click();
    await expect(shellOf(page).locator('[data-left]')).toBeVisible();
    await page.close();
  } else if (way === 'close') {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  } else {
    await page.goto(`${origin}/away`);
    await page.close();
  }
}

/** What the platform has when the session has ended, read in a page of its own. */
export async function keptBy(page: Page, origin: string): Promise<KeptLaunch> {
  await page.goto(`${origin}/away`);
  const read = () =>
    page.evaluate((): KeptLaunch => {
      const kept = (name: string, none: string): never => JSON.parse(localStorage.getItem(name) ?? none) as never;
      return { stored: kept('stored', '{}'), faults: kept('faults', '[]'), calls: kept('calls', '[]') };
    });
  // What a page writes while it goes reaches the storage of others a moment later.
  await expect.poll(async () => (await read()).calls.at(-1)).toMatch(/Finish|Terminate/u);
  return read();
}

/** The module is there: its bar stands and its frame shows a page of it. */
export async function waitUntilOpen(page: Page): Promise<void> {
  await expect(shellOf(page).locator('.package-bar')).toBeVisible();
  await expect(lessonOf(page).locator('main')).toBeVisible({ timeout: 20_000 });
}
