// Numbers as bits, and bits as characters that every platform gives back as they were: letters, digits, `-` and `_`.

const symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const symbolBits = 6;

export function symbolOf(value: number): string {
  return symbols[value] ?? '';
}

/** -1 for a character that is none of them. */
export function valueOf(symbol: string): number {
  return symbol.length === 1 ? symbols.indexOf(symbol) : -1;
}

/** A number as so many symbols, the highest first. */
export function toSymbols(value: number, count: number): string {
  return Array.from({ length: count }, (_, index) => symbolOf(Math.floor(value / 64 ** (count - 1 - index)) % 64)).join(
    '',
  );
}

/** NaN where something else stands among them. */
export function fromSymbols(text: string): number {
  return [...text].reduce((sum, symbol) => (valueOf(symbol) < 0 ? NaN : sum * 64 + valueOf(symbol)), 0);
}

export class BitWriter {
  #text = '';
  #held = 0;
  #count = 0;

  /** @param width at most 24 */
  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      this.#held = (this.#held << 1) | ((value >>> bit) & 1);
      this.#count += 1;
      if (this.#count < symbolBits) continue;
      this.#text += symbolOf(this.#held);
      [this.#held, this.#count] = [0, 0];
    }
  }

  flag(value: boolean): void {
    this.write(Number(value), 1);
  }

  /** A whole number from 0 that is mostly small (Elias's gamma code of it and one). */
  small(value: number): void {
    const width = 32 - Math.clz32(value + 1);
    this.write(0, width - 1);
    this.write(value + 1, width);
  }

  /** A number whose size is about 2^`low` (Golomb and Rice's code). */
  rice(value: number, low: number): void {
    for (let high = value >>> low; high > 0; high -= 1) this.write(1, 1);
    this.write(0, 1);
    this.write(value & ((1 << low) - 1), low);
  }

  toString(): string {
    return this.#count ? this.#text + symbolOf(this.#held << (symbolBits - this.#count)) : this.#text;
  }
}

/** Reads what `BitWriter` has written. */
export class BitReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @throws RangeError where nothing is left */
  read(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) {
      const symbol = valueOf(this.#text.charAt(Math.floor(this.#at / symbolBits)));
      if (symbol < 0) throw new RangeError('No bits are left.');
      value = (value << 1) | ((symbol >>> (symbolBits - 1 - (this.#at % symbolBits))) & 1);
      this.#at += 1;
    }
    return value;
  }

  flag(): boolean {
    return this.read(1) === 1;
  }

  small(): number {
    let width = 1;
    while (this.read(1) === 0) {
      width += 1;
      if (width > 24) throw new RangeError('No number is so long.');
    }
    return ((2 ** (width - 1)) | this.read(width - 1)) - 1;
  }

  rice(low: number): number {
    let high = 0;
    while (this.flag()) high += 1;
    return high * 2 ** low + this.read(low);
  }
}

/** How many bits it takes to name one of so many. */
export function widthFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}
