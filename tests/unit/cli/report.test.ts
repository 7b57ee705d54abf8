import { ruleDescriptions } from '#authoring';
import type { Problem } from '#problem';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { frameLine } from '../../../src/cli/report/frame-line.ts';
import { reporters } from '../../../src/cli/report/index.ts';

const problem: Problem = {
  file: 'content/courses/demo/first/two/kk.mdx',
  line: 13,
  column: 5,
  rule: 'mixed-script',
  severity: 'error',
  message: 'The word "Екi" mixes Latin and Cyrillic letters.',
  hint: 'Type the whole word in one script.',
};

function report(
  format: keyof typeof reporters,
  problems: readonly Problem[],
  line: string | null = null,
  colours = false,
) {
  return reporters[format]({ problems, read: 3, fixed: 0, lineOf: () => line }, { colours });
}

/** The part of a line that the caret stands below, found by the cells of a terminal. */
function pointedAt(line: string, column: number): string {
  const frame = frameLine(line, column);
  if (!frame) return '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter('und').segment(frame.text)) {
    if (width === frame.indent.length) return segment;
    width += stringWidth(segment);
  }
  return width === frame.indent.length ? '(end)' : '(nothing)';
}

describe('the caret stands below the place', () => {
  test.each([
    ['Kazakh words', 'Тұжырым сөзі', 9, 'с'],
    ['Azerbaijani words', 'Şagirdlər öyrənir', 11, 'ö'],
    ['marks that combine with the letter before', 'И\u0306о\u0308лка ё', 5, 'л'],
    ['a column inside a letter and its mark', 'й = и\u0306.', 6, 'и\u0306'],
    ['wide letters', '新聞 page', 4, 'p'],
    ['emoji of several code points', '👩‍🏫 оқытады', 7, 'о'],
    ['letters beyond the first plane', '𝐀b', 3, 'b'],
    ['the end of the line', 'title: "Екі', 12, '(end)'],
    ['a column behind the end', 'abc', 9, '(end)'],
  ])('%s', (_, line, column, letter) => {
    expect(pointedAt(line, column)).toBe(letter);
  });

  test('after tabs, which are drawn to the next stop', () => {
    expect(frameLine('\ta\tbc', 4)).toEqual({ text: '    a   bc', indent: '        ', caret: '^' });
  });

  test('as wide as what it points at', () => {
    expect(frameLine('a新b', 2)).toEqual({ text: 'a新b', indent: ' ', caret: '^^' });
    expect(frameLine('a\u202Eb', 2)).toEqual({ text: 'a<U+202e>b', indent: ' ', caret: '^^^^^^^^' });
  });

  test('in a line of ten megabytes, of which only the surroundings are shown', () => {
    const line = 'сөз '.repeat(2_500_000);
    const frame = frameLine(line, 5_000_001);
    expect(frame?.text).toMatch(/^….{50,110}…$/u);
    expect(pointedAt(line, 5_000_001)).toBe('с');
  });

  test('nowhere where the line shows nothing', () => {
    expect([frameLine('', 1), frameLine('   ', 2), frameLine('---', 1)]).toEqual([null, null, null]);
  });
});

describe('text', () => {
  test('has place, rule, reason, line and mend', () => {
    expect(report('text', [problem], '\tЕкi сөз')).toBe(
      [
        'content/courses/demo/first/two/kk.mdx:13:5  mixed-script',
        '  The word "Екi" mixes Latin and Cyrillic letters.',
        '  13 │     Екi сөз',
        '     │        ^',
        '  → Type the whole word in one script.',
        '',
        '1 error, 0 pieces of advice in 1 file.',
      ].join('\n'),
    );
  });

  test('has colours only where they are asked for, and the same words', () => {
    const coloured = report('text', [problem], 'Екi сөз', true);
    expect(coloured).toContain('\u001b[31mmixed-script\u001b[39m');
    expect(coloured.replace(/\u001b\[\d+m/gu, '')).toBe(report('text', [problem], 'Екi сөз'));
  });
});

describe('annotations of GitHub', () => {
  test('are one line each, whatever stands in them', () => {
    const hostile = {
      ...problem,
      file: 'a,b:c%.mdx',
      message: 'Line\r\n::error::one, 100 %: \u001b[31m',
      severity: 'advice' as const,
    };
    expect(report('github', [hostile]).split('\n')).toEqual([
      '::warning file=a%2Cb%3Ac%25.mdx,line=13,col=5,title=mixed-script::Line%0A::error::one, 100 %25: <U+001b>[31m%0A→ Type the whole word in one script.',
      '0 errors, 1 piece of advice in 1 file.',
    ]);
  });

  test('say that nothing is wrong', () => {
    expect(report('github', [])).toBe('No problems in 3 files.');
  });
});

// What the schema of SARIF 2.1.0 requires of the parts that are written here, and nothing that it does not know.
const text = z.strictObject({ text: z.string().min(1) });
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            rules: z.array(z.strictObject({ id: z.string().min(1), shortDescription: text, help: text })),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level: z.enum(['none', 'note', 'warning', 'error']),
            message: text,
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w.~!$&'()*+,;=:@/%-]+$/u) }),
                  region: z.strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1) }),
                }),
              }),
            ),
          }),
        ),
      }),
    )
    .min(1),
});

describe('SARIF', () => {
  test('has the structure of version 2.1.0, and names the rules once', () => {
    const advice: Problem = {
      ...problem,
      rule: 'translation-missing',
      severity: 'advice',
      file: 'content/қазақша бет.mdx',
    };
    const [run] = sarif.parse(JSON.parse(report('sarif', [problem, advice]))).runs;
    expect(run?.results.map(({ level }) => level)).toEqual(['error', 'note']);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(Object.keys(ruleDescriptions));
    expect(decodeURI(run?.results[1]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '')).toBe(advice.file);
  });

  test('is a whole log where nothing is wrong', () => {
    expect(sarif.parse(JSON.parse(report('sarif', []))).runs[0]?.results).toEqual([]);
  });
});
