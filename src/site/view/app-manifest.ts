import type { PageContext } from '../page-context.ts';

/** The web app manifest (W3C) of the site in a language. All languages are one app, so that installing a second changes its words and adds nothing. */
export function appManifest({ content, links, locale, t }: PageContext): object {
  const icon = (file: string, sizes: string, purpose: string) => ({
    src: links.file(file),
    sizes,
    type: 'image/png',
    purpose,
  });
  return {
    id: links.file(''),
    name: content.site.name,
    short_name: content.site.name,
    description: t('site.description'),
    lang: locale,
    dir: 'ltr',
    scope: links.file(''),
    // An app is opened to go on with the course.
    start_url: links.to(locale, 'learning'),
    display: 'standalone',
    // --accent and --paper of tokens.css, in the light theme.
    theme_color: '#0b6068',
    background_color: '#fbf9f4',
    icons: [
      { src: links.file('favicon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('icon-maskable-512.png', '512x512', 'maskable'),
    ],
  };
}
