import { isLocale, languages, localeTags, type Locale } from './registry.ts';

/**
 * What people write for a language besides its tag: codes of ISO 639-2 and 639-3, the code of the country where it is
 * spoken (ISO 3166-1), and its name in English. `kz` and `kg` are countries; the languages are `kk` and `ky`.
 */
const otherNames: Readonly<Record<Locale, readonly string[]>> = {
  az: ['aze', 'azj', 'azerbaijani', 'azeri'],
  en: ['eng', 'english', 'gb', 'uk', 'us'],
  uz: ['uzb', 'uzn', 'uzbek'],
  tr: ['tur', 'turkish'],
  ky: ['kir', 'kg', 'kyrgyz', 'kirghiz'],
  kk: ['kaz', 'kz', 'kazakh', 'qazaq'],
  ru: ['rus', 'russian'],
};

/** The language of the platform that somebody probably meant: `kz` → `kk`, `az-Latn` → `az`; null where nobody knows. */
export function suggestLocale(given: string): Locale | null {
  const plain = given.trim();
  const [primary = ''] = plain.toLocaleLowerCase('en').split(/[-_]/u);
  if (isLocale(primary)) return primary;
  const isMeant = (tag: Locale) => otherNames[tag].includes(primary) || languages[tag].name === plain;
  return localeTags.find(isMeant) ?? null;
}
