import { either, needed, type Grammar, type Slot } from './grammar.ts';
import type { Folding } from './fold.ts';
import { turkicLatin } from './letters.ts';

/**
 * Azerbaijani. Suffixes and their order after Claus Schönig, "Azerbaijanian", in Johanson & Csató (eds.), The Turkic
 * Languages (Routledge, 1998). Spoken forms (-ıx, -ynan, -ıp) are here because learners write them.
 */
const plural: Slot = [
  ['lAr', 3], // kitablar → kitab
];
const possessive: Slot = [
  ['(I)m', 0.6], // kitabım → kitab
  ['(I)n', 0.4], // kitabın → kitab
  ['(I)mIz', 3], // kitabımız → kitab
  ['(I)nIz', 3], // kitabınız → kitab
];
const nominalCase: Slot = [
  ['In', 0.8], // kitabın → kitab
  ['NIn', 2], // ananın → ana
  ['A', 0.1], // kitaba → kitab
  ['YA', 1], // anaya → ana
  ['I', 0.2], // kitabı → kitab
  ['NI', 1], // ananı → ana
  ['YI', 1], // ütüyü → ütü
  ['DA', 1], // kitabda → kitab
  ['DAn', 1.8], // kitabdan → kitab
  ['lA', 0.6], // qələmlə → qələm
  ['ynAn', 2.5], // qardaşıynan → qardaşı
  ['cA', 0.2], // azərbaycanca → azərbaycan
];
// After the third person's possessive a case begins with n, so that the two make one slot.
const possessedCase: Slot = [
  ['I', 0.3], // kitabı → kitab
  ['SI', 1], // anası → ana
  ['(s)InIn', 2.2], // kitabının → kitab
  ['(s)InA', 1.6], // kitabına → kitab
  ['(s)InI', 1.6], // kitabını → kitab
  ['(s)IndA', 2.4], // kitabında → kitab
  ['(s)IndAn', 3], // kitabından → kitab
  ['(s)IylA', 2], // kitabıyla → kitab
];
const relative: Slot = [
  ['DAkI', 3], // evdəki → ev
  ['(n)InkI', 3], // evinki → ev
];
const copula: Slot = [
  ['DIr', 1.8], // kitabdır → kitab
  ['DIrlAr', 3], // şagirddirlər → şagird
  ['(y)dI', 0.8], // gözəldi → gözəl
  ['(y)mIs', 1.5], // gözəlmiş → gözəl
  ['(y)sA', 0.8], // gözəlsə → gözəl
  ['(y)Am', 0.6], // müəlliməm → müəllim
  ['sAn', 0.8], // müəllimsən → müəllim
  ['(y)Ik', 0.3], // müəllimik → müəllim
  ['sInIz', 3], // müəllimsiniz → müəllim
];
const quality: Slot = [
  ['lI', 0.6], // duzlu → duz
  ['sIz', 1.2], // duzsuz → duz
];

const passive: Slot = [
  ['Il', 0.6], // verildi → ver
  ['(I)n', 0.3], // yoxlanır → yoxla
  ['(I)s', 0.2], // görüşdü → gör
];
const causative: Slot = [
  ['DIr', 1], // yazdırmaq → yaz
  ['t', 0], // oxutmaq → oxu
];
const negation: Slot = [
  ['mA', 2], // yazmadı → yaz
  ['(y)AbIl', 2], // yazabil → yaz
  ['(y)AmmA', 2], // yazammadı → yaz
];
const finite: Slot = [
  ['DI', 1.2], // yazdı → yaz
  ['(y)Ir', 1.6], // yazır → yaz
  ['mIr', 3], // yazmır → yaz
  ['(y)AcAK', 3.5], // yazacaq → yaz
  ['(y)AcAg', 3.5], // yazacağam → yaz
  ['(y)AcAy', 3.5], // gələcəyəm → gəl
  ['(y)Ar', 0.6], // yazar → yaz
  ['mAz', 2], // yazmaz → yaz
  ['mIs', 1.5], // yazmış → yaz
  ['(y)Ib', 1.5], // yazıb → yaz
  ['(y)A', 0], // yaza → yaz
  ['sA', 0.8], // yazsa → yaz
  ['mAlI', 2], // yazmalı → yaz
  ['mAKdA', 3], // yazmaqda → yaz
];
const person: Slot = [
  ['Am', 0.6], // yazıram → yazır
  ['m', 0], // yazdım → yazdı
  ['sAn', 1], // yazırsan → yazır
  ['n', 0], // yazdın → yazdı
  ['(y)IK', 0.5], // yazırıq → yazır
  ['K', 0], // yazdıq → yazdı
  ['sInIz', 3], // yazırsınız → yazır
  ['nIz', 1.5], // yazdınız → yazdı
  ['sIz', 1], // yazırsız → yazır
  ['lAr', 1.5], // yazırlar → yazır
  ['DIr', 1.5], // yazmışdır → yazmış
];
const past: Slot = [
  ['(y)DI', 1], // yazırdı → yazır
  ['mIs', 1], // yazırmış → yazır
  ['sA', 0.8], // yazırsa → yazır
];
const participle: Slot = [
  ['(y)An', 1], // yazan → yaz
  ['DIK', 1.5], // yazdıq → yaz
  ['DIg', 2.5], // yazdığı → yaz
  ['DIy', 2], // gəldiyi → gəl
  ['(y)AcAK', 3.5], // yazacaq → yaz
  ['(y)AcAg', 3.5], // yazacağı → yaz
  ['(y)AcAy', 3.5], // gələcəyi → gəl
  ['mIs', 1.5], // yazmış → yaz
  ['mA', 0.8], // yazma → yaz
  ['mAK', 2.2], // yazmaq → yaz
  ['mAg', 2], // yazmağa → yaz
  ['mAy', 1.5], // gəlməyə → gəl
  ['(y)Is', 0.5], // gəliş → gəl
];
const converb: Slot = [
  ['(y)Ib', 1.5], // yazıb → yaz
  ['(y)Ip', 1], // yazıp → yaz
  ['(y)ArAK', 3], // yazaraq → yaz
  ['(y)AndA', 3], // yazanda → yaz
  ['DIKdA', 3], // yazdıqda → yaz
  ['DIKcA', 3], // yazdıqca → yaz
  ['mAdAn', 3], // yazmadan → yaz
  ['(y)ArkAn', 3], // yazarkən → yaz
  ['(y)IncA', 2.5], // yazınca → yaz
  ['(y)AlI', 1.5], // gələli → gəl
];
const wish: Slot = [
  ['(y)In', 0.3], // yazın → yaz
  ['sIn', 1], // yazsın → yaz
  ['sInlAr', 3], // yazsınlar → yaz
  ['(y)Im', 0.3], // yazım → yaz
  ['(y)AK', 0.3], // yazaq → yaz
];

export const folding: Folding = { casing: 'az', script: 'Latn', apostrophe: 'break', letters: turkicLatin };

export const grammar: Grammar = {
  vowels: 'aeiou',
  sounds: { A: 'ae', I: 'iu', D: 'dt', K: 'qkx', S: { s: 'aeiou' }, N: { n: 'aeiou' }, Y: { y: 'aeiou' } },
  harmony: { a: 'aiou', e: 'eiu', i: 'aeiu', o: 'aeou', u: 'aeou' },
  clash: 2,
  nouns: [
    [quality, plural, possessive, nominalCase, copula],
    [quality, plural, possessedCase, copula],
    [plural, possessive, needed(relative), plural, either(possessive, possessedCase), nominalCase, copula],
  ],
  verbs: [
    [causative, passive, passive, negation, needed(finite), past, person],
    [causative, passive, passive, negation, needed(participle), plural, possessive, nominalCase, copula],
    [causative, passive, passive, negation, needed(participle), plural, possessedCase, copula],
    [causative, passive, passive, negation, needed(either(converb, wish))],
    [causative, passive, passive, needed(negation)],
  ],
  ends: [
    ['(?<=..[^aeiou]|.[aeiou][^aeiou])[aeiou]$', ''],
    ['[gqkyx]$', 'k'],
    ['[bp]$', 'p'],
    ['[dt]$', 't'],
    ['(?<=[aeiou][^aeiou])[iu](?=[^aeiou]$)', ''],
  ],
  lengths: [-9, -6, -1.5, -0.3, 0],
  unlikely: [
    ['[iu]$', 0.3],
    ['.{3}[^c]i$', 0.8],
    ['[^aeiou]{3}$', 3],
    ['[^aeiourlnmyszftkpcx][^aeiou]$', 1],
  ],
  bare: 2,
  verb: 2.5,
};
