import { adviceAt } from '#exercise';
import type { Problem } from '#problem';
import { createKeep } from '../keep.ts';
import { measureTexts, readingLevels, type TextMeasures } from '../reading-level.ts';
import type { PageReading, Survey } from '../survey.ts';

// The formulas were made on samples of a hundred words.
const fewestWords = 100;

/** Advises on lessons that read harder than they should; what was measured in a lesson is kept until it changes. */
export function createReadingCheck(): (survey: Survey) => Problem[] {
  const keep = createKeep<PageReading, readonly Problem[]>();
  return ({ pages }) =>
    pages
      .filter(({ kind }) => kind === 'lesson')
      .flatMap(({ versions }) => Object.values(versions))
      .flatMap((version) => keep(version, '', () => checkReading(version)));
}

function checkReading({ body, locale }: PageReading): Problem[] {
  const [opening] = body?.sections ?? [];
  const measures = measureTexts(
    locale,
    (body?.sections ?? []).map(({ text }) => text),
  );
  if (!opening || !measures) return [];
  const { longestMedian, formula } = readingLevels[locale];
  const problems: Problem[] = [];
  if (measures.medianSentence > longestMedian) {
    problems.push(
      adviceAt(opening.place, 'sentences-long', {
        message: `Half of the sentences in this lesson have ${measures.medianSentence} words or more. Many readers here read in a second language.`,
        hint: `Divide sentences until half of them have ${longestMedian} words or fewer: one thought, one sentence.`,
      }),
    );
  }
  const score = formula?.score(measures) ?? 0;
  if (formula?.isHard(score) && measures.words >= fewestWords) {
    problems.push(
      adviceAt(opening.place, 'reading-hard', {
        message: `The ${formula.name} gives this lesson ${score.toFixed(0)}; ${formula.bound}. ${describe(measures, formula.counts)}`,
        hint: 'Use shorter words where there are any, and explain the long ones that must stay in the glossary; divide long sentences.',
      }),
    );
  }
  return problems;
}

function describe(measures: TextMeasures, counts: 'letters' | 'syllables'): string {
  const perWord = counts === 'letters' ? measures.lettersPerWord : measures.syllablesPerWord;
  return `It counts ${measures.wordsPerSentence.toFixed(1)} words a sentence and ${perWord.toFixed(1)} ${counts} a word.`;
}
