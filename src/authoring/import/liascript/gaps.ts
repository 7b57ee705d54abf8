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
    const { right, wrong } = readSelection(content);
    if (!wrong.length) isWritten = true;
    spares.push(...wrong);
    gaps.push({ number: gaps.length, word: right, reason: [] });
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

/** Words to choose from, the right one in parentheses: `lost | (won)`; or the one word to write. */
export function readSelection(content: string): { readonly right: string; readonly wrong: readonly string[] } {
  const parts = content
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return { right: content.trim(), wrong: [] };
  const right = parts.filter((part) => /^\(.*\)$/u.test(part)).map((part) => part.slice(1, -1).trim());
  return { right: right[0] ?? '', wrong: parts.filter((part) => !/^\(.*\)$/u.test(part)) };
}

function showBlanks(nodes: Markdown): Markdown {
  return nodes.map((node) => ({
    ...node,
    ...(node.value === undefined ? {} : { value: node.value.replaceAll('\uE003', '________') }),
    ...(node.children ? { children: showBlanks(node.children) } : {}),
  }));
}
