import { wordsOf, type ImportContext, type Markdown } from '../found.ts';
import { dividePassage, gapToken, withoutTokens } from '../passage.ts';
import { makeGap, type FoundGap } from '../gap-text.ts';
import type { Made } from '../questions.ts';
import { childAt } from '../xml-tree.ts';
import type { MoodleQuestion } from './question-texts.ts';

const field = /\{\d*:([A-Z_]{2,20}):((?:\\[\s\S]|[^\\{}]){1,5000})\}/gu;
const chosen = /^(?:MULTICHOICE|MC)(?:_?(?:V|H|S|VS|HS))?$/u;
const written = /^(?:SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC)$/u;
const numeric = /^(?:NUMERICAL|NM)$/u;

/** "Embedded answers (Cloze)": a text with fields, each of which has one right answer to choose or to write. */
export function readCloze(question: MoodleQuestion, { locale, note, html }: ImportContext): Made {
  const { node, place, read } = question;
  const gaps: FoundGap[] = [];
  const spares: string[] = [];
  const faults: string[] = [];
  const kinds = new Set<string>();
  const blocks = read(childAt(node, 'questiontext'), (source) =>
    withoutTokens(source).replace(field, (_, type: string, content: string) => {
      const answers = readAnswers(content, (text) => html(text, place), numeric.test(type));
      const right = answers.filter(({ percent }) => percent === 100);
      const [first] = right;
      if (!chosen.test(type) && !written.test(type) && !numeric.test(type)) faults.push(`a field of the type ${type}`);
      else if (!first) faults.push('a field without a fully right answer');
      kinds.add(chosen.test(type) ? 'chosen' : 'written');
      if (right.length > 1) note('gap-share', place, first?.word);
      if (chosen.test(type)) spares.push(...answers.filter(({ percent }) => percent < 100).map(({ word }) => word));
      gaps.push({ number: gaps.length, word: first?.word ?? '', reason: first?.reason ?? [] });
      return gapToken(gaps.length - 1);
    }),
  );
  if (faults.length) return `it has ${faults[0]}`;
  if (kinds.has('chosen') && gaps.length > 1) note('gap-groups', place);
  if (kinds.has('written')) note('gap-written', place);
  const { prompt, passage } = dividePassage(blocks, (number) => gaps[number]?.word ?? '');
  return makeGap({ ...question, prompt }, { passage, gaps, spares, locale });
}

interface ClozeAnswer {
  readonly word: string;
  readonly percent: number;
  readonly reason: Markdown;
}

function readAnswers(content: string, html: (text: string) => Markdown, isNumber: boolean): ClozeAnswer[] {
  return splitUnescaped(content, '~').map((part) => {
    const [, sign = '', share] = /^(=|%(-?\d+(?:\.\d+)?)%)?/u.exec(part) ?? [];
    const [text = '', ...why] = splitUnescaped(part.slice(sign.length), '#');
    const words = wordsOf(html(unescape(text)));
    return {
      // The tolerance stands behind a colon.
      word: isNumber ? words.replace(/:[^:]*$/u, '') : words,
      percent: sign === '=' ? 100 : Number(share ?? 0),
      reason: html(unescape(why.join('#'))),
    };
  });
}

/** The parts between signs that no backslash stands before. */
function splitUnescaped(text: string, sign: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === sign) {
      parts.push(part);
      part = '';
    } else if (letter === '\\') part += letter + (text[++at] ?? '');
    else part += letter;
  }
  return [...parts, part];
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S])/gu, '$1');
}
