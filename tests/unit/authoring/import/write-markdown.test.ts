import { parseMdx } from '#course/adapters/satteri-markdown';
import type { MarkdownNode } from '#exercise';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf, type Markdown } from '../../../../src/authoring/import/found.ts';
import { writeBlocks, writeInline } from '../../../../src/authoring/import/write-markdown.ts';

const unit = fc.constantFrom(
  ...'ab #*_[](){}<>`~!\\&;:-+=.1|"\'/ƏқЖ\u00a0',
  'import',
  'export',
  '&lt;',
  '](',
  '**',
  'https://a.example/',
);
const words = fc.array(unit, { maxLength: 15 }).map((parts) => parts.join(''));
const text = (value: string): MarkdownNode => ({ type: 'text', value });
const marked: fc.Arbitrary<MarkdownNode> = fc
  .tuple(fc.constantFrom('text', 'strong', 'emphasis', 'inlineCode', 'link'), words)
  .map(([type, value]) =>
    type === 'text' || type === 'inlineCode'
      ? { type, value: type === 'inlineCode' ? value.trim() || 'x' : value }
      : { type, url: 'https://a.example/(b)_c', children: [text(value.trim() || 'x')] },
  );

describe('what is written of words', () => {
  test('reads as one paragraph of the same words, whatever signs stand in them', () => {
    fc.assert(
      fc.property(words, (value) => {
        const { tree, problem } = parseMdx('', writeInline([text(value)], parseMdx));
        expect(problem).toBeNull();
        expect(wordsOf(tree?.children ?? [])).toBe(wordsOf([text(value)]));
        expect(tree?.children?.map(({ type }) => type)).toEqual(value.trim() ? ['paragraph'] : []);
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps the words of every mark, and loses a mark rather than a word', () => {
    fc.assert(
      fc.property(fc.array(marked, { minLength: 1, maxLength: 5 }), (nodes) => {
        const { tree, problem } = parseMdx('', writeBlocks([{ type: 'paragraph', children: nodes }], parseMdx));
        expect(problem).toBeNull();
        expect(wordsOf(tree?.children ?? [])).toBe(wordsOf([{ type: 'paragraph', children: nodes }]));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [['https://a.example/', '[https://b.example/(https://c.example/']],
    [['`', '](https://a.example/', '`']],
    [['\\](https://a.example/`']],
  ])('keeps the words %j, in which signs of a link stand as code', (values) => {
    const run = values.map(text);
    const written = writeBlocks([{ type: 'paragraph', children: run }], parseMdx);
    expect(wordsOf(parseMdx('', written).tree?.children ?? [])).toBe(wordsOf(run));
  });

  test('stands in lists, quotations, code and tables', () => {
    const paragraph = (value: string): MarkdownNode => ({ type: 'paragraph', children: [text(value)] });
    const item = (...children: Markdown): MarkdownNode => ({ type: 'listItem', children });
    const cell = (value: string): MarkdownNode => ({ type: 'tableCell', children: [text(value)] });
    expect(
      writeBlocks(
        [
          {
            type: 'list',
            ordered: true,
            children: [
              item(paragraph('бір'), {
                type: 'list',
                ordered: false,
                children: [item(paragraph('екі'), paragraph('үш'))],
              }),
            ],
          },
          { type: 'blockquote', children: [paragraph('# сөз'), paragraph('1. сөз')] },
          { type: 'code', value: '```\n{a}\n```' },
          {
            type: 'table',
            children: [
              { type: 'tableRow', children: [cell('a|b'), cell('')] },
              { type: 'tableRow', children: [cell('c'), cell('`')] },
            ],
          },
        ],
        parseMdx,
      ),
    ).toBe(
      '1. бір\n   - екі\n\n     үш\n\n> \\# сөз\n>\n> 1\\. сөз\n\n````\n```\n{a}\n```\n````\n\n| a\\|b |  |\n| --- | --- |\n| c | \\` |',
    );
  });
});
