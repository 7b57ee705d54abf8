import type { SearchAnswer } from '#search';

/** What the page says to the worker that searches. */
export type SearchRequest = { readonly load: string } | { readonly id: number; readonly query: string };

/** What the worker says to the page. */
export type SearchReply =
  | { readonly state: 'ready' }
  | { readonly state: 'failed' }
  | { readonly state: 'found'; readonly id: number; readonly answer: SearchAnswer };
