import type { Content } from '#course';
import type { Locale } from '#language';
import { buildSearchFiles, collectRecords, type SearchFiles } from '#search';
import type { PageContext } from '../page-context.ts';

const built = new Map<Locale, { readonly content: Content; readonly files: SearchFiles }>();

/**
 * The files that the browser searches in one language, built once as long as the content stays the same. In development
 * they stay those of the server's start: their names change with every word, and Astro asks for the list of them once.
 */
export function searchFilesOf({ content, locale, t }: Pick<PageContext, 'content' | 'locale' | 't'>): SearchFiles {
  const known = built.get(locale);
  if (known && (import.meta.env.DEV || known.content === content)) return known.files;
  const files = buildSearchFiles(locale, collectRecords(content, locale, { glossary: t('search.term') }));
  built.set(locale, { content, files });
  return files;
}
