import { keepPlace, reloadInPlace } from './keep-place.browser.ts';

// The author's panel in every page of the development server. What it says is rendered by the server (panel.astro) and
// fetched after the page, which so never waits for the check.

const script = document.querySelector<HTMLScriptElement>('script[data-preview-panel]');
const host = document.createElement('bilig-preview');
const root = host.attachShadow({ mode: 'open' });

/** What the author has opened, kept from one reload to the next. */
const kept = {
  read: (name: string) => sessionStorage.getItem(`bilig-preview:${name}`),
  write: (name: string, value: string) => sessionStorage.setItem(`bilig-preview:${name}`, value),
};

if (script) {
  keepPlace();
  void fetch(script.dataset['previewPanel'] ?? '')
    .then((response) => (response.ok ? response.text() : ''))
    .then((html) => {
      if (html) show(html);
    });
}

function show(html: string): void {
  root.innerHTML = html;
  document.body.append(host);
  const aside = root.querySelector('aside');
  const panel = root.querySelector<HTMLElement>('#preview-panel');
  const toggle = root.querySelector<HTMLButtonElement>('[data-toggle]');
  if (!aside || !panel || !toggle) return;
  // What was saved while the page was on its way: it could not yet hear that it is to be loaded anew.
  if (aside.dataset['changes'] !== script?.dataset['changes']) reloadInPlace();
  const open = (shown: boolean) => {
    panel.hidden = !shown;
    toggle.setAttribute('aria-expanded', String(shown));
  };
  // Errors open it, however often the page is loaded; what the author has closed stays closed until there are others.
  const errors = aside.dataset['errors'] ?? '0';
  const found = `${location.pathname} ${errors}`;
  open((errors !== '0' && kept.read('closed') !== found) || kept.read('open') === 'yes');
  const choose = (shown: boolean) => {
    open(shown);
    kept.write('open', shown ? 'yes' : 'no');
    kept.write('closed', shown ? '' : found);
  };
  toggle.addEventListener('click', () => choose(panel.hidden !== false));
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    choose(false);
    toggle.focus();
  });
  for (const details of root.querySelectorAll('details')) {
    const name = details.dataset['keep'] ?? '';
    details.open = kept.read(name) === 'yes';
    details.addEventListener('toggle', () => kept.write(name, details.open ? 'yes' : 'no'));
  }
  root.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  root.addEventListener('click', openPlace);
  switchAnswers();
}

/** Asks the server to open a place in the author's editor, and copies it for where no editor is found. */
function openPlace(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-open]') : null;
  if (!link) return;
  event.preventDefault();
  const place = link.dataset['open'] ?? '';
  const told = root.querySelector('[data-told]');
  const tell = (words: string) => {
    if (told) told.textContent = words;
  };
  void fetch(link.href);
  const copied = navigator.clipboard ? navigator.clipboard.writeText(place) : Promise.reject(new Error('no clipboard'));
  copied.then(
    () => tell(`Sent to your editor, and copied: ${place}`),
    () => tell(`Sent to your editor: ${place}`),
  );
}

function switchAnswers(): void {
  const box = root.querySelector<HTMLInputElement>('[data-answers]');
  if (!box) return;
  const apply = () => {
    for (const shown of document.querySelectorAll('[data-preview-answers]')) shown.remove();
    if (!box.checked) return;
    for (const template of root.querySelectorAll<HTMLTemplateElement>('[data-answers-of]')) {
      const place = document.getElementById(template.dataset['answersOf'] ?? '');
      place?.append(template.content.cloneNode(true));
    }
  };
  box.checked = kept.read('answers') === 'yes';
  box.addEventListener('change', () => {
    kept.write('answers', box.checked ? 'yes' : 'no');
    apply();
  });
  apply();
}
