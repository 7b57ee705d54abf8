import {
  countDamaged,
  joinEntries,
  maxExportBytes,
  parseExport,
  summariseJoin,
  type ExportedRecord,
  type ExportFault,
} from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { eraseRecord } from '#learner/adapters/erase-record';
import type { RecordWords } from '../view/record-words.ts';
import { saveRecord } from './save-record.browser.ts';

const panel = document.querySelector<HTMLElement>('[data-record-panel]');
const words = JSON.parse(panel?.dataset['recordPanel'] ?? '{}') as RecordWords;
const part = <T extends HTMLElement>(name: string) => panel?.querySelector<T>(`[data-record-${name}]`);
const status = part('status');
const preview = part('preview');
const dialog = part<HTMLDialogElement>('dialog');
const chooser = part<HTMLInputElement>('file');

/** What a chosen file holds, until the learner has decided. */
let chosen: ExportedRecord | null = null;

const fill = (template: string, values: Readonly<Record<string, string | number>>) =>
  template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));

/** Says it anew even where it is what was said last. */
function say(text: string): void {
  if (!status) return;
  status.textContent = '';
  requestAnimationFrame(() => (status.textContent = text));
}

async function showState(): Promise<void> {
  const kind = await browserRecord.opened;
  part('kept')?.toggleAttribute('hidden', kind === 'memory');
  part('visit')?.toggleAttribute('hidden', kind !== 'memory');
  const count = countDamaged(await browserRecord.getAll(''));
  const note = part('damaged');
  if (!note) return;
  note.hidden = count === 0;
  note.textContent = fill(words.damaged, { count });
}

async function readFile(file: File): Promise<ExportedRecord | ExportFault> {
  if (file.size > maxExportBytes) return 'large';
  try {
    return parseExport(await file.text());
  } catch {
    // The file has gone, or its disk has.
    return 'damaged';
  }
}

async function open(file: File): Promise<void> {
  const { name } = file;
  hidePreview();
  const found = await readFile(file);
  if (typeof found === 'string') return say(fill(words.fault[found], { name }));
  const { answers, added, joined, same } = summariseJoin(await browserRecord.getAll(''), found.entries);
  const leftOut = found.leftOut > 0 ? [fill(words.leftOut, { count: found.leftOut })] : [];
  if (added + joined === 0) return say([fill(words.nothing, { name }), ...leftOut].join(' '));
  chosen = found;
  const title = preview?.querySelector('h3');
  const lines = [
    fill(words.answers, { count: answers }),
    fill(words.added, { count: added }),
    fill(words.joined, { count: joined }),
    fill(words.same, { count: same }),
    ...leftOut,
  ].map((text) => Object.assign(document.createElement('li'), { textContent: text }));
  preview?.querySelector('ul')?.replaceChildren(...lines);
  if (title) title.textContent = fill(words.preview, { name });
  say('');
  preview?.removeAttribute('hidden');
  title?.focus();
}

function hidePreview(): void {
  chosen = null;
  preview?.setAttribute('hidden', '');
}

async function join(): Promise<void> {
  if (!chosen) return;
  const { entries } = chosen;
  hidePreview();
  part('open')?.focus();
  await browserRecord.updateAll(joinEntries(entries));
  const isHeld = browserRecord.trouble !== 'refused' && browserRecord.unsaved.length > 0;
  say(isHeld ? words.held : words.done);
  await showState();
}

async function erase(): Promise<void> {
  dialog?.close();
  hidePreview();
  const isGone = await eraseRecord(browserRecord, window);
  // The colours are a setting, too.
  if (isGone) delete document.documentElement.dataset['theme'];
  say(isGone ? words.erased : words.notErased);
  await showState();
}

for (const button of panel?.querySelectorAll('[data-record-save]') ?? [])
  button.addEventListener('click', () => {
    dialog?.close();
    void saveRecord().then((name) => say(fill(words.saved, { name })));
  });
part('open')?.addEventListener('click', () => chooser?.click());
chooser?.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  if (file) void open(file).finally(() => (chooser.value = ''));
});
part('join')?.addEventListener('click', () => void join());
part('leave')?.addEventListener('click', () => {
  hidePreview();
  part('open')?.focus();
});
part('erase')?.addEventListener('click', () => dialog?.showModal());
part('keep')?.addEventListener('click', () => dialog?.close());
part('erase-now')?.addEventListener('click', () => void erase());
part('ways')?.removeAttribute('inert');
void showState();
