// Plain JavaScript, because eslint.config.js reads these lists too and editors may run it under an older Node.

/** Members of `Intl` that need locale data. Chromium has none for az, uz, kk, ky and tk, and claims that it has. */
export const INTL_MEMBERS = [
  'Collator',
  'DateTimeFormat',
  'DisplayNames',
  'DurationFormat',
  'ListFormat',
  'NumberFormat',
  'PluralRules',
  'RelativeTimeFormat',
];

/** Methods that format or sort with locale data. */
export const LOCALE_METHODS = ['localeCompare', 'toLocaleDateString', 'toLocaleString', 'toLocaleTimeString'];

/** Methods that change case: wrong for i/ı and İ/I unless the language is known. */
export const CASE_METHODS = ['toLocaleLowerCase', 'toLocaleUpperCase', 'toLowerCase', 'toUpperCase'];

/** Where locale data of the running machine may be used; adapters named `node-*.ts` may too. A path ending in `/` is a folder. */
export const LOCALE_DATA_ALLOWED = [{ path: 'src/cli/', reason: 'runs in Node, whose locale data is complete' }];

/** Where letters may change case without `#language`. */
export const CASING_ALLOWED = [
  { path: 'src/language/', reason: 'the one place that knows how a language changes case' },
  { path: 'src/course/rich-text.ts', reason: 'schemes of addresses are ASCII' },
];
