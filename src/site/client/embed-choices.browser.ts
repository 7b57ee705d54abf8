import type { Theme } from './embed-protocol.ts';

// What the page around an embedded one may choose.

const root = document.documentElement;
const { embedLanguages = '' } = root.dataset;

/** It holds for this page only: the colours that the learner has set on the site are hers. */
export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

/** Opens the same page in another language, where it exists, at the section that is in sight. */
export function showIn(language: string): void {
  const { lang } = root;
  if (language === lang || !embedLanguages.split(' ').includes(language)) return;
  const address = new URL(location.href);
  const folder = `${import.meta.env.BASE_URL}embed/`;
  if (!address.pathname.startsWith(`${folder}${lang}/`)) return;
  address.pathname = `${folder}${language}/${address.pathname.slice(folder.length + lang.length + 1)}`;
  address.hash = sectionInSight();
  location.replace(address);
}

/** Id of the heading that was passed last; nothing at the top of the page. */
export function sectionInSight(): string {
  const passed = [...document.querySelectorAll('[data-section]')].filter(
    (heading) => heading.getBoundingClientRect().top <= innerHeight / 3,
  );
  return scrollY > 0 ? (passed.at(-1)?.id ?? '') : '';
}
