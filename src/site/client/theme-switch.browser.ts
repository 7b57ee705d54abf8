import { readSetting, writeSetting } from './settings.browser.ts';

const themes = document.querySelector<HTMLElement>('[data-theme-switch]');
const chosen = readSetting('theme');
const current = themes?.querySelector<HTMLInputElement>(
  `input[value="${chosen === 'dark' || chosen === 'light' ? chosen : 'auto'}"]`,
);
if (current) current.checked = true;

themes?.addEventListener('change', (event) => {
  const theme = (event.target as HTMLInputElement).value;
  writeSetting('theme', theme);
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
});
