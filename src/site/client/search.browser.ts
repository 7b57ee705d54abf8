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

function open(): void {
  if (!page && !dialog?.open) dialog?.showModal();
  const input = (page ?? dialog)?.querySelector('input');
  input?.focus();
  input?.select();
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
  open();
});

document.addEventListener('keydown', (event) => {
  const withControl = event.ctrlKey || event.metaKey;
  // By its place on the keyboard too: on a Cyrillic layout the key K gives another letter.
  const wanted = withControl ? event.key === 'k' || event.code === 'KeyK' : event.key === '/';
  const typing = 'input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]';
  if (!wanted || event.altKey || event.isComposing || (event.target as Element).closest(typing)) return;
  event.preventDefault();
  open();
});

if (page && new URLSearchParams(location.search).has('q')) start(page);
