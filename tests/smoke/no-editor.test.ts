import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('a build holds nothing of the visual editor', () => {
  const files = globSync('dist/**/*.{html,js,css,json}');
  expect(files.length).toBeGreaterThan(100);
  const words = /keystatic|react-dom|bilig-edit/u;
  expect(files.filter((file) => words.test(file) || words.test(readFileSync(file, 'utf8')))).toEqual([]);
});
