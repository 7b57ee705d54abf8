import type { AttemptPhase, AttemptState, Discernment, Response } from '#exercise';
import type { ExerciseOutline } from '../outline.ts';
import { widthFor, type BitReader, type BitWriter } from './bits.ts';

const phases: readonly AttemptPhase[] = ['open', 'tried', 'right', 'shown'];
const kinds = ['none', 'text', 'list', 'record'] as const;
/** Fractions of the points are k of n with small n in nearly all exercises; others are rounded to 2^-20. */
const largestDivisor = 64;
const fine = 2 ** 20 - 1;
const widthBits = 4;

/** What the words of an answer are written by and read from. */
type Vocabulary = Pick<ExerciseOutline, 'words' | 'named'>;

/** What was typed, in the order in which it is met; null for what was shed. */
export interface Typed {
  /** Takes a text up and gives the place where it will be found. */
  add(text: string): void;
}

export interface TypedReader {
  /** The next text; null where it has been shed. */
  next(): string | null;
}

export function writeAttempt(state: AttemptState, vocabulary: Vocabulary, bits: BitWriter, typed: Typed): void {
  const { phase, response, confidence, used, hints, first, best, last, discernment, round } = state;
  bits.write(phases.indexOf(phase), 2);
  bits.small(used);
  bits.small(hints);
  bits.small(round);
  bits.write(confidence ?? 0, 2);
  bits.flag(first !== null);
  if (first !== null) {
    writeFraction(first, bits);
    writeLikely(best, first, bits);
    writeLikely(last, best ?? first, bits);
  }
  bits.flag(discernment !== null);
  if (discernment) for (const counts of [discernment.first, discernment.last]) writeCounts(counts, bits);
  writeResponse(response, vocabulary, bits, typed);
}

/**
 * @param words those that it was written by; none reads past work whose exercise is no longer there
 * @throws RangeError where the bits end
 */
export function readAttempt(words: readonly string[], bits: BitReader, typed: TypedReader): AttemptState {
  const phase = phases[bits.read(2)] ?? 'open';
  const [used, hints, round] = [bits.small(), bits.small(), bits.small()];
  const confidence = (bits.read(2) || null) as AttemptState['confidence'];
  const first = bits.flag() ? readFraction(bits) : null;
  const best = first === null ? null : readLikely(first, bits);
  const last = first === null ? null : readLikely(best ?? first, bits);
  const discernment = bits.flag() ? { first: readCounts(bits), last: readCounts(bits) } : null;
  const { response, isWhole } = readResponse(words, bits, typed);
  const scores = { confidence, used, hints, first, best, last, discernment, round };
  // Half an answer is none: it is asked for again, and what it has earned stays.
  return isWhole ? { phase, response, ...scores } : { phase: 'open', response, ...scores };
}

function writeLikely(value: number | null, likely: number, bits: BitWriter): void {
  bits.flag(value === likely);
  if (value === likely) return;
  bits.flag(value !== null);
  if (value !== null) writeFraction(value, bits);
}

function readLikely(likely: number, bits: BitReader): number | null {
  if (bits.flag()) return likely;
  return bits.flag() ? readFraction(bits) : null;
}

function writeFraction(value: number, bits: BitWriter): void {
  if (value === 0 || value === 1) return bits.write(value, 2);
  for (let divisor = 2; divisor <= largestDivisor; divisor += 1) {
    const count = Math.round(value * divisor);
    if (count / divisor !== value) continue;
    bits.write(2, 2);
    bits.small(divisor);
    return bits.write(count, widthFor(divisor));
  }
  bits.write(3, 2);
  bits.write(Math.round(value * fine), 20);
}

function readFraction(bits: BitReader): number {
  const form = bits.read(2);
  if (form < 2) return form;
  if (form === 3) return bits.read(20) / fine;
  const divisor = Math.max(1, bits.small());
  return Math.min(1, bits.read(widthFor(divisor)) / divisor);
}

function writeCounts({ hits, falseAlarms, misleading, sound }: Discernment, bits: BitWriter): void {
  for (const count of [misleading, hits, sound, falseAlarms]) bits.small(count);
}

function readCounts(bits: BitReader): Discernment {
  const [misleading, hits, sound, falseAlarms] = [bits.small(), bits.small(), bits.small(), bits.small()];
  return { hits, falseAlarms, misleading, sound };
}

function writeResponse(response: Response | null, { words, named }: Vocabulary, bits: BitWriter, typed: Typed): void {
  const width = widthFor(words.length + 1);
  const word = (text: string) => writeWord(text, words, bits, typed);
  if (response === null) return bits.write(0, 2);
  bits.write(typeof response === 'string' ? 1 : Array.isArray(response) ? 2 : 3, 2);
  bits.write(width, widthBits);
  if (typeof response === 'string') return word(response);
  if (Array.isArray(response)) {
    bits.small(response.length);
    return response.forEach(word);
  }
  const record = new Map(Object.entries(response));
  const parts = words.slice(0, named);
  const isKnown = [...record.keys()].every((key) => parts.includes(key));
  bits.small(isKnown ? named : 0);
  if (isKnown) {
    for (const part of parts) bits.flag(record.has(part));
    for (const part of parts.filter((one) => record.has(one))) word(record.get(part) ?? '');
    return;
  }
  bits.small(record.size);
  for (const [key, value] of record) {
    word(key);
    word(value);
  }
}

function readResponse(
  words: readonly string[],
  bits: BitReader,
  typed: TypedReader,
): {
  readonly response: Response | null;
  readonly isWhole: boolean;
} {
  const kind = kinds[bits.read(2)];
  if (kind === 'none') return { response: null, isWhole: true };
  const width = bits.read(widthBits);
  const word = () => readWord(width, words, bits, typed);
  if (kind === 'text') {
    const text = word();
    return { response: text, isWhole: text !== null };
  }
  if (kind === 'list') {
    const list = Array.from({ length: bits.small() }, word);
    return { response: list.filter((one) => one !== null), isWhole: !list.includes(null) };
  }
  const named = bits.small();
  const pairs: [string | null, string | null][] = [];
  if (named > 0) {
    const parts = Array.from({ length: named }, (_, index) => (bits.flag() ? [words[index] ?? null] : [])).flat();
    for (const part of parts) pairs.push([part, word()]);
  } else {
    const count = bits.small();
    for (let pair = 0; pair < count; pair += 1) pairs.push([word(), word()]);
  }
  const whole = pairs.filter((pair): pair is [string, string] => pair[0] !== null && pair[1] !== null);
  return { response: Object.fromEntries(whole), isWhole: whole.length === pairs.length };
}

/** A word of the list, a number, or what somebody has typed. */
function writeWord(text: string, words: readonly string[], bits: BitWriter, typed: Typed): void {
  const width = widthFor(words.length + 1);
  const at = words.indexOf(text);
  bits.write(at < 0 ? 2 ** width - 1 : at, width);
  if (at >= 0) return;
  const isNumber = /^(?:0|[1-9]\d{0,5})$/u.test(text);
  bits.flag(isNumber);
  if (isNumber) bits.small(Number(text));
  else typed.add(text);
}

function readWord(width: number, words: readonly string[], bits: BitReader, typed: TypedReader): string | null {
  const at = bits.read(width);
  if (at < 2 ** width - 1) return words[at] ?? null;
  return bits.flag() ? String(bits.small()) : typed.next();
}
