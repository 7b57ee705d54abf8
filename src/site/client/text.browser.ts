// What a page with a text from Markdown loads, as one file.
import './exercise-failed.browser.ts';
import './terms.browser.ts';

// The record is read when the page has come to rest: nothing on the screen waits for it.
const whenIdle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
if (document.querySelector('[data-progress-panel], [data-lesson-id]'))
  whenIdle(() => void import('./progress.browser.ts'));
