import { formatReading, parseReading, usualReading, type Reading } from '../reading-choices.ts';
import { applyReading, applyTheme, currentReading, currentTheme } from './reading-sheet.browser.ts';
import { writeSetting } from './settings.browser.ts';

type Choices = Reading & { readonly theme: string };

const current = (): Choices => ({ ...parseReading(currentReading()), theme: currentTheme() });

/** Puts choices on the page and keeps them. @returns whether they are kept */
function choose({ theme, ...reading }: Choices): boolean {
  const text = formatReading(reading);
  applyTheme(theme);
  applyReading(text);
  return writeSetting('theme', theme) && writeSetting('reading', text);
}

/** Lets the form of the reading settings show what holds and change it at once. */
export function startSettings(settings: HTMLElement): void {
  const form = settings.querySelector<HTMLFormElement>('[data-settings-form]');
  const status = settings.querySelector<HTMLElement>('[data-settings-status]');
  if (!form || !status) return;

  const show = () => {
    for (const [name, value] of Object.entries(current())) {
      const input = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
      if (input) input.checked = true;
    }
  };
  const say = (kept: boolean, done = '') => (status.textContent = kept ? done : (status.dataset['denied'] ?? ''));

  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    say(choose({ ...current(), [name]: value }));
  });
  form.querySelector('[data-settings-reset]')?.addEventListener('click', () => {
    say(choose({ ...usualReading, theme: 'auto' }), status.dataset['reset']);
    show();
  });
  // After the page itself has followed another tab.
  window.addEventListener('storage', show);
  show();
}
