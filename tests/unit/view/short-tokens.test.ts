import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenShortener } from '../../../src/site/short-tokens.ts';

const sheet = readFileSync('src/site/styles/tokens.css', 'utf8');
const tokens = [...new Set(sheet.match(/--[\w-]+(?=:)/gu))];

test('every token is shortened in every style, and all have names of their own', () => {
  const shorten = tokenShortener(':root { --paper: white; --paper-raised: var(--paper); --ink: black }');
  expect(shorten('a { color: var(--ink, var(--paper)); --paper-raised: red }')).toBe(
    'a { color: var(--2, var(--0)); --1: red }',
  );
  const names = tokens.map(tokenShortener(sheet));
  expect(new Set(names).size).toBe(tokens.length);
  expect(names.every((name) => /^--[a-z\d]{1,2}$/u.test(name))).toBe(true);
});

test('more tokens than signs still have names of their own', () => {
  const many = Array.from({ length: 1400 }, (_, at) => `--token-${at}`);
  const names = many.map(tokenShortener(`:root { ${many.map((token) => `${token}: 0;`).join(' ')} }`));
  expect(names.slice(34, 38)).toEqual(['--y', '--z', '--10', '--11']);
  expect(new Set(names).size).toBe(1400);
});

test('a property that is no token keeps its name, however short, and nothing is shortened twice', () => {
  const shorten = tokenShortener(sheet);
  const own = 'b { --unit: 1px; --part-line: red; width: calc(var(--unit) * var(--ink-softer, 2)) }';
  expect(shorten(own)).toBe(own);
  const once = shorten(sheet);
  expect(shorten(once)).toBe(once);
});

test('no property written by hand has the name of a token', () => {
  const short = new Set(tokens.map(tokenShortener(sheet)));
  const files = globSync('src/{site,pages}/**/*.{css,svelte,astro,ts}');
  const written = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:^|[\s"'`{;(:])(--[\w-]+)/gmu)].flatMap(([, name = '']) =>
      short.has(name) ? `${file} ${name}` : [],
    ),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(written).toEqual([]);
});
