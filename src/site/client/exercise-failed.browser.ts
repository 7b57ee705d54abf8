// An exercise whose program does not arrive says so and opens what readers without JavaScript get.
document.addEventListener('astro:hydration-error', (event) => {
  const exercise = (event.target as Element).closest('[data-exercise]');
  exercise?.querySelector('[data-exercise-failed]')?.removeAttribute('hidden');
  exercise?.classList.add('exercise-dead');
  // Some types have more of them inside.
  const answers = exercise?.querySelector(':scope > noscript');
  // With scripts on, a browser holds the content of <noscript> as text; it is this page's own markup.
  if (answers) answers.outerHTML = answers.textContent;
});
