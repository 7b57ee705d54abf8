/** Arrow keys go from the field through the results and back; Esc closes the dialog around them at the first press. */
export function moveWithArrows(box: HTMLElement, stops: () => readonly HTMLElement[]): void {
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') closeAround(event, box);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = stops();
    const from = all.indexOf(document.activeElement as HTMLElement);
    if (from < 0) return;
    event.preventDefault();
    const next = all[from + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  });
}

/** Browsers empty a search field at the first Esc and would close the dialog at the second. */
function closeAround(event: KeyboardEvent, box: HTMLElement): void {
  const dialog = box.closest('dialog');
  if (!dialog) return;
  event.preventDefault();
  dialog.close();
}
