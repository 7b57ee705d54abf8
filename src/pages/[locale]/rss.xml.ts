import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { isLocale } from '#language';
import { createPageContext } from '../../site/page-context.ts';
import { feedItems } from '../../site/view/feed.ts';
import { localePaths } from '../../site/view/static-paths.ts';

export const getStaticPaths = localePaths;

export const GET: APIRoute = ({ params }) => {
  const locale = params['locale'] ?? '';
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const context = createPageContext(locale);
  const { t, links, content } = context;
  return rss({
    title: `${content.site.name}: ${t('site.feed')}`,
    description: t('site.description'),
    site: links.absolute(links.to(locale)),
    items: feedItems(context),
    customData: `<language>${locale}</language>`,
    trailingSlash: true,
  });
};
