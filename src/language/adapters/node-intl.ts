import type { Locale } from '../registry.ts';

/**
 * Formatting by Node's full ICU data. Chromium claims to support az, uz and kk and prints `2026 M03 8`, and knows
 * neither ky nor tk (mdn/browser-compat-data#17994, tc39/ecma402#879): these functions run at build time only.
 */
export interface Formatters {
  /** A calendar date (`2026-11-23`) in the long form of the language: `23 noyabr 2026`. */
  date(isoDate: string): string;
  /** For scripts, which do not format dates: how one reads in each month, with placeholders to be filled in. */
  readonly datePatterns: DatePatterns;
  number(value: number): string;
  /** What stands before decimals, for scripts that write numbers themselves: `,` in `1,5`. */
  readonly decimalMark: string;
  /** `A, B və C` */
  list(items: readonly string[]): string;
  /** Orders strings by the language's alphabet, for `Array.prototype.sort`. */
  compare(a: string, b: string): number;
}

/** Twelve of each, January first: `{{day}} noyabr {{year}}`, `{{day}} noyabr`. */
export interface DatePatterns {
  readonly withYear: readonly string[];
  readonly withoutYear: readonly string[];
}

export function createFormatters(locale: Locale): Formatters {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale);
  return {
    date: (isoDate) => dates.format(new Date(`${isoDate}T00:00:00Z`)),
    datePatterns: {
      withYear: patternsOf(dates),
      withoutYear: patternsOf(new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })),
    },
    number: (value) => numbers.format(value),
    decimalMark: numbers.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.',
    list: (items) => lists.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

function patternsOf(format: Intl.DateTimeFormat): string[] {
  return Array.from({ length: 12 }, (_, month) =>
    format
      .formatToParts(Date.UTC(2026, month, 1))
      .map(({ type, value }) => (type === 'day' || type === 'year' ? `{{${type}}}` : value))
      .join('')
      // `format` writes plain spaces, and a date should read alike wherever it stands.
      .replaceAll('\u202f', ' '),
  );
}

/** The plural categories (CLDR) that a catalogue must have for each counted phrase. */
export function pluralCategories(locale: Locale): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
}
