import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatReading,
  parseReading,
  readingChoices,
  usualReading,
  type Reading,
  type ReadingChoice,
} from '../../../src/site/reading-choices.ts';

const names = Object.keys(readingChoices) as ReadingChoice[];
const readings = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.constantFrom(...readingChoices[name])])),
) as fc.Arbitrary<Reading>;

describe('reading settings', () => {
  it('are read back as they were kept', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        expect(parseReading(formatReading(reading))).toEqual(reading);
      }),
    );
  });

  it('keep nothing of what is as usual', () => {
    expect(formatReading(usualReading)).toBe('');
    expect(formatReading({ ...usualReading, size: 'larger', letters: 'andika', keys: 'off' })).toBe(
      'size-larger letters-andika keys-off',
    );
  });

  it('have a usual value among those that are offered', () => {
    for (const name of names) expect(readingChoices[name], name).toContain(usualReading[name]);
  });

  it.each([
    null,
    '',
    ' ',
    'null',
    '{"size":"largest"}',
    'size-enormous',
    'size-large;size-larger',
    'SIZE-LARGE',
    '__proto__-device constructor-less',
    '"><script>alert(1)</script>',
    'size-large\u0000',
    '\ud800',
    'x'.repeat(100_000),
  ])('are the usual ones where what was kept makes no sense: %j', (text) => {
    expect(parseReading(text)).toEqual(usualReading);
  });

  it('take what makes sense and leave the rest', () => {
    expect(parseReading('colour-red size-large  motion-less contrast-')).toEqual({
      ...usualReading,
      size: 'large',
      motion: 'less',
    });
  });

  it('are as usual where two values were kept for one choice', () => {
    expect(parseReading('size-large size-small lines-wide')).toEqual({ ...usualReading, lines: 'wide' });
  });

  it('hold whatever text a device has kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reading = parseReading(text);
        for (const name of names) expect(readingChoices[name]).toContain(reading[name]);
      }),
    );
  });
});
