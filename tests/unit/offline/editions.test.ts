import {
  abandon,
  begin,
  compareEdition,
  complete,
  filesOf,
  findRubbish,
  formatEdition,
  formatMegabytes,
  formatState,
  halt,
  isCheckDue,
  keptCourses,
  missingFiles,
  nothingKept,
  parseEdition,
  parseState,
  readRange,
  shrink,
  sizeOfChoices,
  uniteChoices,
  withoutChoice,
  type Edition,
} from '#offline';
import { describe, expect, test } from 'vitest';
import { az, editionOf, hashOf, kk, releaseOf, texts } from './samples.ts';

const pathsOf = (edition: Edition) => filesOf(edition).map(({ path }) => path);

describe('an edition', () => {
  test('has what its courses need and nothing of other languages but the page that tells what is kept', () => {
    const paths = pathsOf(editionOf('a', [kk]));
    expect(paths).toEqual(expect.arrayContaining(['kk/media-literacy/', 'kk/glossary/', '_astro/upstream.b2.mp3']));
    expect(paths.filter((path) => path.startsWith('az/'))).toEqual(['az/offline/']);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('is read as it was written, and not at all where it is damaged', () => {
    const edition = editionOf('a', [kk, az]);
    const text = formatEdition(edition);
    expect(parseEdition(text)).toEqual(edition);
    for (const damaged of [
      '',
      text.slice(0, -2),
      text.replace('kk/glossary/', '../glossary/'),
      text.replace('"kk"', '7'),
    ])
      expect(parseEdition(damaged)).toBeNull();
  });

  test('cannot be made of a release that lacks a part', () => {
    expect(() => editionOf('a', [{ course: 'media-literacy', locale: 'tr' }])).toThrow('locale/tr');
  });

  test('loses with a language what only that language needed', () => {
    const smaller = withoutChoice('b', editionOf('a', [kk, az]), az);
    expect(smaller && pathsOf(smaller).sort()).toEqual(pathsOf(editionOf('a', [kk])).sort());
    expect(smaller && withoutChoice('c', smaller, kk)).toBeNull();
  });

  test('names courses by their titles, and by their ids where they have none', () => {
    expect(keptCourses(editionOf('a', [kk, az])).map(({ title }) => title)).toEqual([
      'Медиасауаттылық',
      'media-literacy',
    ]);
  });

  test('counts a choice that is made twice once', () => {
    expect(uniteChoices([kk], [az, kk], [az])).toEqual([kk, az]);
  });
});

describe('what is to be fetched', () => {
  test('is what is not on the device, whichever release it came with', () => {
    const old = editionOf('a', [kk]);
    const held = new Set(filesOf(old).map(({ hash }) => hash));
    expect(missingFiles(old, held)).toEqual([]);
    const next = editionOf('b', [kk], releaseOf({ 'kk/glossary/': 'дереккөз, бастапқы' }));
    expect(missingFiles(next, held).map(({ path }) => path)).toEqual(['kk/glossary/']);
    expect(missingFiles(editionOf('c', [kk, az]), held).map(({ path }) => path)).toEqual([
      'az/glossary/',
      'az/media-literacy/',
    ]);
  });

  test('names a content once that stands at two addresses', () => {
    const twice = editionOf('a', [kk], releaseOf({ 'kk/media-literacy/': texts['kk/glossary/'] ?? '' }));
    const hash = hashOf(texts['kk/glossary/'] ?? '');
    expect(missingFiles(twice, new Set()).filter((file) => file.hash === hash)).toHaveLength(1);
  });

  test('weighs less for a second language, and nothing for one that is kept', () => {
    const { release } = releaseOf();
    const kept = editionOf('a', [kk]);
    expect(sizeOfChoices([az], release, kept).compressed).toBe(20);
    expect(sizeOfChoices([az], release, null).compressed).toBe(70);
    expect(sizeOfChoices([kk], release, kept)).toEqual({ compressed: 0, bytes: 0 });
  });
});

describe('news', () => {
  test('are none while all that is kept is as it was, whatever else has changed', () => {
    const { release } = releaseOf({ 'az/glossary/': 'mənbə, ilkin' });
    expect(compareEdition(editionOf('a', [kk]), release)).toBeNull();
  });

  test('name what has changed and what is no longer published', () => {
    const { release } = releaseOf({ 'kk/glossary/': 'дереккөз, бастапқы' });
    const kept = editionOf('a', [kk, az]);
    expect(compareEdition(kept, release)).toEqual({ changed: ['locale/kk'], gone: [] });
    const without = { ...release, parts: new Map([...release.parts].filter(([part]) => !part.endsWith('/az'))) };
    expect(compareEdition(kept, without)?.gone).toEqual([az]);
  });

  test('are asked for once a day, and after a clock was set back', () => {
    const day = 86_400_000;
    expect([isCheckDue(null, day), isCheckDue('rubbish', day), isCheckDue(String(2 * day), day)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isCheckDue(String(day), 2 * day - 1), isCheckDue(String(day), 2 * day)]).toEqual([false, true]);
  });
});

describe('the state', () => {
  test('changes to a new edition when it is complete, and retains the old one for open pages', () => {
    const first = complete(begin(nothingKept, 'a'), 'a');
    expect(first).toEqual({ active: 'a', pending: null, retained: [] });
    expect(complete(begin(first, 'b'), 'b')).toEqual({ active: 'b', pending: null, retained: ['a'] });
  });

  test('stays as it is when another edition than the awaited one is complete, or none is awaited', () => {
    const waiting = begin(nothingKept, 'b');
    expect(complete(waiting, 'a')).toBe(waiting);
    expect(halt(abandon(waiting), 'full')).toEqual(nothingKept);
  });

  test('is read as it was written; where it is damaged, nothing counts as kept', () => {
    const state = shrink(halt(begin(complete(begin(nothingKept, 'a'), 'a'), 'b'), 'paused'), 'c');
    expect(parseState(formatState(state))).toEqual(state);
    for (const text of [
      '{',
      '{"version":2}',
      formatState(state).replace('paused', 'bored'),
      formatState(state).replace('"c"', '"../c"'),
    ])
      expect(parseState(text), text).toEqual(nothingKept);
  });
});

describe('rubbish', () => {
  const old = editionOf('old', [kk]);
  const active = editionOf('new', [kk], releaseOf({ 'kk/glossary/': 'дереккөз, бастапқы' }));
  const orphan = hashOf('half of a download that was given up');
  const files = new Set([...filesOf(old), ...filesOf(active)].map(({ hash }) => hash).concat(orphan));
  const inventory = {
    state: { active: 'new', pending: null, retained: ['old'] },
    editions: new Map([
      ['old', old],
      ['new', active],
    ]),
    bindings: new Map([
      ['page-1', 'old'],
      ['page-2', 'new'],
    ]),
    files,
  };

  test('is not what a page of the old edition may still ask for', () => {
    const { state, rubbish } = findRubbish(inventory, new Set(['page-1']));
    expect(state.retained).toEqual(['old']);
    expect(rubbish).toEqual({ editions: [], bindings: ['page-2'], files: [orphan] });
  });

  test('is the old edition once its last page is closed, but for what the new one shares', () => {
    const { state, rubbish } = findRubbish(inventory, new Set(['page-2']));
    expect(state.retained).toEqual([]);
    expect(rubbish.editions).toEqual(['old']);
    expect(rubbish.files.toSorted()).toEqual([hashOf(texts['kk/glossary/'] ?? ''), orphan].sort());
  });

  test('is no edition where the open pages are not known', () => {
    expect(findRubbish(inventory, null).rubbish).toEqual({ editions: [], bindings: [], files: [orphan] });
  });

  test('is not what is being fetched', () => {
    const state = { active: null, pending: { edition: 'old', halt: 'paused' as const }, retained: [] };
    expect(findRubbish({ ...inventory, state, bindings: new Map() }, new Set()).rubbish.editions).toEqual(['new']);
  });
});

test('sizes are rounded up to tenths of a megabyte, with the mark of the language', () => {
  expect([0, 1, 100_000, 1_234_567, 2_960_000].map((bytes) => formatMegabytes(bytes, ','))).toEqual([
    '0,0',
    '0,1',
    '0,1',
    '1,3',
    '3,0',
  ]);
});

test.each([
  [null, null],
  [undefined, null],
  ['', null],
  ['bytes=-', null],
  ['bytes=0-1,3-4', null],
  ['lines=1-2', null],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=5-99', { start: 5, end: 9 }],
  ['bytes=5-4', 'bad'],
  ['bytes=-0', 'bad'],
  ['bytes=20-', 'bad'],
])('a part of a film is read as players ask for it: %s', (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});
