import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeFixtureContent } from '../e2e/support/fixture-content.ts';
import { start, stop } from '../tooling/npm.ts';
import { freePort, plainEnv, printedAddress, recordOutput } from './site-process.ts';

// What a trainer sees who has made a mistake: where it stands and how to mend it, and never a stack trace.

const root = resolve(import.meta.dirname, '../..');
const folder = '.cache/broken-site/content';
const outDir = 'dist-broken';
const lessons = 'courses/sampler/parts';
const read = (file: string) => readFileSync(resolve(root, 'tests/fixtures/site/content', file), 'utf8');

const broken = {
  // A misspelt name, a question without its key, and a component that is never closed.
  [`${lessons}/every-part/en.mdx`]: read(`${lessons}/every-part/en.mdx`)
    .replace('<Note kind="tip">\n\nA tip.\n\n</Note>', '<Nota kind="tip">\n\nA tip.\n\n</Nota>')
    .replace('- [x] [sky]', '- [ ] [sky]'),
  [`${lessons}/not-in-kazakh/ru.mdx`]: read(`${lessons}/not-in-kazakh/ru.mdx`).replace('</TrainerNote>', ''),
};
const stack = /\n\s+at .+:\d+:\d+|node:internal|node_modules|Error:/u;

let check: { readonly status: number | null; readonly problems: readonly string[] };
let running: ReturnType<typeof start> | null = null;

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('npx', ['-s', ...args], {
    cwd: root,
    env: plainEnv(env),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return { status, output: stripVTControlCharacters(stdout + stderr) };
}

/** The errors in a report of `bilig check`, each with its place, message and hint, without the line drawn from the file. */
function problemsIn(report: string): string[] {
  return report
    .replace(/\n +\d* *│.*/gu, '')
    .split(/\n\n+/u)
    .map((entry) => entry.trim())
    .filter((entry) => /^\S+:\d+:\d+ {2}/u.test(entry) && !entry.split('\n')[0]?.includes('(advice)'));
}

beforeAll(() => {
  writeFixtureContent(folder, broken);
  const { status, output } = run(['node', 'src/cli/bilig.ts', 'check', '--content', folder]);
  check = { status, problems: problemsIn(output) };
});

afterEach(async () => {
  if (running) await stop(running);
  running = null;
});

afterAll(() => rmSync(resolve(root, '.cache/broken-site'), { recursive: true, force: true }));

describe('a lesson with mistakes', () => {
  it('is reported by bilig check with file, line, column, rule, message and hint', () => {
    expect(check.status).toBe(1);
    const rules = check.problems.map((problem) => /^(\S+):\d+:\d+ {2}(\S+)\n {2}\S.*\n {2}→ \S/u.exec(problem)?.[2]);
    expect(rules).toEqual(expect.arrayContaining(['component-unknown', 'mdx-syntax']));
    expect(rules).not.toContain(undefined);
    // Translations of the first one are named too, since their keys differ from it now.
    const files = new Set(check.problems.map((problem) => problem.slice(0, problem.indexOf(':'))));
    expect([...files]).toEqual(expect.arrayContaining(Object.keys(broken).map((file) => `${folder}/${file}`)));
  });

  it('stops the build, which says the same in the same words and shows no stack', () => {
    const { status, output } = run(['astro', 'build', '--outDir', outDir], { BILIG_CONTENT: folder });
    expect(status).toBe(1);
    expect(problemsIn(output).sort()).toEqual([...check.problems].sort());
    expect(output).not.toMatch(stack);
    expect(existsSync(resolve(root, outDir))).toBe(false);
  });

  it('is named in the terminal of the development server, which goes on serving all other pages', async () => {
    const port = await freePort();
    const env = plainEnv({ HOST: '127.0.0.1', PORT: String(port), BILIG_CONTENT: folder });
    const child = start('npm', ['run', 'dev'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    const output = recordOutput(child);
    const address = await printedAddress(child, port);
    const statusOf = async (path: string) => (await fetch(new URL(path, address))).status;

    expect(await statusOf('/en/')).toBe(200);
    for (const problem of check.problems) expect(output()).toContain(problem);

    // A page of a lesson that cannot be shown may fail; it takes no other with it.
    await statusOf('/en/sampler/parts/every-part/');
    await statusOf('/ru/sampler/parts/not-in-kazakh/');
    expect(await statusOf('/kk/sampler/parts/every-part/')).toBe(200);
    expect(await statusOf('/ru/sampler/parts/every-part/')).toBe(200);
    expect(await statusOf('/en/sampler/parts/not-in-kazakh/')).toBe(200);
    expect(await statusOf('/en/glossary/')).toBe(200);

    // Mended while the server runs, it is shown at once.
    writeFixtureContent(folder);
    await expect.poll(() => statusOf('/en/sampler/parts/every-part/'), { timeout: 20_000 }).toBe(200);
  });
});
