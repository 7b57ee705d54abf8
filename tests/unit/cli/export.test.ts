import {
  cpSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportPackage } from '../../../src/cli/export.ts';
import { runCommand } from '../../../src/cli/command.ts';
import { packageFormats } from '#packaging';
import { writeWhole } from '#packaging/adapters/node-output';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

// Each call reads and checks the whole content.
vi.setConfig({ testTimeout: 60_000 });

const courseFile = `source: en
licence: CC-BY-SA-4.0
authors: [Bilig]
level: 1
modules:
  - id: finding-the-source
    lessons:
      - { id: leave-the-page, minutes: 25, skills: [LAT, SRC], published: 2026-11-23 }
      - { id: trace-it-back, minutes: 20, skills: [EVI, LAT], published: 2026-11-23 }
      - { id: whom-to-trust, minutes: 20, skills: [SRC], published: 2026-11-23 }
  - id: later
    announced: true
`;

let folder = '';
let whole = '';
let copy = '';

/** A copy of the content in which a lesson is missing and another one is broken. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilig-export-'));
  whole = join(folder, 'whole');
  copy = join(folder, 'content');
  // The examples of the gallery belong to no course; one module of one course is enough to be whole, broken or empty.
  const others = /gallery|courses\/(?!media-literacy)|media-literacy\/(?!finding-the-source|course\.yaml|\w\w\.mdx)/u;
  for (const name of [whole, copy]) {
    cpSync('content', name, { recursive: true, filter: (path) => !others.test(path.replaceAll('\\', '/')) });
    writeFileSync(join(name, 'courses/media-literacy/course.yaml'), courseFile);
    cpSync(
      'content/courses/media-literacy/finding-the-source/en.mdx',
      join(name, 'courses/media-literacy/later/en.mdx'),
    );
  }
  const lesson = (name: string) => join(copy, 'courses/media-literacy/finding-the-source', name);
  rmSync(lesson('trace-it-back/tr.mdx'));
  writeFileSync(
    lesson('whom-to-trust/ru.mdx'),
    readFileSync(lesson('whom-to-trust/ru.mdx'), 'utf8').replaceAll('- [x]', '- [ ]'),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(folder, 'out-'));
});

/** Runs `bilig export`. */
async function run(...args: string[]): Promise<Result> {
  const written = { stdout: '', stderr: '' };
  const content = args.includes('--content') ? [] : ['--content', whole];
  const code = await runCommand({ export: exportPackage }, ['export', ...args, ...content], {
    print: (text) => void (written.stdout += `${text}\n`),
    complain: (text) => void (written.stderr += `${text}\n`),
  });
  return { code, ...written };
}

const course = ['--course', 'media-literacy'];
const to = (name: string) => ['--out', join(out, name)];

describe('bilig export', () => {
  test.each(['gift', 'moodle-xml'])('writes %s as one text', async (format) => {
    const { code, stdout, stderr } = await run(format, ...course, '--locale', 'az', ...to('sual.txt'));
    expect([code, stderr]).toEqual([0, '']);
    expect(readFileSync(join(out, 'sual.txt'), 'utf8')).toContain('Media savadlılığı');
    expect(stdout).toMatch(/questions: 21\.\n/);
    expect(stdout).toContain('cannot carry, and what stands in for it:\n- how sure the learner is: nothing');
    expect(readdirSync(out)).toEqual(['sual.txt']);
  });

  test.each(['qti2.1', 'qti3.0'])('writes %s as an archive with its manifest first', async (format) => {
    const { code } = await run(
      format,
      ...course,
      '--module',
      'finding-the-source',
      '--locale',
      'kk',
      ...to('сұрақтар.zip'),
    );
    const names = Object.keys(unzipSync(readFileSync(join(out, 'сұрақтар.zip'))));
    expect([code, names[0], names.length]).toEqual([0, 'imsmanifest.xml', 22]);
  });

  test.each(['common-cartridge-1.1', 'common-cartridge-1.3'])(
    'writes %s with a page and a quiz a lesson',
    async (format) => {
      const preset = format.endsWith('1') ? 'moodle' : 'canvas';
      const { code, stdout, stderr } = await run(
        format,
        ...course,
        '--locale',
        'uz',
        '--preset',
        preset,
        ...to('kurs.imscc'),
      );
      const names = Object.keys(unzipSync(readFileSync(join(out, 'kurs.imscc'))));
      expect([code, stderr, names[0]]).toEqual([0, '', 'imsmanifest.xml']);
      expect(names.filter((name) => /^(?:lessons|quizzes)\//.test(name)).length).toBe(6);
      expect(stdout).toContain(
        '- questions that nobody marks, or that do not count, in a quiz: they stand in the lesson',
      );
    },
  );

  test('writes epub as a book, whose kind stands first', async () => {
    const { code, stdout, stderr } = await run('epub', ...course, '--locale', 'ru', ...to('книга.epub'));
    expect([code, stderr]).toEqual([0, '']);
    expect(Object.keys(unzipSync(readFileSync(join(out, 'книга.epub'))))[0]).toBe('mimetype');
    expect(stdout).toContain('- checking answers, hints, and how sure the learner is: the answers with their reasons');
  });

  test('lists the formats with what takes them, and the presets that can be named', async () => {
    const { code, stdout } = await run('--list');
    expect(code).toBe(0);
    for (const name of Object.keys(packageFormats)) expect(stdout).toContain(`${name} `);
    expect(stdout.match(/taken by: /g)?.length).toBe(Object.keys(packageFormats).length);
    expect(stdout).toMatch(/common-cartridge-1\.1 .*\n.*\n *presets: moodle, blackboard\n/);
  });

  test('replaces the file that was there, and keeps who may read it', async () => {
    writeFileSync(join(out, 'a.gift'), 'old', { mode: 0o600 });
    expect((await run('gift', ...course, '--locale', 'en', ...to('a.gift'))).code).toBe(0);
    expect(readFileSync(join(out, 'a.gift'), 'utf8')).not.toBe('old');
    expect(readdirSync(out)).toEqual(['a.gift']);
  });
});

describe('a wrong call ends with 2, says what was meant and leaves nothing behind', () => {
  test.each([
    [['gitf', ...course, '--locale', 'kk'], 'There is no format "gitf". Did you mean "gift"?'],
    [
      ['gift', '--course', 'media-litercy', '--locale', 'kk'],
      'There is no course "media-litercy". Did you mean "media-literacy"?',
    ],
    [['gift', ...course, '--module', 'finding-the-sauce', '--locale', 'kk'], 'Did you mean "finding-the-source"?'],
    [['gift', ...course, '--locale', 'kz'], 'There is no language "kz".'],
    [['gift', ...course, '--locale', 'kk,en'], 'One file of gift holds one language, and 2 were named: kk, en.'],
    [['gift', ...course, '--locale', 'kk', '--fallback', 'xx'], 'There is no language "xx".'],
    [['gift', '--locale', 'kk'], '--course is missing'],
    [['gift', ...course], '--locale is missing'],
    [['gift', ...course, '--locale', 'kk', '--preset', 'modle'], 'There is no preset "modle". Did you mean "moodle"?'],
    [
      ['common-cartridge-1.3', ...course, '--locale', 'kk', '--preset', 'moodle'],
      'moodle does not take common-cartridge-1.3. It takes common-cartridge-1.1, gift, moodle-xml',
    ],
    [['gift', ...course, '--locale', 'kk', '--preset', 'ilias'], 'ilias does not take gift.'],
    [['epub', ...course, '--locale', 'kk', '--preset', 'moodle'], 'moodle does not take epub.'],
    [['epub', ...course, '--locale', 'kk,uz'], 'One file of epub holds one language, and 2 were named: kk, uz.'],
    [['common-cartridge-1.1', ...course, '--locale', 'kk,ru'], 'One file of common-cartridge-1.1 holds one language'],
    [[...course, '--locale', 'kk'], 'Name a format: common-cartridge-1.1'],
    [['gift', 'moodle-xml', ...course, '--locale', 'kk'], 'Name one format, not 2'],
    [['gift', ...course, '--local', 'kk'], 'Did you mean "--locale"?'],
    [['gift', ...course, '--locale', 'kk', '--content', 'nowhere'], 'There is no folder "nowhere"'],
  ])('%s', async (args, message) => {
    const { code, stdout, stderr } = await run(...args, ...to('x'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(out)).toEqual([]);
  });

  test('where to write is not said, is a folder or in none', async () => {
    expect((await run('gift', ...course, '--locale', 'kk')).stderr).toContain('--out is missing');
    expect((await run('gift', ...course, '--locale', 'kk', '--out', out)).stderr).toContain('is a folder');
    expect((await run('gift', ...course, '--locale', 'kk', ...to('no/such/x.gift'))).stderr).toContain(
      'there is no folder',
    );
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('what cannot be written ends with 1 and leaves nothing behind', () => {
  test('a lesson that the language does not have is named, and can be lent', async () => {
    const refused = await run('gift', ...course, '--locale', 'tr', '--content', copy, ...to('x.gift'));
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('  finding-the-source/trace-it-back');
    expect(refused.stderr).toContain('--fallback en');
    expect(readdirSync(out)).toEqual([]);
    const lent = await run('gift', ...course, '--locale', 'tr', '--fallback', 'en', '--content', copy, ...to('x.gift'));
    expect([lent.code, lent.stderr]).toEqual([0, '']);
    expect(lent.stdout).toContain('Lent by en, and marked as such: media-literacy/finding-the-source/trace-it-back');
    expect(readFileSync(join(out, 'x.gift'), 'utf8')).toContain('<div lang\\="en">');
  });

  test('a lesson with faults is refused with their places; other languages are not held up', async () => {
    const refused = await run('moodle-xml', ...course, '--locale', 'ru', '--content', copy, ...to('x.xml'));
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/whom-to-trust\/ru\.mdx:\d+:\d+/);
    expect(readdirSync(out)).toEqual([]);
    expect((await run('moodle-xml', ...course, '--locale', 'uz', '--content', copy, ...to('x.xml'))).code).toBe(0);
  });

  test('a module without lessons has nothing to write', async () => {
    const { code, stderr } = await run('gift', ...course, '--module', 'later', '--locale', 'en', ...to('x.gift'));
    expect([code, stderr.includes('has no lessons yet')]).toEqual([1, true]);
    expect(readdirSync(out)).toEqual([]);
  });

  test('a disk that takes no file', async () => {
    // A name longer than any file system takes stands for every way in which writing fails, whoever runs this.
    const { code, stderr } = await run('gift', ...course, '--locale', 'en', ...to(`${'x'.repeat(300)}.gift`));
    expect([code, stderr.includes('cannot be written'), stderr.includes('    at ')]).toEqual([1, true, false]);
    expect(readdirSync(out)).toEqual([]);
  });
});

test('a file is written whole or not at all', async () => {
  const path = join(out, 'bank.gift');
  writeWhole(path, 'бірінші');
  expect(readFileSync(path, 'utf8')).toBe('бірінші');
  mkdirSync(join(out, 'taken'));
  writeFileSync(join(out, 'taken/inside'), '');
  expect(() => writeWhole(join(out, 'taken'), 'x')).toThrow();
  expect(readdirSync(out).sort()).toEqual(['bank.gift', 'taken']);
  expect(existsSync(join(out, 'taken/inside'))).toBe(true);
  chmodSync(path, 0o640);
  writeWhole(path, new Uint8Array([1, 2, 3]));
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
});
