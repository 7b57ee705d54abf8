import { embedAddress, frameSnippet, scriptSnippet, type Snippet } from '../embed-snippets.ts';
import type { UseData } from '../view/use-view.ts';

// The page on which a lecturer chooses what to show: the preview and the code follow her choices.

const form = document.querySelector<HTMLFormElement>('[data-use-form]');
const room = document.querySelector<HTMLElement>('[data-use-room]');
const frame = document.querySelector<HTMLIFrameElement>('[data-use-frame]');
const data = JSON.parse(document.querySelector('[data-use]')?.textContent ?? '{}') as UseData;

function show(chosen: HTMLFormElement): void {
  const value = (name: string) => String(new FormData(chosen).get(name) ?? '');
  const titles: Readonly<Record<string, string>> = data.titles[value('what')] ?? {};
  offer(chosen, Object.keys(titles));
  const language = value('language');
  // The one that opens first is no other.
  for (const input of inputsOf(chosen, 'also')) input.disabled = !(input.value in titles) || input.value === language;
  const theme = value('theme');
  const snippet: Snippet = {
    site: data.site,
    language,
    also: new FormData(chosen).getAll('also').map(String),
    path: [...data.path, ...value('what').split('/').filter(Boolean)],
    title: titles[language] ?? '',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
  write('frame', frameSnippet(snippet));
  write('script', scriptSnippet(snippet));
  if (room) room.dataset['width'] = value('width');
  if (!frame) return;
  frame.title = snippet.title;
  // The site as it is here, which need not be where it is published.
  const address = embedAddress({ ...snippet, site: new URL(import.meta.env.BASE_URL, location.href).href });
  if (frame.src !== address) frame.src = address;
}

/** Languages in which there is nothing to show cannot be chosen; the first one stands in for one that was. */
function offer(chosen: HTMLFormElement, languages: readonly string[]): void {
  const inputs = inputsOf(chosen, 'language');
  for (const input of inputs) input.disabled = !languages.includes(input.value);
  const own = inputs.find(({ value }) => value === document.documentElement.lang);
  const isOpen = inputs.some(({ checked, disabled }) => checked && !disabled);
  const standIn = own && !own.disabled ? own : inputs.find(({ disabled }) => !disabled);
  if (!isOpen && standIn) standIn.checked = true;
}

function inputsOf(chosen: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...chosen.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
}

function write(name: 'frame' | 'script', code: string): void {
  const place = document.querySelector(`[data-use-code="${name}"]`);
  if (!place || place.textContent === code) return;
  place.textContent = code;
  const status = place.closest('.use-code')?.querySelector('[role="status"]');
  if (status) status.textContent = '';
}

for (const row of document.querySelectorAll<HTMLElement>('[data-use-copy]')) {
  const status = row.querySelector<HTMLElement>('[data-copied]');
  // Where the clipboard is refused the button stays away, and the text can be selected.
  row.hidden = !('clipboard' in navigator);
  row.querySelector('button')?.addEventListener('click', () => {
    const code = row.closest('.use-code')?.querySelector('code')?.textContent ?? '';
    navigator.clipboard.writeText(code).then(
      () => {
        if (status) status.textContent = status.dataset['copied'] ?? '';
      },
      () => {
        row.hidden = true;
      },
    );
  });
}

if (form) {
  // A lesson leads here by its id.
  const select = form.querySelector('select');
  const wanted = location.search.slice(1);
  if (select && wanted in data.titles) select.value = wanted;
  form.addEventListener('change', () => show(form));
  show(form);
}
