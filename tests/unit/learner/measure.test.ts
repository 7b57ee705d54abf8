import {
  formatMeasure,
  formatResults,
  measure,
  measureKey,
  mergeEntries,
  mergeMeasures,
  parseMeasure,
  resultsKey,
  type CheckOutline,
  type MeasureEntry,
  type Result,
} from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const outline: CheckOutline = {
  a: ['course/check/a/first-six', 'course/check/a/second-six'],
  b: ['course/check/b/first-six', 'course/check/b/second-six'],
};
const drawn: MeasureEntry = { first: 'b', at: 5, since: 0 };

/** A set of three misleading and three sound posts. */
function result(at: number, hits: number, falseAlarms: number, more: Partial<Result> = {}): Result {
  const discernment = { hits, falseAlarms, misleading: 3, sound: 3 };
  return { at, locale: 'kk', try: 1, score: 0.5, correct: false, confidence: 2, hints: 0, discernment, ...more };
}

const entriesOf = (results: Readonly<Record<string, readonly Result[]>>) =>
  new Map(Object.entries(results).map(([id, list]) => [resultsKey(id), formatResults(list)]));
const entries = entriesOf({
  'course/check/b/first-six': [result(10, 2, 1)],
  'course/check/b/second-six': [result(11, 3, 0)],
  'course/check/a/first-six': [result(20, 3, 3)],
});

describe('a measurement', () => {
  test('has before the course the form that was drawn, and after it the other one', () => {
    const { before, after } = measure(outline, drawn, entries);
    expect([before.form, after.form]).toEqual(['b', 'a']);
    expect(before.result).toEqual({ rates: { caught: 5, misleading: 6, trusted: 5, sound: 6 }, bias: 'balanced' });
    expect(measure(outline, { ...drawn, first: 'a' }, entries).after).toEqual(before);
  });

  test('has no result of a form until every set of it is answered', () => {
    const { after } = measure(outline, drawn, entries);
    expect(after).toEqual({ form: 'a', answered: 1, result: null });
    expect(measure(outline, drawn, new Map()).before).toEqual({ form: 'b', answered: 0, result: null });
    expect(measure({ a: [], b: [] }, drawn, entries).before.result).toBeNull();
  });

  test.each([
    ['everything was suspected', 3, 3, 'suspicious'],
    ['everything was trusted', 0, 0, 'trusting'],
    ['both kinds were told apart', 3, 0, 'balanced'],
  ])('says the tendency where %s', (_, hits, falseAlarms, bias) => {
    const all = entriesOf(Object.fromEntries(outline.b.map((id) => [id, [result(10, hits, falseAlarms)]])));
    expect(measure(outline, drawn, all).before.result?.bias).toBe(bias);
  });

  test('takes the first answer, whatever was practised afterwards', () => {
    const practised = entriesOf({
      'course/check/b/first-six': [result(10, 2, 1), result(12, 3, 0), result(13, 3, 0)],
      'course/check/b/second-six': [result(11, 3, 0)],
    });
    expect(measure(outline, drawn, practised).before.result?.rates.caught).toBe(5);
  });

  test('leaves out what was answered before the learner began anew, and keeps it in the record', () => {
    const anew = { ...drawn, since: 15 };
    expect(measure(outline, anew, entries).before).toEqual({ form: 'b', answered: 0, result: null });
    const again = entriesOf({
      'course/check/b/first-six': [result(10, 2, 1), result(15, 0, 0)],
      'course/check/b/second-six': [result(11, 3, 0), result(16, 0, 0)],
    });
    expect(measure(outline, anew, again).before.result?.rates).toMatchObject({ caught: 0, trusted: 6 });
  });

  test('is not disturbed by reviews, or by results that tell nothing apart', () => {
    const { discernment: _, ...blind } = result(1, 0, 0);
    const odd = entriesOf({ [outline.b[0] ?? '']: [blind, result(2, 3, 3, { review: true })] });
    expect(measure(outline, drawn, odd).before.answered).toBe(0);
  });
});

const drawings = fc.record({
  first: fc.constantFrom('a' as const, 'b' as const),
  at: fc.nat(5),
  since: fc.nat(5),
});

describe('which form comes first', () => {
  test('comes back as it was', () => {
    expect(parseMeasure(formatMeasure(drawn))).toEqual(drawn);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"first":'],
    ['a form that there is not', JSON.stringify({ ...drawn, first: 'c' })],
    ['a form of another kind', JSON.stringify({ ...drawn, first: ['a'] })],
    ['no moment', JSON.stringify({ ...drawn, at: -1 })],
    ['no beginning', JSON.stringify({ ...drawn, since: '0' })],
    ['an absurd length', JSON.stringify({ ...drawn, more: 'ұ'.repeat(500) })],
  ])('is not known from %s', (_, json) => {
    expect(parseMeasure(json)).toBeNull();
  });

  test('stays the one that was drawn first, wherever records are joined', () => {
    const other: MeasureEntry = { first: 'a', at: 9, since: 30 };
    const key = measureKey('media-literacy');
    const joined = { first: 'b', at: 5, since: 30 };
    expect(parseMeasure(mergeEntries(key, formatMeasure(other), formatMeasure(drawn)))).toEqual(joined);
    expect(parseMeasure(mergeEntries(key, formatMeasure(drawn), 'damaged'))).toEqual(drawn);
    expect(mergeEntries(key, null, 'damaged')).toBeNull();
  });

  test('is joined the same whichever comes first, however often', () => {
    fc.assert(
      fc.property(drawings, drawings, drawings, (a, b, c) => {
        expect(mergeMeasures(a, b)).toEqual(mergeMeasures(b, a));
        expect(mergeMeasures(mergeMeasures(a, b), c)).toEqual(mergeMeasures(a, mergeMeasures(b, c)));
        expect(mergeMeasures(a, mergeMeasures(a, b))).toEqual(mergeMeasures(a, b));
      }),
    );
  });
});
