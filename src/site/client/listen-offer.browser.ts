import styles from '../styles/listen.css?url';
import type { ListenWords } from '../view/listen-words.ts';
import { addSheet } from './late-sheet.browser.ts';
import { sectionTools } from './section-tool-list.browser.ts';
import { canReadAloud } from './voices.browser.ts';

// Where the device has a voice for the text's language, a lesson offers to be read aloud: as a whole, and from each section.

const { lang } = document.documentElement;
let words: ListenWords;

async function offer(): Promise<void> {
  const text = document.querySelector<HTMLElement>('[data-lesson-text]');
  if (!text || !(await canReadAloud(text.lang))) return;
  const response = await fetch(`${import.meta.env.BASE_URL}${lang}/words/listen.json`);
  words = (await response.json()) as ListenWords;
  await addSheet(styles);
  addButton();
  sectionTools.push(({ heading }) => buttonOf(words.from, heading));
  // A borrowed text may be exchanged for one in another language, with or without a voice.
  document.addEventListener('bilig:text', () => {
    void canReadAloud(document.querySelector<HTMLElement>('[data-lesson-text]')?.lang ?? '').then((can) => {
      if (can) addButton();
    });
  });
}

function addButton(): void {
  const title = document.querySelector<HTMLElement>('.lesson-head h1');
  if (!title || title.parentElement?.querySelector('.listen-start')) return;
  const button = buttonOf(words.start, title);
  button.classList.add('listen-start');
  title.before(button);
}

function buttonOf(text: string, from: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.lang = lang;
  button.textContent = text;
  button.addEventListener('click', () => {
    void import('./listen.browser.ts').then(({ listenFrom }) => listenFrom(from, words));
  });
  return button;
}

// Without a connection, where the words were not kept, the lesson is read without a voice.
offer().catch(() => undefined);
