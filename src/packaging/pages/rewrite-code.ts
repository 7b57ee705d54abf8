import type { Ways } from './rewrite-page.ts';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/**
 * A built script whose addresses below the base are taken from the script's own place. Scripts import each other by
 * relative ways already; what they load beside, sheets say, stands as a text.
 */
export function rewriteScript(code: string, base: string, ways: Pick<Ways, 'load'>): string {
  const address = new RegExp(`(["'\`])(${escape(base)}[\\w./@-]+\\.\\w+)\\1`, 'gu');
  return code.replace(address, (_, quote: string, href: string) => {
    return `new URL(${quote}${ways.load(href)}${quote},import.meta.url).href`;
  });
}

/** What a script imports, at once or later. */
export function importsOf(code: string): string[] {
  const pattern = /\b(?:from|import)\s*\(?\s*(["'`])(\.{1,2}\/[^"'`]+)\1/gu;
  return [...code.matchAll(pattern)].map(([, , href = '']) => href);
}

/** A built sheet with its addresses led on, and without fonts: nobody can choose one in a package. */
export function rewriteSheet(code: string, ways: Pick<Ways, 'load'>): string {
  return code
    .replace(/@font-face\s*\{[^}]*\}/gu, '')
    .replace(/url\((["']?)([^"')]+)\1\)/gu, (whole, quote: string, href: string) =>
      href.startsWith('data:') ? whole : `url(${quote}${ways.load(href)}${quote})`,
    );
}
