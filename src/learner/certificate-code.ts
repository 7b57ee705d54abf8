import { tidyName, type Certificate } from './certificate.ts';
import type { Share } from './completion.ts';
import { packText, unpackText } from './compact-text.ts';
import { crc24 } from './crc24.ts';
import { decodeBase32, encodeBase32 } from './crockford.ts';

/*
 * A code says again what a certificate says, so that nobody has to keep a list of certificates. Everybody can write one:
 * it protects against errors of copying and against nothing else.
 *
 * Bytes: version, length of the body, body, CRC-24 of all before it. This frame stays; what a body holds belongs to its
 * version. Characters: Crockford's base 32 in groups of five. Base64url would be a sixth shorter in the link, and nobody
 * could type or read aloud its small and capital letters; so the link has the code that stands on the paper.
 */

/** Version of the body; codes are printed, so every version that was ever written must stay readable. */
export const codeVersion = 1;

/** Why a code cannot be read. */
export type CodeFault =
  | 'empty'
  /** Characters that no code has, or the checksum does not fit. */
  | 'mistyped'
  /** There are fewer characters than its beginning says. */
  | 'cut-off'
  /** Copied rightly, and written by a newer version of this program. */
  | 'version'
  /** Copied rightly, about a course that is not known here. */
  | 'course'
  /** Copied rightly, and says what no certificate says: somebody has made it up. */
  | 'made-up';

export type CodeReading = { readonly certificate: Certificate } | { readonly fault: CodeFault };

const checkLength = 3;
const groupLength = 5;
/** Far more than the longest code; what is longer is not looked at. */
const maxInput = 2_000;
const noPercent = 255;
const dayLength = 86_400_000;

/** @param certificate with a name as `tidyName` gives it */
export function encodeCertificate(certificate: Certificate): string {
  const body = writeBody(certificate);
  const framed = [codeVersion, ...writeCount(body.length), ...body];
  const crc = crc24(framed);
  const code = encodeBase32([...framed, crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
  return (code.match(new RegExp(`.{1,${groupLength}}`, 'gu')) ?? []).join('-');
}

/**
 * @param text a code as somebody typed or pasted it, or a link that ends in one
 * @param courses ids of the courses that are known here
 */
export function decodeCertificate(text: string, courses: readonly string[]): CodeReading {
  const code = text.slice(0, maxInput + 1).replace(/^[\s\S]*#/u, '');
  if (code.trim() === '') return { fault: 'empty' };
  const decoded = text.length > maxInput ? null : decodeBase32(code);
  if (!decoded) return { fault: 'mistyped' };
  const { bytes, isWhole } = decoded;
  const head = createReader(bytes.slice(1));
  const length = head.count();
  const bodyStart = 1 + head.position();
  const end = bodyStart + (length ?? 0);
  if (length === null || bytes.length < end + checkLength) return { fault: 'cut-off' };
  const check = bytes.slice(end).reduce((sum, byte) => sum * 256 + byte, 0);
  if (!isWhole || bytes.length > end + checkLength || check !== crc24(bytes.slice(0, end)))
    return { fault: 'mistyped' };
  if (bytes[0] !== codeVersion) return { fault: 'version' };
  const certificate = readBody(bytes.slice(bodyStart, end));
  if (!certificate) return { fault: 'made-up' };
  return courses.includes(certificate.course) ? { certificate } : { fault: 'course' };
}

function writeBody(certificate: Certificate): number[] {
  const { course, locale, day, lessons, exercises, percent, discernment, name } = certificate;
  const number = Date.parse(day) / dayLength;
  const { caught, misleading, trusted, sound } = discernment ?? { caught: 0, misleading: 0, trusted: 0, sound: 0 };
  return [
    ...writeText(course),
    ...writeText(locale),
    ...writeCount(number),
    ...[lessons, exercises].flatMap(({ count, total }) => [...writeCount(count), ...writeCount(total)]),
    percent ?? noPercent,
    ...[caught, misleading, trusted, sound].flatMap(writeCount),
    // The name is whatever is left.
    ...packText(name),
  ];
}

function readBody(bytes: readonly number[]): Certificate | null {
  const reader = createReader(bytes);
  const [course, locale, number] = [reader.text(), reader.text(), reader.count()];
  const [lessons, exercises, percent] = [reader.share(), reader.share(), reader.byte()];
  const [caughtOf, trustedOf, name] = [reader.share(), reader.share(), unpackText(reader.rest())];
  const isSound =
    /^[a-z][a-z0-9-]*$/u.test(course ?? '') &&
    /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(locale ?? '') &&
    percent !== null &&
    (percent <= 100 || percent === noPercent);
  if (!isSound || course === null || locale === null || number === null || number > 0xffff) return null;
  if (!lessons || !exercises || !caughtOf || !trustedOf || name === null || name !== tidyName(name)) return null;
  const items = caughtOf.total + trustedOf.total;
  return {
    course,
    locale,
    name,
    day: new Date(number * dayLength).toISOString().slice(0, 10),
    lessons,
    exercises,
    percent: percent === noPercent ? null : percent,
    discernment: items
      ? { caught: caughtOf.count, misleading: caughtOf.total, trusted: trustedOf.count, sound: trustedOf.total }
      : null,
  };
}

/** An id or a tag: letters of ASCII. */
function writeText(text: string): number[] {
  return [...writeCount(text.length), ...[...text].map((letter) => letter.charCodeAt(0))];
}

/** Seven bits in a byte, the smallest first; the eighth says that more follow (LEB128). */
function writeCount(count: number): number[] {
  return count < 0x80 ? [count] : [(count & 0x7f) | 0x80, ...writeCount(count >> 7)];
}

/** Reads one thing after another; each is null where the bytes end before it does. */
function createReader(bytes: readonly number[]) {
  let at = 0;
  const byte = () => bytes[at++] ?? null;
  const count = () => {
    let sum = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const next = byte();
      if (next === null) return null;
      sum |= (next & 0x7f) << shift;
      if (next < 0x80) return sum;
    }
    return null;
  };
  return {
    byte,
    count,
    text: (): string | null => {
      const length = count();
      if (length === null || at + length > bytes.length) return null;
      at += length;
      return String.fromCharCode(...bytes.slice(at - length, at));
    },
    share: (): Share | null => {
      const [part, total] = [count(), count()];
      return part === null || total === null || part > total ? null : { count: part, total };
    },
    rest: () => bytes.slice(at),
    position: () => at,
  };
}
