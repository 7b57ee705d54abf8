import { versionFor, type Page } from '#course';
import { readSiteContent } from '../content.ts';
import type { PageContext } from '../page-context.ts';
import { plainMeta, type PageMeta } from './page-meta.ts';
import { preferredLocales } from './preferred-locales.ts';
import { textView, type TextView } from './text-view.ts';

/** The page about the project. @throws where `content/pages/about` has no page that could be shown */
export function aboutView(context: PageContext): { page: Page; meta: PageMeta; text: TextView } {
  const version = versionFor(context.content.pages.get('about') ?? {}, preferredLocales(context.locale, 'en'));
  const reading = version && readSiteContent().readings.get(version.value.file);
  if (!version || !reading?.body) throw new Error('content/pages/about/en.mdx is missing; `bilig check` says so.');
  const { title, summary } = version.value;
  return {
    page: version.value,
    meta: plainMeta(context, { title, description: summary, path: ['about'] }),
    text: textView({ ...reading.body, file: version.value.file, locale: version.locale }, ''),
  };
}
