import type { SearchSetup } from '../view/search-setup.ts';
import { readAddress, writeAddress } from './search-address.browser.ts';
import { createSearchClient } from './search-client.browser.ts';
import { moveWithArrows } from './search-keys.browser.ts';
import type { IndexAddress } from './search-messages.ts';
import { createSearchView } from './search-view.browser.ts';

/** How long to wait for the next letter. */
const pause = 120;
/** How many results come at once. */
const step = 10;

/** Brings a search box to life: loads its index and answers what is typed. */
export function startSearch(box: HTMLElement): void {
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-search-${name}]`);
  const input = box.querySelector('input');
  const places = box.querySelector('select');
  const [status, failed, results] = [part('status'), part('failed'), part('results')];
  if (!input || !status || !failed || !results) return;

  const setup = JSON.parse(box.dataset['searchSetup'] ?? '{}') as SearchSetup;
  const onPage = box.dataset['search'] === 'page';
  const dialog = box.closest('dialog');
  let state: 'loading' | 'ready' | 'failed' = 'loading';
  let asked = '';
  let limit = step;
  /** The result that takes the focus once it is there, from a button that goes. */
  let awaited: number | null = null;

  const view = createSearchView({ status, results, input }, setup, {
    onPage,
    events: {
      more: () => showMore(),
      others: () => client.askOthers(asked, setup.others.map(addressOf)),
      retry: () => ask(),
    },
  });

  const client = createSearchClient(addressOf(setup.own), {
    ready() {
      state = 'ready';
      run();
    },
    failed() {
      state = 'failed';
      view.say('');
      failed.hidden = false;
    },
    found(answer) {
      // What was asked may have been taken back while the answer was on its way.
      if (!asked) return;
      view.show(asked, answer);
      if (awaited !== null) view.hits()[awaited]?.focus();
      awaited = null;
    },
    foundInOthers: (answers) => view.showOthers(answers),
  });

  const load = () => {
    state = 'loading';
    failed.hidden = true;
    client.load();
    run();
  };

  const ask = () => {
    const place = places?.value ?? '';
    client.ask({ query: asked, course: place === 'glossary' ? '' : place || undefined, limit });
  };

  const run = () => {
    asked = input.value.trim();
    limit = step;
    if (onPage) writeAddress({ query: asked, place: places?.value ?? '' });
    if (state === 'failed') return;
    if (!asked) view.say('');
    else if (state === 'loading') view.say(setup.words.loading);
    else ask();
  };

  const showMore = () => {
    awaited = view.hits().length;
    limit += step;
    ask();
  };

  let timer = 0;
  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, pause);
  });
  places?.addEventListener('change', run);
  part('retry')?.addEventListener('click', (event) => {
    event.preventDefault();
    load();
    input.focus();
  });
  box.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    // The first result takes the focus, which also puts a phone's keyboard away; a second Enter opens it.
    view.hits()[0]?.focus();
  });
  results.addEventListener('click', (event) => {
    const opened = (event.target as Element).closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    // The result may stand on this very page, behind the dialog.
    if (opened) dialog?.close();
  });
  dialog?.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  moveWithArrows(box, () => [input, ...view.hits()]);
  if (onPage) {
    const restore = () => {
      const { query, place } = readAddress();
      if (query) input.value = query;
      if (places) places.value = [...places.options].some(({ value }) => value === place) ? place : '';
    };
    window.addEventListener('popstate', () => {
      input.value = '';
      restore();
      run();
    });
    restore();
  }
  load();
}

function addressOf({ locale, index }: { locale: IndexAddress['locale']; index: string }): IndexAddress {
  return { locale, folder: new URL(index, location.href).href };
}
