import type { AnalysedWord } from '#language';
import type { ReadWords } from './terms.ts';

/** A piece of text, to be shown as it is or marked as what was looked for. */
export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** Tells whether a word is one that the query found. */
export type IsFound = (word: AnalysedWord) => boolean;

const excerptLength = 220;
/** How far before the first found word an excerpt may begin, so that it starts with its sentence. */
const runUp = 90;
const ellipsis = '…';

/** The whole text with the found words marked in their own spelling: `istanbul` marks `İstanbul`. */
export function markWords(readWords: ReadWords, text: string, isFound: IsFound): Segment[] {
  const composed = text.normalize('NFC');
  return cut(composed, { start: 0, end: composed.length }, readWords(composed).filter(isFound));
}

/** The stretch of a text with the most different words found, marked; null where it has none of them. */
export function markExcerpt(readWords: ReadWords, text: string, isFound: IsFound): Segment[] | null {
  const composed = text.normalize('NFC');
  const found = readWords(composed).filter(isFound);
  const first = bestStart(found);
  return first ? cut(composed, stretchFrom(composed, first.start), found) : null;
}

/** The beginning of a text that holds none of the words. */
export function openingExcerpt(text: string): Segment[] {
  const composed = text.normalize('NFC');
  return cut(composed, stretchFrom(composed, 0), []);
}

/** The found word from which an excerpt's length holds the most different ones, forms of a word being one; the first of equals. */
function bestStart(found: readonly AnalysedWord[]): AnalysedWord | null {
  let best: AnalysedWord | null = null;
  let most = 0;
  found.forEach((word, index) => {
    const keys = new Set<string>();
    for (let next = index; next < found.length; next += 1) {
      const other = found[next];
      if (!other || other.end - word.start > excerptLength - runUp) break;
      keys.add(other.keys[0] ?? other.surface);
    }
    // A single word longer than an excerpt holds nothing, and must not hide the rest.
    const held = Math.max(1, keys.size);
    if (held > most) [best, most] = [word, held];
  });
  return best;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function stretchFrom(text: string, at: number): Stretch {
  const earliest = Math.max(0, at - runUp);
  const before = text.slice(earliest, at);
  const sentence = [...before.matchAll(/[.!?…:·](?:["”»’)\]])?\s+/gu)].at(-1);
  const space = /\s/u.exec(before);
  const start =
    earliest === 0 && at <= runUp && !sentence
      ? 0
      : earliest + (sentence ? sentence.index + sentence[0].length : space ? space.index + 1 : before.length);
  if (start + excerptLength >= text.length) return { start, end: text.length };
  const last = /\s\S*$/u.exec(text.slice(start, start + excerptLength));
  const end = start + (last && start + last.index > at ? last.index : excerptLength);
  return { start, end };
}

function cut(text: string, { start, end }: Stretch, found: readonly AnalysedWord[]): Segment[] {
  const segments: Segment[] = [];
  const add = (piece: string, marked: boolean) => {
    if (piece) segments.push({ text: piece, marked });
  };
  let at = start;
  if (start > 0) add(`${ellipsis} `, false);
  for (const word of found) {
    if (word.start < at || word.start >= end) continue;
    const wordEnd = Math.min(word.end, end);
    add(text.slice(at, word.start), false);
    add(text.slice(word.start, wordEnd), true);
    at = wordEnd;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(/[.!?…]$/u.test(text.slice(at, end)) ? ` ${ellipsis}` : ellipsis, false);
  return segments;
}
