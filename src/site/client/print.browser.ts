import styles from '../styles/print-exercises.css?url';

// On paper an exercise is a question, and its answer stands in a key at the end. The sheet waits here, since a browser
// that is about to print waits for nothing; the key is put together when it does.

const link = document.createElement('link');
link.rel = 'stylesheet';
link.media = 'print';
link.href = styles;
document.head.append(link);

// Every sheet says of which page it is, whatever a browser prints above it. A sheet's text is all that a margin can show.
const title = new CSSStyleSheet();
title.replaceSync(`@page { @top-center { content: ${JSON.stringify(document.title)}; font-size: 9pt } }`);
document.adoptedStyleSheets.push(title);

/** What stands in the page for the time of printing only. It is hidden, but for the sheet above. */
let added: HTMLElement[] = [];

window.addEventListener('beforeprint', () => {
  clear();
  turnExercises(true);
  const key = createKey();
  if (key) added.push(key);
  for (const exercise of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const bank = createBank(exercise);
    if (!bank) continue;
    added.push(bank);
    exercise.append(bank);
  }
  if (key) document.querySelector('main')?.append(key);
});
window.addEventListener('afterprint', () => {
  clear();
  turnExercises(false);
});

/** Has the exercises show what they were at first, or the learner's work again, before it returns. */
function turnExercises(isPrinting: boolean): void {
  for (const body of document.querySelectorAll('.exercise-body'))
    body.dispatchEvent(new CustomEvent('bilig:paper', { detail: isPrinting }));
}

function clear(): void {
  for (const element of added) element.remove();
  added = [];
}

/** The answers and reasons of all exercises, in the words that readers without JavaScript get; null where there are none. */
function createKey(): HTMLElement | null {
  const key = createElement('section', 'answer-key');
  let section = '';
  for (const part of document.querySelectorAll<HTMLElement>('main h2, .quiz-head h3, [data-exercise]')) {
    if (!part.matches('[data-exercise]')) {
      section = wordsOf(part);
      continue;
    }
    const answers = answersOf(part);
    if (!answers) continue;
    // In the language of the text, which may be another one than the page's.
    const { lang } = part.closest<HTMLElement>('[lang]') ?? document.documentElement;
    const summary = answers.querySelector('summary');
    if (!key.childElementCount) key.append(createElement('h2', '', wordsOf(summary), lang));
    const title = [wordsOf(part.querySelector('.exercise-head :is(h3, h4)')), section].filter(Boolean).join(' · ');
    const entry = createElement('div', 'answer-key-entry', '', lang);
    entry.append(createElement('h3', '', title));
    summary?.remove();
    entry.append(...answers.childNodes);
    key.append(entry);
  }
  return key.childElementCount ? key : null;
}

/** A copy of an exercise's answers. With scripts on, what stands in <noscript> is text; it is this page's own markup. */
function answersOf(exercise: HTMLElement): Element | null {
  const template = document.createElement('template');
  template.innerHTML = exercise.querySelector(':scope > noscript')?.textContent ?? '';
  const answers = template.content.querySelector('details') ?? exercise.querySelector('.exercise-answers details');
  return (answers?.cloneNode(true) as Element | undefined) ?? null;
}

/** The entries that an exercise has in its lists and nowhere else on paper; null where there are none. */
function createBank(exercise: HTMLElement): HTMLElement | null {
  const options = exercise.querySelectorAll<HTMLOptionElement>('.exercise-select option:not([value=""])');
  const entries = new Set([...options].map(wordsOf));
  const body = exercise.cloneNode(true) as HTMLElement;
  for (const unseen of body.querySelectorAll('.exercise-select, noscript, .visually-hidden')) unseen.remove();
  const shown = wordsOf(body);
  const missing = [...entries].filter((entry) => !shown.includes(entry));
  if (!missing.length) return null;
  const bank = createElement('ul', 'exercise-bank');
  bank.append(...missing.map((entry) => createElement('li', '', entry)));
  return bank;
}

function wordsOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const tool of copy?.querySelectorAll('button, details') ?? []) tool.remove();
  return (copy?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function createElement(tag: string, className: string, text = '', lang = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  if (lang) element.lang = lang;
  element.hidden = tag === 'section' || tag === 'ul';
  return element;
}
