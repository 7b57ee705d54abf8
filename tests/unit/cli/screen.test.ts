import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/bilig.ts', 'screen', ...args], { encoding: 'utf8' });

test('bilig screen prints a line a language', { timeout: 60_000 }, () => {
  const { status, stdout } = run('--folder', 'courses/media-literacy/', '--list');
  expect(status).toBe(0);
  const table = stdout
    .slice(stdout.search(/^ +pages/mu))
    .trim()
    .split('\n');
  expect(table.map((line) => line.trim().split(/\s+/u)[0])).toEqual(['pages', 'az', 'uz', 'tr', 'ky', 'kk', 'ru']);
});

test.each([
  [['--locale', 'kz'], 2, 'Did you mean "kk"?'],
  [['--content', 'nowhere'], 2, 'There is no folder "nowhere"'],
  [['--folder', 'courses/nowhere'], 0, 'There is no translation in "courses/nowhere".'],
])('bilig screen explains %j', { timeout: 60_000 }, (args, code, said) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(code);
  expect(stderr).toContain(said);
});
