import { editNote, formatMark, longestNote, parseMark } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import type { SectionWords } from './section-words.browser.ts';

/** The field for a learner's note at a section. What is typed is written down as it is typed. */
export interface NoteField {
  readonly element: HTMLElement;
  /** Shows what is kept, unless something is typed that is not kept yet. */
  show(text: string): void;
  /** Writes down at once what is not kept yet. */
  save(): void;
}

/** Milliseconds after the last key: often enough that nothing is lost, seldom enough for a slow disk. */
const pause = 400;

export function noteField(key: string, words: SectionWords): NoteField {
  const label = document.createElement('label');
  const field = document.createElement('textarea');
  field.rows = 4;
  field.maxLength = longestNote;
  label.append(words.note, field);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.className = 'quiet';
  line.append(words.private, ' ', status);
  const element = document.createElement('div');
  element.append(label, line);

  /** The note as it was when the learner last saw all of it: what her typing begins from. */
  let seen = '';
  let timer = 0;
  let saving = Promise.resolve();

  const write = async () => {
    const text = field.value;
    if (text === seen) return;
    let kept = text;
    await browserRecord.update(
      key,
      (json) => {
        const mark = editNote(parseMark(json), { from: seen, text, now: Date.now() });
        kept = mark.note.text;
        return formatMark(mark);
      },
      field,
    );
    seen = kept;
    // Another tab has written in between: its words are shown below those in the field.
    if (kept !== text) replace(kept.startsWith(text) ? field.value + kept.slice(text.length) : kept);
    status.textContent = browserRecord.trouble ? words.visit : words.saved;
  };
  const replace = (text: string) => {
    const { selectionStart, selectionEnd } = field;
    field.value = text;
    field.setSelectionRange(selectionStart, selectionEnd);
  };
  const save = () => {
    clearTimeout(timer);
    saving = saving.then(write);
  };

  field.addEventListener('input', () => {
    status.textContent = '';
    clearTimeout(timer);
    timer = window.setTimeout(save, pause);
  });
  field.addEventListener('blur', save);
  return {
    element,
    show: (text) => {
      if (field.value !== seen || text === seen) return;
      seen = text;
      replace(text);
    },
    save,
  };
}
