import { openSearch, type Search } from '#search';
import { createFileReader } from './search-files.browser.ts';
import type { IndexAddress, OtherAnswer, SearchQuestion, SearchReply, SearchRequest } from './search-messages.ts';

// Reading the index and searching in it happen here, so that typing never waits for them.

/** Who waits no longer than this for excerpts need not see the results twice. */
const patience = 60;
/** Of another language so many results are shown. */
const mostOfOther = 5;

const searches = new Map<string, Search>();
let own: Search | null = null;
let last = 0;

function openAt({ locale, folder }: IndexAddress, manifest: string | null): Search {
  const search = searches.get(folder) ?? openSearch(locale, createFileReader(folder, manifest));
  searches.set(folder, search);
  return search;
}

function reply(message: SearchReply): void {
  self.postMessage(message);
}

async function answer(search: Search, id: number, { query, course, limit }: SearchQuestion): Promise<void> {
  const findings = await search.find(query, course === undefined ? { limit } : { limit, course });
  if (id !== last) return;
  const whole = search.present(findings);
  const wait = new Promise<null>((done) => setTimeout(() => done(null), patience));
  // What a mistyped word was taken for is named by the texts: those results come with it or not at all.
  const early = findings.mended.length > 0 ? await whole : await Promise.race([whole, wait]);
  if (!early) reply({ kind: 'found', id, answer: await search.present(findings, false) });
  const final = await whole;
  if (id === last) reply({ kind: 'found', id, answer: final });
}

async function answerOther(index: IndexAddress, query: string): Promise<OtherAnswer> {
  const { locale } = index;
  try {
    const search = openAt(index, null);
    return { locale, answer: await search.present(await search.find(query, { limit: mostOfOther, mend: false })) };
  } catch {
    return { locale, answer: null };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.kind === 'open') {
    own = openAt(data.index, data.manifest);
    own.ready().then(
      () => reply({ kind: 'ready' }),
      () => reply({ kind: 'failed' }),
    );
  } else if (data.kind === 'ask') {
    last = data.id;
    if (own) answer(own, data.id, data).catch(() => reply({ kind: 'failed' }));
  } else {
    void Promise.all(data.indexes.map((index) => answerOther(index, data.query))).then((answers) =>
      reply({ kind: 'others', id: data.id, answers }),
    );
  }
});
