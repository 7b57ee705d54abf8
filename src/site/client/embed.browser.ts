// What a page loads that stands in a frame of another site's page, as one file.
import './embed-links.browser.ts';
import './embed-talk.browser.ts';
import './text.browser.ts';
import { readLanguages } from '../embed-languages.ts';

const { lang, dataset } = document.documentElement;
const named = new URLSearchParams(location.search).get('languages');
const offered = readLanguages(named, dataset['embedLanguages']?.split(' ') ?? []);
if (offered.some((language) => language !== lang))
  void import('./embed-languages.browser.ts').then(({ offerLanguages }) => offerLanguages(offered));

const whenIdle = window.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
whenIdle(() => {
  if (document.querySelector('[data-lesson-progress],[data-lesson-id]')) void import('./progress.browser.ts');
  if (document.querySelector('[data-exercise]')) void import('./record-watch.browser.ts');
});

// What is on the screen is known here only where the frame has a height of its own and is scrolled in.
if (document.querySelector('[data-lesson-text]'))
  document.addEventListener('scroll', () => void import('./read-sections.browser.ts'), { once: true });
