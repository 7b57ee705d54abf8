import { writeSetting } from './settings.browser.ts';

/** The anchor of the section whose heading was passed last, so that another language opens at the same place. */
function currentAnchor(): string {
  const line = window.innerHeight / 3;
  const headings = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
  return passed.at(-1)?.id ?? '';
}

for (const menu of document.querySelectorAll<HTMLDetailsElement>('[data-language-menu]')) {
  menu.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-locale]');
    if (!link) return;
    writeSetting('locale', link.dataset['locale'] ?? '');
    link.hash = window.scrollY > 0 ? currentAnchor() : '';
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
  });
}
