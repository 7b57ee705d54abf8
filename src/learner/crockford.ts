/**
 * Base 32 as Douglas Crockford defines it: digits and capital letters without I, L, O and U, so that it can be copied by
 * hand and read aloud. Case does not matter, and what is taken for one another counts as the same.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people write in place of a character of the alphabet; the Cyrillic letters look the same and stand on the keyboard. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', I: '1', i: '1', L: '1', l: '1', İ: '1', ı: '1' },
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: '0', Р: 'P', С: 'C', Т: 'T', Х: 'X', І: '1' },
  ...{ а: 'A', в: 'B', е: 'E', к: 'K', м: 'M', н: 'H', о: '0', р: 'P', с: 'C', т: 'T', х: 'X', і: '1' },
};

const values: ReadonlyMap<string, number> = new Map([
  ...[...alphabet].map((symbol, value) => [symbol, value] as const),
  ...[...'abcdefghjkmnpqrstvwxyz'].map((symbol, value) => [symbol, value + 10] as const),
  ...Object.entries(lookalikes).map(([symbol, same]) => [symbol, alphabet.indexOf(same)] as const),
]);

/** What divides a code into groups, or a line of it from the next, says nothing. */
const separators = /[\s\u00AD\p{Pd}]+/gu;

export function encodeBase32(bytes: readonly number[]): string {
  let code = '';
  let [bits, count] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    for (; count >= 5; count -= 5) code += alphabet[(bits >> (count - 5)) & 31];
    bits &= (1 << count) - 1;
  }
  return count ? code + alphabet[(bits << (5 - count)) & 31] : code;
}

/**
 * The bytes of a code as somebody typed it; null where it holds characters that no code has.
 *
 * @returns `isWhole` false where it ends in the middle of a byte
 */
export function decodeBase32(code: string): { readonly bytes: number[]; readonly isWhole: boolean } | null {
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (const symbol of code.replace(separators, '')) {
    const value = values.get(symbol);
    if (value === undefined) return null;
    bits = (bits << 5) | value;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes.push(bits >> count);
    bits &= (1 << count) - 1;
  }
  // The last character has bits that belong to no byte: they are 0, and no character stands for such bits alone.
  return { bytes, isWhole: bits === 0 && count < 5 };
}
