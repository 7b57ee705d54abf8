import { readContent } from '#course';
import { readContentFiles } from '#course/adapters/node-content';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommands } from './read-docs.ts';
import { runBilig } from './run-bilig.ts';

// What content/README.md promises: a lesson from nothing in the commands that it prints, run as they stand there.
const most = 10;
let content = '';
let commands: readonly string[] = [];

beforeAll(async () => {
  const markdown = await readFile('content/README.md', 'utf8');
  const [, section = ''] = /## A lesson in nine commands\n([\s\S]*?)\n## /u.exec(markdown) ?? [];
  commands = readCommands(/```sh\n[\s\S]*?\n```/u.exec(section)?.[0] ?? '').map(({ text }) => text);
  content = await mkdtemp(join(tmpdir(), 'bilig-first-lesson-'));
  await cp('content', content, { recursive: true });
});
afterAll(() => rm(content, { recursive: true, force: true }));

describe('a first lesson', () => {
  test(`takes ${most} commands at most, from the installation to the preview`, () => {
    expect(commands.length).toBeGreaterThan(5);
    expect(commands.length).toBeLessThanOrEqual(most);
    expect([commands[0], commands.at(-1)]).toEqual(['npm ci', 'npm run dev']);
  });

  test('is made by these commands, and passes the check', { timeout: 60_000 }, async () => {
    for (const command of commands.slice(1, -1)) {
      expect(command).toMatch(/^npm run bilig -- (?:new|check)\b/u);
      const { code, stderr } = await runBilig(command, { content });
      expect([command, code, stderr]).toEqual([command, 0, '']);
    }
    const { content: read } = readContent(readContentFiles(content), parseMdx);
    const lessons = read?.courses.flatMap(({ modules }) => modules.flatMap((module) => module.lessons)) ?? [];
    const lesson = lessons.find(({ id }) => id === 'half-a-picture')?.versions.en;
    expect(lesson?.media.map(({ component }) => component)).toEqual(['Figure']);
    expect(lesson?.exercises.map(({ type }) => type)).toEqual(['verdict', 'choice']);
    expect(lesson?.terms.map(({ id }) => id)).toEqual(['framing']);
    expect(lesson?.citations.map(({ id }) => id)).toEqual(['my-first-source']);
  });
});
