import { localeTags } from '#language';
import { decodeCertificate, encodeCertificate, maxNameLength, tidyName, type Certificate } from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packText, unpackText } from '../../../src/learner/compact-text.ts';
import { crc24 } from '../../../src/learner/crc24.ts';
import { decodeBase32, encodeBase32 } from '../../../src/learner/crockford.ts';

const course = 'media-literacy';
const certificate: Certificate = {
  course,
  locale: 'kk',
  name: 'Әбдіғаппарова Жұлдызай Нұрмұхамбетқызы',
  day: '2026-11-26',
  lessons: { count: 3, total: 3 },
  exercises: { count: 18, total: 20 },
  percent: 87,
  discernment: { caught: 5, misleading: 6, trusted: 4, sound: 6 },
};
const code = encodeCertificate(certificate);
/** The same as version 1 wrote it. It stands on paper and never changes. */
const printedV1 =
  '052GW-VB5CH-MP2BB-CD5T6-AWK1C-DWG4T-VBNYH-020R3-28A5E-1860G-303P1-H6HB9-6C1Z7-WR40F-HJ61G-1DC9V-6H5KE-C1SC0-EV2G1-WP52K-0F1H6-N19PJ-SQ9DB-EPEG';
const decode = (text: string) => decodeCertificate(text, [course]);

const alphabets = {
  az: 'ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZabcçdeəfgğhxıijkqlmnoöprsştuüvyz',
  en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  uz: 'ABDEFGHIJKLMNOPQRSTUVXYZabdefghijklmnopqrstuvxyzʻʼ',
  tr: 'ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZabcçdefgğhıijklmnoöprsştuüvyz',
  kk: 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  ky: 'АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
  ru: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя',
};
const nameIn = (letters: string) =>
  fc
    .array(fc.constantFrom(...letters, ' ', '-', '.', '’'), { maxLength: maxNameLength + 10 })
    .map((parts) => parts.join(''));
const part = fc.nat(400).chain((total) => fc.nat(total).map((count) => ({ count, total })));
const certificates = fc.record({
  course: fc.constant(course),
  locale: fc.constantFrom(...localeTags),
  name: fc.oneof(...Object.values(alphabets).map(nameIn), fc.string({ unit: 'binary' })).map(tidyName),
  day: fc.nat(0xffff).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  lessons: part,
  exercises: part,
  percent: fc.option(fc.nat(100)),
  discernment: fc
    .option(fc.tuple(part, part).filter(([a, b]) => a.total + b.total > 0))
    .map(
      (pair): Certificate['discernment'] =>
        pair && { caught: pair[0].count, misleading: pair[0].total, trusted: pair[1].count, sound: pair[1].total },
    ),
});

describe('a code', () => {
  test('gives back what the certificate says, for names in every alphabet and in none', () => {
    fc.assert(
      fc.property(certificates, (certificate) => {
        expect(decode(encodeCertificate(certificate))).toEqual({ certificate });
      }),
    );
  });

  test.each(Object.entries(alphabets))('has every letter of %s in a name', (locale, letters) => {
    for (let from = 0; from < letters.length; from += maxNameLength) {
      const own = { ...certificate, locale, name: letters.slice(from, from + maxNameLength).normalize('NFC') };
      expect(decode(encodeCertificate(own))).toEqual({ certificate: own });
    }
  });

  test('stays short enough to be typed: under 200 characters for the longest Kazakh name', () => {
    expect(code.length).toBeLessThan(150);
    const longest = 'ұ'.repeat(maxNameLength);
    expect(encodeCertificate({ ...certificate, name: longest }).length).toBeLessThanOrEqual(200);
  });

  test('of version 1 that was once printed is read for ever', () => {
    expect(decode(printedV1)).toEqual({ certificate });
  });

  test('is made of digits and capital letters that nobody mixes up, in groups of five', () => {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-)+[0-9A-HJKMNP-TV-Z]{1,5}$/u);
  });

  test('can be typed in small letters, with other gaps, with look-alikes and from a Cyrillic keyboard', () => {
    const small = code
      .replaceAll('-', ' ')
      .replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
    const cyrillic: Readonly<Record<string, string>> = {
      A: 'А',
      B: 'В',
      C: 'С',
      E: 'Е',
      H: 'Н',
      K: 'К',
      M: 'М',
      P: 'Р',
      T: 'Т',
      X: 'Х',
    };
    const variants = [
      small,
      `  ${code.replaceAll('-', '')}\n`,
      code.replaceAll('-', '\n'),
      code.replaceAll('-', ' – '),
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('0', 'о').replaceAll('1', 'ı'),
      code.replace(/[ABCEHKMPTX]/gu, (letter) => cyrillic[letter] ?? letter),
      `https://bilig.example/base/kk/certificate/#${code}`,
    ];
    for (const variant of variants) expect(decode(variant)).toEqual({ certificate });
  });

  test('is refused with any one character changed, left out or put in twice, and with any two neighbours swapped', () => {
    const plain = code.replaceAll('-', '');
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let at = 0; at < plain.length; at += 1) {
      const [before, own = '', after] = [plain.slice(0, at), plain[at], plain.slice(at + 1)];
      for (const other of symbols.replace(own, '')) expect(decode(before + other + after)).toHaveProperty('fault');
      expect(decode(before + after)).toHaveProperty('fault');
      expect(decode(before + own + own + after)).toHaveProperty('fault');
      const next = after[0] ?? own;
      if (next !== own) expect(decode(before + next + own + after.slice(1))).toHaveProperty('fault');
    }
  });

  test('that is cut off says so, wherever it was cut', () => {
    const plain = code.replaceAll('-', '');
    for (let length = 1; length < plain.length; length += 1)
      expect(decode(plain.slice(0, length)), String(length)).toEqual({ fault: 'cut-off' });
  });

  test.each([
    ['nothing', '', 'empty'],
    ['spaces', ' \n ', 'empty'],
    ['a link without a code', 'https://bilig.example/kk/certificate/#', 'empty'],
    ['words', 'бұл код емес', 'mistyped'],
    ['markup', '<script>alert(1)</script>', 'mistyped'],
    ['a letter that is in no code', `${code.slice(0, 7)}U${code.slice(8)}`, 'mistyped'],
    ['a code and something after it', `${code}-00`, 'mistyped'],
    ['two codes', `${code} ${code}`, 'mistyped'],
    ['something huge', 'A'.repeat(5_000_000), 'mistyped'],
    ['lone surrogates', '\ud800\udc00\ud800', 'mistyped'],
  ])('%s is told apart: %j', (_, text, fault) => {
    expect(decode(text)).toEqual({ fault });
  });

  test('about a course that is not known here says so, and one of a newer version too', () => {
    expect(decodeCertificate(code, ['other-course'])).toEqual({ fault: 'course' });
    expect(decode(frame([1, 2, 3], 2))).toEqual({ fault: 'version' });
    // Even one whose body this program could not read.
    expect(decode(frame([], 31))).toEqual({ fault: 'version' });
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
        decode(text);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(255)), (body) => {
        const reading = decode(frame(body));
        if ('certificate' in reading) expect(reading.certificate.name).toBe(tidyName(reading.certificate.name));
      }),
    );
  });
});

/** A rightly framed code around any body: what somebody makes who knows the form. */
function frame(body: readonly number[], version = 1): string {
  const framed = [
    version,
    ...(body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7]),
    ...body,
  ];
  const crc = crc24(framed);
  return encodeBase32([...framed, crc >> 16, (crc >> 8) & 255, crc & 255]);
}

describe('a code that somebody has made up', () => {
  const ascii = (text: string) => [text.length, ...[...text].map((letter) => letter.charCodeAt(0))];
  const utf8 = (text: string) => [0, ...new TextEncoder().encode(text)];
  const body = ({
    id = course,
    tag = 'kk',
    day = [0x80, 0xa2, 1],
    counts = [3, 3, 18, 20, 87, 5, 6, 4, 6],
    name = utf8('Aysel'),
  } = {}) => [...ascii(id), ...ascii(tag), ...day, ...counts, ...name];

  test('and says what a certificate can say is read like any other', () => {
    expect(decode(frame(body()))).toMatchObject({ certificate: { name: 'Aysel', percent: 87 } });
  });

  test.each([
    ['a name with a script in it that is longer than a name', { name: utf8(`<script>${'x'.repeat(60)}</script>`) }],
    ['a name that turns the direction of the text', { name: utf8('Aysel\u202e 0 %') }],
    ['a name in isolates', { name: utf8('\u2066Aysel\u2069') }],
    ['a name in two lines', { name: utf8('Aysel\nRector') }],
    ['a name with letters that nobody sees', { name: utf8('Ay\u200bsel') }],
    ['a name in another form of Unicode', { name: utf8('Ays\u0065\u0301l') }],
    ['a name under a heap of marks', { name: utf8(`A${'\u0347'.repeat(9)}`) }],
    ['a name with a lone surrogate', { name: [0, 0xed, 0xa0, 0x80] }],
    ['a name that is no UTF-8', { name: [0, 0xff, 0xfe] }],
    ['a name in an unknown form', { name: [7, 65] }],
    ['no name at all, not even an empty one', { name: [] }],
    ['more lessons finished than there are', { counts: [4, 3, 18, 20, 87, 5, 6, 4, 6] }],
    ['more than all points', { counts: [3, 3, 18, 20, 101, 5, 6, 4, 6] }],
    ['more caught than there are', { counts: [3, 3, 18, 20, 87, 7, 6, 4, 6] }],
    ['an id that no course can have', { id: '../../x' }],
    ['a language that is none', { tag: 'k' }],
    ['a day that never comes', { day: [0xff, 0xff, 0xff, 0x7f] }],
    ['a number without an end', { day: [0xff, 0xff, 0xff, 0xff] }],
    ['too little', { counts: [3, 3] }],
  ])('and gives %s is refused as such', (_, change) => {
    expect(decode(frame(body(change)))).toEqual({ fault: 'made-up' });
  });

  test('and has a name with markup gives that name as text, for the page to show as text', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(decode(frame(body({ name: utf8(name) })))).toMatchObject({ certificate: { name } });
  });
});

describe('a name', () => {
  test.each([
    ['  Айгүл \t Сәрсенқызы\n', 'Айгүл Сәрсенқызы'],
    ['И\u0306', 'Й'],
    ['Gu\u0308lnara', 'Gülnara'],
    ['Oʻgʻiloy Toʻxtasinova', 'Oʻgʻiloy Toʻxtasinova'],
    ['Aysel\u202e\u2066\u200b', 'Aysel'],
    ['\ud800Aysel\udc00', 'Aysel'],
    ['a\u0301\u0302\u0303\u0304\u0305', 'á\u0302\u0303'],
    ['\u0000\u0007', ''],
    ['Ж'.repeat(80), 'Ж'.repeat(60)],
    ['😀'.repeat(80), '😀'.repeat(60)],
  ])('%j is written as %j', (given, tidy) => {
    expect(tidyName(given)).toBe(tidy);
  });

  test('that is tidy stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const tidy = tidyName(text);
        expect(tidyName(tidy)).toBe(tidy);
        expect(tidy).toBe(tidy.normalize('NFC'));
        expect([...tidy].length).toBeLessThanOrEqual(maxNameLength);
      }),
    );
  });
});

describe('what codes are made of', () => {
  test('the checksum is that of OpenPGP', () => {
    // The check value of CRC-24/OPENPGP in the catalogue of parametrised CRC algorithms.
    expect(crc24([...'123456789'].map((digit) => digit.charCodeAt(0)))).toBe(0x21cf02);
  });

  test('bytes come back from base 32', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255)), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual({ bytes, isWhole: true });
      }),
    );
    expect(encodeBase32([0xff, 0x00])).toBe('ZW00');
  });

  test('text comes back from its bytes, a Kazakh, Kyrgyz or Russian letter in one', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unpackText(packText(text)) === text));
    expect(packText('Әсем Қ.')).toHaveLength(8);
    // The letter that the space has taken the place of needs the other form.
    expect(unpackText(packText('Ѡ'))).toBe('Ѡ');
  });
});
