import { fileNameOf } from '../selection.ts';
import { relativePath, targetOf, type BuiltSite } from './built-site.ts';
import { importsOf, rewriteScript, rewriteSheet } from './rewrite-code.ts';
import { rewritePage } from './rewrite-page.ts';

/** A file of a package. */
export interface PackagedFile {
  readonly content: string | Uint8Array;
  /** Paths in the package of what it loads. */
  readonly loads: readonly string[];
}

/** A page of the site on its way into a package. */
export interface PackagedPage {
  /** Where it comes to stand. */
  readonly place: string;
  /** What is launched with it: links lead from one page to another of the same. */
  readonly module: string;
  /** What is changed in it first. */
  change(html: string): string;
}

/** By path in the site. */
export type PackagedPages = ReadonlyMap<string, PackagedPage>;

/** Addresses of pages that stand in frames: each stands for the page of the same name without the folder. */
const frames = 'embed/';

/**
 * Takes pages out of a built site with all that they load, every address relative, so that they can stand anywhere.
 * Links to other pages of the site lead to where it stands in the network.
 *
 * @param pages the site's pages that the package has
 * @param more other files of the site, where they are there
 * @throws where a page loads a file that the site does not have
 */
export function collectFiles(
  site: BuiltSite,
  pages: PackagedPages,
  more: readonly string[] = [],
): Map<string, PackagedFile> {
  const files = new Map<string, PackagedFile>();
  const waiting: string[] = [...pages.keys(), ...more];
  const placeOf = (file: string) => pages.get(file)?.place ?? file.split('/').map(fileNameOf).join('/');
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const place = placeOf(file);
    if (files.has(place)) continue;
    const loads = new Set<string>();
    const load = (href: string, from: string): string => {
      const target = targetOf(href, from, site);
      if (!target?.file) return href;
      loads.add(target.file);
      return relativePath(place, placeOf(target.file)) + target.rest;
    };
    const content = read(site, file, { pages, place, placeOf, load: (href) => load(href, file ?? '') });
    files.set(place, { content, loads: [...loads].map(placeOf) });
    waiting.push(...loads);
  }
  return files;
}

interface Reading {
  readonly pages: PackagedPages;
  readonly place: string;
  placeOf(file: string): string;
  load(href: string): string;
}

function read(site: BuiltSite, file: string, { pages, place, placeOf, load }: Reading): string | Uint8Array {
  const page = pages.get(file);
  const text = page || /\.(?:js|css)$/u.test(file) ? site.text(file) : null;
  if (page && text !== null) {
    const link = (href: string) => linkTo(href, { site, file, place, pages, placeOf });
    const loadIfThere = (href: string) => {
      const target = targetOf(href, file, site);
      return target?.file && site.bytes(target.file) ? load(href) : href;
    };
    return rewritePage(page.change(text), { load, loadIfThere, link });
  }
  if (text !== null && file.endsWith('.css')) return rewriteSheet(text, { load });
  if (text !== null) {
    for (const href of importsOf(text)) load(href);
    return rewriteScript(text, site.base, { load });
  }
  const bytes = site.bytes(file);
  if (bytes) return bytes;
  throw new Error(`The built site has no file ${file}, which a page of the package loads. Build the site anew.`);
}

interface Linking {
  readonly site: BuiltSite;
  readonly file: string;
  readonly place: string;
  readonly pages: PackagedPages;
  placeOf(file: string): string;
}

function linkTo(href: string, { site, file, place, pages, placeOf }: Linking) {
  const target = targetOf(href, file, site);
  if (!target) return { href, leaves: true };
  if (target.file === file) return { href: target.rest || '#', leaves: false };
  // Another module is for the platform to open.
  if (target.file !== null && pages.has(target.file) && pages.get(target.file)?.module === pages.get(file)?.module)
    return { href: relativePath(place, placeOf(target.file)) + target.rest, leaves: false };
  const path = target.path.startsWith(frames) ? target.path.slice(frames.length) : target.path;
  return {
    href: site.address + site.base + path.split('/').map(encodeURIComponent).join('/') + target.rest,
    leaves: true,
  };
}

/** All that a file loads, and what that loads in turn, itself included. */
export function closureOf(files: ReadonlyMap<string, PackagedFile>, first: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...first];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...(files.get(path)?.loads ?? []));
  }
  return found;
}
