import type { Locale } from '#language';
import type { Links } from '../links.ts';
import type { PageContext } from '../page-context.ts';

/**
 * The address of a trainer's page by its path below `teach/`. They stand apart from the pages of a language, so that nothing
 * that goes through those (search engines' lists, what a device keeps, packages) meets the answers.
 */
export function teachAddress(links: Links, locale: Locale, ...path: readonly string[]): string {
  return links.file(`teach/${[locale, ...path].join('/')}/`);
}

/** The context in which notices on a trainer's page lead to the same page in other languages. */
export function teachContext(context: PageContext): PageContext {
  const { links } = context;
  return { ...context, links: { ...links, to: (locale, ...path) => teachAddress(links, locale, ...path) } };
}
