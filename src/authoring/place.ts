import type { Place } from '#problem';

/** Turns offsets into a file's text (UTF-16) into places, counting lines and columns from 1 as editors do. */
export function createPlacer(file: string, text: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map((end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Where a line begins, counted from 1; the text's end for a line that it does not have. */
export function startOffsetOfLine(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = /\r\n|\r|\n/u.exec(text.slice(start));
    if (!end) return text.length;
    start += end.index + end[0].length;
  }
  return start;
}

/** Where a place stands in its file's text. */
export function offsetOfPlace(text: string, { line, column }: Place): number {
  return startOffsetOfLine(text, line) + column - 1;
}
