import { createInstance, type ParseKeys, type TFunction } from 'i18next';
import type { Locale } from '../registry.ts';

/** A catalogue in i18next's nested JSON form, as it stands in `content/interface/<locale>.json`. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

export type Translator = TFunction<'translation'>;

/** A key of the interface's words; the source language's catalogue is where the compiler finds them. */
export type WordKey = ParseKeys<'translation'>;

/**
 * The translator of one language. It has no fallback: a missing key is a fault of the content that `bilig check`
 * reports, never a reason to show a reader an English word unannounced.
 */
export function createTranslator(locale: Locale, catalogue: Catalogue): Translator {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    resources: { [locale]: { translation: catalogue } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance.t;
}
