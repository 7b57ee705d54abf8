import { isUnreadablePage, pageAddresses, reportPage, type PageAddress } from '#authoring';
import type { MiddlewareHandler } from 'astro';
import { readSiteContent } from '../content.ts';
import { liveContent } from '../live-content.ts';
import { pagePlace, placePath, previewFolder } from './page-place.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');

/**
 * Puts the author's panel into pages that are written in files, and the page of faults in place of those that cannot be
 * shown. What goes wrong while a page is made for another reason than its content is left to Astro.
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const place = pagePlace(context.url.pathname, base);
  if (!place || !pageAddresses(readSiteContent()).includes(place.address)) return next();
  const made = { ...place, changes: liveContent()?.changes ?? 0 };
  const showFault = async () =>
    withPanel(made, await context.rewrite(`${base}${previewFolder}/fault/${placePath(place)}/`), 500);
  // Another language would be shown in silence.
  if (isUnreadablePage(readSiteContent(), place)) return showFault();
  try {
    const response = await next();
    if (response.status !== 404 || !hasErrors(place)) return await withPanel(made, response, response.status);
  } catch (error) {
    if (!hasErrors(place)) throw error;
  }
  return showFault();
};

function hasErrors(place: PageAddress): boolean {
  const report = reportPage(readSiteContent(), liveContent()?.check() ?? [], place);
  const problems = [...(report?.own.flatMap((version) => version.problems) ?? []), ...(report?.shared ?? [])];
  return problems.some(({ severity }) => severity === 'error');
}

/**
 * The whole page, so that what fails while it is written fails here; and the panel's script at its end, which is told
 * after how many changes the page was made.
 */
async function withPanel(
  place: PageAddress & { readonly embedded: boolean; readonly changes: number },
  response: Response,
  status: number,
): Promise<Response> {
  const html = await response.text();
  const address = `${base}${previewFolder}/panel/${placePath(place)}/`;
  const script = `<script type="module" src="/src/site/preview/panel.browser.ts" data-preview-panel="${address}" data-changes="${place.changes}"></script>`;
  const whole = place.embedded ? html : html.replace(/<\/body>(?![\s\S]*<\/body>)/u, () => `${script}</body>`);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(whole, { status, headers });
}
