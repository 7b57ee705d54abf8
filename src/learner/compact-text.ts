// Text as bytes, one for a letter where that can be: a Kazakh name in UTF-8 would be twice as long to type.

const utf8 = 0;
const cyrillic = 1;

/**
 * In the Cyrillic form a byte is a letter of the block U+0400 to U+04FF, which holds every letter of ru, kk and ky. In
 * place of its letters of the Middle Ages, U+0460 to U+047F, stand the space and the signs up to the question mark.
 */
const signs = { from: 0x20, count: 0x20, in: 0x60 };

/** @param text without lone surrogates */
export function packText(text: string): number[] {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  if (points.length && points.every((point) => byteOf(point) !== null))
    return [cyrillic, ...points.map((point) => byteOf(point) ?? 0)];
  return [utf8, ...utf8Bytes(text)];
}

/** Null for bytes that are no text. */
export function unpackText([form, ...bytes]: readonly number[]): string | null {
  if (form === cyrillic) return String.fromCodePoint(...bytes.map(pointOf));
  if (form !== utf8) return null;
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}

function byteOf(point: number): number | null {
  const sign = point - signs.from;
  if (sign >= 0 && sign < signs.count) return signs.in + sign;
  const letter = point - 0x400;
  return letter >= 0 && letter <= 0xff && !isSign(letter) ? letter : null;
}

function pointOf(byte: number): number {
  return isSign(byte) ? signs.from + byte - signs.in : 0x400 + byte;
}

function isSign(byte: number): boolean {
  return byte >= signs.in && byte < signs.in + signs.count;
}

/** By the one function of the language itself that knows UTF-8: it writes other bytes as `%D0`. */
function utf8Bytes(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%(..)|./gu)].map(([character, hex]) =>
    hex === undefined ? character.charCodeAt(0) : parseInt(hex, 16),
  );
}
