// Esc puts a definition away and pointing at the word again brings it back (WCAG 2.2, 1.4.13).
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const term of document.querySelectorAll('[data-term]')) {
    if (term.matches(':hover, :focus-within')) term.classList.add('term-dismissed');
  }
});

for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, (event) => {
    (event.target as Element).closest('[data-term]')?.classList.remove('term-dismissed');
  });
}
