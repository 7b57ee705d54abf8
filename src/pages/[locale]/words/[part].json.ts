import type { APIRoute } from 'astro';
import { isLocale } from '#language';
import { partsOfWords, wordsOf } from '../../../site/view/word-files.ts';
import { localePaths } from '../../../site/view/static-paths.ts';

/** Words of tools that a page loads when somebody uses them, a file a tool. */
export function getStaticPaths() {
  return localePaths().flatMap(({ params }) => partsOfWords.map((part) => ({ params: { ...params, part } })));
}

export const GET: APIRoute = ({ params: { locale = '', part = '' } }) => {
  const words = isLocale(locale) ? wordsOf(part, locale) : null;
  return words ? Response.json(words) : new Response(null, { status: 404 });
};
