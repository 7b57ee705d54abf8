/**
 * The path of an address from the base of the site, as lists name it, or null for addresses outside. Query and anchor
 * play no part: a static site has one file for all of them.
 *
 * @param scope the address of the site's base, with the slash at its end
 */
export function pathOf(address: string, scope: string): string | null {
  const bare = address.replace(/[?#].*$/su, '');
  if (!bare.startsWith(scope)) return null;
  try {
    return decodeURIComponent(bare.slice(scope.length)).replace(/(^|\/)index\.html$/u, '$1');
  } catch {
    return null;
  }
}

/** The address of a path below the base. */
export function addressOf(path: string, scope: string): string {
  return scope + path.split('/').map(encodeURIComponent).join('/');
}

/** The page that tells what is kept, in a language. */
export function offlinePage(locale: string): string {
  return `${locale}/offline/`;
}
