// All that a page loads of the search before somebody wants it: the keys, the button, and a wait for the field's focus.
const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
const page = document.querySelector<HTMLElement>('[data-search=page]');
const started = new Set<Element>();

function start(box: HTMLElement): void {
  if (started.has(box)) return;
  started.add(box);
  import('./search-box.browser.ts').then(
    ({ startSearch }) => startSearch(box),
    () => box.querySelector('[data-search-failed]')?.removeAttribute('hidden'),
  );
}

/** The dialog's styles, fetched when somebody is about to search; a page that nobody searches from goes without. */
function dress(): Promise<unknown> {
  dressed ??= new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.onload = link.onerror = done;
    link.href = dialog?.dataset['searchDialog'] ?? '';
    document.head.append(link);
  });
  return dressed;
}
let dressed: Promise<unknown> | undefined;

async function open(): Promise<void> {
  if (!page) await dress();
  if (!page && !dialog?.open) dialog?.showModal();
  const input = (page ?? dialog)?.querySelector('input');
  input?.focus();
  input?.select();
}

for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    if (!page && (target as Element).closest('[data-search-open]')) void dress();
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
  const wanted = withControl ? event.key === 'k' || event.code === 'KeyK' : event.key === '/';
  const typing = 'input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]';
  if (!wanted || event.altKey || event.isComposing || (event.target as Element).closest(typing)) return;
  event.preventDefault();
  void open();
});

if (page && new URLSearchParams(location.search).has('q')) start(page);
