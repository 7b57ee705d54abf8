import type { Folding } from './fold.ts';
import { chain, either, needed, type Chain, type Grammar, type Slot } from './grammar.ts';
import { turkicLatin } from './letters.ts';

/**
 * Turkish. Suffixes and their order after Aslı Göksel and Celia Kerslake, Turkish: A Comprehensive Grammar
 * (Routledge, 2005), chapters 7 and 8.
 */
const quality: Slot = [
  ['lI', 0.7], // tuzlu → tuz
  ['sIz', 1.5], // tuzsuz → tuz
  ['lIk', 1], // gençlik → genç
  ['lIg', 1.2], // gençliği → genç
  ['sIzlIk', 3], // sessizlik → ses
  ['sIzlIg', 3], // sessizliği → ses
  ['IncI', 2.5], // birinci → bir
];
const plural: Slot = [
  ['lAr', 3], // kitaplar → kitap
];
const possessive: Slot = [
  ['(I)m', 0.6], // kitabım → kitap
  ['(I)n', 0.3], // kitabın → kitap
  ['(I)mIz', 3], // kitabımız → kitap
  ['(I)nIz', 3], // kitabınız → kitap
];
const nominalCase: Slot = [
  ['In', 0.8], // kitabın → kitap
  ['NIn', 2], // arabanın → araba
  ['A', 0.2], // kitaba → kitap
  ['YA', 1], // arabaya → araba
  ['I', 0.2], // kitabı → kitap
  ['YI', 1], // arabayı → araba
  ['DA', 1.2], // kitapta → kitap
  ['DAn', 2], // kitaptan → kitap
  ['(y)lA', 1], // kitapla → kitap
  ['cA', 0.3], // insanca → insan
];
// After the third person's possessive a case begins with n, so that the two make one slot.
const possessedCase: Slot = [
  ['I', 0.2], // kitabı → kitap
  ['SI', 1], // arabası → araba
  ['lArI', 3.3], // kitapları → kitap
  ['(s)InIn', 2.5], // kitabının → kitap
  ['(s)InA', 2], // kitabına → kitap
  ['(s)InI', 2], // kitabını → kitap
  ['(s)IndA', 3], // kitabında → kitap
  ['(s)IndAn', 3.5], // kitabından → kitap
  ['(s)IylA', 2.5], // kitabıyla → kitap
  ['(s)IncA', 1.5], // kararınca → karar
];
const relative: Slot = [
  ['DAkI', 3.5], // evdeki → ev
  ['(n)InkI', 3.5], // evinki → ev
  ['(s)IndAkI', 4], // içindeki → iç
  ['kI', 1], // dünkü → dün
];
const copula: Slot = [
  ['DIr', 2], // kitaptır → kitap
  ['DIrlAr', 3], // öğretmendirler → öğretmen
  ['(y)DI', 1], // güzeldi → güzel
  ['(y)mIs', 1.5], // güzelmiş → güzel
  ['(y)sA', 1], // güzelse → güzel
  ['(y)ken', 2], // çocukken → çocuk
  ['(y)Im', 0.3], // öğretmenim → öğretmen
  ['sIn', 1], // öğretmensin → öğretmen
  ['(y)Iz', 0.6], // öğretmeniz → öğretmen
  ['sInIz', 3], // öğretmensiniz → öğretmen
];
const pastPerson: Slot = [
  ['m', 0.2], // güzeldim → güzeldi
  ['n', 0.1], // güzeldin → güzeldi
  ['k', 0.1], // güzeldik → güzeldi
  ['nIz', 1.5], // güzeldiniz → güzeldi
  ['lAr', 1.5], // güzeldiler → güzeldi
];
const past: Slot = [
  ['(y)DI', 1.2], // güzeldi → güzel
  ['(y)mIs', 1.2], // güzelmiş → güzel
  ['(y)sA', 1], // güzelse → güzel
];

const passive: Slot = [
  ['(I)n', 0.3], // bulundu → bul
  ['Il', 0.6], // yazıldı → yaz
];
const reciprocal: Slot = [
  ['(I)s', 0.1], // görüştü → gör
];
const causative: Slot = [
  ['DIr', 1.2], // yazdırdı → yaz
  ['t', 0], // okuttu → oku
  ['Ir', -0.5], // düşürdü → düş
];
const ability: Slot = [
  ['(y)AbIl', 3], // yazabildi → yaz
  ['(y)AmA', 2.5], // yazamadı → yaz
  ['mA', 2], // yazmadı → yaz
  ['(y)Iver', 2.5], // yazıverdi → yaz
];
const ability2: Slot = [
  ['mA', 2], // yazıvermedi → yazıver
  ['(y)AbIl', 3], // yazılmayabilir → yazılma
];
const finite: Slot = [
  ['DI', 1.2], // yazdı → yaz
  ['(I)yor', 4], // yazıyor → yaz
  ['mIyor', 5], // yazmıyor → yaz
  ['(y)AcAk', 3.5], // yazacak → yaz
  ['(y)AcAg', 3.5], // yazacağım → yaz
  ['Ar', 0.5], // yazar → yaz
  ['(I)r', 0.3], // okur → oku
  ['mAz', 2], // yazmaz → yaz
  ['(y)AmAz', 3], // yazamaz → yaz
  ['mIs', 2], // yazmış → yaz
  ['(y)A', -0.3], // yaza → yaz
  ['sA', 0.8], // yazsa → yaz
  ['mAlI', 2], // yazmalı → yaz
  ['mAktA', 3], // yazmakta → yaz
];
const person: Slot = [
  ['(y)Im', 0.3], // yazıyorum → yazıyor
  ['m', 0], // yazdım → yazdı
  ['sIn', 1], // yazıyorsun → yazıyor
  ['n', 0], // yazdın → yazdı
  ['(y)Iz', 0.6], // yazıyoruz → yazıyor
  ['k', 0], // yazdık → yazdı
  ['sInIz', 3], // yazıyorsunuz → yazıyor
  ['nIz', 1.5], // yazdınız → yazdı
  ['lAr', 1.5], // yazıyorlar → yazıyor
  ['DIr', 1.5], // yazmıştır → yazmış
  ['lArDIr', 3], // yazmışlardır → yazmış
  ['DIrlAr', 3], // yazmıştırlar → yazmış
];
const participle: Slot = [
  ['(y)An', 1.2], // yazan → yaz
  ['DIk', 1.5], // yazdık → yaz
  ['DIg', 2.5], // yazdığı → yaz
  ['(y)AcAk', 3.5], // yazacak → yaz
  ['(y)AcAg', 3.5], // yazacağı → yaz
  ['mIs', 2], // yazmış → yaz
  ['mA', 1], // yazma → yaz
  ['mAk', 2.5], // yazmak → yaz
  ['mAg', 2], // yazmağa → yaz
  ['(y)Is', 0.4], // geliş → gel
  ['mAz', 2], // yazmaz → yaz
  ['(y)AmAz', 3], // yazamaz → yaz
];
const converb: Slot = [
  ['(y)Ip', 1.5], // yazıp → yaz
  ['(y)ArAk', 3.5], // yazarak → yaz
  ['(y)IncA', 3], // yazınca → yaz
  ['DIkcA', 3.5], // yazdıkça → yaz
  ['DIktAn', 3.5], // yazdıktan → yaz
  ['mAdAn', 3.5], // yazmadan → yaz
  ['(y)ken', 2], // yazarken → yazar
  ['(y)AlI', 1.2], // geleli → gel
  ['mAksIzIn', 4], // yazmaksızın → yaz
  ['cAsInA', 3], // yazarcasına → yazar
];
const wish: Slot = [
  ['(y)In', 0.3], // yazın → yaz
  ['(y)InIz', 1.5], // yazınız → yaz
  ['sIn', 1.2], // yazsın → yaz
  ['sInlAr', 3.5], // yazsınlar → yaz
  ['(y)AyIm', 2.5], // yazayım → yaz
  ['(y)AlIm', 2.5], // yazalım → yaz
  ['sAnA', 1.5], // yazsana → yaz
];

export const folding: Folding = { casing: 'tr', script: 'Latn', apostrophe: 'break', letters: turkicLatin };

const voice: Chain = [reciprocal, causative, causative, passive, ability, ability2];

export const grammar: Grammar = {
  vowels: 'aeiou',
  sounds: {
    A: 'ae',
    I: 'iu',
    D: { d: 'aeioubcdgjlmnrvyzc', t: 'ptkfhcs' },
    Y: { y: 'aeiou' },
    S: { s: 'aeiou' },
    N: { n: 'aeiou' },
  },
  harmony: { a: 'ai', e: 'ei', i: 'aei', o: 'aeu', u: 'aeu' },
  clash: 3,
  nouns: [
    [quality, plural, possessive, nominalCase, copula, pastPerson],
    [quality, plural, possessedCase, copula, pastPerson],
    [plural, possessive, needed(relative), plural, either(possessive, possessedCase), nominalCase, copula],
  ],
  verbs: [
    chain(voice, [needed(finite), past, person]),
    chain(voice, [needed(participle), plural, possessive, nominalCase, copula, pastPerson]),
    chain(voice, [needed(participle), plural, possessedCase, copula]),
    chain(voice, [finite, needed(converb)]),
    chain(voice, [needed(wish)]),
    [reciprocal, causative, needed(either(passive, causative, ability))],
  ],
  ends: [
    ['(?<=..[^aeiou]|.[aeiou][^aeiou])[aeiou]$', ''],
    ['[gk]$', 'k'],
    ['[bp]$', 'p'],
    ['[dt]$', 't'],
    ['(?<=[aeiou][^aeiou])[iu](?=[^aeiou]$)', ''],
  ],
  lengths: [-9, -6, -1, -0.3, 0],
  unlikely: [
    ['[iu]$', 0.5],
    ['[^aeiou]{3}$', 3],
    ['[^aeiourlnmyszftkpcv][^aeiou]$', 1],
  ],
  bare: 2,
  verb: 2.5,
};
