import { describe, expect, it } from 'vitest';
import { checkTree, formatOffence, type RuleName } from './checker.ts';
import { rules } from './rules.ts';

const declared = new Set(['zod', 'i18next', 'svelte', '@types/mdast', '@astrojs/rss']);

/** The offences of a small tree, without one named rule's noise unless asked for. */
function check(files: Record<string, string>, rule?: RuleName) {
  const found = checkTree(new Map(Object.entries(files)), rules, declared);
  return rule ? found.filter((offence) => offence.rule === rule) : found;
}

describe('imports between subjects', () => {
  it.each([
    ['a value', "import { x } from '#learner';"],
    ['a type', "import type { X } from '#learner';"],
    ['a type in place', "export type Y = import('#learner').X;"],
    ['a dynamic import', "export const load = () => import('#learner');"],
    ['a re-export', "export { x } from '#learner';"],
    ['a require', "const x = require('#learner');"],
  ])('names the file and the upward import of %s', (_name, code) => {
    const [offence, ...rest] = check({ 'src/course/a.ts': `// first line\n${code}` });
    expect(rest).toEqual([]);
    expect(formatOffence(offence!)).toMatch(
      /^src\/course\/a\.ts:2 \[imports\] '#learner': 'course' may import exercise, language, problem only/,
    );
  });

  it('lets a subject import downwards and the shell import every subject', () => {
    const files = {
      'src/course/a.ts': "import { x } from '#language'; import type { Y } from '#exercise'; import z from './b.ts';",
      'src/course/b.ts': "import { z } from 'zod';",
      'src/authoring/adapters/read.ts':
        "import fs from 'node:fs'; import { x } from '#course/adapters/files'; import { y } from '../rules.ts';",
      'src/site/Card.svelte': "<script lang=\"ts\">import { x } from '#exercise'; import y from './y.ts';</script>",
      'src/pages/[locale]/index.astro':
        "---\nimport Card from '../../site/Card.svelte';\nimport { x } from '#course';\n---\n<Card />",
      'src/cli/bilig.ts': "import { x } from '#authoring';",
      'src/content.config.ts':
        "import { defineCollection } from 'astro:content'; import { x } from '#course/adapters/loader';",
    };
    expect(check(files)).toEqual([]);
  });

  it.each([
    ['src/course/a.ts', "import '../exercise/model.ts'", "enter the subject by '#exercise'"],
    ['src/course/a.ts', "import '#exercise/model'", "'#exercise/model': a subject is entered by"],
    ['src/course/a.ts', "import '#course'", 'relative path'],
    ['src/course/a.ts', "import './b'", "write the file's ending"],
    ['src/course/a.ts', "import './adapters/files.ts'", 'may not import its adapters'],
    ['src/course/a.ts', "import './store.browser.ts'", 'may not import its adapters or browser code'],
    ['src/course/a.ts', "import '#language/adapters/node-intl'", 'a core may not import an adapter'],
    ['src/course/a.ts', "import '../../content/sources.json'", 'leaves src'],
    ['src/course/a.ts', 'const load = (n: string) => import(n)', 'computed name'],
    ['src/course/a.ts', "import '../site/view.ts'", "'course' may not import 'site'"],
    ['src/site/a.ts', "import '../pages/b.ts'", "'site' may not import 'pages'"],
    ['src/pages/a.ts', "import '../cli/b.ts'", "'pages' may not import 'cli'"],
    ['src/extra/a.ts', "import './b.ts'", "'src/extra' is in no table"],
  ])('%s: %s', (path, code, message) => {
    const found = check({ [path]: code });
    expect(found).toHaveLength(1);
    expect(formatOffence(found[0]!)).toContain(message);
    expect(found[0]).toMatchObject({ rule: 'imports', file: path });
  });

  it('reads the scripts of components, with the line in the whole file', () => {
    const astro = check({
      'src/site/A.astro': "---\nconst a = 1;\n---\n<p>text</p>\n<script>\nimport '../pages/x.ts';\n</script>",
    });
    expect(astro.map(formatOffence)).toEqual([
      "src/site/A.astro:6 [imports] '../pages/x.ts': 'site' may not import 'pages'.",
    ]);
  });
});

describe('packages', () => {
  it.each([
    ['node:fs', "'node:fs' may not be used in a core"],
    ['fs', "'fs' is not in the list"],
    ['astro:content', "'astro:content' may not be used in a core"],
    ['svelte', "'svelte' is not in the list"],
    ['i18next', "the core of 'course'"],
  ])('a core may not import %s', (name, message) => {
    const found = check({ 'src/course/a.ts': `import x from '${name}';` });
    expect(found).toHaveLength(1);
    expect(formatOffence(found[0]!)).toContain(message);
  });

  it('finds a package that package.json does not declare, and knows type packages', () => {
    const files = {
      'src/course/a.ts': "import type { Root } from 'mdast';",
      'src/site/a.ts': "import rss from '@astrojs/rss'; import g from 'ghost';",
    };
    expect(check(files).map(formatOffence)).toEqual([
      "src/site/a.ts:1 [packages] 'ghost' is not in package.json, so it is here by accident only.",
    ]);
  });
});

describe('loops', () => {
  it('finds a loop through type imports, an index and an adapter', () => {
    const files = {
      'src/language/index.ts': "export type { A } from './a.ts';",
      'src/language/a.ts': "import type { B } from './b.ts';",
      'src/language/b.ts': "export const load = () => import('./a.ts');",
    };
    expect(check(files, 'loops').map(formatOffence)).toEqual([
      'src/language/a.ts:1 [loops] imports itself in a loop: src/language/a.ts -> src/language/b.ts -> src/language/a.ts. Move what both need to a file below them.',
    ]);
  });

  it('follows #subject to its index', () => {
    const files = { 'src/language/index.ts': "import '#exercise';", 'src/exercise/index.ts': "import '#language';" };
    expect(check(files, 'loops')).toHaveLength(1);
  });

  it('takes a diamond for what it is', () => {
    const files = {
      'src/cli/a.ts': "import './b.ts'; import './c.ts'",
      'src/cli/b.ts': "import './d.ts'",
      'src/cli/c.ts': "import './d.ts'",
      'src/cli/d.ts': '',
    };
    expect(check(files)).toEqual([]);
  });
});

describe('file rules', () => {
  it.each<[RuleName, string, string]>([
    ['file-names', 'src/course/utils.ts', ''],
    ['file-names', 'src/course/helpers/read.ts', ''],
    ['file-names', 'src/site/misc.browser.ts', ''],
    ['file-length', 'src/course/a.ts', 'const a = 1;\n'.repeat(301)],
    ['file-length', 'src/site/A.svelte', `<script>\n${'let a;\n'.repeat(81)}</script>`],
    [
      'file-length',
      'src/site/A.astro',
      `---\n${'let a;\n'.repeat(50)}---\n<script>\n${'let b;\n'.repeat(50)}</script>`,
    ],
    ['export-star', 'src/course/index.ts', "export * from './a.ts';"],
    ['any', 'src/course/a.ts', 'export const f = (x: any[]) => x;'],
    ['any', 'src/site/A.svelte', '<script lang="ts">let x: any;</script>'],
    ['silenced-compiler', 'src/course/a.ts', '// @ts-ignore\nexport const a = 1;'],
    ['silenced-compiler', 'src/course/a.ts', '/* @ts-nocheck */\nexport const a = 1;'],
    ['locale-data', 'src/site/a.ts', "new Intl.DateTimeFormat('kk');"],
    ['locale-data', 'src/language/a.ts', 'const { Collator } = Intl;'],
    ['locale-data', 'src/course/adapters/files.ts', 'names.sort((a, b) => a.localeCompare(b));'],
    ['locale-data', 'src/site/A.astro', '---\n---\n<time>{date.toLocaleDateString(locale)}</time>'],
    ['casing', 'src/search/a.ts', 'word.toLowerCase();'],
    ['casing', 'src/search/a.ts', "word['toUpperCase']();"],
    ['casing', 'src/site/A.svelte', '<p>{word.toUpperCase()}</p>'],
  ])('%s: %s', (rule, path, text) => {
    expect(check({ [path]: text })).toEqual([expect.objectContaining({ rule, file: path })]);
  });

  it.each([
    ['src/language/adapters/node-intl.ts', "new Intl.Collator('az'); [].sort((a, b) => a.localeCompare(b));"],
    ['src/cli/report.ts', 'new Intl.NumberFormat(locale);'],
    ['src/language/text.ts', 'export const lower = (s: string, l: string) => s.toLocaleLowerCase(l);'],
    [
      'src/course/a.ts',
      "const words = new Intl.Segmenter('en'); const company = 'any'; const hint = 'use @ts-ignore never'; export { words, company, hint };",
    ],
    ['src/course/index.ts', "export * as model from './model.ts';"],
    ['src/course/a.ts', 'const a = 1;\n'.repeat(300)],
    ['src/site/A.astro', `---\n${'let a;\n'.repeat(80)}---\n${'<p>text</p>\n'.repeat(400)}`],
    [
      'src/site/A.svelte',
      '<p>Any word. toLowerCase is a method (see below).</p><style>\n.any { color: red; }\n</style>',
    ],
  ])('%s may say %s', (path, text) => {
    expect(check({ [path]: text })).toEqual([]);
  });
});
