const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Int8Array(128).fill(-1);
[...digits].forEach((digit, value) => (values[digit.charCodeAt(0)] = value));

/** A number from 0 to 63 as one letter of base64. */
export function writeDigit(value: number): string {
  return digits.charAt(value);
}

/** The number of a letter of base64. @throws for any other character */
export function readDigit(text: string, at: number): number {
  const value = values[text.charCodeAt(at)] ?? -1;
  if (value < 0) throw new Error(`No base64 digit at ${at}.`);
  return value;
}

/** A whole number from 0 on as base64 VLQ, five bits a letter, the lowest first: what source maps use, without a sign. */
export function writeNumber(value: number): string {
  let text = '';
  let rest = value;
  while (rest > 31) {
    text += writeDigit((rest % 32) + 32);
    rest = Math.floor(rest / 32);
  }
  return text + writeDigit(rest);
}

/** Reads numbers and digits one after another. */
export interface NumberReader {
  readonly done: boolean;
  digit(): number;
  number(): number;
}

/** @throws where the text is no base64 VLQ */
export function createNumberReader(text: string): NumberReader {
  let at = 0;
  const digit = () => {
    const value = readDigit(text, at);
    at += 1;
    return value;
  };
  return {
    get done() {
      return at >= text.length;
    },
    digit,
    number() {
      let value = 0;
      let unit = 1;
      for (;;) {
        const read = digit();
        value += (read % 32) * unit;
        if (read < 32) return value;
        unit *= 32;
      }
    },
  };
}
