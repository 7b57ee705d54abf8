import { buildSearchIndex, collectRecords } from '#search';
import type { PageContext } from '../page-context.ts';

/** The file that the browser searches in one language. */
export function searchIndexJson({ content, locale }: Pick<PageContext, 'content' | 'locale'>): string {
  return JSON.stringify(buildSearchIndex(locale, collectRecords(content, locale)));
}
