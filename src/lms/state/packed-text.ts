import { symbolOf, valueOf } from './bits.ts';

// What a learner has typed, a symbol a letter: in base64 of UTF-8 a Cyrillic letter takes nearly three, packed by
// deflate still more than one in texts of this length.

/** Letters and signs in the order of their numbers. A capital is its small letter's number after `shift`. */
interface Alphabet {
  readonly small: string;
  readonly capital: string;
}

const digits = '0123456789';
const alphabets: readonly Alphabet[] = [
  {
    small: ` abcdefghijklmnopqrstuvwxyzəğıöüçşʻ'.,-?!\n:${digits}()"“”;/`,
    capital: ' ABCDEFGHIJKLMNOPQRSTUVWXYZƏĞİÖÜÇŞʼ’',
  },
  {
    small: ` абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі.,-?!\n:«»${digits}`,
    capital: ' АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ',
  },
];

const shift = 62;
/** The next four symbols are the number of a character, or the next one says to go on in the other alphabet. */
const escape = 63;
const change = 63;

/** The text as symbols; any text comes back as it was. */
export function packText(text: string): string {
  const packed = alphabets.map((_, first) => packFrom(text, first));
  return packed.reduce((shortest, one) => (one.length < shortest.length ? one : shortest));
}

function packFrom(text: string, first: number): string {
  let current = first;
  let packed = symbolOf(first);
  for (const character of text) {
    const here = codeOf(character, current);
    const there = here ?? codeOf(character, 1 - current);
    if (here === null && there !== null) {
      current = 1 - current;
      packed += symbolOf(escape) + symbolOf(change);
    }
    packed += there ?? numbered(character.codePointAt(0) ?? 0);
  }
  return packed;
}

function codeOf(character: string, alphabet: number): string | null {
  const { small, capital } = alphabets[alphabet] as Alphabet;
  const at = small.indexOf(character);
  if (at >= 0) return symbolOf(at);
  const above = capital.indexOf(character);
  return above > 0 ? symbolOf(shift) + symbolOf(above) : null;
}

function numbered(point: number): string {
  return symbolOf(escape) + [18, 12, 6, 0].map((bit) => symbolOf((point >>> bit) & 63)).join('');
}

/** Null for symbols that are no text. */
export function unpackText(packed: string): string | null {
  const values = [...packed].map(valueOf);
  let current = values[0] ?? -1;
  let text = '';
  for (let at = 1; at < values.length; at += 1) {
    const alphabet = alphabets[current];
    const value = values[at] ?? -1;
    if (!alphabet || value < 0) return null;
    if (value === escape && values[at + 1] === change) {
      current = 1 - current;
      at += 1;
      continue;
    }
    const character =
      value === escape
        ? pointOf(values.slice(at + 1, at + 5))
        : (value === shift ? alphabet.capital : alphabet.small).charAt(
            value === shift ? (values[at + 1] ?? -1) : value,
          );
    if (!character) return null;
    text += character;
    at += value === escape ? 4 : Number(value === shift);
  }
  return alphabets[current] ? text : null;
}

function pointOf(values: readonly number[]): string | null {
  if (values.length < 4 || values.some((value) => value < 0)) return null;
  const point = values.reduce((sum, value) => sum * 64 + value, 0);
  return point <= 0x10ffff ? String.fromCodePoint(point) : null;
}
