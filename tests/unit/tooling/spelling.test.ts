import { readContent } from '#course';
import { parseMdx } from '#course/adapters/satteri-markdown';
import { localeTags } from '#language';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { uzbekInCyrillic } from '../../tooling/spelling/uzbek-in-cyrillic.ts';
import { spelledWords, wordsOf } from '../../tooling/spelling/words.ts';
import { overlay } from '../authoring/overlay.ts';

describe('the words of a text', () => {
  test.each([
    ['ru', 'Кто-то спросил: «Из-за чего?»', ['Кто-то', 'спросил', 'Из-за', 'чего']],
    [
      'en',
      'It doesn’t say who’s the well-known source.',
      ['It', "doesn't", 'say', "who's", 'the', 'well-known', 'source'],
    ],
    ['uz', 'Maʼlumotni oʻqing.', ['Maʼlumotni', 'oʻqing']],
    ['tr', 'Bilig’in sayfası 8.00’de açılır.', ['Bilig', 'sayfası', 'açılır']],
    ['kk', 'Сағат 8:00-де 10-нан астам, 70%-ы WhatsApp-қа жазды.', ['Сағат', 'астам', 'жазды']],
  ] as const)('are taken in %s as its dictionary has them', (locale, text, words) => {
    expect(spelledWords(locale, text)).toEqual(words);
  });
});

test('words are taken from pages, the glossary, the interface and captions, without code and addresses', () => {
  const files = overlay({
    'courses/demo/first/one/kk.mdx':
      '---\ntitle: Тақырып\nsummary: S\ngoal: G\nobjectives: [O]\ntranslation: { state: machine-draft }\n---\n\nБетті `кодты` оқыңыз: мекен.example.\n',
    'courses/demo/first/one/media/film.kk.vtt': 'WEBVTT\n\n00:00.600 --> 00:04.000\nШәйнек\n',
    'glossary/source.yaml': 'kk: { term: дереккөз, definition: Қайдан., avoid: [қайнар] }\n',
    'interface/kk.json': '{"nav":{"home":"Басты {{count}} бет"}}',
  });
  const words = wordsOf(readContent(files, parseMdx), 'kk');
  const page = 'courses/demo/first/one/kk.mdx';
  expect(Object.fromEntries(words)).toMatchObject({
    Тақырып: [page],
    оқыңыз: [`${page}:9`],
    дереккөз: ['glossary/source.yaml'],
    Қайдан: ['glossary/source.yaml'],
    Басты: ['interface/kk.json'],
    бет: ['interface/kk.json'],
    Шәйнек: ['courses/demo/first/one/media/film.kk.vtt:4'],
  });
  for (const word of ['кодты', 'мекен', 'count', 'қайнар']) expect([...words.keys()]).not.toContain(word);
});

test.each([
  ['Oʻzbekcha', 'Ўзбекча'],
  ['eʼlon', 'эълон'],
  ['shaxsiy', 'шахсий'],
  ['bekati', 'бекати'],
  ['aksiya', 'акция'],
  ['film', 'фильм'],
])('%s is looked up in Uzbek as %s', (latin, cyrillic) => {
  expect(uzbekInCyrillic(latin)).toContain(cyrillic);
});

test('the lists of reviewed words are sorted, each word once', () => {
  const folder = 'tests/tooling/spelling/known';
  const lists = readdirSync(folder);
  expect(lists.filter((name) => !localeTags.some((locale) => name === `${locale}.txt`))).toEqual([]);
  for (const name of lists) {
    const words = readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n');
    expect(words, name).toEqual([...new Set(words)].sort());
  }
});
