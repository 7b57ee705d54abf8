import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../../src/cli/check.ts';
import { runCommand } from '../../../src/cli/command.ts';
import { importFile } from '../../../src/cli/import.ts';
import { readCommands } from '../docs/read-docs.ts';
import { buildDocx, paragraph, picture, png } from '../authoring/import/build-docx.ts';

let content = '';
let files = '';

async function bilig(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const code = await runCommand({ import: importFile, check }, [...args, '--content', content], {
    print: (text) => void (written.stdout += `${text}\n`),
    complain: (text) => void (written.stderr += `${text}\n`),
  });
  return { code, ...written };
}

async function file(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(files, name);
  await writeFile(path, bytes);
  return path;
}

const read = (name: string) => readFile(join(content, name), 'utf8');

/** Every file with its bytes, to see that nothing has changed. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [path, await readFile(path, 'base64')])),
  );
}

/** Expects a call to be refused with these words, and nothing to be written. */
async function refused(args: readonly string[], words: RegExp): Promise<void> {
  const before = await snapshot();
  const { code, stdout, stderr } = await bilig('import', ...args);
  expect(stderr).toMatch(words);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/mu);
  expect(await snapshot()).toEqual(before);
}

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'bilig-import-content-'));
  files = await mkdtemp(join(tmpdir(), 'bilig-import-files-'));
  await cp('tests/fixtures/authoring/base', content, { recursive: true });
});
afterEach(async () => {
  await rm(content, { recursive: true, force: true });
  await rm(files, { recursive: true, force: true });
});

const fixture = 'tests/fixtures/import/lesson.md';

describe('a file becomes a draft lesson', () => {
  test('with its pictures, registered in course.yaml, and the check has no errors', async () => {
    const body = paragraph('A bridge.') + picture('p', 'A bridge of stone');
    const relations = [['p', 'image', 'media/image1.png']] as const;
    const docx = await file('Bridge.docx', buildDocx({ body, relations, parts: { 'word/media/image1.png': png } }));
    const before = await read('courses/demo/course.yaml');
    const { code, stdout, stderr } = await bilig(
      'import',
      docx,
      '--module',
      'first',
      '--id',
      'bridge',
      '--minutes',
      '15',
      '--skill',
      'VIS,EVI',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Written: .*first\/bridge\/en\.mdx\nWritten: .*first\/bridge\/media\/picture\.png\nChanged: .*course\.yaml\n/u,
    );
    expect(stdout).toContain('Taken: headings 0, paragraphs 2, lists 0, tables 0, pictures 1, exercises 0.');
    expect(stdout).toContain('Nothing was lost on the way.');
    const added = (await read('courses/demo/course.yaml')).replace(before, '');
    expect(added).toMatch(/^ {6}- \{ id: bridge, minutes: 15, skills: \[VIS, EVI\], published: \d{4}-\d\d-\d\d \}\n$/u);
    expect(new Uint8Array(await readFile(join(content, 'courses/demo/first/bridge/media/picture.png')))).toEqual(png);
    expect((await bilig('check')).code).toBe(0);
  });

  test('with an id from its title, an estimate of the time, and a reminder of the skills', async () => {
    const { code, stdout } = await bilig('import', fixture, '--module', 'first');
    expect(code).toBe(0);
    expect(stdout).toContain('Not taken, or changed on the way:\n- settings at the head of the document (5):');
    expect(await read('courses/demo/course.yaml')).toMatch(
      /- \{ id: et, minutes: \d+, skills: \[SRC\], published: \S+ \} # ✎ Say which skills it trains; SRC stands in for them\.\n$/u,
    );
    const checked = await bilig('check', '--json');
    const found = JSON.parse(checked.stdout) as { rule: string; severity: string }[];
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.map(({ rule }) => rule)).toContain('to-fill');
  });

  test('a second time under another id, and never over what is there', async () => {
    expect((await bilig('import', fixture, '--module', 'first')).code).toBe(0);
    expect((await bilig('import', fixture, '--module', 'first')).stdout).toContain('/et-2/en.mdx');
    await refused([fixture, '--module', 'first', '--id', 'et'], /exists already, and nothing is overwritten/u);
  });

  test('whose format its name does not say', async () => {
    const path = await file('bank.data', 'Кто платит? {=фирма ~газета}');
    await refused(
      [path, '--module', 'first'],
      /does not say what it is\. Say it with --format: docx, moodle-xml, gift, liascript/u,
    );
    expect((await bilig('import', path, '--module', 'first', '--format', 'gift')).code).toBe(0);
  });

  test('in a list of course.yaml that stands in one line', async () => {
    const yaml = await read('courses/demo/course.yaml');
    await writeFile(
      join(content, 'courses/demo/course.yaml'),
      `${yaml.split('    lessons:')[0]}    lessons: [{ id: one, minutes: 5, skills: [SRC], published: 2026-01-31 }, { id: two, minutes: 5, skills: [SRC], published: 2026-01-31 }]\n`,
    );
    expect((await bilig('import', fixture, '--module', 'first')).code).toBe(0);
    expect(await read('courses/demo/course.yaml')).toMatch(/, \{ id: et, [^#]*\}\]\n$/u);
  });
});

describe('what docs/import.md prints', () => {
  test('makes a draft in a course of the project, which passes the check', { timeout: 60_000 }, async () => {
    const commands = readCommands(await readFile('docs/import.md', 'utf8')).map(({ text }) => text);
    const [command = ''] = commands.filter((text) => text.includes(' import '));
    await rm(content, { recursive: true });
    await cp('content', content, { recursive: true });
    const { code, stdout, stderr } = await bilig(...command.replace('npm run bilig -- ', '').split(' '));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Written: .*courses\/media-literacy\/finding-the-source\/[a-z0-9-]+\/en\.mdx\n/u);
    expect((await bilig('check')).code).toBe(0);
  });
});

describe('a wrong call is explained', () => {
  test.each([
    ['without a file', [], /Name the file to import/u],
    ['with two files', [fixture, 'b.md', '--module', 'first'], /One file is imported at a time/u],
    ['without a module', [fixture], /--module {2}the module it belongs to/u],
    [
      'with a module that is not there',
      [fixture, '--module', 'frist'],
      /There is no module of demo "frist"\. Did you mean "first"\?/u,
    ],
    [
      'with a course that is not there',
      [fixture, '--course', 'dmeo', '--module', 'first'],
      /There is no course "dmeo"/u,
    ],
    [
      'with an unknown format',
      [fixture, '--module', 'first', '--format', 'gitf'],
      /There is no format "gitf"\. Did you mean "gift"\?/u,
    ],
    ['with an unknown skill', [fixture, '--module', 'first', '--skill', 'LTA'], /There is no skill "LTA"/u],
    [
      'with no such language',
      [fixture, '--module', 'first', '--locale', 'kz'],
      /There is no language "kz"\. Did you mean "kk"\?/u,
    ],
    [
      'with a language that the course is not written in',
      [fixture, '--module', 'first', '--locale', 'az'],
      /is written in en, and every lesson of it begins in that language/u,
    ],
    ['with an id that is none', [fixture, '--module', 'first', '--id', '../evil'], /not written as ids are/u],
    ['with a time that is none', [fixture, '--module', 'first', '--minutes', 'many'], /no whole number/u],
    ['with a file that is not there', ['none.gift', '--module', 'first'], /There is no file "none\.gift"/u],
    ['with a folder', ['tests/fixtures/import', '--module', 'first', '--format', 'gift'], /is no file/u],
  ])('%s', async (_, args, words) => {
    await refused(args, words);
  });

  test('and help says what can be imported', async () => {
    const { code, stdout } = await bilig('import', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('docx (.docx, .docm), moodle-xml (.xml), gift (.gift, .txt), liascript (.md, .markdown)');
  });
});

describe('a file that cannot be a lesson is refused in words, and nothing is written', () => {
  const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'a.gift', '', /is empty/u],
    [
      'a document of an old Word',
      'a.docx',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      /old version of Word or one with a password/u,
    ],
    ['a PDF called .docx', 'a.docx', '%PDF-1.7', /is a PDF/u],
    ['RTF called .docx', 'a.docx', '{\\rtf1 a}', /is a document in RTF/u],
    ['a web page called .docx', 'a.docx', '<html><body>x</body></html>', /no Word document, whatever its name says/u],
    ['a backup of a Moodle course', 'a.xml', bytes([0x1f, 0x8b, 8, 0]), /export its questions as Moodle XML/u],
    [
      'a Word document called .xml',
      'a.xml',
      buildDocx({ body: paragraph('x') }),
      /is an archive and no text.*--format docx/u,
    ],
    [
      'a web page called .xml',
      'a.xml',
      '<html><body>x</body></html>',
      /no question bank of Moodle: it begins with <html>/u,
    ],
    ['XML that is cut off', 'a.xml', '<quiz><question type="essay">', /no XML that can be read/u],
    ['an entity of HTML in XML', 'a.xml', '<quiz>&nbsp;</quiz>', /no XML that can be read/u],
    [
      'text in Windows-1251 that says it is UTF-8',
      'a.xml',
      bytes('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<!-- ', [0xcf, 0xf0, 0xe8], ' --></quiz>'),
      /is not UTF-8 \(line 3\).*Windows-1251/u,
    ],
    [
      'an encoding that nobody knows',
      'a.xml',
      '<?xml version="1.0" encoding="x-own"?><quiz/>',
      /written as "x-own", which nothing here reads/u,
    ],
    ['UTF-16 without its mark', 'a.gift', Buffer.from('Кто? {T}', 'utf16le'), /is not UTF-8|NUL/u],
    ['bytes of no text', 'a.md', bytes('# a\n', [0, 1, 2]), /NUL characters/u],
    ['words without a question', 'a.gift', '$CATEGORY: a', /no question that can be read as GIFT/u],
    ['too many questions', 'a.gift', 'A {T}\n\n'.repeat(1001), /1001 questions/u],
    ['a hundred megabytes of text', 'a.md', 'сөз '.repeat(15_000_000), /has 105 MB; files of up to 50 MB/u],
    ['a paragraph beyond all use', 'a.md', `${'_a'.repeat(5_000)}\n`.repeat(6), /more than 50000 characters/u],
  ])('%s', async (_, name, data, words) => {
    await refused([await file(name, data), '--module', 'first'], words);
  });
});
