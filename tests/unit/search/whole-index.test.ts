import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { analyseText, localeTags, splitWords, type Locale } from '#language';
import {
  buildSearchFiles,
  collectRecords,
  manifestName,
  termsOf,
  type SearchRecord,
  type SearchRecords,
} from '#search';
import { fieldNames, fieldWeights, lengthOf, sizeOf } from '../../../src/search/fields.ts';
import { createFileStore } from '../../../src/search/file-store.ts';
import { countPlaces, fieldsOf, invertRecords } from '../../../src/search/invert.ts';
import { searchPart, type QueryTerm } from '../../../src/search/partial-index.ts';
import { planWord, readQuery, termsOfWord, type Vocabulary } from '../../../src/search/plan-query.ts';
import { createShardView, mostCompletions, mostFrequent } from '../../../src/search/shard-view.ts';
import { isStemTerm } from '../../../src/search/terms.ts';
import { ownContent, serve } from './open-content.ts';
import { createRandom, pick } from './random.ts';

/** The inside of lunr's builder, as far as it is set here. */
interface Builder extends lunr.Builder {
  readonly fieldLengths: Record<string, number>;
}

/** lunr's own index of the records: its builder does everything but taking words apart and rounding lengths. */
function buildWhole(locale: Locale, records: readonly SearchRecord[]): lunr.Index {
  const builder = new lunr.Builder() as Builder;
  const tokenize = (text?: string | object | object[] | null) =>
    analyseText(locale, typeof text === 'string' ? text : '')
      .flatMap(termsOf)
      .map((term) => new lunr.Token(term, {}));
  builder.tokenizer = Object.assign(tokenize, { separator: lunr.tokenizer.separator });
  builder.ref('id');
  for (const name of fieldNames) builder.field(name, { boost: fieldWeights[name] });
  records.forEach((record, id) => builder.add({ id: String(id), ...fieldsOf(record) }));
  for (const [place, length] of Object.entries(builder.fieldLengths)) {
    if (length > 0) builder.fieldLengths[place] = lengthOf(sizeOf(length));
    // Where a field is empty, it is not there.
    else delete builder.fieldLengths[place];
  }
  return builder.build();
}

interface Scored {
  readonly record: number;
  readonly score: number;
}

/** lunr adds a query's terms up in the order in which an index met them, which moves the sixteenth digit. */
const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(a, b);

/** The ten best, those that score the same in the order of their numbers: which of them comes first is chance. */
function topTen(results: readonly Scored[]): readonly Scored[] {
  const best = [...results].sort((a, b) => (isSame(a.score, b.score) ? a.record - b.record : b.score - a.score));
  return best.slice(0, 10);
}

function searchWhole(index: lunr.Index, terms: readonly QueryTerm[]): Scored[] {
  // lunr answers a query without terms with every record.
  if (terms.length === 0) return [];
  const results = index.query((query) => {
    for (const { term, boost } of terms) query.term(term, { boost, usePipeline: false });
  });
  return results.map(({ ref, score }) => ({ record: Number(ref), score }));
}

/** All that could be known of an index, without shards. */
function wholeVocabulary(locale: Locale, records: readonly SearchRecord[]): Vocabulary {
  const { terms, documents } = invertRecords(locale, records);
  const share = (term: string) => countPlaces(terms.get(term) ?? []) / documents;
  return {
    documents,
    share,
    beginning: (prefix) => {
      const longer = [...terms.keys()].filter(
        (term) => term.startsWith(prefix) && term !== prefix && !isStemTerm(term),
      );
      return mostFrequent(
        longer.map((term) => ({ term, frequency: share(term) })),
        mostCompletions,
      );
    },
  };
}

/** The lessons, and three hundred pages of their words by chance: enough for terms of all frequencies and many shards. */
function collectPages(locale: Locale, random: () => number): SearchRecords {
  const own = collectRecords(ownContent(), locale);
  const words = own.records.flatMap(({ text }) => splitWords(locale, text).map((word) => word.text));
  const pages = [...own.pages];
  const records = [...own.records];
  for (let page = 0; page < 300; page += 1) {
    const write = (length: number) => Array.from({ length }, () => pick(words, random)).join(' ');
    const heading = write(3);
    pages.push({ kind: 'lesson', title: heading, path: `synthetic/${page}/`, course: 'synthetic' });
    const empty = { title: '', examples: '', questions: '', unquoted: '' };
    const text = write(10 + Math.floor(random() * 200));
    records.push({ ...empty, page: pages.length - 1, kind: 'opening', anchor: '', heading, text });
    // Words that no lesson has, so that frequent ones are not all there is.
    const rare = `${pick(words, random)}${page % 7}`;
    records.push({
      ...empty,
      page: pages.length - 1,
      kind: 'section',
      anchor: 'a',
      title: heading,
      heading: write(2),
      text: rare,
    });
  }
  return { pages, records };
}

/** Words as they stand, cut short, with a letter too many; one to three of them. */
function collectQueries(locale: Locale, { records }: SearchRecords, random: () => number): string[] {
  const words = records.flatMap(({ text, heading }) =>
    splitWords(locale, `${heading} ${text}`).map((word) => word.text),
  );
  return Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const word = pick(words, random);
      const change = random();
      return change < 0.2 ? word.slice(0, 4) : change < 0.3 ? `${word}${word.charAt(0)}` : word;
    }).join(' '),
  );
}

describe('the index in shards', () => {
  it.each(localeTags)('%s: plans and scores 300 queries like the whole index', { timeout: 60_000 }, async (locale) => {
    const random = createRandom(20_261_125);
    const records = collectPages(locale, random);
    const files = buildSearchFiles(locale, records);
    const store = createFileStore(serve(files));
    const manifest = await store.manifest();
    expect(manifest.shards.length).toBeGreaterThan(4);
    const whole = buildWhole(locale, records.records);
    const vocabulary = wholeVocabulary(locale, records.records);
    let found = 0;
    for (const query of collectQueries(locale, records, random)) {
      const view = createShardView(store, manifest);
      const asked = readQuery(locale, query);
      await view.load(
        asked.flatMap(termsOfWord).map(({ term }) => term),
        asked.map(({ surface }) => surface),
      );
      const plan = asked.map((word) => planWord(word, view));
      expect(plan, query).toEqual(asked.map((word) => planWord(word, vocabulary)));
      const terms = plan.flatMap((word) => word.terms);
      const postings = new Map(terms.map(({ term }) => [term, view.postings(term) ?? []]));
      const own = terms.length > 0 ? topTen(searchPart(manifest, postings, terms)) : [];
      const wanted = topTen(searchWhole(whole, terms));
      expect(
        own.map(({ record }) => record),
        query,
      ).toEqual(wanted.map(({ record }) => record));
      const scores = own.map(({ score }, at) => [score, wanted[at]?.score ?? NaN] as const);
      expect(
        scores.filter(([one, other]) => !isSame(one, other)),
        query,
      ).toEqual([]);
      found += own.length;
    }
    // The queries are of words that are there: they find something.
    expect(found).toBeGreaterThan(1500);
  });

  it.each(localeTags)(
    '%s: is the same for the same lessons, and no file is longer than 16 KB but the manifest',
    (locale) => {
      const files = buildSearchFiles(locale, collectPages(locale, createRandom(1)));
      expect([...buildSearchFiles(locale, collectPages(locale, createRandom(1)))]).toEqual([...files]);
      for (const [name, text] of files)
        if (name !== manifestName) expect(Buffer.byteLength(text), name).toBeLessThanOrEqual(16 * 1024);
    },
  );
});
