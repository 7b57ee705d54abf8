import type { Locale } from '#language';
import type { PageContext } from '../page-context.ts';
import { alternatesOf, plainMeta } from './page-meta.ts';

/**
 * The sitemap (sitemaps.org 0.9) with every page a search engine may show and its translations. Written here because
 * Astro's integration only sees addresses, and cannot know that a lesson in a language is a borrowed text.
 */
export function sitemapXml(context: PageContext): string {
  const { content, links } = context;
  const all = content.site.languages;
  const standing = [
    [],
    ['glossary'],
    ['a-z'],
    ['sources'],
    ['review-dates'],
    ...[...content.pages.keys()].map((id) => [id]),
    ...(content.gallery.size > 0 ? [['exercises']] : []),
  ].map((path) => ({ path, languages: all }));
  const courses = content.courses.flatMap((course) => [
    { path: [course.id], languages: all },
    ...course.modules
      .filter((module) => !module.announced)
      .map(({ id }) => ({ path: [course.id, id], languages: all })),
    ...course.modules.flatMap((module) =>
      module.lessons.map((entry) => ({
        path: [course.id, module.id, entry.id],
        languages: all.filter((locale) => entry.versions[locale]),
      })),
    ),
  ]);
  const urls = [...standing, ...courses].flatMap(({ path, languages }) => {
    const alternates = alternatesOf(
      { ...plainMeta(context, { title: '', description: '', path }), languages },
      context,
    );
    const others = alternates
      .map(({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`)
      .join('');
    const pages = languages.map((locale: Locale) => links.to(locale, ...path));
    // The page that asks for a language belongs to the home pages.
    const addresses = path.length === 0 ? [links.file(''), ...pages] : pages;
    return addresses.map((address) => `<url><loc>${links.absolute(address)}</loc>${others}</url>`);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}
