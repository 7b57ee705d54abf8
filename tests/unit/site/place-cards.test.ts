import { describe, expect, test } from 'vitest';
import { CardTable, placeCard, placeOfCard } from '../../../src/site/islands/place-cards.ts';

describe('a card', () => {
  test('takes an empty place, and leaves the one where it stood', () => {
    expect(placeCard({ roof: 'a' }, 'stone', 'b')).toEqual({ placing: { roof: 'a', stone: 'b' }, other: null });
    expect(placeCard({ roof: 'a' }, 'stone', 'a')).toEqual({ placing: { stone: 'a' }, other: 'roof' });
  });
  test('changes places with the card that stands there', () => {
    expect(placeCard({ roof: 'a', stone: 'b' }, 'stone', 'a')).toEqual({
      placing: { roof: 'b', stone: 'a' },
      other: 'roof',
    });
  });
  test('is taken away, or stays where it is', () => {
    expect(placeCard({ roof: 'a', stone: 'b' }, 'stone', null)).toEqual({ placing: { roof: 'a' }, other: null });
    expect(placeCard({ roof: 'a' }, 'roof', 'a')).toEqual({ placing: { roof: 'a' }, other: null });
  });
  test('is found at its place among those that there are', () => {
    expect(placeOfCard({ chimney: 'a', roof: 'a' }, ['roof', 'stone'], 'a')).toBe('roof');
    expect(placeOfCard({ chimney: 'a' }, ['roof', 'stone'], 'a')).toBeNull();
  });
});

describe('arrow keys', () => {
  const start = { first: 'a', second: 'b' };
  test('pass by the cards of other places and take nothing from them', () => {
    const table = new CardTable();
    let { placing } = table.choose(start, 'third', 'a');
    expect(placing).toEqual({ second: 'b', third: 'a' });
    ({ placing } = table.choose(placing, 'third', 'b'));
    ({ placing } = table.choose(placing, 'third', 'c'));
    expect(placing).toEqual({ ...start, third: 'c' });
  });
  test('begin anew in a list that gets the focus again', () => {
    const table = new CardTable();
    const { placing } = table.choose(start, 'third', 'a');
    table.settle();
    expect(table.choose(placing, 'third', 'c').placing).toEqual({ second: 'b', third: 'c' });
  });
  test('bring nothing back once the exercise was started again', () => {
    const table = new CardTable();
    table.choose(start, 'third', 'c');
    expect(table.choose({}, 'third', 'd').placing).toEqual({ third: 'd' });
  });
});
