import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const lesson = 'courses/demo/first/two/en.mdx';
let content = '';
let child: ChildProcess | null = null;
let written = { stdout: '', stderr: '' };

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'bilig-watch-'));
  await cp('tests/fixtures/authoring/base', content, { recursive: true });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(content, { recursive: true, force: true });
});

/** Starts the watch and waits for its first report. */
async function start(): Promise<void> {
  written = { stdout: '', stderr: '' };
  child = spawn(process.execPath, ['src/cli/bilig.ts', 'check', '--watch', '--content', content]);
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => (written[name] += text));
  }
  await said(/Watching for changes/u);
}

/** Waits until the watch has said something since it was last waited for, however long that takes, and takes it away. */
async function said(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(written.stdout);
    if (found) {
      const end = found.index + found[0].length;
      const until = written.stdout.slice(0, end);
      written.stdout = written.stdout.slice(end);
      return until;
    }
    if (child?.exitCode !== null) throw new Error(`The watch has ended: ${written.stdout}${written.stderr}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function append(file: string, text: string): Promise<void> {
  const path = join(content, file);
  await writeFile(path, (await readFile(path, 'utf8')) + text);
}

describe('check --watch', { timeout: 120_000 }, () => {
  test('tells of a change and of its mend, whatever way an editor writes', async () => {
    await start();
    await append(lesson, '\n<Exmaple title="A">\n\nA.\n\n</Exmaple>\n');
    expect(await said(/1 error, 0 pieces of advice in 1 file\./u)).toContain('Did you mean `<Example>`?');

    // Written beside and renamed, as many editors do.
    const path = join(content, lesson);
    await writeFile(`${path}~new`, await readFile(join('tests/fixtures/authoring/base', lesson)));
    await rename(`${path}~new`, path);
    await said(/No problems in \d+ files\./u);
  });

  test('sees files and folders that come and go', async () => {
    await start();
    await rm(join(content, 'courses/demo/first/two'), { recursive: true });
    await said(/lesson-missing[\s\S]*? in \d+ files?\./u);

    await mkdir(join(content, 'courses/demo/first/two'));
    await cp('tests/fixtures/authoring/base/courses/demo/first/two', join(content, 'courses/demo/first/two'), {
      recursive: true,
    });
    await said(/No problems in \d+ files\./u);

    // A folder that did not exist when the watch began.
    await mkdir(join(content, 'pages/teach'), { recursive: true });
    await writeFile(join(content, 'pages/teach/kz.mdx'), '---\ntitle: A\nsummary: A.\n---\n');
    await said(/locale-unknown[\s\S]*? in \d+ files?\./u);
  });

  test('takes a burst of changes together, and shows what is new and not what was known', async () => {
    await append('courses/demo/first/one/en.mdx', '\n<Term id="unknown-one">a</Term>\n');
    await start();
    for (const word of ['bir', 'екі', 'üç', 'төрт']) await append(lesson, `\n<Term id="unknown-two">${word}</Term>\n`);
    const report = await said(/5 errors, 0 pieces of advice in 2 files\./u);
    expect(report).toContain('unknown-two');
    expect(report).not.toContain('unknown-one');
  });

  test('survives that the folder is away for a moment', async () => {
    await start();
    await rename(content, `${content}-away`);
    await new Promise((done) => setTimeout(done, 100));
    await rename(`${content}-away`, content);
    await append(lesson, '\n{x}\n');
    await said(/javascript[\s\S]*? in 1 file\./u);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends well at %s', async (signal) => {
    await start();
    child?.kill(signal);
    expect(await once(child as ChildProcess, 'exit')).toEqual([0, null]);
    expect(written.stderr).toBe('');
  });
});
