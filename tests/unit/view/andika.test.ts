import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');
const sheet = read('src/site/styles/andika.css');

/** The letters of each language beyond those of ASCII, both cases; for Uzbek also its two apostrophes. */
const letters = {
  az: 'əğıöüşçƏĞİÖÜŞÇ',
  uz: 'ʻʼ',
  tr: 'ğıöüşçâîûĞİÖÜŞÇÂÎÛ',
  kk: 'әғқңөұүһіёйАӘҒҚҢӨҰҮҺІЁЙ',
  ky: 'ңөүНҢӨҮёъ',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
};

const ranges = [...sheet.matchAll(/font-weight: (\d+);[^}]*unicode-range:([^;]+);/gu)].map(([, weight, list = '']) => ({
  weight,
  spans: list
    .trim()
    .split(/\s*,\s*/u)
    .map((span) => {
      const [from = '', to = from] = span.replace('U+', '').split('-');
      return { from: parseInt(from, 16), to: parseInt(to, 16) };
    }),
}));

describe('the reading font', () => {
  it.each(Object.entries(letters))('has a part for every letter of %s, in both weights', (_, alphabet) => {
    for (const weight of ['400', '700'])
      for (const letter of alphabet) {
        const code = letter.codePointAt(0) ?? 0;
        const found = ranges.some(
          (r) => r.weight === weight && r.spans.some(({ from, to }) => code >= from && code <= to),
        );
        expect(found, `${letter} in ${weight}`).toBe(true);
      }
  });

  it('is shipped with the text of its licence, as its authors publish it', () => {
    expect(read('public/andika-licence.txt')).toBe(read('node_modules/@fontsource/andika/LICENSE'));
    expect(read('public/andika-licence.txt')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it('never hides the text while it is on its way', () => {
    const faces = sheet.match(/@font-face/gu)?.length ?? 0;
    expect(faces).toBeGreaterThan(0);
    expect(sheet.match(/font-display: swap;/gu)).toHaveLength(faces);
  });
});
