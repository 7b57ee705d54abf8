import type { APIRoute } from 'astro';
import { isLocale } from '#language';
import { createPageContext } from '../../../site/page-context.ts';
import { searchFilesOf } from '../../../site/view/search-index.ts';
import { localePaths } from '../../../site/view/static-paths.ts';

/** Every file of every language's index. */
export function getStaticPaths() {
  return localePaths().flatMap(({ params: { locale } }) =>
    [...searchFilesOf(createPageContext(locale)).keys()].map((file) => ({
      params: { locale, name: file.replace(/\.json$/u, '') },
    })),
  );
}

export const GET: APIRoute = ({ params: { locale = '', name } }) => {
  const text = isLocale(locale) ? searchFilesOf(createPageContext(locale)).get(`${name}.json`) : undefined;
  if (text === undefined) return new Response(null, { status: 404 });
  return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
