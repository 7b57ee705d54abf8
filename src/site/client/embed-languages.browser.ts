import { languages, type Locale } from '#language';
import { addressIn, sectionInSight } from './embed-choices.browser.ts';

// Languages among which the page around lets the learner choose, as a row of links above what is shown. They stand in the
// address, which goes along with every link in the frame, so that nothing need be stored.

const { lang, dataset } = document.documentElement;

function linkTo(language: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'chip';
  link.href = addressIn(language)?.href ?? '';
  link.lang = language;
  link.hreflang = language;
  link.textContent = languages[language as Locale].name;
  if (language === lang) link.setAttribute('aria-current', 'true');
  link.addEventListener('click', () => {
    link.hash = sectionInSight();
  });
  return link;
}

/** Puts the row into the page, and takes other languages out of the notice that a lesson is not translated. */
export function offerLanguages(offered: readonly string[]): void {
  const row = document.createElement('nav');
  row.className = 'embed-languages';
  row.setAttribute('aria-label', dataset['embedChoose'] ?? '');
  row.append(...offered.map(linkTo));
  document.querySelector('main')?.prepend(row);
  const others = [...document.querySelectorAll<HTMLAnchorElement>('[data-second-language]')];
  const choice = others[0]?.closest('p');
  for (const link of others) if (!offered.includes(link.hreflang) && !link.hasAttribute('aria-current')) link.remove();
  if (choice?.querySelectorAll('a').length === 1) choice.remove();
}
