import { exerciseKinds } from '#exercise';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readMarkdown } from './read.ts';

// Each type has a folder of malformed exercises, one fault a file, named after the fault. `expected.yaml` beside them says
// what authors are told: `<file>: ["<line>:<column> <rule>", …]`.
const root = resolve(import.meta.dirname, '../../fixtures/exercise');
const fewest = 6;

describe.each(exerciseKinds)('malformed Markdown of the type %s', (kind) => {
  const folder = join(root, kind);
  const names = globSync('*.mdx', { cwd: folder }).map((file) => basename(file, '.mdx'));
  const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Record<string, readonly string[]>;

  test(`is shown by at least ${fewest} examples, each with its answer`, () => {
    expect(names.length).toBeGreaterThanOrEqual(fewest);
    expect(names.sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(names)('%s is answered with place, rule and mend', (name) => {
    const { problems } = readMarkdown(readFileSync(join(folder, `${name}.mdx`), 'utf8'));
    expect(problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual(expected[name]);
    for (const { message, hint } of problems) {
      expect(message.length).toBeGreaterThan(20);
      expect(hint.length).toBeGreaterThan(10);
    }
  });
});
