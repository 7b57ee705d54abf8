import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import type { Variant } from '../variants.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A page as it was built. */
export interface BuiltPage {
  /** Its address below the base: `kk/glossary/`, or empty for the language chooser. */
  readonly path: string;
  readonly html: string;
  /** The value of `<html lang>`. */
  readonly locale: string;
  /** Parsed when it is asked for, as a browser without JavaScript would, so that what stands in `noscript` are elements. */
  readonly document: Document;
}

/** The files of one build, read once. */
export interface BuiltSite {
  readonly base: string;
  /** The public origin, which stands in metadata. */
  readonly address: string;
  readonly languages: readonly string[];
  /** What learners open. The frames of packages are none: they are tried as packages. */
  readonly pages: readonly BuiltPage[];
  /** Pages that stand in frames of other sites' pages; some for every lesson and exercise. */
  readonly embeds: readonly BuiltPage[];
  /** Pages for trainers. */
  readonly kits: readonly BuiltPage[];
  page(path: string): BuiltPage;
  /** Paths of all files below the base. */
  readonly files: ReadonlySet<string>;
  read(file: string): Buffer;
  /**
   * The file that an address leads to, with its anchor; null for another site's.
   * @throws for an address of this host outside the base
   */
  resolve(address: string, from: BuiltPage): { readonly file: string; readonly anchor: string } | null;
}

interface SiteYaml {
  readonly address: string;
  readonly languages: readonly string[];
}

export function builtSite({ folder, base, env }: Pick<Variant, 'folder' | 'base' | 'env'>): BuiltSite {
  const dist = join(root, folder);
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`${folder} is not built: node tests/e2e/build-sites.ts`);
  const yaml = readFileSync(join(root, env['BILIG_CONTENT'] ?? 'content', 'site.yaml'), 'utf8');
  const { address, languages } = parse(yaml) as SiteYaml;
  const files = new Set(globSync('**/*.*', { cwd: dist }).map((file) => file.replaceAll('\\', '/')));
  const all = [...files].filter((file) => file.endsWith('.html')).map((file) => readPage(dist, file));
  const byPath = new Map(all.map((page) => [page.path, page]));
  const isEmbed = ({ path }: BuiltPage) => path.startsWith('embed/');
  const isKit = ({ path }: BuiltPage) => path.startsWith('teach/');
  return {
    base,
    address,
    languages,
    pages: all.filter((page) => !isEmbed(page) && !isKit(page) && !page.path.startsWith('package/')),
    embeds: all.filter(isEmbed),
    kits: all.filter(isKit),
    files,
    page: (path) => {
      const page = byPath.get(path);
      if (!page) throw new Error(`No page ${path} was built in ${folder}.`);
      return page;
    },
    read: (file) => readFileSync(join(dist, file)),
    resolve: (target, from) => {
      const url = new URL(target, new URL(base + from.path, address));
      if (url.origin !== address) return null;
      if (!url.pathname.startsWith(base)) throw new Error(`${target} leads out of ${base}`);
      const path = decodeURIComponent(url.pathname.slice(base.length));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      return { file, anchor: decodeURIComponent(url.hash.slice(1)) };
    },
  };
}

function readPage(dist: string, file: string): BuiltPage {
  const html = readFileSync(join(dist, file), 'utf8');
  const path = posix.basename(file) === 'index.html' ? posix.join(dirname(file), '/') : file;
  let parsed: Document | undefined;
  return {
    path: path === './' ? '' : path,
    html,
    locale: /<html[^>]*\slang="([^"]*)"/u.exec(html)?.[1] ?? '',
    get document() {
      return (parsed ??= parseHTML(html).document);
    },
  };
}

/** The file in which a page's address stands. */
export function fileOf({ path }: BuiltPage): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Pages of lessons: `<locale>/<course>/<module>/<lesson>/`; sheets to print and what is for lecturers stand beside them. */
export function isLesson({ path }: BuiltPage): boolean {
  return /^[a-z]{2}(?:\/[^/]+){3}\/$/u.test(path) && !/\/(?:use|print)\/$/u.test(path);
}

/** Whether search engines may show a page. */
export function isIndexed({ document }: BuiltPage): boolean {
  return !document.querySelector('meta[name="robots"]')?.getAttribute('content')?.includes('noindex');
}

const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD']);
const wordedAttributes = ['alt', 'aria-label', 'aria-roledescription', 'placeholder', 'title', 'label', 'data-tab'];

/** Pieces of text that a reader of a page's own language meets, names for screen readers included. */
export function textsIn(page: BuiltPage): string[] {
  const found: string[] = [];
  const { title } = page.document;
  // What is borrowed from another language has its title and its summary in that one.
  const isBorrowed = !!page.document.querySelector('main h1')?.closest('main [lang], main[lang]');
  if (title && !isBorrowed) found.push(title);
  const description = page.document.querySelector('meta[name="description"]')?.getAttribute('content');
  if (description && !isBorrowed) found.push(description);
  collect(page.document.body, page.locale, page.locale, found);
  return found;
}

function collect(node: Node, language: string, wanted: string, found: string[]): void {
  if (node.nodeType === 3) {
    const text = (node.textContent ?? '').trim();
    if (text && language === wanted) found.push(text);
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  // Source text is nobody's language: the Markdown of an example has names of components in it.
  if (unseen.has(element.tagName) || element.getAttribute('translate') === 'no') return;
  const own = element.getAttribute('lang') ?? language;
  if (own === wanted) {
    for (const name of wordedAttributes) {
      const value = element.getAttribute(name)?.trim();
      if (value) found.push(value);
    }
  }
  for (const child of element.childNodes) collect(child, own, wanted, found);
}
