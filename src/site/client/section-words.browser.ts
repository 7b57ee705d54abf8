import type { CustomTypeOptions } from 'i18next';

/** The words of the tools at headings, and of the notice of where the learner stopped. */
export type SectionWords = Readonly<Record<keyof CustomTypeOptions['resources']['translation']['sections'], string>>;

const { dataset, lang } = document.documentElement;

/** The folder of the page's language; a package for a learning platform says where its own begins. */
export const root = `${dataset['root'] ?? import.meta.env.BASE_URL}${lang}/`;

let words: Promise<SectionWords> | undefined;

/** @throws without a connection, where they have not been kept */
export function sectionWords(): Promise<SectionWords> {
  words ??= fetch(`${root}words/sections.json`).then((response) => response.json() as Promise<SectionWords>);
  // What failed is tried again the next time.
  words.catch(() => (words = undefined));
  return words;
}
