import { quoteLine } from '#authoring';
import { describe, expect, test } from 'vitest';

describe('a line quoted beside a problem', () => {
  test.each([
    ['Kazakh', 'Дереккөзді тексеріңіз', 1, 12, { before: 'Дереккөзді ', at: 'т', after: 'ексеріңіз' }],
    ['Azerbaijani', 'a\nmənbəni yoxlayın', 2, 3, { before: 'mə', at: 'n', after: 'bəni yoxlayın' }],
    ['a letter with its mark', 'Иско\u0301мое', 1, 4, { before: 'Иск', at: 'о\u0301', after: 'мое' }],
    ['a sign of two units', 'a😀b', 1, 2, { before: 'a', at: '😀', after: 'b' }],
    ['what is missing at the end', '- [x] option', 1, 13, { before: '- [x] option', at: '', after: '' }],
    ['a column behind the end', 'short', 1, 99, { before: 'short', at: '', after: '' }],
    ['Windows line ends', 'one\r\ntwo\r\n', 2, 1, { before: '', at: 't', after: 'wo' }],
    ['a byte order mark', '\uFEFFtitle', 1, 1, { before: '', at: 't', after: 'itle' }],
    ['characters that turn the direction', 'a\u202Eb', 1, 2, { before: 'a', at: '<U+202e>', after: 'b' }],
  ])('shows the place in %s', (_what, text, line, column, expected) => {
    expect(quoteLine(text, line, column)).toEqual(expected);
  });

  test.each([
    ['an empty line', 'a\n\nb', 2],
    ['the fence of the front matter', '---\ntitle: x\n---', 1],
    ['a line that is not there', 'a', 7],
  ])('is none for %s', (_what, text, line) => {
    expect(quoteLine(text, line, 1)).toBeNull();
  });

  test('is cut around the place in a line of ten million letters', () => {
    const quote = quoteLine(`${'сөз '.repeat(2_500_000)}`, 1, 5_000_001);
    expect(quote?.before.startsWith('…')).toBe(true);
    expect(quote?.after.endsWith('…')).toBe(true);
    expect(JSON.stringify(quote).length).toBeLessThan(200);
  });
});
