import { nameHidden } from '#problem';
import stringWidth from 'string-width';

/** A line as a terminal shows it, and what stands below it to point at a place. */
export interface Frame {
  readonly text: string;
  /** Spaces as wide as what stands before the place. */
  readonly indent: string;
  readonly caret: string;
}

const tabWidth = 4;
const widest = 100;
const before = 60;

/**
 * Points at a column of a line. Columns count UTF-16 units, as editors count them; terminals have cells: a combining
 * mark takes none, a letter of Chinese two, and a tab up to the next stop. A long line is cut around the place.
 *
 * @param column counted from 1
 * @returns null for a line that shows nothing, an empty one or the fence of the front matter
 */
export function frameLine(line: string, column: number): Frame | null {
  if (/^(?:-{3,})?\s*$/u.test(line)) return null;
  const cells = layOut(line, column - 1);
  const at = Math.max(
    0,
    cells.findLastIndex(({ start }) => start <= column - 1),
  );
  const from = firstWithin(cells, at);
  const shown = cells.slice(from);
  const lead = from > 0 || (shown[0]?.start ?? 0) > 0 ? '…' : '';
  let text = lead;
  let width = stringWidth(lead);
  let indent = 0;
  let caret = 1;
  for (const [index, cell] of shown.entries()) {
    const isPlace = from + index === at;
    const drawn = cell.text === '\t' ? ' '.repeat(tabWidth - (width % tabWidth)) : nameHidden(cell.text);
    const own = stringWidth(drawn);
    if (width + own > widest && !isPlace) {
      text += '…';
      break;
    }
    if (isPlace) [indent, caret] = [width, Math.max(1, own)];
    text += drawn;
    width += own;
  }
  // A place behind the last letter is where something is missing.
  const last = cells.at(-1);
  const isBehind = last !== undefined && column - 1 >= last.start + last.text.length;
  if (isBehind) [indent, caret] = [width, 1];
  return { text: text.trimEnd(), indent: ' '.repeat(indent), caret: '^'.repeat(caret) };
}

/** A letter with its marks, and where in the line it begins. */
interface Cell {
  readonly text: string;
  readonly start: number;
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
// Enough to fill the widest frame; a line may have ten million characters.
const reach = 400;

function layOut(line: string, offset: number): Cell[] {
  const start = Math.max(0, offset - reach);
  const piece = line.slice(start, offset + reach);
  return [...letters.segment(piece)].map(({ segment, index }) => ({ text: segment, start: start + index }));
}

/** The first cell to show, so that the place is not far to the right. */
function firstWithin(cells: readonly Cell[], at: number): number {
  let width = 0;
  for (let index = at - 1; index >= 0; index--) {
    width += cells[index]?.text === '\t' ? tabWidth : stringWidth(nameHidden(cells[index]?.text ?? ''));
    if (width > before) return index + 1;
  }
  return 0;
}
