import { editNote, formatMark, isMarked, mergeEntries, mergeMarks, noMark, parseMark, type MarkEntry } from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const mark = (text: string, at: number, bookmark = { on: true, at: 3 }): MarkEntry => ({
  bookmark,
  note: { text, at },
});

describe('a bookmark and a note', () => {
  test.each(['', 'Дереккөзді екінші рет тексеру', 'Mənbəni yoxla\nvə soruş “niyə?”', '</script><b>', '\u202e'])(
    'come back as they were: %j',
    (text) => {
      expect(parseMark(formatMark(mark(text, 7)))).toEqual(mark(text, 7));
    },
  );

  test.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no JSON', '{"bookmark":{"on":true'],
    ['a list', '[]'],
    ['a bookmark alone', '{"bookmark":{"on":true,"at":1}}'],
    ['a note that is no text', '{"bookmark":{"on":true,"at":1},"note":{"text":7,"at":1}}'],
    ['a bookmark that is neither set nor taken away', '{"bookmark":{"on":"yes","at":1},"note":{"text":"","at":1}}'],
    ['a moment before 1970', '{"bookmark":{"on":true,"at":-1},"note":{"text":"","at":1}}'],
    ['a prototype', '{"__proto__":{"bookmark":{"on":true,"at":1},"note":{"text":"","at":1}}}'],
    ['an absurd length', formatMark(mark('а'.repeat(90_000), 1))],
  ])('are unknown where %s is stored', (_, json) => {
    expect(parseMark(json)).toBeNull();
  });

  test('of a note longer than any joined one the beginning is kept, without half of a character', () => {
    const long = parseMark(formatMark(mark(`${'x'.repeat(11_999)}😀😀`, 1)));
    expect(long?.note.text).toBe('x'.repeat(11_999));
  });

  test('count as none once they are taken away', () => {
    expect(isMarked(noMark)).toBe(false);
    expect(isMarked(mark('', 0, { on: false, at: 9 }))).toBe(false);
    expect(isMarked(mark('ескерту', 1, { on: false, at: 9 }))).toBe(true);
  });
});

describe('two notes of one section', () => {
  test('are both kept, the later one first', () => {
    const both = mergeMarks(mark('автор кім?', 5), mark('müəllif kimdir?', 9));
    expect(both.note).toEqual({ text: 'müəllif kimdir?\n\nавтор кім?', at: 9 });
  });

  test.each([
    ['written on', 'автор кім?', 'автор кім? Редакция.'],
    ['shortened', 'автор кім? Редакция.', 'автор кім?'],
    ['emptied', 'автор кім?', ''],
  ])('are one where the later is the earlier one %s', (_, before, after) => {
    expect(mergeMarks(mark(before, 5), mark(after, 9)).note.text).toBe(after);
    expect(mergeMarks(mark(after, 9), mark(before, 5)).note.text).toBe(after);
  });

  test('give the same whichever device joins them, and joining again changes nothing', () => {
    const entries = fc.record({
      bookmark: fc.record({ on: fc.boolean(), at: fc.nat(3) }),
      note: fc.record({ text: fc.constantFrom('', 'а', 'ə', 'аə', 'not', 'нота'), at: fc.nat(3) }),
    });
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const both = mergeMarks(a, b);
        expect(mergeMarks(b, a)).toEqual(both);
        expect(mergeMarks(both, both)).toEqual(both);
        expect(mergeMarks(both, a)).toEqual(both);
        expect(mergeMarks(both, b)).toEqual(both);
      }),
    );
  });

  test('are joined when they come from a file', () => {
    const joined = mergeEntries('mark/c/m/l#why', formatMark(mark('бір', 1)), formatMark(mark('iki', 2)));
    expect(parseMark(joined)?.note.text).toBe('iki\n\nбір');
  });
});

describe('a note that is being typed', () => {
  test('replaces the one it began from', () => {
    const edited = editNote(mark('бастау', 1), { from: 'бастау', text: 'баста', now: 8 });
    expect(edited).toEqual(mark('баста', 8));
    expect(editNote(null, { from: '', text: 'ilk', now: 8 })).toEqual(mark('ilk', 8, noMark.bookmark));
  });

  test.each([
    ['keeps what another tab has written meanwhile', 'менікі', 'onunki', 'менікі\n\nonunki'],
    ['leaves the other’s alone where it was emptied', '', 'onunki', 'onunki'],
    ['takes the longer one where the other has written on', 'он', 'онунку', 'онунку'],
    ['stays as it is where it has the other’s in it', 'онунку', 'он', 'онунку'],
  ])('%s', (_, text, other, expected) => {
    expect(editNote(mark(other, 5), { from: 'бұрынғы', text, now: 8 }).note.text).toBe(expected);
  });
});
