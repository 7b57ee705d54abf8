import type { KeptCourse } from '#offline';
import { readSetting } from './settings.browser.ts';

const section = document.querySelector<HTMLElement>('[data-kept-courses]');
const list = section?.querySelector('ul');

/** The titles are in the languages that are kept, each with the address of its own page. */
function show(kept: readonly KeptCourse[], base: string): void {
  const items = kept.map(({ course, locale, title }) => {
    const link = document.createElement('a');
    link.href = `${base}${locale}/${course}/`;
    link.lang = locale;
    link.hreflang = locale;
    link.textContent = title;
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  list?.replaceChildren(...items);
  if (section) section.hidden = kept.length === 0;
}

if (list && readSetting('offline')) {
  const { base, siteKeeper } = await import('./site-keeper.browser.ts');
  const read = () =>
    void siteKeeper()
      .overview()
      .then(({ kept }) => show(kept, base));
  siteKeeper().watch(read);
  read();
}
