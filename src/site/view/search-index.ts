import type { Content } from '#course';
import type { Locale } from '#language';
import { buildSearchFiles, collectRecords, type SearchFiles } from '#search';
import type { PageContext } from '../page-context.ts';

const built = new WeakMap<Content, Map<Locale, SearchFiles>>();

/** The files that the browser searches in one language, built once as long as the content stays the same. */
export function searchFilesOf({ content, locale, t }: Pick<PageContext, 'content' | 'locale' | 't'>): SearchFiles {
  const own = built.get(content) ?? new Map<Locale, SearchFiles>();
  built.set(content, own);
  const names = { glossary: t('search.term') };
  const files = own.get(locale) ?? buildSearchFiles(locale, collectRecords(content, locale, names));
  own.set(locale, files);
  return files;
}
