import type { APIRoute } from 'astro';
import { isLocale } from '#language';
import { createPageContext } from '../../site/page-context.ts';
import { appManifest } from '../../site/view/app-manifest.ts';
import { localePaths } from '../../site/view/static-paths.ts';

/** What a browser needs to install the site as an app, in each language. */
export const getStaticPaths = localePaths;

export const GET: APIRoute = ({ params: { locale = '' } }) =>
  isLocale(locale)
    ? new Response(JSON.stringify(appManifest(createPageContext(locale))), {
        headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
      })
    : new Response(null, { status: 404 });
