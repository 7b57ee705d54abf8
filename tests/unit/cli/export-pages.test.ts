import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../../src/cli/command.ts';
import { exportPackage } from '../../../src/cli/export.ts';
import { stampFile } from '../../../src/site/build-stamp.ts';

// What is refused before any page is taken; tests/e2e/packages writes packages of a built site.

// Each call reads and checks the whole content.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
let copy = '';
let out = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilig-pages-'));
  copy = join(folder, 'content');
  cpSync('content', copy, { recursive: true, filter: (path) => !path.includes('gallery') });
  rmSync(join(copy, 'courses/media-literacy/finding-the-source/trace-it-back/tr.mdx'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  out = mkdtempSync(join(folder, 'out-'));
});

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const module = ['--course', 'media-literacy', '--module', 'finding-the-source', '--content', copy];
  const code = await runCommand(
    { export: exportPackage },
    ['export', ...args, ...module, '--out', join(out, 'module.zip')],
    { print: (text) => void (said += text), complain: (text) => void (said += text) },
  );
  expect(readdirSync(out)).toEqual([]);
  return { code, said };
}

describe.each(['scorm12', 'scorm2004', 'cmi5'])('bilig export %s', (format) => {
  test('names the lessons that are missing in any of the languages, and writes nothing', async () => {
    const { code, said } = await run(format, '--locale', 'kk,tr');
    expect(code).toBe(1);
    expect(said).toContain('is not whole in tr');
    expect(said).toContain('  finding-the-source/trace-it-back');
    expect(said).toContain('--fallback en');
  });

  test('takes no site that was built from something else, and says how to build it', async () => {
    const site = join(folder, `old-${format}`);
    mkdirSync(join(site, 'package'), { recursive: true });
    writeFileSync(join(site, stampFile), JSON.stringify({ sources: 'other', base: '/' }));
    const { code, said } = await run(format, '--locale', 'kk', '--site', site);
    expect(code).toBe(2);
    expect(said).toContain('was built from other content');
    expect(said).toContain('npm run -s build');
  });

  test('says where a folder is no built site', async () => {
    const { code, said } = await run(format, '--locale', 'kk', '--site', join(folder, 'nowhere'));
    expect(code).toBe(2);
    expect(said).toContain('holds no built site');
  });

  test('lends lessons only as the site does', async () => {
    const { code, said } = await run(format, '--locale', 'tr', '--fallback', 'ru', '--site', folder);
    expect(code).toBe(1);
    expect(said).toContain('Write --fallback en');
  });

  test('refuses a language that is named twice', async () => {
    const { code, said } = await run(format, '--locale', 'kk,az,kk');
    expect(code).toBe(2);
    expect(said).toContain('names a language twice');
  });
});

test('a platform that does not take a format is named with what it takes', async () => {
  const { code, said } = await run('cmi5', '--locale', 'kk', '--preset', 'moodle');
  expect(code).toBe(2);
  expect(said).toContain('moodle does not take cmi5');
  expect(said).toContain('scorm12');
});
