import type { APIRoute } from 'astro';
import { createPageContext } from '../site/page-context.ts';
import { sitemapXml } from '../site/view/sitemap.ts';

export const GET: APIRoute = () =>
  new Response(sitemapXml(createPageContext('en')), { headers: { 'Content-Type': 'application/xml' } });
