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
  if (language === root.lang || !embedLanguages.split(' ').includes(language)) return;
  const address = addressIn(language);
  if (!address) return;
  address.hash = sectionInSight();
  location.replace(address);
}

/** The address of this page in another language, without a section; null on a page that is none of the embedded ones. */
export function addressIn(language: string): URL | null {
  const address = new URL(location.href);
  const folder = `${import.meta.env.BASE_URL}embed/`;
  const own = `${folder}${root.lang}/`;
  if (!address.pathname.startsWith(own)) return null;
  address.pathname = `${folder}${language}/${address.pathname.slice(own.length)}`;
  address.hash = '';
  return address;
}

/** Id of the heading that was passed last; nothing at the top of the page. */
export function sectionInSight(): string {
  const passed = [...document.querySelectorAll('[data-section]')].filter(
    (heading) => heading.getBoundingClientRect().top <= innerHeight / 3,
  );
  return scrollY > 0 ? (passed.at(-1)?.id ?? '') : '';
}
