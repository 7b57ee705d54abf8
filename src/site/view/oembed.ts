import { frameHeight, frameSnippet, type Snippet } from '../embed-snippets.ts';
import type { PageContext } from '../page-context.ts';

/** Pixels. Hosts that give a frame less room make it narrower; it works from 320 on. */
const frameWidth = 720;

/** What is embedded, for programs that embed by address. */
export interface Embeddable {
  readonly path: readonly string[];
  readonly title: string;
  readonly authors: readonly string[];
}

export function snippetOf({ path, title }: Embeddable, { locale, links }: PageContext): Snippet {
  return { site: links.absolute(links.file('')), language: locale, path, title };
}

/** Address of the description below. */
export function oembedAddress(path: readonly string[], { locale, links }: PageContext): string {
  return links.absolute(links.file(`oembed/${[locale, ...path].join('/')}.json`));
}

/**
 * What oEmbed 1.0 says of a page, for consumers that follow the link in its head. It is a file: nothing answers to
 * `maxwidth` or `format`.
 */
export function oembedOf(embeddable: Embeddable, context: PageContext): object {
  const { content, links, format } = context;
  return {
    version: '1.0',
    type: 'rich',
    title: embeddable.title,
    author_name: format.list(embeddable.authors),
    provider_name: content.site.name,
    provider_url: links.absolute(links.file('')),
    html: frameSnippet(snippetOf(embeddable, context)),
    width: frameWidth,
    height: frameHeight,
    thumbnail_url: links.absolute(links.file('og.png')),
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}
