import { licenceName, licenceUrl, readText, type ContentFiles, type TextNode } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import type { Locale } from '#language';
import type { Catalogue } from '#language/adapters/i18next-translator';
import { createFormatters } from '#language/adapters/node-intl';
import type { PackageContext } from '../selection.ts';
import type { PackageWords } from '../words.ts';
import { packageWords } from './catalogue-words.ts';

/** Addresses of the site's pages. */
export interface SiteLinks {
  to(locale: Locale, ...path: readonly string[]): string;
  absolute(path: string): string;
}

/** What packages ask of the world, for the files of a content folder. */
export function createPackageContext(files: ContentFiles, links: SiteLinks): PackageContext {
  const words = remember((locale: Locale): PackageWords =>
    packageWords(locale, JSON.parse(files.texts.get(`interface/${locale}.json`) ?? '{}') as Catalogue),
  );
  const formatters = remember(createFormatters);
  return {
    words,
    licence: (spdx) => ({ name: licenceName(spdx), url: licenceUrl(spdx) }),
    address: (locale, path) => links.absolute(links.to(locale, ...path)),
    resolve: (page, href) => new URL(href, page).href,
    text: ({ file, sections }): readonly TextNode[] => {
      const source = files.texts.get(file) ?? '';
      const anchors = sections.map(({ anchor }) => anchor);
      return readText({ file, source }, anchors, parseMdx) ?? [];
    },
    compare: (locale, a, b) => formatters(locale).compare(a, b),
  };
}

/** The same for the same language, made once. */
function remember<Value>(make: (locale: Locale) => Value): (locale: Locale) => Value {
  const known = new Map<Locale, Value>();
  return (locale) => {
    const value = known.get(locale) ?? make(locale);
    known.set(locale, value);
    return value;
  };
}
