import {
  attemptKey,
  formatLesson,
  isAnswered,
  lessonKey,
  parseAttempt,
  parseLesson,
  resultsKey,
  unopenedLesson,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';

let offered: Promise<void> | undefined;

/** What the learner has answered in this lesson and finished in this course, from the record on this device. */
async function refresh(): Promise<void> {
  const here = document.querySelector<HTMLElement>('[data-lesson-progress]')?.dataset['lessonProgress'];
  const [attempts, lessons] = await Promise.all([
    browserRecord.getAll(attemptKey(`${here}/`)),
    browserRecord.getAll(lessonKey('')),
  ]);
  const isFinished = (id = '') => parseLesson(lessons.get(lessonKey(id)) ?? null)?.finished.on ?? false;

  for (const line of document.querySelectorAll<HTMLElement>('[data-progress]')) {
    const exercises = [...document.querySelectorAll<HTMLElement>('[data-exercise]:not([data-ungraded])')];
    const done = exercises.filter(({ dataset: { exercise = '', signature = '' } }) =>
      isAnswered(parseAttempt(attempts.get(attemptKey(exercise)) ?? null, signature)),
    );
    line.textContent = (line.dataset['progress'] ?? '')
      .replace('{{done}}', String(done.length))
      .replace('{{total}}', String(exercises.length));
  }

  for (const part of document.querySelectorAll<HTMLElement>('[data-lesson-progress]')) {
    const finished = isFinished(part.dataset['lessonProgress']);
    const status = part.querySelector<HTMLElement>('[data-finished]');
    const button = part.querySelector<HTMLButtonElement>('[data-finish]');
    const text = finished ? (status?.dataset['finished'] ?? '') : '';
    // Writing the same text again would have it read out again.
    if (status && status.textContent !== text) status.textContent = text;
    if (!button) continue;
    button.textContent = button.dataset[finished ? 'unfinish' : 'finish'] ?? '';
    button.classList.toggle('button-quiet', finished);
    // Before this script has come a press would be lost.
    button.disabled = false;
  }

  const items = document.querySelectorAll<HTMLElement>('[data-lesson-id]');
  if (items.length && lessons.size)
    offered ??= import('./continue.browser.ts').then(({ offerLesson }) => offerLesson(lessons));
  for (const item of items) {
    const mark = item.querySelector('.lesson-done');
    const finished = isFinished(item.dataset['lessonId']);
    if (mark && !finished) mark.remove();
    if (mark || !finished) continue;
    const label = document.createElement('span');
    label.className = 'lesson-done';
    label.textContent = item.dataset['doneLabel'] ?? '';
    (item.querySelector('.facts') ?? item).append(label);
  }

  for (const note of document.querySelectorAll<HTMLElement>('[data-progress-denied]')) {
    note.hidden = browserRecord.trouble !== 'refused';
  }
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('[data-finish]');
  const id = button?.closest<HTMLElement>('[data-lesson-progress]')?.dataset['lessonProgress'];
  if (!id) return;
  void browserRecord.update(lessonKey(id), (json) => {
    const now = Date.now();
    const lesson = parseLesson(json) ?? unopenedLesson(now);
    return formatLesson({ ...lesson, finished: { on: !lesson.finished.on, at: now } });
  });
});

browserRecord.watch(resultsKey(''), () => void refresh());
browserRecord.watch(lessonKey(''), () => void refresh());
// A page that comes back from the browser's memory.
window.addEventListener('pageshow', () => void refresh());
void refresh();
