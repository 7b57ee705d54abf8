import { wordsOf, type ImportContext } from '../found.ts';
import { dividePassage, gapToken, withoutTokens } from '../passage.ts';
import { makeGap, type FoundGap } from '../gap-text.ts';
import type { Made } from '../questions.ts';
import { childAt, childrenOf, textAt } from '../xml-tree.ts';
import type { MoodleQuestion } from './question-texts.ts';

/** "Select missing words" and "Drag and drop into text": `[[2]]` stands where the second word belongs. */
export function readGaps(question: MoodleQuestion, choiceName: string, { locale, note, html }: ImportContext): Made {
  const { node, place, read } = question;
  const choices = childrenOf(node, choiceName).map((choice) => ({
    word: wordsOf(html((childAt(choice, 'text') ?? choice).text, place)),
    group: textAt(choice, 'group').trim() || '1',
  }));
  if (new Set(choices.map(({ group }) => group)).size > 1) note('gap-groups', place);
  const gaps: FoundGap[] = [];
  const blocks = read(childAt(node, 'questiontext'), (source) =>
    withoutTokens(source).replace(/\[\[(\d{1,3})\]\]/gu, (whole, number: string) => {
      const word = choices[Number(number) - 1]?.word;
      if (!word) return whole;
      gaps.push({ number: gaps.length, word, reason: [] });
      return gapToken(gaps.length - 1);
    }),
  );
  const { prompt, passage } = dividePassage(blocks, (number) => gaps[number]?.word ?? '');
  const spares = choices.map(({ word }) => word);
  return makeGap({ ...question, prompt }, { passage, gaps, spares, locale });
}
