import type { Locale } from '#language';
import type { SearchAnswer } from '#search';

/** An index that the worker can search. */
export interface IndexAddress {
  readonly locale: Locale;
  /** Absolute address of its folder. */
  readonly folder: string;
}

/** What a reader asks for. */
export interface SearchQuestion {
  readonly query: string;
  /** The id of a course to keep to, empty for the glossary; undefined for everything. */
  readonly course: string | undefined;
  readonly limit: number;
}

/** What the page says to the worker that searches. */
export type SearchRequest =
  /** The text of the manifest was fetched while the worker was still on its way; null where that failed. */
  | { readonly kind: 'open'; readonly index: IndexAddress; readonly manifest: string | null }
  | ({ readonly kind: 'ask'; readonly id: number } & SearchQuestion)
  | { readonly kind: 'others'; readonly id: number; readonly query: string; readonly indexes: readonly IndexAddress[] };

/** An answer from another language; null where its index could not be loaded. */
export interface OtherAnswer {
  readonly locale: Locale;
  readonly answer: SearchAnswer | null;
}

/** What the worker says to the page. */
export type SearchReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'found'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly kind: 'others'; readonly id: number; readonly answers: readonly OtherAnswer[] };
