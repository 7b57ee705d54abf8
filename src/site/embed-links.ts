/** Where a link leads that stands in an embedded page. */
export interface EmbedLink {
  readonly href: string;
  /** It leads out of what is embedded, and so into a tab of its own. */
  readonly leaves: boolean;
}

/** Where an embedded page stands. */
export interface EmbedPlace {
  /** The site's base path, ending in a slash. */
  readonly root: string;
  /** The page itself. */
  readonly page: URL;
  /** The page for which the text was written: an exercise that stands alone was taken out of its lesson. */
  readonly text: URL;
}

/**
 * The site's pages of modules and lessons stand a second time below `embed/`, so that relative links from one to another
 * stay in the frame. All others lead to the full page.
 *
 * @param href as it was written
 */
export function embedLink(href: string, { root, page, text }: EmbedPlace): EmbedLink {
  const target = read(href, text);
  if (target?.origin !== text.origin) return { href, leaves: true };
  const folder = `${root}embed/`;
  if (!target.pathname.startsWith(folder)) return { href, leaves: true };
  const path = target.pathname.slice(folder.length);
  const rest = target.search + target.hash;
  const [locale, course, module] = path.split('/');
  if (!locale || !course || !module) return { href: root + path + rest, leaves: true };
  return { href: page.pathname === text.pathname ? href : target.pathname + rest, leaves: false };
}

function read(href: string, text: URL): URL | null {
  try {
    return new URL(href, text);
  } catch {
    return null;
  }
}

const tags = /<a(?=\s)(?:"[^"]*"|'[^']*'|[^>"'])*>/gu;

/** Lets every link in the markup of an embedded page lead where it should. */
export function mendEmbedLinks(html: string, place: EmbedPlace): string {
  return html.replace(tags, (tag) =>
    tag.replace(/(\shref=)"([^"]*)"/u, (_, name: string, written: string) => {
      const { href, leaves } = embedLink(written.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), place);
      return `${name}"${href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"${leaves ? ' target="_blank"' : ''}`;
    }),
  );
}
