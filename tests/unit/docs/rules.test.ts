import { ruleDescriptions } from '#authoring';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRuleExamples } from '../../tooling/rule-examples.ts';
import { makeRulePages } from '../../tooling/rule-pages.ts';
import { fixtureNames, check, overlayFixture } from '../authoring/overlay.ts';
import { readMarkdown } from '../exercise/read.ts';

/** A call that reports, whose first argument may hold calls itself, or the name of a rule in a problem. */
const reports =
  /(?:errorAt|adviceAt|fault)\((?:[^(),'`]|\((?:[^()]|\([^()]*\))*\))*,\s*'([a-z]+(?:-[a-z0-9]+)*)'|\brule: '([a-z]+(?:-[a-z0-9]+)+)'/gu;

const examples = readRuleExamples();
const pages = makeRulePages();

describe('every rule', () => {
  test('that any fixture breaks has its sentence', { timeout: 60_000 }, () => {
    const broken = new Set(
      [
        ...fixtureNames.flatMap((name) => check(overlayFixture(name))),
        ...globSync('tests/fixtures/exercise/*/*.mdx').flatMap(
          (file) => readMarkdown(readFileSync(file, 'utf8')).problems,
        ),
      ].map(({ rule }) => rule),
    );
    expect([...broken].filter((rule) => !(rule in ruleDescriptions))).toEqual([]);
  });

  test('that stands in the source has its sentence', () => {
    const named = globSync('src/{course,exercise,authoring}/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(reports)].map(([, called, given]) => called ?? given ?? ''),
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((rule) => !(rule in ruleDescriptions))).toEqual([]);
  });

  test('has an example', () => {
    expect(examples.map(({ rule }) => rule)).toEqual(Object.keys(ruleDescriptions).sort());
  });

  test('has a page that is up to date (npm run docs:rules)', () => {
    expect(existsSync('docs/rules')).toBe(true);
    expect(readdirSync('docs/rules').sort()).toEqual([...pages.keys()].sort());
    const old = [...pages].filter(([name, text]) => readFileSync(`docs/rules/${name}`, 'utf8') !== text);
    expect(old.map(([name]) => name)).toEqual([]);
  });
});

describe('an example', () => {
  test.each(examples)('of $rule breaks it, and is mended by what is shown as right', ({ rule, problems, still }) => {
    expect(problems.wrong.map((problem) => problem.rule)).toContain(rule);
    const allowed = ['translation-missing', ...still].filter((name) => name !== rule || still.includes(rule));
    const left = problems.right.filter((problem) => !allowed.includes(problem.rule));
    expect(left.map(({ file, line, rule: found, message }) => `${file}:${line} ${found}: ${message}`)).toEqual([]);
  });
});
