import { upperCase, type Locale } from '#language';

/** What begins with one letter. */
export interface LetterGroup<Item> {
  readonly letter: string;
  /** Anchor of the group, the same for a letter in every build. */
  readonly anchor: string;
  readonly items: readonly Item[];
}

/** Groups sorted items by the letter each begins with; the groups stand in the order of their first items. */
export function groupByLetter<Item>(items: readonly Item[], letterOf: (item: Item) => string): LetterGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const letter = letterOf(item);
    groups.set(letter, [...(groups.get(letter) ?? []), item]);
  }
  return [...groups].map(([letter, group], index) => ({ letter, anchor: `letter-${index + 1}`, items: group }));
}

// Uzbek counts oʻ, gʻ, sh and ch as letters of their own (1995 alphabet).
const uzbekDigraph = /^(?:[oOgG]ʻ|[sScC]h)/u;

/** The letter of the language's alphabet that a word begins with, as a capital: `Sh`, `İ`. */
export function firstLetter(word: string, locale: Locale): string {
  const [head = '', ...tail] = [...leading(word, locale)];
  return upperCase(locale, head) + tail.join('');
}

/** A word as a headword: with a capital, by the rules of the language. */
export function capitalise(word: string, locale: Locale): string {
  return firstLetter(word, locale) + word.slice(leading(word, locale).length);
}

function leading(word: string, locale: Locale): string {
  const digraph = locale === 'uz' ? uzbekDigraph.exec(word)?.[0] : undefined;
  return digraph ?? [...word][0] ?? '';
}
