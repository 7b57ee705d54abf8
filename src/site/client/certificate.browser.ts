import { browserRecord } from '#learner/adapters/browser-record';
import { certificateFor, recordName, showSheet } from './certificate-sheet.browser.ts';
import './certificate-check.browser.ts';
import { setup } from './certificate-fields.browser.ts';
import { watchCompletion, type CourseStates } from './completion.browser.ts';

const yours = document.querySelector<HTMLElement>('[data-yours]');
const sheet = document.querySelector<HTMLElement>('[data-certificate]');
const nameField = document.querySelector<HTMLInputElement>('#certificate-name');
const courses = [...document.querySelectorAll<HTMLElement>('[data-course]')];

let states: CourseStates = new Map();
/** The course whose certificate is wanted; the address may name it. */
let chosen = courses.find(({ id }) => location.hash === `#${id}`)?.dataset['course'];

function show(): void {
  for (const course of courses) {
    const state = states.get(course.dataset['course'] ?? '');
    const button = course.querySelector<HTMLButtonElement>('[data-show]');
    const earlier = course.querySelector<HTMLElement>('[data-earlier]');
    if (button) button.disabled = !state?.entry.earned;
    if (earlier) earlier.hidden = !state?.entry.earned || state.completion.satisfied !== null;
  }
  for (const note of document.querySelectorAll<HTMLElement>('[data-denied]'))
    note.hidden = browserRecord.trouble !== 'refused';
  const state = states.get(chosen ?? '');
  const certificate = state && certificateFor(chosen ?? '', state);
  if (!yours || !sheet) return;
  yours.hidden = !certificate;
  if (!certificate) return;
  for (const list of document.querySelectorAll<HTMLElement>('[data-languages]'))
    list.hidden = list.dataset['languages'] !== chosen;
  // Whoever is writing the name knows better than the record how it goes on.
  if (nameField && document.activeElement !== nameField) nameField.value = certificate.name;
  showSheet(sheet, certificate);
}

watchCompletion((now) => {
  states = now;
  show();
});
browserRecord.watchTrouble(show);

for (const course of courses)
  course.querySelector('[data-show]')?.addEventListener('click', () => {
    chosen = course.dataset['course'];
    show();
    yours?.querySelector('h2')?.focus();
  });

nameField?.addEventListener('input', () => {
  if (chosen) recordName(chosen, nameField.value);
});
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

const copy = document.querySelector<HTMLButtonElement>('[data-copy-link]');
const copied = document.querySelector<HTMLElement>('[data-copied]');
if (copy) copy.hidden = !('clipboard' in navigator);
copy?.addEventListener('click', () => {
  navigator.clipboard.writeText(sheet?.querySelector<HTMLAnchorElement>('[data-link]')?.href ?? '').then(
    () => {
      if (copied) copied.textContent = setup.words.copied;
    },
    () => {
      copy.hidden = true;
    },
  );
});
