import type { SearchAnswer } from '#search';
import type { SearchSetup } from '../view/search-setup.ts';
import { readQuery, writeQuery } from './search-address.browser.ts';
import { createSearchClient } from './search-client.browser.ts';
import { moveWithArrows } from './search-keys.browser.ts';
import { renderResults } from './search-results.browser.ts';

/** How long to wait for the next letter. */
const pause = 120;
const longestEcho = 80;

/** Brings a search box to life: loads its index and answers what is typed. */
export function startSearch(box: HTMLElement): void {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-search-${name}]`);
  const input = box.querySelector('input');
  const [status, failed, results] = [part('status'), part('failed'), part('results')];
  if (!input || !status || !failed || !results) return;

  const { index, root, words } = JSON.parse(box.dataset['searchSetup'] ?? '{}') as SearchSetup;
  const onPage = box.dataset['search'] === 'page';
  const dialog = box.closest('dialog');
  let state: 'loading' | 'ready' | 'failed' = 'loading';
  let asked = '';

  const hits = () => [...results.querySelectorAll<HTMLElement>('[data-search-hit]')];
  const show = (message: string, answer: SearchAnswer = { count: 0, groups: [] }) => {
    status.textContent = message;
    // Who went on to the results before the last letter was answered stays where they were.
    const held = hits().indexOf(document.activeElement as HTMLElement);
    results.replaceChildren(
      ...renderResults(answer, { root, glossary: words.glossary, heading: onPage ? 'h2' : 'h3', prefix: input.id }),
    );
    if (held >= 0) (hits()[held] ?? hits()[0] ?? input).focus();
  };

  const showNothing = () => {
    show(words.none.replace('{{query}}', () => asked.slice(0, longestEcho)));
    const advice = document.createElement('p');
    const glossary = document.createElement('a');
    glossary.href = `${root}glossary/`;
    glossary.textContent = words.glossary;
    glossary.dataset['searchHit'] = '';
    advice.append(words.advice, ' ', glossary);
    results.append(advice);
  };

  const client = createSearchClient(index, {
    ready() {
      state = 'ready';
      run();
    },
    failed() {
      state = 'failed';
      show('');
      failed.hidden = false;
    },
    found(answer) {
      // What was asked may have been taken back while the answer was on its way.
      if (!asked) return;
      if (answer.count === 0) showNothing();
      else show(words.count.replace('{{count}}', String(answer.count)), answer);
    },
  });

  const load = () => {
    state = 'loading';
    failed.hidden = true;
    client.load();
    run();
  };

  const run = () => {
    asked = input.value.trim();
    if (onPage) writeQuery(asked);
    if (state === 'failed') return;
    if (!asked) show('');
    else if (state === 'loading') show(words.loading);
    else client.ask(asked);
  };

  let timer = 0;
  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, pause);
  });
  part('retry')?.addEventListener('click', (event) => {
    event.preventDefault();
    load();
    input.focus();
  });
  box.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    // The first result takes the focus, which also puts a phone's keyboard away; a second Enter opens it.
    hits()[0]?.focus();
  });
  results.addEventListener('click', (event) => {
    const opened = (event.target as Element).closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    // The result may stand on this very page, behind the dialog.
    if (opened) dialog?.close();
  });
  dialog?.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  moveWithArrows(box, () => [input, ...hits()]);
  if (onPage) {
    const restore = () => {
      input.value = readQuery();
      run();
    };
    window.addEventListener('popstate', restore);
    if (readQuery()) input.value = readQuery();
  }
  load();
}
