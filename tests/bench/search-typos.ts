import { createContentReader } from '#course/adapters/node-content';
import { analyseText, localeTags, splitWords, type Locale } from '#language';
import { buildSearchFiles, collectRecords, openSearch, type SearchRecord } from '#search';

// Prints how many words with one typing error are found: node tests/bench/search-typos.ts. Words are those of the
// lessons with five letters or more; an error is a letter replaced, left out, put in or swapped with the next, at any
// place. A word is found where one of the first ten places has it as it should have been typed.

const bar = 90;
const wordsPerLanguage = 500;

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = ReturnType<typeof createRandom>;

const pick = <Item>(items: readonly Item[], random: Random) => items[Math.floor(random() * items.length)];

/** The word with one error in letters that readers see: `oʻ` is one letter of theirs and two characters. */
function mistype(word: string, alphabet: readonly string[], random: Random): string {
  const letters = [...word];
  const at = Math.floor(random() * letters.length);
  const other = pick(alphabet, random) ?? '';
  const edits = [
    () => letters.toSpliced(at, 1, other),
    () => letters.toSpliced(at, 1),
    () => letters.toSpliced(at, 0, other),
    () =>
      letters.toSpliced(
        Math.min(at, letters.length - 2),
        2,
        ...letters
          .slice(Math.min(at, letters.length - 2))
          .slice(0, 2)
          .reverse(),
      ),
  ];
  return (pick(edits, random)?.() ?? letters).join('');
}

const textOf = ({ heading, text, examples, questions }: SearchRecord) => [heading, text, examples, questions].join(' ');
const surfaceOf = (locale: Locale, word: string) => analyseText(locale, word)[0]?.surface ?? '';

/** The words of the records with the numbers of those that have each, by what the index compares. */
function wordsOf(locale: Locale, records: readonly SearchRecord[]): Map<string, { word: string; places: Set<number> }> {
  const words = new Map<string, { word: string; places: Set<number> }>();
  records.forEach((record, number) => {
    for (const { text } of splitWords(locale, textOf(record))) {
      if (!/^\p{L}{5,}$/u.test(text)) continue;
      const surface = surfaceOf(locale, text);
      const known = words.get(surface) ?? { word: text, places: new Set() };
      words.set(surface, known);
      known.places.add(number);
    }
  });
  return words;
}

const { content } = createContentReader('content')();
if (!content) throw new Error('content/ cannot be read.');

let least = 100;
for (const locale of localeTags) {
  const records = collectRecords(content, locale);
  const files = buildSearchFiles(locale, records);
  const search = openSearch(locale, (name) => Promise.resolve(files.get(name) ?? ''));
  const random = createRandom(20_261_125);
  const words = wordsOf(locale, records.records);
  const all = [...words.values()];
  const alphabet = [...new Set(all.flatMap(({ word }) => [...word]))].filter((letter) => /\p{Ll}/u.test(letter)).sort();
  const missed: string[] = [];
  let tried = 0;
  while (tried < wordsPerLanguage) {
    const chosen = pick(all, random);
    if (!chosen) break;
    const typed = mistype(chosen.word, alphabet, random);
    // An edit that changes nothing that the search compares is no error.
    if (surfaceOf(locale, typed) === surfaceOf(locale, chosen.word)) continue;
    tried += 1;
    const { hits } = await search.find(typed);
    if (!hits.some(({ record }) => chosen.places.has(record))) missed.push(`${typed} (${chosen.word})`);
  }
  const found = (100 * (tried - missed.length)) / tried;
  least = Math.min(least, found);
  console.log(
    `${locale}  ${found.toFixed(1)} % of ${tried} found; missed, for example: ${missed.slice(0, 6).join(', ')}`,
  );
}
console.log(`The least is ${least.toFixed(1)} %, the bar ${bar} %.`);
process.exitCode = least >= bar ? 0 : 1;
