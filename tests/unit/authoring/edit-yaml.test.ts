import { describe, expect, test } from 'vitest';
import { addEntry, addToList, removeKey } from '../../../src/authoring/create/edit-yaml.ts';

const lesson = '{ id: new, minutes: 5 }';
const lessons = ['modules', 0, 'lessons'];

describe('an entry is added to a list as the list is written', () => {
  test.each([
    [
      'one entry a line, with comments',
      'modules: # in order\n  - id: a\n    lessons:\n      - { id: one } # first\n      # more to come\n  - id: b # last\n',
      'modules: # in order\n  - id: a\n    lessons:\n      - { id: one } # first\n      - { id: new, minutes: 5 }\n      # more to come\n  - id: b # last\n',
    ],
    [
      'entries of several lines',
      'modules:\n- id: a\n  lessons:\n  - id: one\n    title: "Бір: екі"\n\n- id: b\n',
      'modules:\n- id: a\n  lessons:\n  - id: one\n    title: "Бір: екі"\n  - { id: new, minutes: 5 }\n\n- id: b\n',
    ],
    [
      'in brackets',
      'modules: [{ id: a, lessons: [ { id: one }, ] }]\n',
      'modules: [{ id: a, lessons: [ { id: one },{ id: new, minutes: 5 } ] }]\n',
    ],
    [
      'in empty brackets',
      'modules:\n  - { id: a, lessons: [] }\n',
      'modules:\n  - { id: a, lessons: [{ id: new, minutes: 5 }] }\n',
    ],
    [
      'not there yet',
      'modules:\n  - id: a # first\n\n  - id: b\n',
      'modules:\n  - id: a # first\n    lessons:\n      - { id: new, minutes: 5 }\n\n  - id: b\n',
    ],
    [
      'not there yet, in braces',
      'modules:\n  - { id: a }\n  - id: b\n',
      'modules:\n  - { id: a, lessons: [{ id: new, minutes: 5 }] }\n  - id: b\n',
    ],
    [
      'a key without a value',
      'modules:\n  - id: a\n    lessons: # none yet\n  - id: b\n',
      'modules:\n  - id: a\n    lessons: # none yet\n      - { id: new, minutes: 5 }\n  - id: b\n',
    ],
    [
      'without a line end at the end',
      'modules:\n  - id: a\n    lessons:\n      - { id: one }',
      'modules:\n  - id: a\n    lessons:\n      - { id: one }\n      - { id: new, minutes: 5 }\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(addToList(text, lessons, lesson)).toBe(expected);
    const windows = (words: string) => words.replaceAll('\n', '\r\n');
    expect(addToList(windows(text), lessons, lesson)).toBe(windows(expected));
  });

  test.each([
    ['broken YAML', 'modules: [\n'],
    ['no such module', 'modules: []\n'],
    [
      'an anchor that other places repeat',
      'modules:\n  - id: a\n    lessons: &l\n      - { id: one }\n  - id: b\n    lessons: *l\n',
    ],
  ])('and not where there is no safe place: %s', (_, text) => {
    expect(addToList(text, lessons, lesson)).toBeNull();
  });
});

describe('a key is taken out, and nothing else', () => {
  test.each([
    ['modules:\n  - id: a\n    announced: true\n  - id: b # last\n', 'modules:\n  - id: a\n  - id: b # last\n'],
    ['modules:\n  - { id: a, announced: true }\n', 'modules:\n  - { id: a }\n'],
    ['modules:\n  - { announced: true, id: a }\n', 'modules:\n  - { id: a }\n'],
    ['modules:\n  - announced: true\n    id: a\n', null],
    ['modules:\n  - id: a\n    announced: true # until May\n', null],
    ['modules:\n  - id: a\n', null],
  ])('%j', (text, expected) => {
    expect(removeKey(text, ['modules', 0, 'announced'])).toBe(expected);
  });
});

describe('a mapping is added at the end of a file', () => {
  test.each([
    ['one: { a: 1 }\n', 'one: { a: 1 }\ntwo:\n  b: 2\n'],
    ['# works\none: { a: 1 }', '# works\none: { a: 1 }\ntwo:\n  b: 2\n'],
    ['one: { a: 1 }\r\n', 'one: { a: 1 }\r\ntwo:\r\n  b: 2\r\n'],
    ['', 'two:\n  b: 2\n'],
    ['{ one: 1 }\n', null],
    ['one: 1\n...\n', null],
    ['- one\n', null],
  ])('%j', (text, expected) => {
    expect(addEntry(text, 'two:\n  b: 2\n')).toBe(expected);
  });
});
