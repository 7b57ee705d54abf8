// What every page loads once it has come to rest: nothing on the screen waits for it.
if (document.querySelector('[data-lesson-text]')) void import('./read-sections.browser.ts');
else if (document.querySelector('[data-lesson-id]')) void import('./progress.browser.ts');

export {};
