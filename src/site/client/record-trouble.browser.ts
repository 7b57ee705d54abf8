import { browserRecord } from '#learner/adapters/browser-record';
import type { Trouble } from '#learner/adapters/learner-record';
import { rescueUnsaved } from '#learner/adapters/rescue';
import styles from '../styles/record-notice.css?url';
import { saveRecord } from './save-record.browser.ts';
import { wasTold, writeTold } from './told.browser.ts';

interface Words {
  readonly save: string;
  readonly saved: string;
  readonly visit: string;
  readonly notice: Readonly<Record<Exclude<Trouble, 'refused'> | 'label' | 'reload' | 'close', string>>;
}

/** Troubles that end when the page is loaded anew. */
const reloaded: ReadonlySet<Trouble> = new Set(['newer', 'apart']);

let loading: Promise<Words> | undefined;
let notice: HTMLElement | undefined;
let shown: Trouble | null = null;

/** The words of the page's language, with the notice's styles. */
async function load(): Promise<Words> {
  const { lang } = document.documentElement;
  const [response] = await Promise.all([
    fetch(`${import.meta.env.BASE_URL.replace(/\/$/u, '')}/${lang}/words/record.json`),
    new Promise((done) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.onload = link.onerror = done;
      link.href = styles;
      document.head.append(link);
    }),
  ]);
  if (!response.ok) throw new Error(response.url);
  return (await response.json()) as Words;
}

function buttonOf(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

/** A region of its own at the foot of the page, there before its text comes, so that the text is read out. */
function createNotice(words: Words): HTMLElement {
  const region = document.createElement('section');
  region.className = 'record-notice';
  region.dataset['recordNotice'] = '';
  region.setAttribute('aria-label', words.notice.label);
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  const buttons = document.createElement('div');
  buttons.className = 'record-notice-buttons';
  region.append(text, buttons);
  document.body.append(region);
  return region;
}

function close(): void {
  notice?.remove();
  notice = undefined;
  document.documentElement.classList.remove('has-record-notice');
}

async function show(): Promise<void> {
  const { trouble } = browserRecord;
  if (trouble === shown) return;
  shown = trouble;
  if (!trouble || wasTold(trouble)) return close();
  // Words that do not come, without a network, are asked for again with the next trouble.
  const words = await (loading ??= load()).catch(() => (loading = undefined));
  if (!words || shown !== trouble) return;
  notice ??= createNotice(words);
  document.documentElement.classList.add('has-record-notice');
  const [text, buttons] = notice.children;
  const dismiss = () => {
    writeTold(trouble);
    close();
  };
  const save = () => void saveRecord().then((name) => say(text, words.saved.replace('{{name}}', name)));
  buttons?.replaceChildren(
    ...(reloaded.has(trouble) ? [buttonOf(words.notice.reload, () => location.reload())] : []),
    buttonOf(words.save, save),
    buttonOf(words.notice.close, dismiss),
  );
  say(text, trouble === 'refused' ? words.visit : words.notice[trouble]);
}

function say(place: Element | undefined, text: string): void {
  requestAnimationFrame(() => {
    if (place) place.textContent = text;
  });
}

browserRecord.watchTrouble(() => void show());
rescueUnsaved(browserRecord, window);
void show();
