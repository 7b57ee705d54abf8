import { fallbackLocale, type Locale } from '#language';
import type { PageContext } from '../page-context.ts';

/** What the head of a page says about it. */
export interface PageMeta {
  readonly title: string;
  readonly description: string;
  /** The page's path after the locale, the same in every language. */
  readonly path: readonly string[];
  /** Languages in which the page has a text of its own; none for a page that should not be found. */
  readonly languages: readonly Locale[];
  readonly indexed: boolean;
  readonly structuredData: readonly object[];
  /** What kind of page it is for link previews. */
  readonly kind: 'website' | 'article';
  /** Address of what oEmbed says of the page, where it can be embedded. */
  readonly oembed?: string;
}

export interface Alternate {
  readonly hreflang: string;
  readonly href: string;
}

/** `hreflang` alternates of a page, with the fallback language as `x-default`; empty for a page that is not indexed. */
export function alternatesOf(meta: PageMeta, { links }: PageContext): Alternate[] {
  if (!meta.indexed) return [];
  const href = (locale: Locale) => links.absolute(links.to(locale, ...meta.path));
  const alternates = meta.languages.map((locale) => ({ hreflang: locale as string, href: href(locale) }));
  // The page that asks for a language stands for the home pages of all.
  if (meta.path.length === 0) return [...alternates, { hreflang: 'x-default', href: links.absolute(links.file('')) }];
  const standard = meta.languages.includes(fallbackLocale) ? fallbackLocale : meta.languages[0];
  return standard ? [...alternates, { hreflang: 'x-default', href: href(standard) }] : alternates;
}

/** A page that exists in all languages of the site, as most do. */
export function plainMeta(
  context: PageContext,
  words: { readonly title: string; readonly description: string; readonly path: readonly string[] },
): PageMeta {
  return { ...words, languages: context.content.site.languages, indexed: true, structuredData: [], kind: 'website' };
}
