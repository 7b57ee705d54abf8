import type { PageAddress } from '#authoring';
import { isLocale } from '#language';

/** Addresses of the pages that only authors see, below the site's base. */
export const previewFolder = 'preview';

/**
 * The page of the site at a path, or null where the path is none of a language: `/kk/media-literacy/` and
 * `/embed/kk/media-literacy/` show the same page.
 */
export function pagePlace(path: string, base: string): (PageAddress & { readonly embedded: boolean }) | null {
  const below = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//u, '');
  const parts = below.split('/').filter(Boolean);
  const embedded = parts[0] === 'embed';
  const [locale = '', ...address] = embedded ? parts.slice(1) : parts;
  return isLocale(locale) ? { locale, address: address.join('/'), embedded } : null;
}

/** The same as a part of the addresses of previews. */
export function placePath({ locale, address }: PageAddress): string {
  return [locale, address].filter(Boolean).join('/');
}
