import { continueIn, lessonKey, type Entries } from '#learner';
import sheet from '../styles/section-tools.css?url';
import { addSheet } from './late-sheet.browser.ts';
import { sectionWords, type SectionWords } from './section-words.browser.ts';

interface Offer {
  readonly words: 'stopped' | 'next';
  /** The heading or title that leads there, in the language of its own. */
  readonly element: Element;
  readonly href: string;
}

/** Offers to go on at the section in which the lesson was left. */
export async function offerSection(heading: HTMLElement): Promise<void> {
  const notice = await show({ words: 'stopped', element: heading, href: `#${heading.id}` });
  // Who has come there by scrolling needs it no more.
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    notice.remove();
  });
  observer.observe(heading);
}

/** Offers to go on in a course, on a page that lists its lessons. */
export async function offerLesson(entries: Entries): Promise<void> {
  const items = [...document.querySelectorAll<HTMLElement>('[data-lesson-id]')];
  const ids = items.map(({ dataset }) => dataset['lessonId'] ?? '');
  // A page of one module knows nothing of the rest of the course: where all of it is finished nothing is offered.
  const found = ids.some((id) => entries.has(lessonKey(id))) ? continueIn(ids, entries) : null;
  const link = items[ids.indexOf(found?.lesson ?? '')]?.querySelector('a');
  if (!found || !link) return;
  const href = found.anchor ? `${link.href}#${found.anchor}` : link.href;
  await show({ words: found.isStarted ? 'stopped' : 'next', element: link, href });
}

async function show({ words: name, element, href }: Offer): Promise<HTMLElement> {
  const [words] = await Promise.all([sectionWords(), addSheet(sheet)]);
  const notice = document.createElement('aside');
  notice.className = 'stopped';
  notice.setAttribute('aria-label', words.place);
  const line = document.createElement('p');
  line.append(...withHeading(words[name], element));
  const link = document.createElement('a');
  link.className = 'button';
  link.href = href;
  link.textContent = words.goOn;
  notice.append(line, link, closeButton(notice, words));
  link.addEventListener('click', () => notice.remove());
  // Before the text, where those who go through the page by keyboard or ear meet it first; it stands in no flow.
  document.querySelector('main')?.prepend(notice);
  return notice;
}

function closeButton(notice: HTMLElement, words: SectionWords): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = words.close;
  button.addEventListener('click', () => {
    notice.remove();
    // The focus goes where the notice stood: to the beginning of the text.
    document.querySelector('main')?.focus({ preventScroll: true });
  });
  return button;
}

/** The words around a heading, which may be in another language than the page. */
function withHeading(text: string, element: Element): (Node | string)[] {
  const heading = document.createElement('strong');
  heading.lang = element.closest<HTMLElement>('[lang]')?.lang ?? '';
  heading.textContent = element.textContent.trim();
  const [before = '', after = ''] = text.split('{{heading}}');
  return [before, heading, after];
}
