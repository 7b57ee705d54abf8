import { embedLink } from '../embed-links.ts';

// What an exercise shows of a lesson's text has links as well. Each is led where it should before it can be followed, and
// takes the colours along that the host has asked for in the address.

const page = new URL(location.href);
const { embed, record } = document.documentElement.dataset;
const place = {
  root: import.meta.env.BASE_URL,
  page,
  text: embed === 'exercise' ? new URL('../', page) : page,
};

function mend(link: HTMLAnchorElement): void {
  const written = link.getAttribute('href') ?? '';
  if (link.target || written === '') return;
  const { href, leaves } = embedLink(written, place);
  if (href !== written) link.setAttribute('href', href);
  if (leaves) link.target = '_blank';
  else if (link.pathname !== page.pathname && !link.search) link.search = page.search;
}

// In a package for a learning platform, where the record is the platform's, the packager has seen to the links.
if (record === undefined)
  for (const type of ['pointerdown', 'focusin', 'click'])
    document.addEventListener(type, ({ target }) => {
      const link = (target as Element).closest('a');
      if (link) mend(link);
    });
