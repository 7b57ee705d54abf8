import { mapAttributes } from './html-attributes.ts';

/** How the addresses of a page are led on. */
export interface Ways {
  /** Something that the page loads: its address in the package. */
  load(href: string): string;
  /** The same where it is a file of the site; else it is an address of nothing that is loaded, and stays. */
  loadIfThere(href: string): string;
  /** A link: its address, and whether it leaves the package. */
  link(href: string): { readonly href: string; readonly leaves: boolean };
}

/** Attributes that name what a page loads. */
const loading = ['src', 'poster', 'data-sheet', 'component-url', 'renderer-url', 'before-hydration-url'];
const kept = ['canonical', 'alternate'];

/** A built page with every address led on: in attributes, and in what its islands are given. */
export function rewritePage(html: string, ways: Ways): string {
  return mapAttributes(html, (tag, attributes) => {
    const next = new Map(attributes);
    for (const name of loading) set(next, name, ways.load);
    set(next, 'srcset', (value) => rewriteSources(value, ways));
    if (tag === 'link' && !kept.includes(next.get('rel') ?? '')) set(next, 'href', ways.load);
    if (tag === 'a') leadOn(next, ways);
    if (tag === 'astro-island') set(next, 'props', (json) => rewriteProps(json, ways));
    return next;
  });
}

function set(attributes: Map<string, string>, name: string, change: (value: string) => string): void {
  const value = attributes.get(name);
  if (value) attributes.set(name, change(value));
}

/** What leaves the package opens a tab of its own: the module and its platform stay. */
function leadOn(attributes: Map<string, string>, ways: Ways): void {
  const written = attributes.get('href');
  if (written === undefined) return;
  const { href, leaves } = ways.link(written);
  attributes.set('href', href);
  if (!leaves) {
    if (attributes.get('target') === '_blank') attributes.delete('target');
    return;
  }
  attributes.set('target', '_blank');
  const rel = (attributes.get('rel') ?? '').split(' ').filter(Boolean);
  attributes.set('rel', [...new Set([...rel, 'noopener'])].join(' '));
}

function rewriteSources(srcset: string, ways: Ways): string {
  return srcset
    .split(',')
    .map((part) => part.trim().replace(/^\S+/u, (href) => ways.load(href)))
    .join(', ');
}

/** Properties of islands are JSON in which addresses stand under `src` and `href`, and pieces of HTML anywhere. */
function rewriteProps(json: string, ways: Ways): string {
  const walk = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, key)]));
    if (typeof value !== 'string') return value;
    // The model's own paths lead from the content folder, and nothing loads them.
    if (name === 'src') return ways.loadIfThere(value);
    if (name === 'href') return ways.link(value).href;
    return value.includes('<') ? rewritePage(value, ways) : value;
  };
  return JSON.stringify(walk(JSON.parse(json), ''));
}
