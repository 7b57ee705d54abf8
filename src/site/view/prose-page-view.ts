import { versionFor, type Page } from '#course';
import type { Locale } from '#language';
import { readSiteContent } from '../content.ts';
import type { PageContext } from '../page-context.ts';
import { plainMeta, type PageMeta } from './page-meta.ts';
import { preferredLocales } from './preferred-locales.ts';
import { textView, type TextView } from './text-view.ts';

/** A page of prose that belongs to no course. @throws where `content/pages` has no version of it that could be shown */
export function prosePageView(context: PageContext, id: string): { page: Page; meta: PageMeta; text: TextView } {
  const version = findVersion(context, id);
  const reading = version && readSiteContent().readings.get(version.value.file);
  if (!version || !reading?.body) throw new Error(`content/pages/${id}/en.mdx is missing; \`bilig check\` says so.`);
  const { title, summary } = version.value;
  return {
    page: version.value,
    meta: plainMeta(context, { title, description: summary, path: [id] }),
    text: textView({ ...reading.body, file: version.value.file, locale: version.locale }, ''),
  };
}

export interface ProsePageLink {
  readonly id: string;
  readonly title: string;
  /** The language of the title, where it is a borrowed one. */
  readonly lang: Locale | undefined;
}

/** The pages of prose for the foot of every page, by their titles; the one about the project has a name of its own there. */
export function prosePageLinks(context: PageContext): ProsePageLink[] {
  return [...context.content.pages.keys()]
    .filter((id) => id !== 'about')
    .flatMap((id) => {
      const version = findVersion(context, id);
      if (!version) return [];
      const lang = version.locale === context.locale ? undefined : version.locale;
      return { id, title: version.value.title, lang };
    });
}

function findVersion({ content, locale }: PageContext, id: string) {
  return versionFor(content.pages.get(id) ?? {}, preferredLocales(locale, 'en'));
}
