// Each part of a teaching kit goes to paper alone when it is asked for; the browser's own command prints all of them.

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-kit-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    clear();
    button.closest('[data-kit-part]')?.setAttribute('data-kit-printed', '');
    window.print();
  });
}
window.addEventListener('afterprint', clear);

function clear(): void {
  for (const part of document.querySelectorAll('[data-kit-printed]')) part.removeAttribute('data-kit-printed');
}
