import { readSetting, writeSetting } from './settings.browser.ts';

// Who has chosen before goes on; `#choose` in the address, which the back button also leaves, shows the list again.
const chooser = document.querySelector<HTMLElement>('[data-language-chooser]');
const known = chooser?.querySelector<HTMLAnchorElement>(`a[data-locale="${CSS.escape(readSetting('locale') ?? '')}"]`);
if (known && location.hash !== '#choose') location.replace(known.href);

chooser?.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-locale]');
  if (link) writeSetting('locale', link.dataset['locale'] ?? '');
});
