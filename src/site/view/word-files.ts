import type { Locale } from '#language';
import { createPageContext } from '../page-context.ts';

/** Branches of the interface's catalogue that scripts fetch when they need them; pages go without. */
export const partsOfWords = ['listen', 'offline', 'record', 'review', 'sections'] as const;

export type PartOfWords = (typeof partsOfWords)[number];

/** The words of a part in a language, with placeholders in double braces; null for a part that scripts do not fetch. */
export function wordsOf(part: string, locale: Locale): object | null {
  const known = partsOfWords.find((name) => name === part);
  return known ? createPageContext(locale).t(known, { returnObjects: true, skipInterpolation: true }) : null;
}
