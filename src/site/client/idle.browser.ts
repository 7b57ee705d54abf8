import { readSetting } from './settings.browser.ts';

// What every page loads once it has come to rest: nothing on the screen waits for it.
if (document.querySelector('[data-lesson-text]')) void import('./read-sections.browser.ts');
else if (document.querySelector('[data-lesson-id]')) void import('./progress.browser.ts');
void import('./reading.browser.ts');
if (document.querySelector('[data-lesson-text]') && 'speechSynthesis' in window)
  void import('./listen-offer.browser.ts');
if (document.querySelector('[data-completion]')) void import('./completion.browser.ts');
if (document.querySelector('[data-exercise]')) void import('./print.browser.ts');
// Wherever something may be written down.
if (document.querySelector('[data-exercise],[data-lesson-id],[data-progress-panel],[data-completion],[data-record]'))
  void import('./record-watch.browser.ts');

// Whether an exercise comes back in the review is said below it once somebody is at work on one.
for (const type of ['focusin', 'click']) {
  document.addEventListener(type, ({ target }) => {
    if ((target as Element).closest('[data-lesson-text] [data-exercise]'))
      void import('./review-later.browser.ts').then(({ showWith }) => showWith(target as Element));
  });
}
if (readSetting('badge') === 'on') void import('./review-badge.browser.ts').then(({ refreshBadge }) => refreshBadge());
if (readSetting('offline')) void import('./offline-idle.browser.ts');
