import { readSetting } from './settings.browser.ts';

const panel = document.querySelector<HTMLElement>('[data-offline-panel]');
const text = panel?.querySelector('span');
const link = panel?.querySelector('a');

if (panel && text && link && readSetting('offline')) {
  const { siteKeeper } = await import('./site-keeper.browser.ts');
  const { kept } = await siteKeeper().overview();
  const { lang } = document.documentElement;
  if (kept.some(({ course, locale }) => course === panel.dataset['offlinePanel'] && locale === lang)) {
    text.textContent = panel.dataset['kept'] ?? '';
    link.textContent = panel.dataset['manage'] ?? '';
  }
}
