import { localeTags, type Locale } from '#language';
import { describe, expect, test } from 'vitest';
import { measureTexts, readingLevels } from '../../../src/authoring/reading-level.ts';
import { check, overlay } from './overlay.ts';

const lesson = (locale: Locale) => `courses/demo/first/two/${locale}.mdx`;
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives: [test]\n---\n\n## Second\n\n';
const draft = front.replace('---\n\n', 'translation: { state: machine-draft }\n---\n\n');

function adviceOn(locale: Locale, text: string): string[] {
  const words = `${locale === 'en' ? front : draft}${text}\n`;
  return check(overlay({ [lesson(locale)]: words }))
    .filter(({ file, rule }) => file === lesson(locale) && (rule === 'sentences-long' || rule === 'reading-hard'))
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

describe('what is counted', () => {
  test.each<[Locale, string, Partial<ReturnType<typeof measureTexts>>]>([
    ['tr', 'Işık söner. İyi okuyan kazanır!', { words: 5, sentences: 2, medianSentence: 3, syllablesPerWord: 12 / 5 }],
    ['ru', 'Ёж спит. Кто это написал?', { words: 5, sentences: 2, syllablesPerWord: 8 / 5 }],
    ['uz', 'Oʻqish — bu maʼno.', { words: 3, sentences: 1, lettersPerWord: 13 / 3 }],
    ['kk', 'Бет ашық… Кім жазды?', { words: 4, sentences: 2, medianSentence: 2 }],
  ])('in %s: %s', (locale, text, expected) => {
    expect(measureTexts(locale, [text])).toMatchObject(expected ?? {});
  });

  test('nothing where there are no words', () => {
    expect(measureTexts('kk', ['', '— … 🙂'])).toBeNull();
  });

  test('a row of ten million dots takes no time', () => {
    expect(measureTexts('en', ['.'.repeat(10_000_000)])).toBeNull();
  });
});

describe('long sentences are advised against in every language, by its own bound', () => {
  test.each(localeTags.filter((tag) => tag === 'en' || tag === 'kk'))('%s', (locale) => {
    const { longestMedian } = readingLevels[locale];
    const word = locale === 'en' ? 'page' : 'бет';
    const sentences = (words: number) =>
      Array.from({ length: 3 }, () => `${`${word} `.repeat(words).trim()}.`).join(' ');
    expect(adviceOn(locale, sentences(longestMedian))).toEqual([]);
    expect(adviceOn(locale, sentences(longestMedian + 1))).toEqual([
      expect.stringContaining(`have ${longestMedian + 1} words or more`),
    ]);
  });

  test('the bound is never below that of the words which the same sentence has in English', () => {
    for (const tag of localeTags) expect(readingLevels[tag].longestMedian).toBeGreaterThanOrEqual(18 * 0.8);
  });
});

describe('a formula is applied to the language for which it was made', () => {
  const hard =
    'Instrumentalisation notwithstanding, institutional accountability presupposes interdisciplinary collaboration. ';
  const easy = 'We read the page. Then we ask who says so. ';

  test('and says what it counts', () => {
    expect(adviceOn('en', hard.repeat(15))).toEqual([
      expect.stringMatching(
        /^advice reading-hard: The Automated Readability Index gives this lesson \d\d; .* It counts 7\.0 words a sentence and 14\.\d letters a word\.$/u,
      ),
    ]);
    expect(adviceOn('en', easy.repeat(15))).toEqual([]);
  });

  test('and to texts that are long enough for it only', () => {
    expect(adviceOn('en', hard)).toEqual([]);
  });

  test('and to no other', () => {
    const kazakh = 'Институционализацияланғандығымыздан жауапкершіліктендірілмегендіктеріңізді мойындаймыз. ';
    expect(adviceOn('kk', kazakh.repeat(60))).toEqual([]);
    expect(localeTags.filter((tag) => readingLevels[tag].formula)).toEqual(['en', 'tr', 'ru']);
  });

  test.each([
    ['tr', { syllablesPerWord: 2.5, wordsPerSentence: 7.5 }, 78.8],
    ['ru', { syllablesPerWord: 2.26, wordsPerSentence: 8.41 }, 60.1],
    ['en', { lettersPerWord: 4.26, wordsPerSentence: 9.19 }, 3.2],
  ] as const)('as it was published: %s', (locale, measures, score) => {
    const whole = {
      words: 100,
      sentences: 10,
      medianSentence: 8,
      wordsPerSentence: 8,
      lettersPerWord: 5,
      syllablesPerWord: 2,
    };
    expect(readingLevels[locale].formula?.score({ ...whole, ...measures })).toBeCloseTo(score, 1);
  });
});
