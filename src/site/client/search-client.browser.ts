import type { SearchAnswer } from '#search';
import type { IndexAddress, OtherAnswer, SearchQuestion, SearchReply, SearchRequest } from './search-messages.ts';

/** What becomes of the search, as its box is told. */
export interface SearchEvents {
  ready(): void;
  failed(): void;
  /** The answer to the last question, a second time when excerpts have come; older ones are dropped. */
  found(answer: SearchAnswer): void;
  /** What other languages have for the last question. */
  foundInOthers(answers: readonly OtherAnswer[]): void;
}

export interface SearchClient {
  /** Loads the index, anew where it failed. */
  load(): void;
  ask(question: SearchQuestion): void;
  /** Asks the same in other languages. */
  askOthers(query: string, indexes: readonly IndexAddress[]): void;
}

/** Talks to the worker that searches the index of a language. */
export function createSearchClient(index: IndexAddress, events: SearchEvents): SearchClient {
  let worker: Worker | null = null;
  let last = 0;
  const send = (request: SearchRequest) => worker?.postMessage(request);

  const hear = ({ data }: MessageEvent<SearchReply>) => {
    if (data.kind === 'ready') events.ready();
    else if (data.kind === 'failed') events.failed();
    else if (data.id !== last) return;
    else if (data.kind === 'found') events.found(data.answer);
    else events.foundInOthers(data.answers);
  };

  return {
    load() {
      worker?.terminate();
      const own = new Worker(new URL('./search-worker.browser.ts', import.meta.url), { type: 'module' });
      worker = own;
      own.addEventListener('error', () => events.failed());
      own.addEventListener('message', hear);
      // Both are on their way at once: a round trip costs more than anything that is fetched.
      void fetchManifest(index.folder).then((manifest) => own.postMessage({ kind: 'open', index, manifest }));
    },
    ask(question) {
      last += 1;
      send({ kind: 'ask', id: last, ...question });
    },
    askOthers: (query, indexes) => send({ kind: 'others', id: last, query, indexes }),
  };
}

/** The worker says what is wrong with it, or does without the network. */
async function fetchManifest(folder: string): Promise<string | null> {
  try {
    const response = await fetch(`${folder}manifest.json`, { cache: 'no-cache' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
