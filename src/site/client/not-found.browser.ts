const sections = [...document.querySelectorAll<HTMLElement>('[data-not-found]')];
const own = sections.find((section) => location.pathname.split('/').includes(section.dataset['notFound'] ?? ''));
if (own) {
  for (const section of sections) section.hidden = section !== own;
  document.documentElement.lang = own.lang;
  document.title = `${own.querySelector('h2')?.textContent?.trim() ?? '404'} · ${document.title.split(' · ').at(-1) ?? ''}`;
}
