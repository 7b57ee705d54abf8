import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatCard,
  formatChosen,
  mergeCards,
  mergeChosen,
  mergeEntries,
  parseCard,
  parseChosen,
  startOf,
  type Chosen,
  type ReviewCard,
} from '#learner';

const card: ReviewCard = {
  due: 20_786,
  stability: 2.3065,
  difficulty: 2.1181,
  lapses: 1,
  certain: false,
  basis: { from: startOf(20_700), through: startOf(20_783), count: 4 },
};

const kept = (change: object) => JSON.stringify({ ...JSON.parse(formatCard(card)), ...change } as object);

describe('a stored card', () => {
  test.each([
    ['nothing', null],
    ['an empty text', ''],
    ['a list', '[]'],
    ['no JSON', '{"due":'],
    ['due before it was reviewed', kept({ due: 20_783 })],
    ['hidden for longer than any interval', kept({ due: 20_783 + 366 })],
    ['due at no day', kept({ due: 20_786.5 })],
    ['due as text', kept({ due: '20786' })],
    ['without stability', kept({ stability: 0 })],
    ['of infinite stability', kept({ stability: null })],
    ['harder than hard', kept({ difficulty: 11 })],
    ['missed less than never', kept({ lapses: -1 })],
    ['certain in words', kept({ certain: 'yes' })],
    ['resting on nothing', kept({ count: 0 })],
    ['begun after its end', kept({ from: startOf(20_784) })],
    ['reviewed at no moment', kept({ through: -1 })],
    ['a huge text', kept({ extra: 'x'.repeat(2_000) })],
  ])('is set aside when it is %s', (_, json) => {
    expect(parseCard(json)).toBeNull();
  });

  test('gives way to one that rests on more, from either side', () => {
    const more = { ...card, due: 20_790, basis: { ...card.basis, count: 5 } };
    expect(mergeCards(card, more)).toBe(more);
    expect(mergeCards(more, card)).toBe(more);
    const latest = { ...card, due: 20_800, basis: { ...card.basis, through: startOf(20_790), count: 1 } };
    expect(mergeCards(latest, more)).toBe(latest);
    expect(mergeCards(card, { ...card })).toEqual(card);
  });
});

describe('a learner’s word on what comes back', () => {
  test.each([
    ['nothing', null],
    ['a bare word', 'true'],
    ['without a moment', '{"on":true}'],
    ['at a negative moment', '{"on":true,"at":-5}'],
    ['neither yes nor no', '{"on":"иә","at":5}'],
  ])('is set aside when it is %s', (_, json) => {
    expect(parseChosen(json)).toBeNull();
  });

  const word = fc.record({ on: fc.boolean(), at: fc.nat({ max: 3 }) });

  test('comes back as it was given', () => {
    fc.assert(
      fc.property(word, (chosen) => {
        expect(parseChosen(formatChosen(chosen))).toEqual(chosen);
      }),
    );
  });

  test('is the later one, in whichever order two devices, or three, are joined', () => {
    const both = (...words: Chosen[]) => words.reduce(mergeChosen);
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(both(a, b, c)).toEqual(both(c, b, a));
        expect(both(a, b, c)).toEqual(both(a, both(b, c)));
        expect(both(a, a)).toEqual(a);
        expect(both(a, b).at).toBe(Math.max(a.at, b.at));
      }),
    );
  });
});

test('a record from elsewhere is joined with what is here: cards and choices too', () => {
  const newer = { ...card, due: 20_790, basis: { ...card.basis, count: 5 } };
  const join = (key: string, a: string | null, b: string | null) => [mergeEntries(key, a, b), mergeEntries(key, b, a)];
  expect(new Set(join('card/a/b/c/d', formatCard(card), formatCard(newer)))).toEqual(new Set([formatCard(newer)]));
  const [yes, no] = [formatChosen({ on: true, at: 5 }), formatChosen({ on: false, at: 9 })];
  expect(new Set(join('chosen/a/b/c/d', yes, no))).toEqual(new Set([no]));
  expect(join('chosen/a/b/c/d', '{"on":"иә"}', null)).toEqual([null, null]);
});
