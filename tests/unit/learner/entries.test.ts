import {
  addResult,
  formatLesson,
  formatResults,
  mergeEntries,
  mergeLessons,
  mergeResults,
  parseLesson,
  parseResults,
  unopenedLesson,
  type LessonEntry,
  type Result,
} from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const result: Result = {
  at: 10,
  locale: 'kk',
  try: 1,
  score: 0.5,
  correct: false,
  confidence: 3,
  hints: 1,
  discernment: { hits: 1, falseAlarms: 0, misleading: 2, sound: 2 },
};

describe('results', () => {
  test('come back as they were, the oldest first, each once', () => {
    const later: Result = { ...result, at: 20, locale: 'az', review: true };
    expect(parseResults(formatResults([later, result, later]))).toEqual([result, later]);
    expect(parseResults(addResult(addResult(null, result), later))).toEqual([result, later]);
  });

  test('two tries at the same moment are two', () => {
    expect(parseResults(formatResults([{ ...result, try: 2 }, result])).map((one) => one.try)).toEqual([1, 2]);
  });

  test('of more than fifty the oldest go', () => {
    const many = Array.from({ length: 60 }, (_, at): Result => ({ ...result, at }));
    const json = many.reduce<string | null>((entry, one) => addResult(entry, one), null);
    expect(parseResults(json).map(({ at }) => at)).toEqual(many.slice(10).map(({ at }) => at));
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"results":['],
    ['no list', '{"results":{}}'],
    ['a list in place of an object', '[]'],
    ['damaged ones', JSON.stringify({ results: [{ ...result, score: 2 }, { ...result, at: '1' }, null, 7] })],
    ['an absurd length', JSON.stringify({ results: [{ ...result, locale: 'x'.repeat(60_000) }] })],
  ])('%s give none', (_, json) => {
    expect(parseResults(json)).toEqual([]);
  });

  test('a damaged one costs only itself, and the next is added', () => {
    const json = JSON.stringify({ results: [{ at: 'x' }, result] });
    expect(parseResults(addResult(json, { ...result, at: 30 }))).toEqual([result, { ...result, at: 30 }]);
  });

  test('of two devices are all of both', () => {
    const results = fc.array(
      fc.record({ at: fc.nat(5), try: fc.integer({ min: 1, max: 3 }), score: fc.constantFrom(0, 1) }),
    );
    fc.assert(
      fc.property(results, results, (a, b) => {
        const [one, other] = [a, b].map((list) => list.map((some): Result => ({ ...result, ...some })));
        const both = mergeResults(one ?? [], other ?? []);
        expect(mergeResults(other ?? [], one ?? [])).toEqual(both);
        expect(mergeResults(both, both)).toEqual(both);
      }),
    );
  });
});

describe('a lesson', () => {
  const read: LessonEntry = {
    opened: 5,
    finished: { on: true, at: 9 },
    place: { anchor: 'why-read-laterally', at: 8 },
    read: ['', 'the-idea'],
  };

  test('comes back as it was', () => {
    expect(parseLesson(formatLesson(read))).toEqual(read);
    expect(parseLesson(formatLesson(unopenedLesson(3)))).toEqual(unopenedLesson(3));
  });

  test.each([null, '', 'true', '{}', '{"finished":true}', JSON.stringify({ ...read, read: [1] }), '{"__proto__":1}'])(
    'is unknown when %s is stored',
    (json) => {
      expect(parseLesson(json)).toBeNull();
    },
  );

  test('of two devices: what was said later on being finished counts, and what was read is read', () => {
    const other: LessonEntry = {
      opened: 3,
      finished: { on: false, at: 10 },
      place: { anchor: 'practice', at: 4 },
      read: ['practice'],
    };
    const both = { opened: 3, finished: other.finished, place: read.place, read: ['', 'practice', 'the-idea'] };
    expect(mergeLessons(read, other)).toEqual(both);
    expect(mergeLessons(other, read)).toEqual(both);
    expect(mergeLessons(both, both)).toEqual(both);
  });
});

describe('entries from elsewhere', () => {
  test('are joined by their kind', () => {
    const [a, b] = [formatResults([result]), formatResults([{ ...result, at: 11 }])];
    expect(parseResults(mergeEntries('results/c/m/l/e', a, b))).toHaveLength(2);
    expect(mergeEntries('results/c/m/l/e', a, null)).toBe(a);
    expect(mergeEntries('results/c/m/l/e', null, a)).toBe(a);
  });

  test('what is no entry harms nothing', () => {
    const lesson = formatLesson(unopenedLesson(1));
    expect(mergeEntries('lesson/c/m/l', lesson, 'damaged')).toBe(lesson);
    expect(mergeEntries('lesson/c/m/l', 'damaged', '{}')).toBeNull();
    expect(mergeEntries('unknown/c', lesson, lesson)).toBeNull();
    expect(mergeEntries('constructor', lesson, lesson)).toBeNull();
  });
});
