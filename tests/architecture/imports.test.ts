import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTree, formatOffence, ruleNames } from './checker.ts';
import { readTree } from './read-tree.ts';
import { rules } from './rules.ts';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string> | undefined
>;
const declared = new Set([
  ...Object.keys(manifest['dependencies'] ?? {}),
  ...Object.keys(manifest['devDependencies'] ?? {}),
]);
const tree = readTree(root, 'src');
const offences = checkTree(tree, rules, declared);

describe('the source', () => {
  it.each(ruleNames)('keeps the rule: %s', (rule) => {
    expect(offences.filter((offence) => offence.rule === rule).map(formatOffence)).toEqual([]);
  });

  it('has no file twice under names that differ in case only', () => {
    const names = [...tree.keys()].map((path) => path.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has a README for every subject that exists', () => {
    const areas = new Set([...tree.keys()].map((path) => path.split('/')[1] ?? ''));
    const subjects = Object.keys(rules.subjects).filter((subject) => areas.has(subject));
    expect(subjects.filter((subject) => !tree.has(`src/${subject}/README.md`))).toEqual([]);
  });
});

describe('the tables', () => {
  it('let no subject import one that may import it', () => {
    const upward = Object.entries(rules.subjects).flatMap(([subject, allowed]) =>
      allowed
        .filter((below) => !(below in rules.subjects) || rules.subjects[below]?.includes(subject))
        .map((below) => `${subject} -> ${below}`),
    );
    expect(upward).toEqual([]);
  });

  it('name only exceptions whose files exist', () => {
    const exceptions = [...rules.outside, ...rules.localeData, ...rules.casing, ...rules.long];
    const areas = new Set([...tree.keys()].map((path) => path.split('/')[1] ?? ''));
    const gone = exceptions.filter(
      ({ path }) => areas.has(path.split('/')[1] ?? '') && ![...tree.keys()].some((file) => file.startsWith(path)),
    );
    expect(gone).toEqual([]);
  });
});
