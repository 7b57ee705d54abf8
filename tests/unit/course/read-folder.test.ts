import { createContentReader, createFilesReader } from '#course/adapters/node-content';
import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const lesson = 'courses/demo/first/two/kk.mdx';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bilig-folder-'));
  cpSync('tests/fixtures/authoring/base', root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a reader that is told which files have changed', () => {
  test('reads them and gives all else as it was', () => {
    const read = createFilesReader(root);
    const before = read();
    appendFileSync(join(root, lesson), '\nТағы бір сөйлем.\n');
    appendFileSync(join(root, 'glossary/claim.yaml'), '# not told of\n');
    const after = read(new Set([join(root, lesson)]));
    expect(after.texts.get(lesson)).toContain('Тағы бір сөйлем.');
    expect(after.texts.get('glossary/claim.yaml')).toBe(before.texts.get('glossary/claim.yaml'));
    expect([...after.texts.keys()]).toEqual([...before.texts.keys()]);
    // Without a name it looks through the folder, and finds the other change too.
    expect(read().texts.get('glossary/claim.yaml')).toContain('not told of');
  });

  test('gives the same object where the named file was saved as it was', () => {
    const read = createFilesReader(root);
    const before = read();
    expect(read(new Set([join(root, lesson)]))).toBe(before);
  });

  test.each([
    [
      'a new file',
      (path: string) => writeFileSync(path.replace('kk', 'tr'), 'Yeni'),
      'courses/demo/first/two/tr.mdx',
      true,
    ],
    ['a file that is gone', (path: string) => rmSync(path), lesson, false],
    ['a file under another name', (path: string) => renameSync(path, path.replace('kk', 'az')), lesson, false],
    ['a folder that is gone', () => rmSync(join(root, 'courses'), { recursive: true }), lesson, false],
  ])('looks through the folder for %s', (_what, change, name, isThere) => {
    const read = createFilesReader(root);
    read();
    change(join(root, lesson));
    expect(read(new Set([join(root, name)])).texts.has(name)).toBe(isThere);
    expect([...read(new Set([join(root, name)])).texts]).toEqual([...createFilesReader(root)().texts]);
  });

  test('keeps the readings of all files but those that have changed', () => {
    const read = createContentReader(root);
    const before = read();
    appendFileSync(join(root, lesson), '\nТағы бір сөйлем.\n');
    const after = read(new Set([join(root, lesson)]));
    const changed = [...after.readings].filter(([file, reading]) => before.readings.get(file) !== reading);
    expect(changed.map(([file]) => file)).toEqual([lesson]);
    expect(after.content?.glossary.get('claim')).toBe(before.content?.glossary.get('claim'));
  });
});
