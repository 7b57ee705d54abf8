import type { APIRoute } from 'astro';
import { isLocale } from '#language';
import { createPageContext } from '../../site/page-context.ts';
import { searchIndexJson } from '../../site/view/search-index.ts';
import { localePaths } from '../../site/view/static-paths.ts';

export const getStaticPaths = localePaths;

export const GET: APIRoute = ({ params }) => {
  const locale = params['locale'] ?? '';
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const json = searchIndexJson(createPageContext(locale));
  return new Response(json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
