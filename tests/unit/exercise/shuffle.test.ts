import { hashText, shuffle, shuffleForRound } from '#exercise';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const items = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 12 });

test('a shuffle holds the same items, never in the order given, and the same for the same seed', () => {
  fc.assert(
    fc.property(items, fc.string(), (given, seed) => {
      const shuffled = shuffle(given, seed);
      expect([...shuffled].sort()).toEqual([...given].sort());
      expect(shuffled).not.toEqual(given);
      expect(shuffle(given, seed)).toEqual(shuffled);
    }),
    { seed: 3 },
  );
});

test('no round of an exercise has the order given, which may be the answer, nor that of the round before', () => {
  const several = fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(several, fc.string(), fc.nat({ max: 40 }), (given, id, round) => {
      const [now, next] = [shuffleForRound(given, id, round), shuffleForRound(given, id, round + 1)];
      expect([...now].sort()).toEqual([...given].sort());
      expect(now).not.toEqual(given);
      expect(next).not.toEqual(now);
      expect(shuffleForRound(given, id, round)).toEqual(now);
    }),
    { seed: 4, numRuns: 400 },
  );
});

test('three steps, in which chance repeats itself most, never do in a hundred rounds', () => {
  for (const id of ['steps', 'qadamlar', 'қадамдар']) {
    const rounds = Array.from({ length: 100 }, (_, round) => shuffleForRound(['a', 'b', 'c'], id, round).join());
    expect(rounds.filter((order, round) => order === 'a,b,c' || order === rounds[round - 1])).toEqual([]);
  }
});

test('whatever number of a round was stored, an order comes of it', () => {
  for (const round of [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 1e15]) {
    expect(shuffleForRound(['a', 'b', 'c'], 'steps', round)).toHaveLength(3);
  }
});

test('nothing and one thing stay as they are', () => {
  expect(shuffle([], 'a')).toEqual([]);
  expect(shuffle(['a'], 'a')).toEqual(['a']);
});

test('the order is the same in every version of the program: packages made earlier must agree', () => {
  expect(shuffle(['a', 'b', 'c', 'd', 'e'], 'media-literacy/lesson/exercise:0')).toMatchInlineSnapshot(`
    [
      "c",
      "d",
      "e",
      "a",
      "b",
    ]
  `);
  expect(hashText('')).toBe(0x811c9dc5);
  expect(hashText('a')).toBe(0xe40c292c);
});
