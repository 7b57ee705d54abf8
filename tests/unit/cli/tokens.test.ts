import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `bilig tokens` with a text on standard input. */
function tokens(input: string, ...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['src/cli/bilig.ts', 'tokens', ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

describe('bilig tokens', () => {
  test('prints the keys of each line as a JSON array, of an empty one too', async () => {
    const { code, stdout } = await tokens('haberler\n\nsources checked\n', '--locale', 'en');
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual(['["haberl"]', '[]', '["sourc","check"]', '']);
  });

  test('reads a last line without a line break', async () => {
    expect((await tokens('2026', '--locale', 'kk')).stdout).toBe('["2026"]\n');
  });

  test('prints nothing for no input', async () => {
    expect(await tokens('', '--locale', 'tr')).toMatchObject({ code: 0, stdout: '' });
  });

  test('knows Turkmen, which has no courses', async () => {
    expect((await tokens('maglumatlar\n', '--locale', 'tk', '--index')).stdout).toContain('"maglumat"');
  });

  test.each([[[]], [['--locale', 'de']], [['--locale', '__proto__']]])('explains a wrong call: %j', async (args) => {
    const { code, stdout, stderr } = await tokens('', ...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('--locale');
  });
});
