import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  countDamaged,
  formatExport,
  formatLesson,
  formatResults,
  maxExportBytes,
  parseExport,
  summariseJoin,
  unopenedLesson,
  type ExportedRecord,
} from '#learner';
import { describe, expect, test } from 'vitest';

const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../../fixtures/learner', name), 'utf8');
const kept = new Map(Object.entries(JSON.parse(fixture('v2-indexed-db.json')) as Record<string, string>));
const lesson = 'lesson/media-literacy/finding-the-source/leave-the-page';
const results = 'results/media-literacy/finding-the-source/leave-the-page/beekeepers';
const saved = Date.UTC(2026, 10, 26, 9, 30);

const answer = (at: number) => ({ at, locale: 'ky', try: 1, score: 1, correct: true, confidence: null, hints: 0 });
const read = (text: string): ExportedRecord => {
  const file = parseExport(text);
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const fileWith = (entries: string, version = '2') =>
  `{"format":"bilig-record","version":${version},"saved":"2026-11-26T09:30:00.000Z","entries":${entries}}`;

test('the file of version 2 stays readable, and is what is still written', () => {
  expect(read(fixture('v2-export.json'))).toEqual({ entries: kept, leftOut: 0 });
  expect(formatExport(kept, saved)).toBe(fixture('v2-export.json'));
});

test('what is saved and read again is the same record; an empty one, too', () => {
  expect(read(formatExport(kept, saved)).entries).toEqual(kept);
  expect(read(formatExport(new Map(), saved))).toEqual({ entries: new Map(), leftOut: 0 });
});

test('damaged entries are not saved, and are counted', () => {
  const damaged = new Map([
    ...kept,
    ['lesson/c/m/l', '{"opened":'],
    ['attempt/c/m/l/e', '[object Object]'],
    ['x', '1'],
  ]);
  expect(read(formatExport(damaged, saved)).entries).toEqual(kept);
  expect(countDamaged(damaged)).toBe(3);
});

describe('a file is refused', () => {
  test.each([
    ['cut off', fixture('v2-export.json').slice(0, 900), 'damaged'],
    ['empty', '', 'damaged'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'damaged'],
    ['without entries', fileWith('null'), 'damaged'],
    ['with a list for entries', fileWith('[]'), 'damaged'],
    ['of no version', fileWith('{}', '"2"'), 'damaged'],
    ['of a version that had no files', fileWith('{}', '1'), 'damaged'],
    ['of a later version', fileWith('{}', '3'), 'newer'],
    ['another program’s JSON', '{"version":2,"entries":{}}', 'foreign'],
    ['a list', '["bilig-record"]', 'foreign'],
    ['a word', '"bilig-record"', 'foreign'],
    ['too large', ' '.repeat(maxExportBytes + 1), 'large'],
  ])('that is %s', (_, text, fault) => {
    expect(parseExport(text)).toBe(fault);
  });
});

describe('of a hostile file', () => {
  const sound = JSON.stringify({ [lesson]: unopenedLesson(1) }).slice(1, -1);

  test.each([
    ['names of JavaScript’s own', '"__proto__":{"opened":1},"constructor":{},"lesson/__proto__":{"polluted":true}', 3],
    ['kinds that nobody knows', '"theme":{"on":true},"lessons/c/m/l":{},"":{}', 3],
    ['values that are no entry', '"attempt/c/m/l/e":7,"lesson/c/m/l":"{}","results/c/m/l/e":null,"lesson/x":[]', 4],
    [
      'keys with control characters, or longer than keys are',
      `"lesson/a\\u0000b":{},"lesson/${'ə'.repeat(500)}":{}`,
      2,
    ],
    ['entries nested without end', `"lesson/c/m/l":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 1],
    ['texts longer than any answer', `"attempt/c/m/l/e":{"signature":"${'я'.repeat(300_000)}","at":1}`, 1],
  ])('%s are left out, and the rest is read', (_, entries, leftOut) => {
    const file = read(fileWith(`{${entries},${sound}}`));
    expect([[...file.entries.keys()], file.leftOut]).toEqual([[lesson], leftOut]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a key that stands twice counts as it stands last, as everywhere in JSON', () => {
    const twice = [1, 2].map((opened) => JSON.stringify({ [lesson]: unopenedLesson(opened) }).slice(1, -1));
    expect(read(fileWith(`{${twice.join()}}`)).entries.get(lesson)).toBe(formatLesson(unopenedLesson(2)));
  });
});

describe('before a file is joined', () => {
  const here = new Map([
    [lesson, formatLesson({ ...unopenedLesson(5), read: ['who-says-so'] })],
    [results, formatResults([answer(1), answer(2)])],
  ]);

  test('the learner is told what is new, and what was there', () => {
    const coming = new Map([
      [lesson, formatLesson({ ...unopenedLesson(9), read: ['who-says-so'] })],
      [results, formatResults([answer(2), answer(3), answer(4)])],
      [results.replace('beekeepers', 'lake-tabs'), formatResults([answer(7)])],
    ]);
    expect(summariseJoin(here, coming)).toEqual({ answers: 3, added: 1, joined: 1, same: 1 });
  });

  test('the record’s own file has nothing new', () => {
    const own = read(formatExport(here, saved)).entries;
    expect(summariseJoin(here, own)).toEqual({ answers: 0, added: 0, joined: 0, same: 2 });
  });

  test('what is damaged here counts as missing', () => {
    const damaged = new Map([...here, [lesson, '{"opened":']]);
    expect(summariseJoin(damaged, here)).toMatchObject({ added: 1, same: 1 });
  });
});
