import { describe, expect, it } from 'vitest';
import { packIndex, unpackIndex, type SerialisedIndex } from '#search';

const index: SerialisedIndex = {
  version: '2.3.9',
  fields: ['heading', 'text'],
  invertedIndex: [
    ['=read', { _index: 0, heading: { 1: {} }, text: {} }],
    ['constructor', { _index: 1, heading: {}, text: { 0: {} } }],
    ['tea', { _index: 2, heading: { 1: {} }, text: { 0: {}, 1: {} } }],
  ],
  fieldVectors: [
    ['heading/0', []],
    ['text/0', [1, 1.5, 2, 0.25]],
    ['heading/1', [0, 3, 2, 1]],
    ['text/1', [2, 0.5]],
  ],
  pipeline: [],
};

describe('packIndex', () => {
  it('leaves nothing out that cannot be put back', () => {
    expect(unpackIndex(packIndex(index))).toEqual(index);
  });

  it('numbers the terms in their order', () => {
    const [read, constructor, tea] = index.invertedIndex;
    const renumbered = [read, constructor, tea].map((entry, place) => {
      const [term, posting] = entry as (typeof index.invertedIndex)[number];
      return [term, { ...posting, _index: 2 - place }] as const;
    });
    const flat = index.fieldVectors.map(([place, numbers]) => {
      return [place, numbers.map((number, at) => (at % 2 === 0 ? 2 - number : number))] as const;
    });
    const other: SerialisedIndex = { ...index, invertedIndex: renumbered, fieldVectors: flat };
    expect(unpackIndex(packIndex(other))).toEqual(index);
  });
});
