/** BCP 47 tags of the languages that courses are published in. */
export const localeTags = ['az', 'en', 'uz', 'tr', 'ky', 'kk', 'ru'] as const;

export type Locale = (typeof localeTags)[number];

export interface LanguageDefinition {
  /** BCP 47 tag, also the folder name in addresses and the value of `lang`. */
  readonly tag: Locale;
  /** The language's own name, as its readers write it (CLDR's lower-case forms are not fit for a menu). */
  readonly name: string;
  /** ISO 15924 code of the script the courses are written in. */
  readonly script: 'Latn' | 'Cyrl';
  /** How an apostrophe between two letters counts: part of the word, or the end of its stem. */
  readonly apostrophe: 'letter' | 'break';
  /** Letters that people leave without their marks, and what they type instead; applied after lower-casing. */
  readonly fold: Readonly<Record<string, string>>;
  /** Open Graph's `og:locale`, which wants a territory. */
  readonly openGraph: string;
}

const turkicLatin = { ə: 'e', ı: 'i', ğ: 'g', ö: 'o', ş: 's', ü: 'u', ç: 'c', â: 'a', î: 'i', û: 'u' };

/**
 * Everything the code knows about a language, as data. The order is that of the language menu: by native name,
 * Latin before Cyrillic. Folding tables follow what readers type on a Russian or a bare ASCII keyboard.
 */
export const languages: Readonly<Record<Locale, LanguageDefinition>> = {
  az: {
    tag: 'az',
    name: 'Azərbaycan dili',
    script: 'Latn',
    apostrophe: 'break',
    fold: turkicLatin,
    openGraph: 'az_AZ',
  },
  en: { tag: 'en', name: 'English', script: 'Latn', apostrophe: 'break', fold: {}, openGraph: 'en_GB' },
  uz: {
    tag: 'uz',
    name: 'Oʻzbekcha',
    script: 'Latn',
    apostrophe: 'letter',
    fold: { ʻ: '', ʼ: '' },
    openGraph: 'uz_UZ',
  },
  tr: { tag: 'tr', name: 'Türkçe', script: 'Latn', apostrophe: 'break', fold: turkicLatin, openGraph: 'tr_TR' },
  ky: {
    tag: 'ky',
    name: 'Кыргызча',
    script: 'Cyrl',
    apostrophe: 'break',
    fold: { ң: 'н', ө: 'о', ү: 'у', ё: 'е' },
    openGraph: 'ky_KG',
  },
  kk: {
    tag: 'kk',
    name: 'Қазақ тілі',
    script: 'Cyrl',
    apostrophe: 'break',
    fold: { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' },
    openGraph: 'kk_KZ',
  },
  ru: { tag: 'ru', name: 'Русский', script: 'Cyrl', apostrophe: 'break', fold: { ё: 'е' }, openGraph: 'ru_RU' },
};

/** The language that stands in where a translation is missing and no reader has chosen another. */
export const fallbackLocale: Locale = 'en';

export function isLocale(value: string): value is Locale {
  return (localeTags as readonly string[]).includes(value);
}
