import { writeSetting } from './settings.browser.ts';

/** The anchor of the section whose heading was passed last, so that another language opens at the same place. */
function currentAnchor(): string {
  const line = window.innerHeight / 3;
  const headings = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
  return passed.at(-1)?.id ?? '';
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('[data-language-menu] a');
  if (!link) return;
  writeSetting('locale', link.hreflang);
  link.hash = window.scrollY > 0 ? currentAnchor() : '';
});
