import { addressOf, formatPartList, formatRelease, parsePartList, parseRelease, pathOf } from '#offline';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, releaseOf, scope } from './samples.ts';

const hash = hashOf('дереккөз');
const listWith = (...row: unknown[]) => JSON.stringify({ version: 1, title: '', files: [row] });

describe('a list of files', () => {
  test('is read as it was written', () => {
    for (const list of releaseOf().lists.values()) expect(parsePartList(formatPartList(list))).toEqual(list);
  });

  test.each([
    'https://evil.example/x.js',
    '//evil.example/x.js',
    '/kk/',
    '../secret',
    'kk/../../secret',
    'kk/%2e%2e/secret',
    'kk\\..\\secret',
    './kk/',
    'kk//glossary/',
    'kk/?q=1',
    'kk/#top',
    'javascript:alert(1)',
    'kk/\u0000',
    `kk/${'a'.repeat(500)}/`,
  ])('with the path %j is refused', (path) => {
    expect(parsePartList(listWith(path, hash, 1, 1))).toBeNull();
  });

  test.each([
    ['a hash cut short', [hash.slice(1), 1, 1]],
    ['a hash of other letters', [`${hash.slice(1)}=`, 1, 1]],
    ['a size below nothing', [hash, -1, 1]],
    ['a size of parts of a byte', [hash, 1.5, 1]],
    ['a size beyond any disk', [hash, Number.MAX_SAFE_INTEGER, 1]],
    ['a size that is a word', [hash, '1', 1]],
    ['no sizes', [hash]],
  ])('with %s is refused', (_, rest) => {
    expect(parsePartList(listWith('kk/', ...rest))).toBeNull();
  });

  test('that names a file twice is refused: one address holds one file', () => {
    const row = ['kk/', hash, 1, 1];
    expect(parsePartList(JSON.stringify({ version: 1, title: '', files: [row, row] }))).toBeNull();
  });

  test('of another form, or no list at all, is refused', () => {
    for (const text of ['', 'null', '[]', '{"version":2,"title":"","files":[]}', '{"version":1,"files":[]}', '{'])
      expect(parsePartList(text), text).toBeNull();
    expect(parsePartList(null)).toBeNull();
  });

  test('that is damaged anywhere never throws', () => {
    const text = formatPartList([...releaseOf().lists.values()][0] ?? { title: '', files: [] });
    fc.assert(
      fc.property(fc.nat(text.length), fc.string(), (at, noise) => {
        parsePartList(text.slice(0, at) + noise + text.slice(at + noise.length));
      }),
    );
  });
});

describe('a release', () => {
  test('is read as it was written', () => {
    const { release } = releaseOf();
    expect(parseRelease(formatRelease(release))).toEqual(release);
  });

  test('with a name of a part that would lead elsewhere is refused', () => {
    for (const part of ['../x', 'locale//kk', 'locale/kk/', 'https://evil.example', '', '__proto__/x y'])
      expect(parseRelease(JSON.stringify({ version: 1, id: hash, parts: { [part]: [hash, 1, 1] } })), part).toBeNull();
  });

  test('without hashes or sizes is refused', () => {
    for (const summary of [[], [hash], [hash, 1], ['', 1, 1], null, { hash }])
      expect(parseRelease(JSON.stringify({ version: 1, id: hash, parts: { common: summary } }))).toBeNull();
    expect(parseRelease(JSON.stringify({ version: 1, id: 'newest', parts: {} }))).toBeNull();
  });
});

describe('an address', () => {
  test.each([
    ['kk/glossary/', 'kk/glossary/'],
    ['kk/glossary/?q=дерек#top', 'kk/glossary/'],
    ['kk/glossary/index.html', 'kk/glossary/'],
    ['index.html', ''],
    ['', ''],
    ['?q=1', ''],
    ['kk/glossary', 'kk/glossary'],
    ['kk/%D1%81%D0%B0%D0%B1%D0%B0%D2%9B/', 'kk/сабақ/'],
    ['kk/myindex.html', 'kk/myindex.html'],
  ])('%j is known by its path', (address, path) => {
    expect(pathOf(scope + address, scope)).toBe(path);
  });

  test('outside the base, or badly written, has none', () => {
    for (const address of ['https://bilig.example/', 'https://evil.example/kurs/kk/', `${scope}%E0%A4%A`, ''])
      expect(pathOf(address, scope), address).toBeNull();
  });

  test('leads back to the path', () => {
    for (const path of ['', 'kk/', '_astro/[lesson].@x.js', 'kk/сабақ/'])
      expect(pathOf(addressOf(path, scope), scope)).toBe(path);
  });
});
