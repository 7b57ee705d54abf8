import { readSetting } from './settings.browser.ts';

// What the script in the page's head does before the first paint, for choices that are made later.

const root = document.documentElement;
const wantsContrast = matchMedia('(prefers-contrast: more)');
/** It outlives a browser that keeps nothing. */
let reading = readSetting('reading') ?? '';

/** The text of the reading settings that hold on this page. */
export function currentReading(): string {
  return reading;
}

export function applyReading(text: string): void {
  reading = text;
  const words = [text, wantsContrast.matches ? 'contrast-more' : ''].filter(Boolean).join(' ');
  if (words) root.dataset['reading'] = words;
  else delete root.dataset['reading'];
  const href = root.dataset['sheet'];
  if (!words || !href || document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

/** The theme that holds on this page, `auto` where the device decides. */
export function currentTheme(): string {
  return root.dataset['theme'] ?? 'auto';
}

export function applyTheme(theme: string | null): void {
  if (theme === 'dark' || theme === 'light') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
}

wantsContrast.addEventListener('change', () => applyReading(reading));

// Another tab has changed something, or has put everything away.
window.addEventListener('storage', ({ key }) => {
  if (key === null || key === 'bilig:reading') applyReading(readSetting('reading') ?? '');
  if (key === null || key === 'bilig:theme') applyTheme(readSetting('theme'));
});
