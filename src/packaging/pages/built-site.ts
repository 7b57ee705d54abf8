/** A built site, as a package takes files out of it. Paths have no slash before them. */
export interface BuiltSite {
  /** The path below which it is served, with a slash at both ends. */
  readonly base: string;
  /** Where it stands in the network, without a path. */
  readonly address: string;
  /** The text of a file; null where there is none. */
  text(path: string): string | null;
  bytes(path: string): Uint8Array | null;
}

/** What an address in a page of the site means. */
export interface Target {
  /** The file of the site; null for what stands elsewhere, or is none. */
  readonly file: string | null;
  /** From the site's base. */
  readonly path: string;
  /** Query and fragment. */
  readonly rest: string;
}

/** @param from path of the file in which the address stands; @returns null for addresses of other sites, mail and data */
export function targetOf(href: string, from: string, { base }: Pick<BuiltSite, 'base'>): Target | null {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/u.test(href)) return null;
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  const folder = base + from.slice(0, from.lastIndexOf('/') + 1);
  const path = written === '' ? base + from : joinPath(written.startsWith('/') ? written : folder + written);
  if (!path.startsWith(base)) return null;
  const own = decodePath(path.slice(base.length)).replace(/(^|\/)index\.html$/u, '$1');
  return { file: own === '' || own.endsWith('/') ? `${own}index.html` : own, path: own, rest };
}

function joinPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  const joined = steps.join('/');
  return joined.startsWith('/') ? joined : `/${joined}`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The way from one file to another. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const way = [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
  // A script is imported by a way that begins with a dot only.
  return way.startsWith('.') ? way : `./${way}`;
}
