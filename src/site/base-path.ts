/** The path below which a site is served, with a slash at both ends, from what Astro's configuration says of it. */
export function basePath({ base }: { readonly base: string }): string {
  const path = base.replace(/^\/|\/$/gu, '');
  return path === '' ? '/' : `/${path}/`;
}
