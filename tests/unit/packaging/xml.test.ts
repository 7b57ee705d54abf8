import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { asBlocks, readMarkup, wordsOf } from '../../../src/packaging/markup.ts';
import { cleanText, element, writeDocument, writeNodes } from '../../../src/packaging/xml.ts';
import { all, parseXml } from './parse-xml.ts';

// Whole banks, many times over.
vi.setConfig({ testTimeout: 60_000 });

const words = ['Şübhəli xəbər', 'Oʻzbekiston', 'İstanbul’da ılık', 'өткөн көпүрө', 'қайдан?', 'ё и й', 'a < b & c'];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '<![CDATA[',
        '\u0000',
        '\r',
        '\uD800',
        '\u202E',
        '\uFFFF',
        ...words,
      ),
    )
    .map((parts) => parts.join('')),
);
const seeded = { seed: 11, numRuns: 300 };

describe('writing XML', () => {
  test.each(['xml', 'sections'] as const)(
    'any text comes back as it was, but for what XML cannot hold (%s)',
    (form) => {
      fc.assert(
        fc.property(hostile, hostile, (text, value) => {
          const source = writeDocument(element('root', {}, [element('a', { value }, [text])]), form);
          const [node] = all(parseXml(source), 'a');
          expect([node?.text, node?.attributes['value']]).toEqual([cleanText(text), cleanText(value)]);
        }),
        seeded,
      );
    },
  );

  test('half a character shows, control characters are left out', () => {
    expect(cleanText('a\uD83D b\u0007c\uFFFEd\r\ne')).toBe('a\uFFFD bcd\ne');
    expect(cleanText('😀 ə ʻ')).toBe('😀 ə ʻ');
  });

  test('signs that turn the direction of a text are seen in the file', () => {
    expect(writeNodes(['\u202Eabc\u2066'], 'xml')).toBe('&#8238;abc&#8294;');
    expect(writeNodes(['a\u202Eb'], 'sections')).toBe('<![CDATA[a]]>&#8238;<![CDATA[b]]>');
  });

  test('an empty element is closed in HTML unless HTML never closes it', () => {
    const nodes = [element('span'), element('br'), element('img', { src: 'a.svg', alt: '' })];
    expect(writeNodes(nodes, 'html')).toBe('<span></span><br/><img src="a.svg" alt=""/>');
  });
});

describe('reading the HTML of the model', () => {
  test('keeps elements, attributes and words', () => {
    const html = '<p>Bir &#x26; iki<br><a href="../a/?b=1&#x26;c=2">link</a> <em>üç &#x3C;dörd></em></p>';
    expect(writeNodes(readMarkup(html), 'html')).toBe(
      '<p>Bir &amp; iki<br/><a href="../a/?b=1&amp;c=2">link</a> <em>üç &lt;dörd&gt;</em></p>',
    );
  });

  test('whatever it is given, what it writes is well-formed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<em>',
            '</em>',
            '<br>',
            '<',
            '</',
            '&',
            '&#x0;',
            '&#xFFFFFF;',
            'сөз',
            '<a href="',
            '">',
          ),
        ),
        (parts) => {
          const source = `<root>${writeNodes(readMarkup(parts.join('')), 'xml')}</root>`;
          expect(() => parseXml(source)).not.toThrow();
        },
      ),
      seeded,
    );
  });

  test('words outside of blocks become paragraphs', () => {
    const blocks = asBlocks(readMarkup('Сөз <em>екі</em><p>абзац</p> соңы'));
    expect(writeNodes(blocks, 'html')).toBe('<p>Сөз <em>екі</em></p><p>абзац</p><p> соңы</p>');
    expect(wordsOf(blocks)).toBe('Сөз екі абзац соңы');
  });
});
