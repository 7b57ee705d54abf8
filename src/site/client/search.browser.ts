// All that a page loads of the search before somebody wants it: the keys, the button, and a wait for the field's focus.
const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
const page = document.querySelector<HTMLElement>('[data-search=page]');
const address = document.querySelector<HTMLAnchorElement>('[data-search-open]')?.href ?? '';
const started = new Set<Element>();

const loadBox = () => import('./search-box.browser.ts');

function start(box: HTMLElement): void {
  if (started.has(box)) return;
  started.add(box);
  loadBox().then(
    ({ startSearch }) => startSearch(box),
    () => box.querySelector('[data-search-failed]')?.removeAttribute('hidden'),
  );
}

/** Takes the dialog's content from the page of the search, with its styles; a page nobody searches from goes without. */
async function fill(): Promise<void> {
  const response = await fetch(address);
  const found = new DOMParser().parseFromString(await response.text(), 'text/html');
  const template = found.querySelector<HTMLTemplateElement>('template[data-search-dialog-content]');
  if (!template) throw new Error(address);
  await new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.onload = link.onerror = done;
    link.href = template.dataset['searchDialogContent'] ?? '';
    document.head.append(link);
  });
  dialog?.append(template.content);
}

function prepare(): Promise<void> {
  // On its way with the content, so that focus in the field costs no further trip before the index.
  if (!filled) loadBox().catch(() => undefined);
  filled ??= fill();
  // What failed is tried again the next time.
  filled.catch(() => (filled = undefined));
  return filled;
}
let filled: Promise<void> | undefined;

async function open(): Promise<void> {
  if (opening) return;
  let typed = '';
  const keep = (event: KeyboardEvent) => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    typed += event.key;
  };
  // Who types before the dialog is there loses no letter.
  document.addEventListener('keydown', keep);
  opening = true;
  try {
    if (!page) await prepare();
  } catch {
    return location.assign(address);
  } finally {
    opening = false;
    document.removeEventListener('keydown', keep);
  }
  if (!page && !dialog?.open) dialog?.showModal();
  const input = (page ?? dialog)?.querySelector('input');
  if (input && typed) input.value = typed;
  input?.focus();
  if (!typed) input?.select();
}
let opening = false;

for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    if (!page && (target as Element).closest('[data-search-open]')) prepare().catch(() => undefined);
  });
}

document.addEventListener('focusin', ({ target }) => {
  const box = (target as Element).closest<HTMLElement>('[data-search]');
  if (box) start(box);
});

document.addEventListener('click', (event) => {
  const wanted = (event.target as Element).closest<HTMLElement>('[data-search-open]');
  // With a modifier the link opens the search page in a tab of its own, as any link does.
  if (!wanted || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // The dialog gives the focus back to what had it; Safari does not focus a link that is clicked.
  wanted.focus();
  void open();
});

document.addEventListener('keydown', (event) => {
  const withControl = event.ctrlKey || event.metaKey;
  // By its place on the keyboard too: on a Cyrillic layout the key K gives another letter.
  const isOff = document.documentElement.matches('[data-reading~=keys-off]');
  const wanted = withControl ? event.key === 'k' || event.code === 'KeyK' : event.key === '/' && !isOff;
  const typing = 'input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]';
  if (!wanted || event.altKey || event.isComposing || (event.target as Element).closest(typing)) return;
  event.preventDefault();
  void open();
});

if (page && new URLSearchParams(location.search).has('q')) start(page);
