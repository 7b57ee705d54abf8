import {
  attemptKey,
  lessonKey,
  measure,
  measureKey,
  parseMeasure,
  resultsKey,
  sumAnswers,
  type Entries,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import type { LearningData } from '../view/learning-view.ts';
import { showCourse } from './learning-courses.browser.ts';
import { showDiscernment } from './learning-discernment.browser.ts';
import { showMarks } from './learning-marks.browser.ts';
import { showSkills } from './learning-skills.browser.ts';

// Fills the learner's page from the record on this device. No framework: it paints within 200 ms on a slow phone.

const data = JSON.parse(document.querySelector('[data-learning-data]')?.textContent ?? '{}') as LearningData;
const page = document.querySelector<HTMLElement>('[data-learning]');
const part = (name: string) => page?.querySelector<HTMLElement>(`[data-learning-${name}]`);

/** What is shown: the learner's work and where she is, and what her answers came to with her notes. */
const parts = [
  [attemptKey(''), lessonKey('')],
  [resultsKey(''), 'mark/', measureKey('')],
] as const;

async function readEntries(prefixes: readonly string[]): Promise<Entries> {
  const [first = new Map<string, string>(), ...others] = await Promise.all(
    prefixes.map((prefix) => browserRecord.getAll(prefix)),
  );
  for (const entries of others) for (const [key, value] of entries) first.set(key, value);
  return first;
}

/** All exercises of the courses that count, with their skills; what is measured before and after them has none. */
const exercises = data.courses.flatMap(({ modules, check }) => [
  ...modules.flatMap(({ lessons }) =>
    lessons.flatMap((lesson) =>
      lesson.exercises.map(([id, , skills = lesson.skills]) => ({ fullId: `${lesson.id}/${id}`, skills })),
    ),
  ),
  ...[...(check?.a ?? []), ...(check?.b ?? [])].map((fullId) => ({ fullId, skills: [] })),
]);

async function refresh(): Promise<void> {
  const [work, given] = [readEntries(parts[0]), readEntries(parts[1])];
  const entries = await work;
  for (const course of data.courses) {
    const box = page?.querySelector(`[data-learning-course="${CSS.escape(course.id)}"]`);
    if (box) showCourse(box, course, data, entries);
  }
  const denied = document.querySelector<HTMLElement>('[data-learning-denied]');
  if (denied) denied.hidden = browserRecord.trouble !== 'refused';
  // Where she is, a learner sees before what all her answers come to: they are the larger part of the record.
  page?.setAttribute('data-courses-shown', '');
  await nextFrame();

  const rest = await given;
  const sums = sumAnswers(exercises, rest);
  const [skills, discernment, marks, empty] = [part('skills'), part('discernment'), part('marks'), part('empty')];
  if (skills) showSkills(skills, sums.skills, data.words);
  if (discernment) showDiscernment(discernment, sums.discernment, data.words);
  if (marks) showMarks(marks, data, rest);
  for (const course of data.courses) showMeasure(course, rest);
  if (empty) empty.hidden = entries.size + rest.size > 0;
  // Until then what is shown is a beginner's page.
  page?.setAttribute('aria-busy', 'false');
  await nextFrame();
}

/** Names in the box of a course what is measured before and after it, when that is done. */
function showMeasure({ id, check }: LearningData['courses'][number], entries: Entries): void {
  const link = page?.querySelector<HTMLElement>(`[data-learning-course="${CSS.escape(id)}"] [data-learning-measure] a`);
  if (!link || !check) return;
  const drawn = parseMeasure(entries.get(measureKey(id)) ?? null);
  const measured = drawn && measure(check, drawn, entries);
  link.hidden = !measured?.before.result;
  link.textContent = data.words[measured?.after.result ? 'measuredBoth' : 'measuredBefore'];
}

/** Settles when what has been written into the page is on the screen; in a page out of sight, soon. */
function nextFrame(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 100);
    requestAnimationFrame(() => setTimeout(done, 0));
  });
}

/** The other tools of the page come last: each reads the record once more. */
function loadRest(): void {
  const later = document.querySelector<HTMLTemplateElement>('template[data-learning-later]');
  later?.replaceWith(later.content);
  void import('./record-panel.browser.ts');
  void import('./review-summary.browser.ts');
  void import('./completion.browser.ts');
}

page?.setAttribute('aria-busy', 'true');
let timer = 0;
const refreshSoon = () => {
  clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), 100);
};
// Not the cards of the review: they are written by the hundred, and nothing of them stands here.
for (const prefix of parts.flat()) browserRecord.watch(prefix, refreshSoon);
// A page that comes back from the browser's memory.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void refresh();
});
void refresh().then(loadRest);

document.querySelector('[data-learning-print]')?.addEventListener('click', () => window.print());

// On paper all is open.
let opened: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll<HTMLDetailsElement>('[data-learning-lessons]:not([open])')];
  for (const details of opened) {
    details.open = true;
    // The browser's own event comes too late for the paper.
    details.dispatchEvent(new Event('toggle'));
  }
});
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});
