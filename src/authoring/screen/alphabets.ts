import type { Locale } from '#language';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

/** The letters of each language in lower case, as its orthography lists them (CLDR's main exemplars). */
export const alphabets: Readonly<Record<Locale, string>> = {
  az: 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz',
  en: latin,
  // ʻ stands in oʻ and gʻ, ʼ parts syllables.
  uz: 'abdefghijklmnopqrstuvxyzcʻʼ',
  // â, î and û part words that are written alike.
  tr: 'abcçdefgğhıijklmnoöprsştuüvyzâîû',
  ky: `${russian}ңөү`,
  kk: `${russian}әғқңөұүһі`,
  ru: russian,
};
