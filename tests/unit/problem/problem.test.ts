import { sortProblems, suggestName, type Problem } from '#problem';
import { describe, expect, test } from 'vitest';

function problem(file: string, line: number, column: number, rule = 'a'): Problem {
  return { file, line, column, rule, severity: 'error', message: '', hint: '' };
}

test('problems are sorted by file, line, column and rule, and the list given stays as it is', () => {
  const given = [
    problem('b', 1, 1),
    problem('a', 10, 1),
    problem('a', 2, 9),
    problem('a', 2, 3, 'z'),
    problem('a', 2, 3),
  ];
  const copy = [...given];
  expect(sortProblems(given).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
    'a:2:3 a',
    'a:2:3 z',
    'a:2:9 a',
    'a:10:1 a',
    'b:1:1 a',
  ]);
  expect(given).toEqual(copy);
});

describe('a name is suggested for a mistyped one', () => {
  test.each([
    ['Exmaple', ['Example', 'Steps'], 'Example'],
    ['titel', ['title', 'lookalike'], 'title'],
    ['latreal-reading', ['lateral-reading', 'claim'], 'lateral-reading'],
    ['clam', ['claim'], 'claim'],
    ['source', ['sources', 'course'], 'sources'],
    ['banana', ['claim'], null],
    ['kz', ['az', 'kk'], null],
    ['', ['a'], null],
    ['claim', [], null],
  ])('%s among %j: %s', (given, known, expected) => {
    expect(suggestName(given, known)).toBe(expected);
  });
});
