export {};

const page = document.querySelector<HTMLElement>('[data-offline-page]');
const notKept = document.querySelector<HTMLElement>('[data-not-kept]');

// Under any other address than its own, the page stands in for one that is not kept.
if (page && notKept && location.pathname !== page.dataset['offlinePage']) {
  const title = document.title.split(' · ');
  page.hidden = true;
  // The heading waits in a template: a page has one of the first level.
  const head = notKept.querySelector('template');
  head?.replaceWith(head.content);
  notKept.hidden = false;
  document.title = [notKept.querySelector('h1')?.textContent ?? '', title.at(-1) ?? ''].join(' · ');
  notKept.querySelector('button')?.addEventListener('click', () => location.reload());
}
