import { nameHidden } from '#problem';

/** A line taken apart at the place that a problem names. */
export interface QuotedLine {
  readonly before: string;
  /** The letter at the place with its marks; empty where something is missing at the line's end. */
  readonly at: string;
  readonly after: string;
}

// A line may have ten million characters.
const reach = 60;

/**
 * A line of a text as it is quoted beside a problem, with characters that nobody sees named by their codes.
 *
 * @param line counted from 1, as is the column, in UTF-16 units
 * @returns null where the line shows nothing, or there is no such line
 */
export function quoteLine(text: string, line: number, column: number): QuotedLine | null {
  const whole = lineAt(text.replace(/^\uFEFF/u, ''), line);
  if (whole === null || !whole.trim() || /^-{3,}\s*$/u.test(whole)) return null;
  const offset = Math.min(Math.max(0, column - 1), whole.length);
  const from = wholeLetters(whole, Math.max(0, offset - reach));
  const to = wholeLetters(whole, Math.min(whole.length, offset + reach));
  const at = /^(?:\P{M}\p{M}*)/u.exec(whole.slice(offset, to))?.[0] ?? '';
  return {
    before: `${from > 0 ? '…' : ''}${nameHidden(whole.slice(from, offset))}`,
    at: nameHidden(at),
    after: `${nameHidden(whole.slice(offset + at.length, to))}${to < whole.length ? '…' : ''}`,
  };
}

function lineAt(text: string, line: number): string | null {
  return text.split(/\r\n|\r|\n/u)[line - 1] ?? null;
}

/** The offset, or the next one, at which no pair of units is torn apart. */
function wholeLetters(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/u.test(text.charAt(offset)) ? offset + 1 : offset;
}
