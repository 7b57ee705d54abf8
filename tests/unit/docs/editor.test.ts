import { componentNames, contentSchemas } from '#course';
import { exerciseKinds } from '#exercise';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { makeSchemaFiles } from '../../tooling/editor/schemas.ts';
import { fillSnippet } from '../../tooling/editor/snippet-text.ts';
import { makeSnippetFile, makeSnippets } from '../../tooling/editor/snippets.ts';
import { fixtureNames, check, overlay, overlayFixture } from '../authoring/overlay.ts';

const schemas = makeSchemaFiles();
const snippets = makeSnippets();

/** A file with comments, as VS Code reads its settings. */
function readSettings(file: string): Record<string, unknown> {
  const { config, error } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8')) as {
    config: Record<string, unknown>;
    error?: ts.Diagnostic;
  };
  expect(error).toBeUndefined();
  return config;
}

const mapped = Object.entries(
  readSettings('.vscode/settings.json')['yaml.schemas'] as Record<string, string | string[]>,
);

/** The names of the schemas that the settings give to a file. */
function schemasFor(path: string): string[] {
  return mapped
    .filter(([, patterns]) => [patterns].flat().some((pattern) => matchesGlob(path, pattern)))
    .map(([schema]) => schema.replace('docs/schemas/', ''));
}

/** The language service of VS Code's extension for YAML, with the schemas as the settings map them. */
const service = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`Nothing is fetched, and so is not ${uri}.`)),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});
service.configure({
  validate: true,
  completion: true,
  hover: true,
  yamlVersion: '1.2',
  schemas: [...schemas].map(([name, text]) => ({
    uri: `schema:/${name}`,
    fileMatch: [`*.${name.replace('.json', '')}.yaml`],
    schema: JSON.parse(text) as unknown,
  })),
});

let opened = 0;

function open(schema: string, text: string): TextDocument {
  // The service keeps what it has read by the address.
  return TextDocument.create(pathToFileURL(`/${++opened}.${schema}.yaml`).href, 'yaml', 1, text);
}

/** What the editor underlines, as `line: message`. */
async function faultsOf(schema: string, text: string): Promise<string[]> {
  const found = await service.doValidation(open(schema, text), false);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

/** What the editor offers at `|`. */
async function offeredAt(schema: string, text: string): Promise<string[]> {
  const document = open(schema, text.replace('|', ''));
  const { items } = await service.doComplete(document, document.positionAt(text.indexOf('|')), false);
  return items.map(({ label }) => label);
}

/** The YAML in a file; null where a page has none. */
function dataOf(file: string, text: string): string | null {
  return file.endsWith('.mdx') ? (/^---\n([\s\S]*?\n)---/u.exec(text)?.[1] ?? null) : text;
}

/** The schema of a file of the content, by its place. */
function schemaOf(path: string): string {
  if (/^courses\/[\w-]+\/\w+\.mdx$/u.test(path)) return 'course-page';
  if (/^courses\/[\w-]+\/(?!check\/)[\w-]+\/[\w-]+\/\w+\.mdx$/u.test(path)) return 'lesson';
  return path.endsWith('.mdx') ? 'page' : (schemasFor(`content/${path}`)[0] ?? '').replace('.json', '');
}

describe('what is written for editors', () => {
  test('is up to date (npm run docs:editor)', () => {
    expect(readFileSync('.vscode/bilig.code-snippets', 'utf8') === makeSnippetFile()).toBe(true);
    expect(readdirSync('docs/schemas').sort()).toEqual([...schemas.keys()].sort());
    const old = [...schemas].filter(([name, text]) => readFileSync(`docs/schemas/${name}`, 'utf8') !== text);
    expect(old.map(([name]) => name)).toEqual([]);
  });

  test('covers each schema by which the check reads', () => {
    expect([...schemas.keys()].sort()).toEqual(
      Object.keys(contentSchemas)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });
});

describe('the settings', () => {
  test('give each YAML file of the content one schema that exists', () => {
    for (const [schema] of mapped) expect([schema, existsSync(schema)]).toEqual([schema, true]);
    const files = globSync('content/**/*.yaml');
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => schemasFor(file).length !== 1)).toEqual([]);
  });

  test('recommend what completes lessons and YAML, and fetch no schemas from elsewhere', () => {
    const { recommendations } = readSettings('.vscode/extensions.json');
    expect(recommendations).toEqual(expect.arrayContaining(['unifiedjs.vscode-mdx', 'redhat.vscode-yaml']));
    expect(readSettings('.vscode/settings.json')['yaml.schemaStore.enable']).toBe(false);
  });
});

describe('a schema', () => {
  test('finds nothing wrong in any file or front matter of the content', { timeout: 120_000 }, async () => {
    const files = globSync('**/*.{yaml,mdx}', { cwd: 'content' });
    const wrong = await Promise.all(
      files.map(async (file) => {
        const text = readFileSync(`content/${file}`, 'utf8');
        const found = await faultsOf(schemaOf(file), dataOf(file, text) ?? '');
        return found.map((fault) => `${file}:${fault}`);
      }),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(wrong.flat()).toEqual([]);
  });

  test('finds something wrong wherever the check finds keys or values wrong', { timeout: 120_000 }, async () => {
    const cases = fixtureNames.flatMap((name) => {
      const { texts } = overlayFixture(name);
      const broken = check(overlayFixture(name)).filter(({ rule }) => rule === 'schema');
      const files = [...new Set(broken.map(({ file }) => file))];
      // A page without any front matter has nothing in it that an editor could look at.
      return files.flatMap((file) => {
        const text = texts.get(file) ?? '';
        return dataOf(file, text) === null ? [] : { name, file, text };
      });
    });
    const missed: string[] = [];
    for (const { name, file, text } of cases) {
      const found = await faultsOf(schemaOf(file), dataOf(file, text) ?? '');
      if (!found.length) missed.push(`${name}/${file}`);
    }
    expect(cases.length).toBeGreaterThanOrEqual(2);
    expect(missed).toEqual([]);
  });

  test.each([
    ['course', 'source: kz\n', '1: Value is not accepted.'],
    ['sources', 'Бекова:\n  author: А\n', '1: ids are small Latin letters, digits and hyphens, a letter first'],
    ['sources', 'a:\n  url: javascript:alert(1)\n', '2: it is no address of a web page'],
    ['site', 'contact: Aygün\n', '1: it is no address for mail'],
    ['glossary', 'kk:\n  termin: дерек\n', '2: Property termin is not allowed.'],
    ['lesson', 'objectives: [a, b, c, d, e, f, g]\n', '1: Array has too many items. Expected 6 or fewer.'],
  ])('says what is wrong in %s: %j', async (schema, text, said) => {
    expect((await faultsOf(schema, text)).map((fault) => fault.slice(0, said.length))).toContain(said);
  });

  test.each([
    [
      'course',
      'modules:\n  - id: a\n    lessons:\n      - id: b\n        |',
      ['minutes', 'skills', 'published', 'updated'],
    ],
    ['course', 'modules:\n  - id: a\n    lessons:\n      - skills:\n          - |', ['LAT', 'SRC', 'TRA']],
    ['course', 'source: |', ['az', 'kk', 'uz']],
    ['glossary', 'en:\n  term: a\n  definition: b\n|', ['az', 'kk', 'ru']],
    ['glossary', 'kk:\n  term: a\n  state: |', ['machine-draft', 'in-review', 'reviewed']],
    ['sources', 'bekova-2024:\n  |', ['author', 'title', 'year', 'archive']],
    ['site', 'drafts: |', ['show', 'hide']],
  ])('offers what can stand in %s at %j', async (schema, text, wanted) => {
    expect(await offeredAt(schema, text)).toEqual(expect.arrayContaining(wanted));
  });

  test('explains a key in the words of the schema, and a skill by its name', async () => {
    const document = open('course', 'modules:\n  - id: a\n    lessons:\n      - minutes: 5\n        skills: [LAT]\n');
    const said = async (word: string) =>
      JSON.stringify(await service.doHover(document, document.positionAt(document.getText().indexOf(word) + 1)));
    expect(await said('minutes')).toContain('average learner');
    expect(await said('LAT')).toContain('Lateral reading');
  });
});

/** Words of an author for a place, in which nothing is open any more. */
function answer(words: string, number: number): string {
  if (number === 0) return '';
  return words.startsWith('✎') ? 'Ол не айтады? Qayta oxu, $1' : words;
}

const lesson = 'courses/demo/first/two/en.mdx';
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives:\n  - find a fault\n---\n\n## Second\n\n';

/** What the check finds in a lesson with a snippet in it, whose files in media exist. */
function problemsWith(text: string): string[] {
  const media = [...text.matchAll(/media\/[\w-]+(\.\w+)/gu)].flatMap(([path, ending]) => [
    path,
    path.replace(ending ?? '', '.en.vtt'),
  ]);
  const files = overlay(
    { [lesson]: front + text + '\n', 'courses/demo/first/two/kk.mdx': null },
    media.map((path) => `courses/demo/first/two/${path}`),
  );
  return check(files)
    .filter(({ rule, file }) => file === lesson && rule !== 'translation-missing')
    .map(({ line, rule, message }) => `${line} ${rule}: ${message}`);
}

const inLessons = snippets.filter(
  ({ scope, prefix, body }) => scope !== 'yaml' && !body.startsWith('---') && prefix !== 'translation',
);

describe('a snippet', () => {
  test('exists for every component and type of exercise, under a word of its own', () => {
    const tags = new Set(snippets.flatMap(({ body }) => [...body.matchAll(/<([A-Z]\w+)/gu)].map(([, name]) => name)));
    expect(componentNames.filter((name) => !tags.has(name))).toEqual([]);
    const words = snippets.map(({ prefix, scope }) => `${scope} ${prefix}`);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toEqual(expect.arrayContaining([...exerciseKinds, 'quiz'].map((kind) => `mdx,markdown ${kind}`)));
  });

  test.each(inLessons)('$prefix passes the check when its places are filled', ({ body }) => {
    const choices = /\$\{\d+\|([^|]*)\|\}/u.exec(body)?.[1]?.split(',') ?? [''];
    for (const choice of choices) {
      const text = fillSnippet(body, (words, number, all) => (all.length ? choice : answer(words, number)))
        .replace('<Term id="my-own">', '<Term id="claim">')
        .replace('<Source id="my-own"/>', '<Source id="work-2020"/>');
      const found = problemsWith(text).filter((problem) => !problem.includes('quiz-exercise-without-see'));
      expect(found).toEqual([]);
    }
  });

  test.each(inLessons.filter(({ prefix }) => !['source', 'note'].includes(prefix)))(
    '$prefix is named by the check as long as something in it is open',
    ({ body }) => {
      expect(problemsWith(fillSnippet(body, (words) => words)).join('\n')).toContain('to-fill');
    },
  );

  test('of an exercise fills an id in all places that name it', () => {
    const branch = snippets.find(({ prefix }) => prefix === 'branch')?.body ?? '';
    const renamed = fillSnippet(branch, (words, number) => (/^[a-z-]+$/u.test(words) ? `id-${number}` : words));
    expect(renamed).not.toContain('paint-rumour');
    expect(problemsWith(renamed.replace(/^✎.*$/mu, ''))).toEqual([]);
  });

  test.each(snippets.filter(({ body }) => body.startsWith('---')))('$prefix makes a whole file', ({ body, prefix }) => {
    const text = fillSnippet(body, (words, number) => answer(words, number));
    const file = prefix === 'lesson' ? lesson : 'courses/demo/first/en.mdx';
    const found = check(overlay({ [file]: text, [file.replace('en.mdx', 'kk.mdx')]: null }));
    expect(found.filter((problem) => problem.file === file && problem.severity === 'error')).toEqual([]);
  });

  test.each(snippets.filter(({ scope }) => scope === 'yaml'))(
    '$prefix fits the YAML file that it is for',
    async ({ body, prefix }) => {
      const text = fillSnippet(body, (words) => words, {
        CURRENT_YEAR: '2026',
        CURRENT_MONTH: '11',
        CURRENT_DATE: '26',
      });
      const around: Record<string, [string, string]> = {
        lesson: [
          'course',
          `source: kk\nlicence: a\nauthors: [b]\nlevel: 1\nmodules:\n  - id: a\n    lessons:\n      ${text}\n`,
        ],
        term: ['glossary', text],
        source: ['sources', text],
      };
      const [schema, whole] = around[prefix] ?? ['', ''];
      expect(await faultsOf(schema, whole)).toEqual([]);
    },
  );
});
