import { check } from '../../../src/cli/check.ts';
import { runCommand } from '../../../src/cli/command.ts';
import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function bilig(...args: string[]): Promise<Result> {
  const written = { stdout: '', stderr: '' };
  const code = await runCommand({ check }, args, {
    print: (text) => void (written.stdout += `${text}\n`),
    complain: (text) => void (written.stderr += `${text}\n`),
  });
  return { code, ...written };
}

/** The same by a process of its own. */
function spawnBilig(...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/bilig.ts', ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

let content = '';
const lesson = 'courses/demo/first/two/en.mdx';

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'bilig-check-'));
  await cp('tests/fixtures/authoring/base', content, { recursive: true });
});
afterEach(async () => {
  await rm(content, { recursive: true, force: true });
});

describe('bilig check', () => {
  test('exits with 0 and a line of text for clean content', async () => {
    expect(await bilig('check', '--content', content)).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^No problems in \d+ files\.\n$/u),
      stderr: '',
    });
  });

  test('exits with 1 for errors, and names files from where it was called', async () => {
    await writeFile(join(content, 'sources.yaml'), 'work-2020: {}\n');
    const { code, stdout } = await bilig('check', '--content', content);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `${relative('.', join(content, 'sources.yaml'))}:1:12  schema\n  The key "work-2020.author" is missing.\n  1 │ work-2020: {}\n    │            ^\n  → `,
    );
    expect(stdout).toMatch(/\n4 errors, 0 pieces of advice in 1 file\.\n$/u);
  });

  test('exits with 0 where there is only advice', async () => {
    await rm(join(content, 'courses/demo/first/two/kk.mdx'));
    const { code, stdout } = await bilig('check', '--content', content);
    expect(code).toBe(0);
    expect(stdout).toContain('two/en.mdx:1:1  translation-missing (advice)\n');
    expect(stdout).toContain('0 errors, 1 piece of advice in 1 file.');
  });

  test('prints JSON with nothing but the agreed keys', async () => {
    await rm(join(content, 'interface/kk.json'));
    const { code, stdout } = await bilig('check', '--content', content, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: relative('.', join(content, 'interface/kk.json')),
        line: 1,
        column: 1,
        rule: 'interface-missing',
        severity: 'error',
        message: expect.any(String),
        hint: expect.any(String),
      },
    ]);
  });

  test('mends, keeps the rights of files, leaves no temporary files, and reports what is left', async () => {
    const path = join(content, lesson);
    const text = (await readFile(path, 'utf8')).replaceAll('\n', '\r\n');
    await writeFile(path, `\uFEFF${text}\r\nA\u202E {b}\r\n`);
    await chmod(path, 0o640);
    const { code, stdout } = await bilig('check', '--content', content, '--fix');
    expect(code).toBe(1);
    expect(stdout).toContain('Mended 1 file.');
    expect(stdout).toContain('1 error, 0 pieces of advice in 1 file.');
    expect(await readFile(path, 'utf8')).toBe(`${text}\r\nA {b}\r\n`);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect((await readdir(content, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('does not touch files that need no mend', async () => {
    const before = await stat(join(content, lesson));
    await bilig('check', '--content', content, '--fix');
    expect((await stat(join(content, lesson))).mtimeMs).toBe(before.mtimeMs);
  });

  test('never lets content write to the terminal', async () => {
    await writeFile(
      join(content, 'pages/about/en.mdx'),
      '---\ntitle: About\nsummary: A page.\n---\n\n## Us\n\n<Term id="\u001b[31m\u202E">a</Term>\n',
    );
    const { stdout } = await bilig('check', '--content', content);
    expect(stdout).toContain('<U+001b>[31m<U+202e>');
    expect(stdout).not.toMatch(/[\u001b\u202E]/u);
  });

  test('survives bytes that are no text', async () => {
    await writeFile(join(content, lesson), Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x80]));
    const { code, stdout, stderr } = await bilig('check', '--content', content, '--fix');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('two/en.mdx:1:1  not-utf8');
    expect([...(await readFile(join(content, lesson)))]).toEqual([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x80]);
  });
});

describe('a wrong call exits with 2 and says why', () => {
  test.each([
    [[], 'Usage: bilig <command>'],
    [['chek'], 'There is no command "chek". Did you mean "check"?'],
    [['constructor'], 'There is no command "constructor".'],
    [['check', '--jsno'], 'There is no option "--jsno". Did you mean "--json"?'],
    [['check', '--content'], '--content'],
    [['check', 'content'], 'This command takes options only'],
    [['check', '--json=yes'], '--json'],
    [['check', '--format', 'sarfi'], 'There is no format "sarfi". Did you mean "sarif"?'],
    [['check', '--format', 'html'], 'The formats are: text, json, github, sarif.'],
    [['check', '--format', 'github', '--json'], '--json and --format github contradict each other'],
    [['check', '--watch', '--fix'], '--watch leaves files alone while you write'],
    [['check', '--watch', '--links'], '--watch goes nowhere'],
    [['check', '--watch', '--json'], 'for programs use --format json by itself'],
    [['check', '--content', 'no-such-folder'], 'There is no folder "no-such-folder"'],
    [['check', '--content', 'package.json'], '"package.json" is a file'],
  ])('%j', async (args, said) => {
    const { code, stdout, stderr } = await bilig(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

test('the program itself exits with these codes and shows no stack', { timeout: 30_000 }, async () => {
  expect((await spawnBilig('check', '--content', content)).code).toBe(0);
  const { code, stderr } = await spawnBilig('chek');
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean "check"?');
  expect(stderr).not.toMatch(/^\s+at /mu);
});

test(
  'looks at addresses outside the site only when asked to, as advice, and keeps what it saw',
  { timeout: 60_000 },
  async () => {
    const sources = (await readFile(join(content, 'sources.yaml'), 'utf8')).trimEnd();
    await writeFile(join(content, 'sources.yaml'), `${sources}\n  url: http://127.0.0.1:9/work\n`);
    const here = await mkdtemp(join(tmpdir(), 'bilig-check-links-'));
    try {
      const look = (...args: string[]) =>
        new Promise<Result>((done) => {
          const program = join(process.cwd(), 'src/cli/bilig.ts');
          execFile(
            process.execPath,
            [program, 'check', '--content', content, ...args],
            { cwd: here },
            (error, stdout, stderr) => done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
          );
        });
      expect((await look()).stdout).toMatch(/^No problems/u);
      const first = await look('--links');
      expect([first.code, first.stderr]).toEqual([0, 'Looking at 1 address …\n']);
      expect(first.stdout).toContain('sources.yaml:6:8  link-unreachable (advice)\n');
      expect(first.stdout).toContain('it leads into a private network, where it is not looked at');
      const kept = await readFile(join(here, '.cache/links.json'), 'utf8');
      expect(JSON.parse(kept)).toMatchObject({ links: { 'http://127.0.0.1:9/work': { state: 'silent' } } });
      expect((await look('--links')).stderr).toBe('');
    } finally {
      await rm(here, { recursive: true, force: true });
    }
  },
);

test('help is no fault', async () => {
  expect(await bilig('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('check'), stderr: '' });
  expect(await bilig('check', '--help')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('--fix'),
    stderr: '',
  });
});
