import type { Exercise } from '#exercise';
import fc from 'fast-check';

/** Words of all seven languages, and texts that try to end what they stand in. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Şübhəli',
        'oʻzbek',
        'İstanbul’da ılık',
        'көпүрө',
        'қайдан?',
        'ёж и йод',
        'plain words',
        '50% of all',
      ),
      fc.constantFrom(
        '~=#{}:',
        '\\',
        '\\n',
        '\\\\',
        '####',
        '::',
        '->',
        '=%50%',
        '//',
        '[html]',
        '$CATEGORY: x',
        '{{1}}',
        '[[1]]',
        '*',
      ),
      fc.constantFrom('<b>', '</text>', ']]>', '<![CDATA[', '&amp;', '&#0;', '"', "'", '@@PLUGINFILE@@', '&&058;'),
      fc.constantFrom(
        '\uD800',
        '\uDC00',
        '\u202E',
        '\u2066',
        '\u0000',
        '\uFFFE',
        '\n\n',
        '\r',
        '\t',
        '\u2028',
        '\u00A0',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `x${parts.join(' ')}`);

const plainKeys = new Set([
  'hints',
  'unit',
  'low',
  'high',
  'across',
  'up',
  'alt',
  'credit',
  'address',
  'accepted',
  'answer',
  'keep',
]);

const escape = (text: string) => text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;').replaceAll('>', '>');

function isRich(value: object): value is { html: string; text: string } {
  return 'html' in value && 'text' in value && Object.keys(value).length === 2;
}

/** The exercise with all its words replaced, one after the other; ids, keys and form stay. */
export function withTexts(exercise: Exercise, texts: readonly string[]): Exercise {
  let next = 0;
  const draw = () => texts[next++ % texts.length] ?? 'x';
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return plainKeys.has(key) ? draw() : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, key));
    if (typeof value !== 'object' || value === null) return value;
    if (isRich(value)) {
      if (!value.text.trim()) return value;
      const text = draw();
      return { html: value.html.startsWith('<p>') ? `<p>${escape(text)}</p>` : escape(text), text };
    }
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, visit(item, name)]));
  };
  return visit(exercise, '') as Exercise;
}
