import { readSetting, writeSetting } from './settings.browser.ts';

const notice = document.querySelector<HTMLElement>('[data-fallback-notice]');
const links = [...(notice?.querySelectorAll<HTMLAnchorElement>('[data-second-language]') ?? [])];

/** Shows the lesson's text in another language in place of the one that stands in; the page around it stays. */
async function showIn(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(link.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const theirs = page.querySelector('[data-lesson-text]');
  const ours = document.querySelector('[data-lesson-text]');
  if (!theirs || !ours) return;
  ours.replaceWith(document.adoptNode(theirs));
  document.dispatchEvent(new CustomEvent('bilig:text'));
  for (const other of links) {
    if (other === link) other.setAttribute('aria-current', 'true');
    else other.removeAttribute('aria-current');
  }
}

for (const link of links) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    writeSetting('second-language', link.dataset['secondLanguage'] ?? '');
    // Without a connection the link itself still leads there.
    showIn(link).catch(() => location.assign(link.href));
  });
}

const chosen = links.find((link) => link.dataset['secondLanguage'] === readSetting('second-language'));
if (chosen && !chosen.hasAttribute('aria-current')) void showIn(chosen).catch(() => undefined);
