import { attemptKey, lessonKey, resultsKey, type Entries } from '#learner';
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

async function readEntries(): Promise<Entries> {
  const prefixes = [attemptKey(''), resultsKey(''), lessonKey(''), 'mark/'];
  const found = await Promise.all(prefixes.map((prefix) => browserRecord.getAll(prefix)));
  return new Map(found.flatMap((entries) => [...entries]));
}

function show(entries: Entries): void {
  for (const course of data.courses) {
    const box = page?.querySelector(`[data-learning-course="${CSS.escape(course.id)}"]`);
    if (box) showCourse(box, course, data, entries);
  }
  const [skills, discernment, marks, empty] = [part('skills'), part('discernment'), part('marks'), part('empty')];
  if (skills) showSkills(skills, data, entries);
  if (discernment) showDiscernment(discernment, data, entries);
  if (marks) showMarks(marks, data, entries);
  if (empty) empty.hidden = entries.size > 0;
  const denied = document.querySelector<HTMLElement>('[data-learning-denied]');
  if (denied) denied.hidden = browserRecord.trouble !== 'refused';
}

async function refresh(): Promise<void> {
  show(await readEntries());
  // Until then what is shown is a beginner's page.
  page?.setAttribute('aria-busy', 'false');
}

page?.setAttribute('aria-busy', 'true');
let timer = 0;
browserRecord.watch('', () => {
  clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), 100);
});
// A page that comes back from the browser's memory.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void refresh();
});
void refresh();

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
