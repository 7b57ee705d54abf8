import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveUpdate } from '../../../src/site/editor/save.ts';

let content = '';
const lesson = 'courses/demo/first/one/en.mdx';
const read = (path: string) => readFile(join(content, path), 'utf8');

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'bilig-edit-'));
  await cp('tests/fixtures/authoring/base', content, { recursive: true });
});
afterEach(() => rm(content, { recursive: true, force: true }));

function save(path: string, text: string, { deletions = [] as string[], opened = new Map<string, string>() } = {}) {
  return saveUpdate(content, { additions: [{ path, text }], deletions }, opened);
}

describe('what the editor saves', () => {
  test('goes into the file as it stands', async () => {
    const before = await read(lesson);
    expect(save(lesson, before.replace('test the check.', "'try: it'"))).toBeNull();
    expect(await read(lesson)).toBe(before.replace('test the check.', '"try: it"'));
  });

  test('may be a translation of a lesson that exists, and a term', async () => {
    const text = '---\ntitle: Üç\nsummary: ""\n---\nMətn.\n';
    expect(save('courses/demo/first/one/az.mdx', text)).toBeNull();
    expect(await read('courses/demo/first/one/az.mdx')).toBe('---\ntitle: Üç\n---\n\nMətn.\n');
    expect(save('glossary/rumour.yaml', 'kk: {term: қауесет, definition: А., avoid: []}\n')).toBeNull();
    expect(await read('glossary/rumour.yaml')).toBe('kk:\n  term: қауесет\n  definition: А.\n');
  });

  test.each([
    ['a lesson that nobody has announced', 'courses/demo/first/three/en.mdx', 'npm run -s bilig -- new'],
    ['a path that leads elsewhere', 'courses/../../x/en.mdx', 'is not for the editor'],
    ['an absolute path', '/etc/en.mdx', 'is not for the editor'],
    ['a file of the program', 'courses/demo/first/one/en.js', 'is not for the editor'],
    ['the words of the interface', 'interface/en.json', 'is not for the editor'],
  ])('is refused for %s', (_, path, said) => {
    const exists = existsSync(join(content, path));
    expect(save(path, '---\ntitle: a\n---\n')).toContain(said);
    expect(existsSync(join(content, path))).toBe(exists);
  });

  test('is refused where it takes files away or renames them, and nothing of it is written', async () => {
    const before = await read(lesson);
    expect(save(lesson, before.replace('One', 'Two'), { deletions: ['courses/demo/first/two/en.mdx'] })).toContain(
      'ids are permanent',
    );
    expect(await read(lesson)).toBe(before);
    expect(existsSync(join(content, 'courses/demo/first/two/en.mdx'))).toBe(true);
  });

  test('is refused where another program has changed the file in the meantime', async () => {
    const opened = new Map([[lesson, await read(lesson)]]);
    await writeFile(join(content, lesson), `${await read(lesson)}\nEnd.\n`);
    expect(save(lesson, await read(lesson), { opened })).toContain('by another program');
  });

  test('is refused where an exercise has gone or has another id', async () => {
    const before = await read(lesson);
    expect(save(lesson, before.replace('<Choice id="question"', '<Choice hint="Неге?" id="сұрақ"'))).toContain(
      'question',
    );
    expect(save(lesson, before.replace(/<Choice[\s\S]*<\/Choice>/u, 'x'))).toContain(
      'would lose the exercise question',
    );
    expect(save(lesson, before.replace('<Choice id="question"', '<Choice invented id="question"'))).toBeNull();
  });

  test('is refused where it would damage the file', async () => {
    await writeFile(join(content, lesson), '---\ntitle: "a\n---\n');
    expect(save(lesson, '---\ntitle: a\n---\n')).toContain('would damage');
  });
});
