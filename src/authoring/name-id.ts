import { foldText, splitWords, type Locale } from '#language';

const words = 3;
const longestId = 40;

// Words that say nothing about an option; the platform's courses are written in English.
const empty = new Set(
  'a an and are as at be been but by can do does for from had has have how if in into is it its of on or our s so t than that the their them then there these they this those to was we were what when where which who why will with you your'.split(
    ' ',
  ),
);

/**
 * A permanent id from words: up to three that say something, in ASCII. `The firm that sells it` → `firm-sells`.
 * Words that cannot be written in ASCII give the fallback, numbered until it is free.
 */
export function nameId(
  { locale, text }: { locale: Locale; text: string },
  { taken, fallback }: { taken: ReadonlySet<string>; fallback: string },
): string {
  const folded = splitWords(locale, text).map((word) => foldText(locale, word.text));
  const ascii = folded.filter((word) => /^[a-z0-9]+$/u.test(word));
  const telling = ascii.filter((word) => !empty.has(word));
  const picked = (telling.length ? telling : ascii).slice(0, words).join('-').slice(0, longestId).replace(/-+$/u, '');
  if (/^[a-z]/u.test(picked)) return firstFree(picked, taken, 2);
  return firstFree(fallback, taken, 1);
}

function firstFree(name: string, taken: ReadonlySet<string>, from: number): string {
  if (from > 1 && !taken.has(name)) return name;
  for (let number = from; ; number++) {
    const numbered = `${name}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
