import { isMarked, markKey, parseMark } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import sheet from '../styles/section-tools.css?url';
import { addSheet } from './late-sheet.browser.ts';
import { ribbon } from './section-ribbon.browser.ts';
import { sectionWords, type SectionWords } from './section-words.browser.ts';

// A button at each heading of a lesson that opens its panel: bookmark, note, and what other tools add. It comes when a
// reader has begun to read.

const lesson = document.querySelector<HTMLElement>('[data-lesson-progress]')?.dataset['lessonProgress'] ?? '';
const prefix = markKey(lesson, '');
const marked = new Set<string>();

function addButtons(words: SectionWords): void {
  for (const heading of document.querySelectorAll<HTMLElement>('[data-lesson-text] .prose > h2[data-section]')) {
    if (heading.previousElementSibling?.classList.contains('section-tools')) continue;
    const place = document.createElement('div');
    place.className = 'section-tools';
    // The text may be borrowed from another language; the tools speak the page's.
    place.lang = document.documentElement.lang;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'section-tool';
    button.dataset['anchor'] = heading.id;
    button.setAttribute('aria-expanded', 'false');
    button.append(ribbon());
    button.addEventListener('click', () => void toggle(button, { heading, anchor: heading.id }));
    place.append(button);
    heading.before(place);
    name(button, heading, words);
  }
}

async function toggle(button: HTMLButtonElement, section: { heading: HTMLElement; anchor: string }): Promise<void> {
  const [{ togglePanel }, words] = await Promise.all([import('./section-panel.browser.ts'), sectionWords()]);
  togglePanel(button, section, { key: markKey(lesson, section.anchor), words });
}

/** Says by its name, and by its ribbon, whether there is something at the section. */
function name(button: HTMLElement, heading: Element, words: SectionWords): void {
  const isUsed = marked.has(heading.id);
  const label = words[isUsed ? 'marked' : 'tools'].replace('{{heading}}', heading.textContent.trim());
  button.classList.toggle('section-tool-marked', isUsed);
  button.setAttribute('aria-label', label);
  button.title = label;
}

function note(key: string, json: string | null): void {
  const mark = parseMark(json);
  const anchor = key.slice(prefix.length);
  if (mark && isMarked(mark)) marked.add(anchor);
  else marked.delete(anchor);
}

async function start(): Promise<void> {
  const [words, marks] = await Promise.all([sectionWords(), browserRecord.getAll(prefix), addSheet(sheet)]);
  for (const [key, json] of marks) note(key, json);
  addButtons(words);
  document.addEventListener('bilig:text', () => addButtons(words));
  browserRecord.watch('mark/', (key, json) => {
    // Without a key of its own everything was forgotten.
    if (key === 'mark/') marked.clear();
    else if (key.startsWith(prefix)) note(key, json);
    for (const button of document.querySelectorAll<HTMLElement>('.section-tool')) {
      const heading = document.getElementById(button.dataset['anchor'] ?? '');
      if (heading) name(button, heading, words);
    }
  });
}

// Without a connection, where the words were not kept, the lesson is read without its tools; so it is in a frame of another
// site's page, where nobody would look for a bookmark again.
if (document.documentElement.dataset['embed'] === undefined) start().catch(() => undefined);
