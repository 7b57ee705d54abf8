// What every page loads once it has come to rest: nothing on the screen waits for it.
import './reading.browser.ts';

if (document.querySelector('[data-progress-panel], [data-lesson-id]')) void import('./progress.browser.ts');
if (document.querySelector('[data-exercise]')) void import('./print.browser.ts');
