import type { ImportContext, Markdown } from '../found.ts';
import { dividePassage, gapToken, withoutTokens } from '../passage.ts';
import { makeGap, type FoundGap } from '../gap-text.ts';
import { makeShortAnswer, type Made } from '../questions.ts';
import { replaceGaps } from './lines.ts';

/** A paragraph with fields in it. A single field to write in is a question for a word; more are gaps. */
export function readGapParagraph(text: string, place: string, { markdown, locale, note }: ImportContext): Made {
  const gaps: FoundGap[] = [];
  const spares: string[] = [];
  let isWritten = false;
  const source = replaceGaps(withoutTokens(text), (content) => {
    const words = readSelection(content);
    const wrong = words.filter(({ right }) => !right);
    if (!wrong.length) isWritten = true;
    spares.push(...wrong.map(({ text: word }) => word));
    gaps.push({ number: gaps.length, word: words.find(({ right }) => right)?.text ?? '', reason: [] });
    return gapToken(gaps.length - 1);
  });
  const [only] = gaps;
  if (only && gaps.length === 1 && !spares.length) {
    const prompt = showBlanks(markdown(source.replaceAll(gapToken(0), '\uE003'), place));
    return makeShortAnswer({ prompt, hints: [], closing: [] }, [{ text: only.word, right: true, reason: [] }], {
      locale,
      otherwise: [],
    });
  }
  if (isWritten) note('gap-written', place);
  if (spares.length && gaps.length > 1) note('gap-groups', place);
  const { prompt, passage } = dividePassage(markdown(source, place), (number) => gaps[number]?.word ?? '');
  return makeGap({ prompt, hints: [], closing: [] }, { passage, gaps, spares, locale });
}

/** A word to choose. */
export interface SelectionWord {
  readonly text: string;
  readonly right: boolean;
}

/**
 * Words to choose from in their order, the right one in parentheses: `lost | (won)`; or the one word to write. One word is
 * right: a second one in parentheses is left out.
 */
export function readSelection(content: string): SelectionWord[] {
  const parts = content
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return [{ text: content.trim(), right: true }];
  const isMarked = (part: string) => /^\(.*\)$/u.test(part);
  const right = parts.findIndex(isMarked);
  return parts.flatMap((part, at): SelectionWord[] => {
    if (!isMarked(part)) return [{ text: part, right: false }];
    return at === right ? [{ text: part.slice(1, -1).trim(), right: true }] : [];
  });
}

function showBlanks(nodes: Markdown): Markdown {
  return nodes.map((node) => ({
    ...node,
    ...(node.value === undefined ? {} : { value: node.value.replaceAll('\uE003', '________') }),
    ...(node.children ? { children: showBlanks(node.children) } : {}),
  }));
}
