import type { Folding } from './fold.ts';
import { chain, either, needed, type Chain, type Grammar, type Slot } from './grammar.ts';
import { turkicLatin } from './letters.ts';

/**
 * Turkmen. Suffixes and their order after Larry Clark, Turkmen Reference Grammar (Harrassowitz, 1998). The site has no
 * courses in it: it shows that a language is data. ä is folded to a, ý to y, so that y is vowel and consonant.
 */
const quality: Slot = [
  ['lI', 0.6], // duzly → duz
  ['sIz', 1.5], // duzsuz → duz
  ['lIk', 0.8], // dostluk → dost
  ['lIg', 1], // dostlugy → dost
];
const plural: Slot = [
  ['lAr', 3], // kitaplar → kitap
];
const possessive: Slot = [
  ['(I)m', 0.6], // kitabym → kitap
  ['(I)n', 0.4], // kitabyň → kitap
  ['(I)mIz', 3], // kitabymyz → kitap
  ['(I)nIz', 3], // kitabyňyz → kitap
];
const nominalCase: Slot = [
  ['In', 0.8], // kitabyň → kitap
  ['NIn', 2], // çaganyň → çaga
  ['A', 0.2], // kitaba → kitap
  ['I', 0.2], // kitaby → kitap
  ['NI', 1], // çagany → çaga
  ['dA', 1.2], // kitapda → kitap
  ['dAn', 2], // kitapdan → kitap
  ['ca', 0.2], // türkmençe → türkmen
];
// After the third person's possessive a case begins with n, so that the two make one slot.
const possessedCase: Slot = [
  ['I', 0.2], // kitaby → kitap
  ['SI', 1], // çagasy → çaga
  ['(s)InIn', 2.5], // kitabynyň → kitap
  ['(s)InA', 2], // kitabyna → kitap
  ['(s)InI', 2], // kitabyny → kitap
  ['(s)IndA', 3], // kitabynda → kitap
  ['(s)IndAn', 3.5], // kitabyndan → kitap
];
const relative: Slot = [
  ['dAkI', 3.5], // öýdäki → öý
  ['(n)InkI', 3.5], // öýüňki → öý
  ['(s)IndAkI', 4], // içindäki → iç
  ['kI', 1], // günki → gün
];
const copula: Slot = [
  ['dIr', 2], // kitapdyr → kitap
  ['dI', 0.8], // gowudy → gowu
  ['dImIs', 2], // öýdemiş → öýde
  ['mIs', 1], // öýdemiş → öýde
  ['mI', 0.8], // sagadymy → sagady
];

const reciprocal: Slot = [
  ['(I)s', 0.2], // görüşdi → gör
];
const causative: Slot = [
  ['dIr', 1.2], // ýazdyrdy → ýaz
  ['t', 0], // okatdy → oka
  ['d', -0.3], // okadýar → oka
  ['gIz', 1], // oturgyzdy → otur
  ['Ir', -0.5], // gaçyrdy → gaç
];
const passive: Slot = [
  ['Il', 0.6], // ýazyldy → ýaz
  ['(I)n', 0.3], // okandy → oka
];
const negation: Slot = [
  ['mA', 2], // ýazmady → ýaz
];
const finite: Slot = [
  ['dI', 1.2], // ýazdy → ýaz
  ['yar', 3.5], // ýazýar → ýaz
  ['yA', 0.8], // ýazýa → ýaz
  ['jAk', 3], // ýazjak → ýaz
  ['(A)r', 0.5], // ýazar → ýaz
  ['mAz', 2], // ýazmaz → ýaz
  ['mAr', 1.5], // ýazmarys → ýaz
  ['(I)pdI', 3], // ýazypdy → ýaz
  ['(I)p', 1], // ýazyp → ýaz
  ['sA', 0.8], // ýazsa → ýaz
  ['sAydI', 2.5], // ýazsaýdy → ýaz
  ['mAlI', 2], // ýazmaly → ýaz
  ['mAkcI', 3], // ýazmakçy → ýaz
  ['Anok', 3], // ýazanok → ýaz
  ['nok', 2], // okanok → oka
  ['(A)mok', 3], // bilemok → bil
  ['yamok', 3], // ýazýamok → ýaz
];
const past: Slot = [
  ['dI', 1.2], // ýazardy → ýazar
  ['mIs', 1.2], // ýazarmyş → ýazar
];
const person: Slot = [
  ['(I)n', 0.3], // ýazýaryn → ýazýar
  ['m', 0], // ýazdym → ýazdy
  ['sIn', 1.2], // ýazýarsyň → ýazýar
  ['Is', 0.6], // ýazýarys → ýazýar
  ['k', 0], // ýazdyk → ýazdy
  ['sInIz', 3], // ýazýarsyňyz → ýazýar
  ['nIz', 1.5], // ýazdyňyz → ýazdy
  ['lAr', 1.5], // ýazýarlar → ýazýar
  ['dIr', 1.5], // ýazypdyr → ýazyp
  ['dIrIn', 2.5], // ýazypdyryn → ýazyp
  ['dIrlAr', 3], // ýazypdyrlar → ýazyp
  ['dIrIs', 2.5], // ýazypdyrys → ýazyp
];
const participle: Slot = [
  ['(A)n', 1], // ýazan → ýaz
  ['yan', 2], // ýazýan → ýaz
  ['jAk', 3], // ýazjak → ýaz
  ['jAg', 3], // ýazjagy → ýaz
  ['(A)r', 0.4], // ýazar → ýaz
  ['mAz', 2], // ýazmaz → ýaz
  ['mA', 1], // ýazma → ýaz
  ['mAk', 2.5], // ýazmak → ýaz
  ['mAg', 2.5], // ýazmaga → ýaz
  ['(I)s', 0.3], // gelşi → gel
  ['mAlI', 2], // ýazmaly → ýaz
];
const fact: Slot = [
  ['dIk', 1.5], // ýazandyk → ýazan
  ['dIg', 2], // ýazandygyny → ýazan
  ['lIk', 1], // ýazanlyk → ýazan
  ['lIg', 1.2], // ýazanlygy → ýazan
];
const converb: Slot = [
  ['(I)p', 1.2], // ýazyp → ýaz
  ['mAn', 2], // ýazman → ýaz
  ['(A)ndA', 2.5], // ýazanda → ýaz
  ['mAzdAn', 3.5], // ýazmazdan → ýaz
  ['yarka', 3.5], // ýazýarka → ýaz
  ['mAnka', 3], // ýazmanka → ýaz
  ['yarkan', 3.5], // ýazýarkan → ýaz
  ['(I)nca', 2.5], // gelinçä → gel
  ['yanca', 3], // ýazýança → ýaz
  ['(A)lI', 1], // geleli → gel
  ['A', -0.3], // gide → git
];
const wish: Slot = [
  ['(I)n', 0.2], // ýazyň → ýaz
  ['sIn', 1.2], // ýazsyn → ýaz
  ['sInlAr', 3.5], // ýazsynlar → ýaz
  ['(A)yIn', 2.5], // ýazaýyn → ýaz
  ['(A)lIn', 2.5], // ýazalyň → ýaz
  ['(A)y', 0.2], // ýazaý → ýaz
];
const question: Slot = [
  ['mI', 1], // ýazdymy → ýazdy
];

export const folding: Folding = { casing: 'tk', script: 'Latn', apostrophe: 'break', letters: turkicLatin };

const voice: Chain = [reciprocal, causative, causative, passive, negation];

export const grammar: Grammar = {
  vowels: 'aeiouy',
  glides: 'y',
  sounds: { A: 'ae', I: 'yiu', S: { s: 'aeiouy' }, N: { n: 'aeiouy' } },
  harmony: { a: 'aeiyu', e: 'aei', i: 'aei', o: 'aeiyu', u: 'aeiyu' },
  clash: 2,
  nouns: [
    [quality, plural, possessive, nominalCase, copula],
    [quality, plural, possessedCase, copula],
    [plural, possessive, needed(relative), plural, either(possessive, possessedCase), nominalCase, copula],
  ],
  verbs: [
    chain(voice, [needed(finite), past, person, question]),
    chain(voice, [needed(participle), fact, plural, possessive, nominalCase, copula]),
    chain(voice, [needed(participle), fact, plural, possessedCase, copula]),
    chain(voice, [needed(converb)]),
    chain(voice, [needed(wish)]),
    [reciprocal, causative, needed(either(passive, causative, negation))],
  ],
  ends: [
    ['(?<=..[^aeiouy]|.[aeiouy][^aeiouy])[aeiouy]$', ''],
    ['[gk]$', 'k'],
    ['[bp]$', 'p'],
    ['[dt]$', 't'],
    ['[cj]$', 'c'],
    ['(?<=[aeiouy][^aeiouy])[iuy](?=[^aeiou]$)', ''],
  ],
  lengths: [-9, -6, -1.5, -0.8, -0.5, 0],
  unlikely: [
    ['[iuy]$', 0.3],
    ['.{3}[^c][iy]$', 0.8],
    ['[^aeiouy]{3}$', 3],
    ['[^aeiouyrlnmzsftkpcw][^aeiouy]$', 1],
  ],
  bare: 2,
  verb: 1.5,
};
