import { readSetting } from './settings.browser.ts';

// What every page loads once it has come to rest: nothing on the screen waits for it.
if (document.querySelector('[data-progress-panel], [data-lesson-id]')) void import('./progress.browser.ts');
if (document.querySelector('[data-completion]')) void import('./completion.browser.ts');

// Whether an exercise comes back in the review is said below it once somebody is at work on one.
for (const type of ['focusin', 'click']) {
  document.addEventListener(type, ({ target }) => {
    if ((target as Element).closest('[data-lesson-text] [data-exercise]'))
      void import('./review-later.browser.ts').then(({ showWith }) => showWith(target as Element));
  });
}
if (readSetting('badge') === 'on') void import('./review-badge.browser.ts').then(({ refreshBadge }) => refreshBadge());
