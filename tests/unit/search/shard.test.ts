import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontCoded } from '../../../src/search/front-coding.ts';
import type { Postings } from '../../../src/search/invert.ts';
import { cutLexicon, readLexicon } from '../../../src/search/lexicon.ts';
import { partsOfPrefix, partsOfTerm } from '../../../src/search/manifest.ts';
import { cutShards, largestFile, readPostings, readShard } from '../../../src/search/shard.ts';
import { createNumberReader, writeNumber } from '../../../src/search/vlq.ts';

const places = fc
  .uniqueArray(fc.nat(50_000), { minLength: 1, maxLength: 30 })
  .chain((records) =>
    fc.tuple(
      ...records
        .sort((a, b) => a - b)
        .map((record) => fc.tuple(fc.constant(record), fc.integer({ min: 1, max: 40 }), fc.nat(15))),
    ),
  )
  .map((entries) => entries.flat());
const term = fc.stringMatching(/^[a-zа-яәөү0-9]{1,12}=?$/u);
const terms = fc
  .dictionary(term, fc.tuple(fc.option(places, { nil: undefined }), places), { maxKeys: 60, noNullPrototype: true })
  .map((entries) => Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** All that can be read of a term by the bounds of the shards, as the browser does. */
function readBack(shards: ReturnType<typeof cutShards>, wanted: string): Postings {
  const bounds = shards.map(({ from }) => from);
  const read = partsOfTerm(bounds, wanted).map((number) =>
    readShard(shards[number]?.part ?? { terms: '', postings: '' }),
  );
  return readPostings(read.flatMap((shard) => shard.get(wanted) ?? []));
}

const dense = (postings: Postings) => [0, 1].map((field) => postings[field] ?? []);

describe('cutShards', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(terms, (entries) => {
        const shards = cutShards(entries);
        for (const [wanted, postings] of entries) expect(dense(readBack(shards, wanted))).toEqual(dense(postings));
      }),
      { numRuns: 60 },
    );
  });

  it('gives a term that fills several shards these alone, and keeps all within the limit', () => {
    const everywhere = Array.from({ length: 9_000 }, (_, record) => [record * 3, 1 + (record % 9), record % 16]).flat();
    const few = [1, 1, 4];
    const entries = [
      ['мектеп', [undefined, few]],
      ['мен', [everywhere, everywhere]],
      ['мен=', [few, undefined]],
      ['өзен', [undefined, few]],
    ] as const;
    const shards = cutShards(entries);
    expect(shards.length).toBeGreaterThan(4);
    for (const { part } of shards) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(largestFile);
    for (const [wanted, postings] of entries) expect(dense(readBack(shards, wanted))).toEqual(dense(postings));
    const bounds = shards.map(({ from }) => from);
    expect(bounds.filter((bound) => bound === 'мен')).toHaveLength(partsOfTerm(bounds, 'мен').length);
    expect(partsOfTerm(bounds, 'мектеп')).toEqual([0]);
  });
});

describe('the bounds of shards', () => {
  const bounds = ['', 'ki', 'kitob', 'kitob', 'm'];

  it.each([
    ['a', [0]],
    ['ki', [1]],
    ['kita', [1]],
    ['kitob', [2, 3]],
    ['kitoblar', [3]],
    ['zor', [4]],
  ])('%s lies in %j', (wanted, expected) => {
    expect(partsOfTerm(bounds, wanted)).toEqual(expected);
  });

  it.each([
    ['a', [0]],
    ['k', [0, 1, 2, 3]],
    ['ki', [1, 2, 3]],
    ['kitob', [2, 3]],
    ['kitobl', [3]],
    ['z', [4]],
  ])('words that begin with %s lie in %j', (prefix, expected) => {
    expect(partsOfPrefix(bounds, prefix)).toEqual(expected);
  });

  it('hold nothing where there is no shard', () => {
    expect([partsOfTerm([], 'a'), partsOfPrefix([], 'a')]).toEqual([[], []]);
  });
});

describe('cutLexicon', () => {
  it('loses no term, in blocks within the limit', () => {
    const words = Array.from({ length: 9_000 }, (_, number) => `сөз${number.toString(36).padStart(4, '0')}`).sort();
    const blocks = cutLexicon(words.map((word, number) => [word, 1 + number]));
    expect(blocks.length).toBeGreaterThan(1);
    for (const { part } of blocks) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(largestFile);
    const read = blocks.flatMap(({ part }) => readLexicon(part));
    expect(read.map((entry) => entry.term)).toEqual(words);
    const frequencies = read.map((entry) => entry.frequency);
    expect(frequencies).toEqual([...frequencies].sort((a, b) => a - b));
  });
});

describe('numbers as letters', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        const reader = createNumberReader(numbers.map(writeNumber).join(''));
        expect(numbers.map(() => reader.number())).toEqual(numbers);
        expect(reader.done).toBe(true);
      }),
    );
  });

  it.each(['é', ' ', '"', 'g'.slice(1)])('%j is none', (text) => {
    expect(() => createNumberReader(text).number()).toThrow();
  });

  it('refuses a list that is no front coding', () => {
    expect(() => readFrontCoded('Aword ?')).toThrow();
  });
});
