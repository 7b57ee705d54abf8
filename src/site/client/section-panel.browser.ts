import { formatMark, noMark, parseMark } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { noteField } from './section-note.browser.ts';
import { ribbon } from './section-ribbon.browser.ts';
import { sectionTools, type LessonSection } from './section-tool-list.browser.ts';
import { root, type SectionWords } from './section-words.browser.ts';

/** Where a section's bookmark and note are kept, and the words of the panel. */
export interface PanelParts {
  readonly key: string;
  readonly words: SectionWords;
}

let close: (() => void) | null = null;

/** Opens the panel of a section below its button, or closes it. Only one is open at a time. */
export function togglePanel(button: HTMLButtonElement, section: LessonSection, parts: PanelParts): void {
  const wasOpen = button.getAttribute('aria-expanded') === 'true';
  close?.();
  if (!wasOpen) close = open(button, section, parts);
}

function open(button: HTMLButtonElement, section: LessonSection, { key, words }: PanelParts): () => void {
  const panel = document.createElement('div');
  panel.className = 'section-panel';
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
  const bookmark = bookmarkButton(words);
  const note = noteField(key, words);
  const tools = document.createElement('div');
  tools.className = 'section-panel-tools';
  tools.append(bookmark);
  const foot = document.createElement('div');
  foot.className = 'section-panel-foot';
  foot.append(allLink(words), closeButton(words));
  panel.append(tools, note.element, foot);

  const show = (json: string | null) => {
    bookmark.setAttribute('aria-pressed', String(parseMark(json)?.bookmark.on ?? false));
    note.show(parseMark(json)?.note.text ?? '');
  };
  bookmark.addEventListener('click', () => {
    void browserRecord.update(key, (json) => {
      const mark = parseMark(json) ?? noMark;
      return formatMark({ ...mark, bookmark: { on: !mark.bookmark.on, at: Date.now() } });
    });
  });
  const stop = browserRecord.watch(key, (_key, json) => show(json));
  // Cleared as a whole, in another tab too.
  const stopAll = browserRecord.watch('mark/', (changed) => {
    if (changed === 'mark/') show(null);
  });

  const end = (hasFocus = panel.contains(document.activeElement)) => {
    if (close !== end) return;
    close = null;
    note.save();
    stop();
    stopAll();
    listening.abort();
    button.setAttribute('aria-expanded', 'false');
    if (hasFocus) button.focus();
    place.remove();
  };
  const listening = new AbortController();
  const { signal } = listening;
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    end(true);
  });
  panel.lastElementChild?.lastElementChild?.addEventListener('click', () => end(true));
  // A place that is left by key or pointer is put away; what has the focus then keeps it.
  const leave = ({ target }: Event) => {
    if (!panel.contains(target as Node) && !button.contains(target as Node)) end(false);
  };
  document.addEventListener('pointerdown', leave, { signal });
  document.addEventListener('focusin', leave, { signal });

  button.setAttribute('aria-expanded', 'true');
  // Below the heading, so that the reader sees of which section it is; an empty block in the text moves nothing.
  const place = document.createElement('div');
  place.className = 'section-panel-place';
  place.lang = document.documentElement.lang;
  place.append(panel);
  section.heading.after(place);
  // Who works at a section does not want to be led elsewhere.
  document.querySelector('.stopped')?.remove();
  void browserRecord.get(key).then(show);
  void addTools(tools, section);
  bookmark.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
  return end;
}

async function addTools(tools: HTMLElement, section: LessonSection): Promise<void> {
  const elements = await Promise.all(sectionTools.map(async (tool) => tool(section)));
  tools.append(...elements.filter((element) => element !== null));
}

function bookmarkButton(words: SectionWords): HTMLButtonElement {
  const button = quietButton(words.bookmark);
  button.classList.add('section-bookmark');
  button.prepend(ribbon());
  button.setAttribute('aria-pressed', 'false');
  return button;
}

const closeButton = (words: SectionWords): HTMLButtonElement => quietButton(words.close);

function quietButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = text;
  return button;
}

function allLink(words: SectionWords): HTMLElement {
  const link = document.createElement('a');
  link.href = `${root}learning/#marks`;
  link.textContent = words.all;
  return link;
}
