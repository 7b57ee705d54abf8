import { attemptKey, formatLesson, isAnswered, lessonKey, parseAttempt, parseLesson } from '#learner';
import { browserStore } from '#learner/adapters/browser-store';

/** What the learner has answered in this lesson and finished in this course, from the record on this device. */
function refresh(): void {
  const isFinished = (id = '') => parseLesson(browserStore.read(lessonKey(id)));

  for (const line of document.querySelectorAll<HTMLElement>('[data-progress]')) {
    const exercises = [...document.querySelectorAll<HTMLElement>('[data-exercise]:not([data-ungraded])')];
    const done = exercises.filter(({ dataset: { exercise = '', signature = '' } }) =>
      isAnswered(parseAttempt(browserStore.read(attemptKey(exercise)), signature)),
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

  for (const item of document.querySelectorAll<HTMLElement>('[data-lesson-id]')) {
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
    note.hidden = browserStore.persistent;
  }
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('[data-finish]');
  const id = button?.closest<HTMLElement>('[data-lesson-progress]')?.dataset['lessonProgress'];
  if (!id) return;
  const key = lessonKey(id);
  if (parseLesson(browserStore.read(key))) browserStore.remove(key);
  else browserStore.write(key, formatLesson());
  refresh();
});

document.addEventListener('bilig:attempt', refresh);
// Another tab, and a page that comes back from the browser's memory.
window.addEventListener('storage', refresh);
window.addEventListener('pageshow', refresh);
refresh();
