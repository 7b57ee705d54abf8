import { describe, expect, test } from 'vitest';
import { check, overlay } from './overlay.ts';

const lesson = 'courses/demo/first/two/en.mdx';
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives: [test]\n---\n\n';

function rulesOf(texts: Readonly<Record<string, string>>): string[] {
  const found = check(overlay({ 'courses/demo/first/two/kk.mdx': null, ...texts }));
  return found
    .filter(({ rule }) => rule !== 'translation-missing')
    .map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

describe('content that no editor would save on purpose', () => {
  test.each([
    ['bytes that are not UTF-8', `${front}Caf\uFFFD.\n## {x\n`, ['8:4 not-utf8']],
    ['an empty file', '', ['1:1 file-empty']],
    ['nothing but spaces', ' \n\n', ['1:1 file-empty']],
    ['NUL', `${front}A\0b.\n\n## Second\n`, ['8:2 control-character']],
    ['escape sequences of a terminal', `${front}A\u001b[31mb\u001b[0m.\n\n## Second\n`, ['8:2 control-character']],
    ['a byte order mark', `\uFEFF${front}## Second\n`, ['1:1 byte-order-mark']],
    ['line ends of Windows', `${front}## Second\n\n{x}\n`.replaceAll('\n', '\r\n'), ['10:1 javascript']],
    ['an unclosed component', `${front}## Second\n\n<Steps>\n`, ['10:1 mdx-syntax']],
    ['a closing tag too many', `${front}## Second\n\n</Steps>\n`, ['10:1 mdx-syntax']],
    ['an unclosed brace', `${front}## Second\n\n{\n`, ['10:1 mdx-syntax']],
    ['an HTML comment', `${front}## Second\n\n<!-- x -->\n`, ['10:1 mdx-syntax']],
    [
      'front matter with no end',
      front.replace('---\n\n', ''),
      ['1:1 schema', '1:1 schema', '1:1 schema', '1:1 schema'],
    ],
    ['quotations without end', `${front}${'>'.repeat(5000)}a\n\n## Second\n`, ['8:61 nesting-too-deep']],
    ['an alias without its anchor', `${front.replace('Two', '*x')}## Second\n`, ['2:1 yaml-syntax']],
  ])('%s', (_, text, expected) => {
    // Links from lesson one lead to the heading, which most of these texts lose.
    expect(rulesOf({ [lesson]: text }).filter((rule) => !rule.endsWith('anchor-unknown'))).toEqual(expected);
  });

  test.each(['слово ', '_a', '<Term id="claim">a</Term> ', '.'])(
    'a line of ten megabytes takes no time: %s',
    (words) => {
      const text = `${front}## Second\n\n${words.repeat(10_000_000 / words.length)}\n`;
      expect(rulesOf({ [lesson]: text })).toEqual(['10:1 text-too-long']);
    },
  );

  test('aliases that multiply beyond measure are refused, not expanded', () => {
    const lists = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [here, before] of ['ba', 'cb', 'dc', 'ed', 'fe']) {
      lists.push(`${here}: &${here} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
    }
    expect(rulesOf({ 'glossary/claim.yaml': lists.join('\n') })).toEqual(['1:1 yaml-syntax']);
  });

  test('names that every JavaScript object has are names like any other', () => {
    const text = `${front}## Second\n\n<constructor/>\n\n<Note kind="tip" toString="x">\n\nA.\n\n</Note>\n\n<Term id="constructor">a</Term>\n`;
    expect(rulesOf({ [lesson]: text })).toEqual([
      '10:1 html-not-allowed',
      '12:1 attribute-unknown',
      '18:1 term-unknown',
    ]);
  });

  test('a direction character is found as a character reference too', () => {
    expect(rulesOf({ [lesson]: `${front}## Second\n\nA&#x202e;b and &#8238;.\n` })).toEqual([
      '10:2 direction-character',
    ]);
  });
});
