import { hashText, shuffle } from '#exercise';
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
