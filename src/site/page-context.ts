import type { Content } from '#course';
import type { Locale } from '#language';
import { createTranslator, type Catalogue, type Translator } from '#language/adapters/i18next-translator';
import { createFormatters, type Formatters } from '#language/adapters/node-intl';
import { readSiteContent, siteContent } from './content.ts';
import { createLinks, type Links } from './links.ts';

/** What every page needs to speak its language: words, formats and addresses. */
export interface PageContext {
  readonly locale: Locale;
  readonly content: Content;
  readonly t: Translator;
  readonly format: Formatters;
  readonly links: Links;
}

const translators = new Map<string, { readonly source: string; readonly t: Translator }>();

/** The context of a page in one language. */
export function createPageContext(locale: Locale): PageContext {
  const content = siteContent();
  return {
    locale,
    content,
    t: translatorOf(locale),
    format: createFormatters(locale),
    links: createLinks(import.meta.env.BASE_URL, content.site.address),
  };
}

function translatorOf(locale: Locale): Translator {
  const source = readSiteContent().files.texts.get(`interface/${locale}.json`) ?? '{}';
  const known = translators.get(locale);
  if (known?.source === source) return known.t;
  const t = createTranslator(locale, JSON.parse(source) as Catalogue);
  translators.set(locale, { source, t });
  return t;
}
