import { createSearcher, type Searcher, type SearchIndex } from '#search';
import type { SearchReply, SearchRequest } from './search-messages.ts';

// Reading the index and searching in it happen here, so that typing never waits for them.
let search: Searcher | null = null;

async function load(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  search = createSearcher((await response.json()) as SearchIndex);
}

function reply(message: SearchReply): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if ('load' in data) {
    load(data.load).then(
      () => reply({ state: 'ready' }),
      () => reply({ state: 'failed' }),
    );
  } else if (search) reply({ state: 'found', id: data.id, answer: search(data.query) });
});
