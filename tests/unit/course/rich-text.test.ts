import { isSafeLink, renderRichText } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['https://a.example', true],
  ['HTTP://a.example', true],
  ['mailto:a@b.example', true],
  ['tel:+7701', true],
  ['../lesson/', true],
  ['#anchor', true],
  ['', true],
  ['../a:b/', true],
  ['?q=a:b', true],
  ['javascript:alert(1)', false],
  ['JavaScript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['java\tscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['blob:x', false],
  ['//a.example', false],
  ['/\\a.example', false],
  ['\\\\a.example', false],
])('%j may stand in a page: %s', (url, safe) => {
  expect(isSafeLink(url)).toBe(safe);
});

function render(source: string, form: 'block' | 'inline' = 'block'): string {
  const { tree } = parseMdx('a.mdx', source);
  const nodes = tree?.children ?? [];
  return renderRichText(form === 'block' ? nodes : (nodes[0]?.children ?? []), form).html;
}

test.each([
  ['A [b](javascript:x) c.', '<p>A b c.</p>'],
  ['A [b](java&#10;script:x) c.', '<p>A b c.</p>'],
  ['A [b][c].\n\n[c]: javascript:x', '<p>A b.</p>'],
  ['A ![b](javascript:x).', '<p>A .</p>'],
  ['A <kbd onclick="x">b</kbd>.', '<p>A <kbd>b</kbd>.</p>'],
  ['A <u>b</u> {c}.', '<p>A b .</p>'],
  ['A <constructor>b</constructor>.', '<p>A b.</p>'],
  ['A &lt;script> b.', '<p>A &#x3C;script> b.</p>'],
  ['A <abbr title="&quot;>b">c</abbr>.', '<p>A <abbr title="&#x22;>b">c</abbr>.</p>'],
])('%j gives no more than %s', (source, html) => {
  expect(render(source)).toBe(html);
});

test('a run of text is rendered without a paragraph and without spaces of its own', () => {
  expect(render('**TikTok**та *b*', 'inline')).toBe('<strong>TikTok</strong>та <em>b</em>');
});

test.each(['block', 'inline'] as const)('bare words are rendered as the renderer renders them: %s', (form) => {
  const nodes = (...values: string[]) => {
    const words = values.map((value) => ({ type: 'text', value }));
    return form === 'inline' ? words : [{ type: 'paragraph', children: words }];
  };
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      // An empty text beside the words shows nothing and takes the longer way.
      expect(renderRichText(nodes(words), form)).toEqual(renderRichText(nodes(words, ''), form));
    }),
    { examples: [[' Оқушы & <b>'], ['a \n b'], ['"\'`'], ['\u00A0ʻ\u200B']] },
  );
});
