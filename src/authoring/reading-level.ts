import { lowerCase, splitWords, type Locale } from '#language';

/** What was counted in a text. */
export interface TextMeasures {
  readonly words: number;
  readonly sentences: number;
  /** Words of a sentence in the middle: half of the sentences have as many or more. */
  readonly medianSentence: number;
  readonly wordsPerSentence: number;
  readonly lettersPerWord: number;
  readonly syllablesPerWord: number;
}

/** A published formula for the reading level of one language. */
export interface ReadingFormula {
  readonly name: string;
  /** What it makes of a text, and whether that is harder than a lesson should be. */
  score(measures: TextMeasures): number;
  isHard(score: number): boolean;
  /** The bound in words. */
  readonly bound: string;
  /** What it counts besides the words of a sentence. */
  readonly counts: 'letters' | 'syllables';
}

export interface ReadingLevel {
  /** Most words that the sentence in the middle may have. */
  readonly longestMedian: number;
  /** Null where no formula was made for the language: one that is known only for another is not applied to it. */
  readonly formula: ReadingFormula | null;
  /** Letters that make a syllable each, where the spelling tells that. */
  readonly vowels: string | null;
}

/** Flesch's scale, which Ateşman keeps: from 50 on a text is of medium difficulty or easier. */
const hardOnFleschScale = 50;

/** R. J. Senter and E. A. Smith, Automated Readability Index (1967): the school year, from letters and not from syllables. */
const automatedReadabilityIndex: ReadingFormula = {
  name: 'Automated Readability Index',
  score: ({ lettersPerWord, wordsPerSentence }) => 4.71 * lettersPerWord + 0.5 * wordsPerSentence - 21.43,
  isHard: (score) => score > 9,
  bound: 'a lesson should have 9 or less, the ninth year of school',
  counts: 'letters',
};

/** E. Ateşman, Türkçede okunabilirliğin ölçülmesi, Dil Dergisi 58 (1997). */
const atesman: ReadingFormula = {
  name: 'Ateşman formula',
  score: ({ syllablesPerWord, wordsPerSentence }) => 198.825 - 40.175 * syllablesPerWord - 2.61 * wordsPerSentence,
  isHard: (score) => score < hardOnFleschScale,
  bound: `a lesson should have ${hardOnFleschScale} or more, medium difficulty`,
  counts: 'syllables',
};

/** I. V. Oborneva, Avtomatizirovannaya otsenka slozhnosti uchebnykh tekstov (2006): Flesch's formula fitted to Russian. */
const oborneva: ReadingFormula = {
  name: 'Flesch formula fitted to Russian by Oborneva',
  score: ({ syllablesPerWord, wordsPerSentence }) => 206.835 - 60.1 * syllablesPerWord - 1.3 * wordsPerSentence,
  isHard: (score) => score < hardOnFleschScale,
  bound: `a lesson should have ${hardOnFleschScale} or more, medium difficulty`,
  counts: 'syllables',
};

/**
 * The bounds by language. The median of 18 words is that of the syllabus for English; the others are as many words as
 * the same sentences have in the translations of this project's first three lessons (2026): a word of an agglutinating
 * language holds more, so a sentence has 0.82 to 0.86 times as many, in Russian 0.92. For Kazakh, Kyrgyz and Uzbek no
 * formula is established; one for Azerbaijani (I. Sadigov, 2018) is published without coefficients that could be checked.
 */
export const readingLevels: Readonly<Record<Locale, ReadingLevel>> = {
  az: { longestMedian: 15, formula: null, vowels: null },
  en: { longestMedian: 18, formula: automatedReadabilityIndex, vowels: null },
  uz: { longestMedian: 15, formula: null, vowels: null },
  tr: { longestMedian: 15, formula: atesman, vowels: 'aeıioöuüâîû' },
  ky: { longestMedian: 15, formula: null, vowels: null },
  kk: { longestMedian: 15, formula: null, vowels: null },
  ru: { longestMedian: 17, formula: oborneva, vowels: 'аеёиоуыэюя' },
};

// The look behind keeps a row of ten million dots from being tried from each of them.
const sentenceEnd = /(?<![.!?…])[.!?…]+["”’»)]*\s+/u;

/** Counts the sentences, words and, where the spelling tells them, syllables of texts. Null where there are no words. */
export function measureTexts(locale: Locale, texts: readonly string[]): TextMeasures | null {
  const { vowels } = readingLevels[locale];
  const lengths: number[] = [];
  let letters = 0;
  let syllables = 0;
  for (const sentence of texts.flatMap((text) => text.split(sentenceEnd))) {
    const words = splitWords(locale, sentence);
    if (!words.length) continue;
    lengths.push(words.length);
    for (const { text } of words) {
      letters += text.length;
      if (vowels) syllables += [...lowerCase(locale, text)].filter((letter) => vowels.includes(letter)).length;
    }
  }
  const words = lengths.reduce((sum, length) => sum + length, 0);
  if (!words) return null;
  return {
    words,
    sentences: lengths.length,
    medianSentence: lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0,
    wordsPerSentence: words / lengths.length,
    lettersPerWord: letters / words,
    syllablesPerWord: syllables / words,
  };
}
