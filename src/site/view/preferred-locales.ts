import { fallbackLocale, type Locale } from '#language';

/** Languages to look for a text in: the reader's own, the fallback, the language it was written in. */
export function preferredLocales(locale: Locale, source: Locale): Locale[] {
  return [...new Set([locale, fallbackLocale, source])];
}
