import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFromEmbed, readToEmbed, write } from '../../../src/site/client/embed-protocol.ts';

const id = 'media-literacy/finding-the-source/leave-the-page/timurs-tab';

describe('what an embedded page says', () => {
  test.each([
    { type: 'ready' },
    { type: 'height', height: 1587 },
    { type: 'started', id, language: 'kk', score: null, correct: null },
    { type: 'answered', id, language: 'az', score: 0.5, correct: false },
    { type: 'completed', id, language: 'uz', score: 1, correct: null },
  ] as const)('is read as it was written: $type', (message) => {
    expect(readFromEmbed(structuredClone(write(message)))).toEqual(message);
    expect(readToEmbed(write(message))).toBeNull();
  });

  test.each([
    ['a height that is none', { type: 'height', height: Number.NaN }],
    ['a height below nothing', { type: 'height', height: -1 }],
    ['a height without end', { type: 'height', height: Infinity }],
    ['a height in words', { type: 'height', height: '100vh' }],
    ['an event without an id', { type: 'answered', language: 'kk', score: 1 }],
    ['an event with an object for its id', { type: 'completed', id: {}, language: 'kk' }],
    ['a word of nobody', { type: 'навигация' }],
  ])('is not listened to: %s', (_, message) => {
    expect(readFromEmbed({ bilig: 1, ...message })).toBeNull();
  });

  test('has no score out of bounds and nothing that does not belong to it', () => {
    const lie = { bilig: 1, type: 'answered', id, language: 'kk', score: 7, correct: 'иә', response: 'жауап' };
    expect(readFromEmbed(lie)).toEqual({ type: 'answered', id, language: 'kk', score: null, correct: null });
  });
});

describe('what the page around it says', () => {
  test.each([{ type: 'hello' }, { type: 'theme', theme: 'auto' }, { type: 'language', language: 'ky' }] as const)(
    'is read as it was written: $type',
    (message) => {
      expect(readToEmbed(structuredClone(write(message)))).toEqual(message);
      expect(readFromEmbed(write(message))).toBeNull();
    },
  );

  test.each([
    ['colours that do not exist', { type: 'theme', theme: '"><script>' }],
    ['a language that is no text', { type: 'language', language: ['ru'] }],
    ['nothing', {}],
  ])('is not listened to: %s', (_, message) => {
    expect(readToEmbed({ bilig: 1, ...message })).toBeNull();
  });
});

test('a message of another version, or none of this kind, is none for either end, whatever it is', () => {
  expect(readFromEmbed({ bilig: 2, type: 'ready' })).toBeNull();
  expect(readToEmbed({ bilig: '1', type: 'hello' })).toBeNull();
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect([readFromEmbed(data), readToEmbed(data)]).toEqual([null, null]);
    }),
  );
});
