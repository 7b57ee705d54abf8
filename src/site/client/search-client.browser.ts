import type { SearchAnswer } from '#search';
import type { SearchReply, SearchRequest } from './search-messages.ts';

/** What becomes of the search, as its box is told. */
export interface SearchEvents {
  ready(): void;
  failed(): void;
  /** The answer to the last question; older ones are dropped. */
  found(answer: SearchAnswer): void;
}

export interface SearchClient {
  /** Loads the index, anew where it failed. */
  load(): void;
  ask(query: string): void;
}

/** Talks to the worker that searches the index at an address. */
export function createSearchClient(index: string, events: SearchEvents): SearchClient {
  let worker: Worker | null = null;
  let last = 0;
  const send = (request: SearchRequest) => worker?.postMessage(request);

  return {
    load() {
      worker?.terminate();
      worker = new Worker(new URL('./search-worker.browser.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('error', () => events.failed());
      worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
        if (data.state === 'ready') events.ready();
        else if (data.state === 'failed') events.failed();
        else if (data.id === last) events.found(data.answer);
      });
      send({ load: new URL(index, location.href).href });
    },
    ask(query) {
      last += 1;
      send({ id: last, query });
    },
  };
}
