import { componentOf, exerciseKinds } from '#exercise';
import { localeTags } from '#language';
import { packageFormats } from '#packaging';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyChange, readChange, type Change } from './read-change.ts';
import { readReferences } from './read-docs.ts';

// Three pages of `docs` show a change of the program as one finished small piece of work. Here each of them is made in a
// copy of the project, and what it adds is used.
const root = resolve(import.meta.dirname, '../../..');
const guides = ['add-an-exercise-type', 'add-a-language', 'add-a-package-format'] as const;
type Guide = (typeof guides)[number];

const textOf = (guide: Guide) => readFileSync(join(root, 'docs', `${guide}.md`), 'utf8');
const changes = new Map<Guide, Change>(guides.map((guide) => [guide, readChange(textOf(guide))]));

let folder = '';
const copies = new Map<Guide, string>();

/** The project with a change made in it: what `bilig` needs to run, and the files that the change touches. */
function copyWith(guide: Guide): string {
  const copy = join(folder, guide);
  // Translated lessons and their pictures are left out, which is quicker; the check then advises to write them.
  const left =
    /\/content\/(?:courses\/(?!media-literacy\b)|courses\/.*\/(?!en\b)[a-z]{2}\.mdx$|pages\/.*\/(?!en\b)[a-z]{2}\.mdx$)/u;
  const isKept = (path: string) => !left.test(path.replaceAll('\\', '/'));
  for (const name of ['src', 'content'])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: isKept });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const change = changes.get(guide);
  for (const file of change?.edits.keys() ?? []) {
    if (existsSync(join(copy, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  if (change) applyChange(change, copy);
  return copy;
}

function bilig(guide: Guide, ...args: string[]) {
  const cwd = copies.get(guide) ?? '';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/bilig.ts', ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilig-guides-'));
  for (const guide of guides) copies.set(guide, copyWith(guide));
  const catalogue = join(copies.get('add-a-language') ?? '', 'content/interface');
  cpSync(join(catalogue, 'en.json'), join(catalogue, 'tk.json'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(guides)('docs/%s.md', (guide) => {
  const added = [...(changes.get(guide)?.files.keys() ?? [])];

  test('is linked from CONTRIBUTING.md', () => {
    expect(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).toContain(`](docs/${guide}.md)`);
  });

  test('names only files that exist, and adds only files that do not', () => {
    const gone = readReferences(textOf(guide)).filter(
      ({ path }) => !existsSync(join(root, path)) && !existsSync(join(root, 'docs', path)),
    );
    expect(gone).toEqual([]);
    expect(added.filter((file) => existsSync(join(root, file)))).toEqual([]);
  });

  test('shows code in the style of the project', async () => {
    const { check, resolveConfig } = await import('prettier');
    for (const [file, text] of changes.get(guide)?.files ?? []) {
      if (!/\.(?:ts|svelte)$/u.test(file)) continue;
      const options = { ...(await resolveConfig(join(root, 'src/x.ts'))), filepath: join(root, file) };
      expect([file, await check(text, options)]).toEqual([file, true]);
    }
  });
});

describe('what the guides add', () => {
  test('is an exercise type that is checked, offered to authors and exported', { timeout: 60_000 }, () => {
    const checked = bilig('add-an-exercise-type', 'check', '--json');
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    const told = JSON.parse(checked.stdout) as { file: string; rule: string }[];
    expect([...new Set(told.map(({ rule }) => rule))]).toEqual(['translation-missing']);

    const lesson = ['--lesson', 'leave-the-page', '--type', 'odd-one-out', '--id', 'three-voices'];
    expect(bilig('add-an-exercise-type', 'new', 'exercise', ...lesson)).toMatchObject({ status: 0, stderr: '' });
    const out = join(folder, 'questions.gift');
    const source = ['--course', 'media-literacy', '--module', 'finding-the-source', '--locale', 'en'];
    expect(bilig('add-an-exercise-type', 'export', 'gift', ...source, '--out', out).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/three-voices[\s\S]*\n=<span[^>]*>The timetable of the bus company/u);
  });

  test('is a type whose malformed example is answered as its page says', async () => {
    const { files } = changes.get('add-an-exercise-type') ?? { files: new Map<string, string>() };
    const file = 'tests/fixtures/exercise/odd-one-out/two-odd-ones.mdx';
    const lesson = 'content/courses/media-literacy/finding-the-source/leave-the-page/en.mdx';
    const copy = join(copies.get('add-an-exercise-type') ?? '', lesson);
    const kept = readFileSync(join(root, lesson), 'utf8');
    writeFileSync(copy, `${kept}\n${files.get(file)}`);
    const { status, stdout } = bilig('add-an-exercise-type', 'check', '--json');
    writeFileSync(copy, kept);
    const problems = JSON.parse(stdout) as {
      file: string;
      line: number;
      column: number;
      rule: string;
      severity: string;
    }[];
    const errors = problems.filter(({ severity }) => severity === 'error');
    const before = kept.split('\n').length;
    expect(status).toBe(1);
    expect(
      `two-odd-ones: [${errors.map(({ line, column, rule }) => `'${line - before}:${column} ${rule}'`).join(', ')}]\n`,
    ).toBe(files.get('tests/fixtures/exercise/odd-one-out/expected.yaml'));
  });

  test('is a language that is checked like the others', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = bilig('add-a-language', 'check', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const told = JSON.parse(stdout) as { rule: string; message: string }[];
    expect([...new Set(told.map(({ rule }) => rule))]).toEqual(['translation-missing']);
    expect(told.filter(({ message }) => /\btk\b/u.test(message)).length).toBeGreaterThan(50);
  });

  test('is a format that is written, and says what it loses', { timeout: 60_000 }, () => {
    const out = join(folder, 'questions.txt');
    const source = ['--course', 'media-literacy', '--module', 'finding-the-source', '--locale', 'en'];
    const { status, stdout, stderr } = bilig('add-a-package-format', 'export', 'aiken', ...source, '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('questions that are not one right answer among several');
    const questions = readFileSync(out, 'utf8').trim().split('\n\n');
    expect(questions.length).toBeGreaterThan(5);
    for (const question of questions) {
      expect(question).toMatch(/^[^\n]+\n(?:[A-Z]\. [^\n]+\n)+ANSWER: [A-Z]$/u);
      expect(question).toContain(`\n${question.at(-1)}. `);
    }
    expect(bilig('add-a-package-format', 'check', '--json').status).toBe(0);
  });
});

/** Files of the program and its content that name most entries of a list, which a new entry therefore has to touch. */
function filesNaming(most: number, entries: readonly RegExp[], pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return entries.filter((entry) => entry.test(text)).length >= most;
    })
    .sort();
}

const named = (guide: Guide) => readReferences(textOf(guide)).map(({ path }) => path);

describe('every place that lists', () => {
  test('the types of exercises stands in the guide to a new one', () => {
    const entries = exerciseKinds.map(
      (kind) => new RegExp(`['"]${kind}['"]|^\\s+${kind}:|\\b${componentOf(kind)}(?:Exercise)?\\b`, 'mu'),
    );
    const places = filesNaming(
      entries.length,
      entries,
      '{src/**/*.{ts,astro,svelte,md},tests/unit/site/*.ts,content/README.md}',
    );
    expect(places).toContain('src/exercise/registry.ts');
    expect(places.filter((file) => !named('add-an-exercise-type').includes(file))).toEqual([]);
    for (const kind of exerciseKinds) {
      expect([kind, existsSync(join(root, `content/gallery/${kind}/en.mdx`))]).toEqual([kind, true]);
      expect([kind, existsSync(join(root, `tests/fixtures/exercise/${kind}/expected.yaml`))]).toEqual([kind, true]);
    }
  });

  test('the languages stands in the guide to a new one', () => {
    const entries = localeTags.map((tag) => new RegExp(`^\\s+${tag}:|['"]${tag}['"]|[[ ]${tag}[,\\]]`, 'mu'));
    const places = filesNaming(entries.length, entries, '{src/**/*.{ts,astro,svelte},content/site.yaml}');
    expect(places).toContain('src/language/registry.ts');
    expect(places.filter((file) => !named('add-a-language').includes(file))).toEqual([]);
  });

  test('the formats stands in the guide to a new one', () => {
    const formats = Object.keys(packageFormats);
    const entries = formats.map(
      (name) => new RegExp(`(?:^|[^\\w.-])['"]?${name.replaceAll('.', '\\.')}['"]?(?![\\w-])`, 'mu'),
    );
    const places = filesNaming(entries.length, entries, '{src/**/*.{ts,astro,svelte},content/site.yaml}');
    expect(places).toContain('src/packaging/formats.ts');
    expect(places.filter((file) => !named('add-a-package-format').includes(file))).toEqual([]);
  });
});
