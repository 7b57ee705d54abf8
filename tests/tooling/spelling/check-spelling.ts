import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent, type ContentReading } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { isLocale, localeTags, lowerCase, type Locale } from '#language';
import { dictionaries, unknownWords } from './dictionaries.ts';
import { wordsOf } from './words.ts';

// Prints the words of the content that neither hunspell knows nor somebody has reviewed; README.md beside it says more.

const root = resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({ options: { locale: { type: 'string' } } });
if (values.locale !== undefined && !isLocale(values.locale))
  throw new Error(`There is no language "${values.locale}". Languages are ${localeTags.join(', ')}.`);

function reviewedWords(locale: Locale): Set<string> {
  const file = resolve(import.meta.dirname, 'known', `${locale}.txt`);
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
}

function report(locale: Locale, reading: ContentReading): void {
  const words = wordsOf(reading, locale);
  const reviewed = reviewedWords(locale);
  const unknown = unknownWords(locale, [...words.keys()]);
  const open = unknown.filter((word) => !reviewed.has(word) && !reviewed.has(lowerCase(locale, word)));
  for (const word of open.toSorted((a, b) => a.localeCompare(b, locale))) {
    const places = words.get(word) ?? [];
    console.log(`${locale}  ${word}  ${places.length}  ${places.slice(0, 3).join('  ')}`);
  }
  const unused = [...reviewed].filter(
    (word) => !unknown.some((one) => one === word || lowerCase(locale, one) === word),
  );
  console.log(
    `${locale}: ${words.size} words, ${unknown.length} not in ${dictionaries[locale]?.name ?? 'any dictionary'}, ` +
      `${open.length} of them not reviewed.` +
      (unused.length ? ` Reviewed, but no longer needed: ${unused.join(', ')}.` : ''),
  );
}

const reading = readContent(readContentFiles(resolve(root, 'content')), parseMdx);
for (const locale of localeTags) if (values.locale === undefined || values.locale === locale) report(locale, reading);
