import { versionFor } from '#course';
import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { preferredLocales } from './preferred-locales.ts';

/** A glossary word with its definition, and the language both are in. */
export interface TermView {
  readonly id: string;
  readonly locale: Locale;
  readonly term: string;
  readonly definition: string;
  readonly avoid: readonly string[];
}

/** Terms by the alphabet of the page's language; those that only another language has come last. */
export function termViews(ids: readonly string[], context: PageContext): TermView[] {
  const { locale, format } = context;
  const isBorrowed = (term: TermView) => Number(term.locale !== locale);
  return ids
    .map((id) => termView(id, locale, context))
    .sort((a, b) => isBorrowed(a) - isBorrowed(b) || format.compare(a.term, b.term));
}

/** A term in a language, or in the one that stands in; an unknown id shows itself, which the check reports. */
export function termView(id: string, locale: Locale, { content }: Pick<PageContext, 'content'>): TermView {
  const file = content.glossary.get(id) ?? {};
  const version = versionFor(file, preferredLocales(locale, 'en'));
  if (!version) return { id, locale, term: id, definition: '', avoid: [] };
  return { id, locale: version.locale, ...version.value };
}
