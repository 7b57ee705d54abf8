import type { Locale } from '#language';

/** Addresses of pages and files under the site's base path. They all end in a slash, as hosts serve folders. */
export interface Links {
  /** A page by its path from the locale: `to('kk', 'glossary')` → `/base/kk/glossary/`. */
  to(locale: Locale, ...path: readonly string[]): string;
  /** A file of `public/` or one that the build writes: `file('feed.xml')` → `/base/feed.xml`. */
  file(path: string): string;
  /** The same address with the origin, for metadata. */
  absolute(path: string): string;
}

export function createLinks(base: string, address: string): Links {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    to: (locale, ...path) => `${root}${[locale, ...path].join('/')}/`,
    file: (path) => root + path,
    absolute: (path) => new URL(path, address).href,
  };
}
