// Copies the Markdown of an example. Where the clipboard is refused the button stays away and the text can be selected.
for (const row of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const status = row.querySelector<HTMLElement>('[data-copied]');
  const markdown = row.parentElement?.querySelector('pre')?.textContent ?? '';
  row.hidden = !('clipboard' in navigator);
  row.querySelector('button')?.addEventListener('click', () => {
    navigator.clipboard.writeText(markdown).then(
      () => {
        if (status) status.textContent = status.dataset['copied'] ?? '';
      },
      () => {
        row.hidden = true;
      },
    );
  });
}
