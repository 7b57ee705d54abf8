import type { Locale } from '#language';
import type { Links } from '../links.ts';

/**
 * The address of a trainer's page by its path below `teach/`. They stand apart from the pages of a language, so that nothing
 * that goes through those (search engines' lists, what a device keeps, packages) meets the answers.
 */
export function teachAddress(links: Links, locale: Locale, ...path: readonly string[]): string {
  return links.file(`teach/${[locale, ...path].join('/')}/`);
}
