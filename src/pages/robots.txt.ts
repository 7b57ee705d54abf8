import type { APIRoute } from 'astro';
import { createPageContext } from '../site/page-context.ts';

export const GET: APIRoute = () => {
  const { links } = createPageContext('en');
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${links.absolute(links.file('sitemap.xml'))}\n`);
};
