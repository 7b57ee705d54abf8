import { readSetting } from './settings.browser.ts';

// What every page loads once it has come to rest: nothing on the screen waits for it.
if (document.querySelector('[data-progress-panel], [data-lesson-id]')) void import('./progress.browser.ts');
if (readSetting('offline')) void import('./offline-idle.browser.ts');
