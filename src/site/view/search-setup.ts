import type { PageContext } from '../page-context.ts';

/** What the search in the browser needs to know of the page; it stands in the markup as JSON. */
export interface SearchSetup {
  /** Address of the language's index. */
  readonly index: string;
  /** Address of the language's folder, which the index's paths start from. */
  readonly root: string;
  readonly words: {
    readonly loading: string;
    /** With `{{count}}`. */
    readonly count: string;
    /** With `{{query}}`. */
    readonly none: string;
    readonly advice: string;
    readonly glossary: string;
  };
}

export function searchSetup({ t, links, locale }: PageContext): SearchSetup {
  const skipInterpolation = true;
  return {
    index: links.file(`search/${locale}.json`),
    root: links.to(locale),
    words: {
      loading: t('search.loading'),
      count: t('search.count', { skipInterpolation }),
      none: t('search.none', { skipInterpolation }),
      advice: t('search.advice'),
      glossary: t('search.term'),
    },
  };
}
