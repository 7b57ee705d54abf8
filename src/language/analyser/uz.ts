import type { Folding } from './fold.ts';
import { either, needed, type Grammar, type Slot } from './grammar.ts';

const cyrillic = [...'абвгғджзийклмнопрстуўфхқҳыэ'];
const latin = [...'abvggdjziyklmnoprstuofxqhie'];

/** Uzbek Cyrillic as the Latin alphabet of 1995 writes it, without apostrophes. */
const letters: Readonly<Record<string, string>> = {
  ...Object.fromEntries(cyrillic.map((letter, at) => [letter, latin[at] ?? ''])),
  ...{ е: 'e', ё: 'yo', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ь: '', ю: 'yu', я: 'ya' },
};

/**
 * Uzbek. Suffixes and their order after András J. E. Bodrogligeti, An Academic Reference Grammar of Modern Literary
 * Uzbek (Lincom, 2003), and Hendrik Boeschoten, "Uzbek", in Johanson & Csató (eds.), The Turkic Languages (Routledge,
 * 1998). Apostrophes are gone (oʻ is o, gʻ is g). Suffixes have one vowel in writing, so there is no harmony.
 */
const quality: Slot = [
  ['siz', 1.2], // tuzsiz → tuz
  ['Gina', 2], // yaxshigina → yaxshi
  ['roq', 2.5], // kattaroq → katta
  ['(i)nchi', 0.8], // beshinchi → besh
];
// No possessive follows -li: amalimiz is amal-imiz, not ama-li-miz.
const having: Slot = [
  ['li', 0.4], // tuzli → tuz
];
const abstract: Slot = [
  ['lik', 0.6], // doʻstlik → doʻst
  ['lig', 0.9], // doʻstligi → doʻst
];
const plural: Slot = [
  ['lar', 3], // rasmlar → rasm
];
const possessive: Slot = [
  ['(i)m', 0.6], // rasmim → rasm
  ['(i)ng', 0.8], // rasming → rasm
  ['(i)miz', 3], // rasmimiz → rasm
  ['ingiz', 3], // rasmingiz → rasm
  ['Ngiz', 3], // bolangiz → bola
];
const nominalCase: Slot = [
  ['ning', 3], // rasmning → rasm
  ['ni', 1], // rasmni → rasm
  ['ga', 1.4], // rasmga → rasm
  ['Ka', 1.4], // terakka → terak
  ['da', 1.2], // rasmda → rasm
  ['dan', 2.2], // rasmdan → rasm
  ['gacha', 3], // rasmgacha → rasm
  ['Kacha', 3], // terakkacha → terak
  ['dek', 1.5], // rasmdek → rasm
  ['day', 1.2], // rasmday → rasm
  ['cha', 0.3], // oʻzbekcha → oʻzbek
];
// The third person's possessive speaks for itself only where a case follows.
const possessed: Slot = [
  ['i', 0.3], // rasmi → rasm
  ['Si', 1.2], // bolasi → bola
  ['(s)ining', 3.8], // bolasining → bola
  ['(s)ini', 2.2], // bolasini → bola
  ['(s)iga', 2.6], // bolasiga → bola
  ['(s)ida', 2.6], // bolasida → bola
  ['(s)idan', 3.4], // bolasidan → bola
  ['(s)igacha', 4.2], // bolasigacha → bola
  ['(s)idek', 2.7], // bolasidek → bola
  ['(s)icha', 1.3], // rasmicha → rasm
];
const relative: Slot = [
  ['dagi', 3.5], // rasmdagi → rasm
  ['(s)idagi', 4], // bolasidagi → bola
  ['niki', 3], // bolaniki → bola
  ['(s)iniki', 4], // bolasiniki → bola
];
const copula: Slot = [
  ['man', 0.8], // oʻqituvchiman → oʻqituvchi
  ['san', 1.2], // oʻqituvchisan → oʻqituvchi
  ['miz', 1.2], // oʻqituvchimiz → oʻqituvchi
  ['siz', 1.2], // oʻqituvchisiz → oʻqituvchi
  ['sizlar', 3], // oʻqituvchisizlar → oʻqituvchi
  ['dir', 1.8], // rasmdir → rasm
  ['dirlar', 3], // oʻqituvchidirlar → oʻqituvchi
  ['mi', 0.8], // rasmmi → rasm
  ['mikan', 3], // rasmmikan → rasm
  ['misan', 2.5], // oʻqituvchimisan → oʻqituvchi
  ['misiz', 2.5], // oʻqituvchimisiz → oʻqituvchi
];
const nominalPast: Slot = [
  ['di', 0.6], // yaxshidi → yaxshi
  ['dim', 0.8], // yaxshidim → yaxshi
  ['ding', 1.2], // yaxshiding → yaxshi
  ['dik', 0.8], // yaxshidik → yaxshi
  ['dingiz', 2], // yaxshidingiz → yaxshi
  ['dilar', 2.8], // yaxshidilar → yaxshi
  ['dingizlar', 3.6], // yaxshidingizlar → yaxshi
];

const reciprocal: Slot = [
  ['(i)sh', 0.3], // koʻrishdi → koʻr
];
// Not here: -t and -gaz, which mostly make verbs of their own (oqi- reads, oqit- teaches; ot- passes, otkaz- conducts).
const causative: Slot = [
  ['tir', 1], // keltirdi → kel
  ['dir', 1], // kuldirdi → kul
  ['Giz', 1], // koʻrgizdi → koʻr
];
const passive: Slot = [
  ['il', 0.6], // kutildi → kut
  ['L', 0.2], // oʻqildi → oʻqi
  ['Eil', 1], // yeyildi → ye
  ['In', 0.8], // olindi → ol
  ['N', 0.2], // boshlandi → boshla
];
const negation: Slot = [
  ['ma', 1.2], // kutmadi → kut
  ['olma', 2.5], // kutolmadi → kut
  ['yolma', 3], // ishlayolmadi → ishla
  ['Aver', 2.5], // kutaver → kut
  ['Averma', 3.5], // kutaverma → kut
];
const tense: Slot = [
  ['Gan', 2], // kutganman → kut
  ['(i)b', 1], // kutibman → kut
  ['A', 0], // kutaman → kut
  ['Adi', 2.2], // kutadi → kut
  ['Adilar', 4], // kutadilar → kut
  ['yap', 3], // kutyapman → kut
  ['ayap', 2.7], // kutayapman → kut
  ['yotir', 3], // kutyotirman → kut
  ['Ayotir', 3.5], // kutayotirman → kut
  ['Ayotgan', 4], // kutayotganman → kut
  ['moqda', 4], // kutmoqda → kut
  ['moqchi', 4], // kutmoqchi → kut
  ['(a)r', 0.3], // kutar → kut
  ['mas', 1.5], // kutmas → kut
  ['ajak', 3], // kutajak → kut
];
const person: Slot = [
  ['man', 1.2], // kutaman → kuta
  ['san', 1.2], // kutasan → kuta
  ['miz', 1.5], // kutamiz → kuta
  ['siz', 1.2], // kutasiz → kuta
  ['sizlar', 3], // kutasizlar → kuta
  ['lar', 1.8], // kutganlar → kutgan
  ['di', 1.2], // kutibdi → kutib
  ['ti', 1], // kutyapti → kutyap
  ['dilar', 3], // kutibdilar → kutib
  ['tilar', 3], // kutyaptilar → kutyap
  ['dir', 1.2], // kutgandir → kutgan
  ['mish', 1.5], // kutganmish → kutgan
  ['kan', 1.5], // kutarkan → kutar
  ['misan', 3], // kutganmisan → kutgan
  ['misiz', 3], // kutganmisiz → kutgan
];
const aspect: Slot = [
  ['Gan', 2], // kutgandi → kut
  ['(a)r', 0.3], // kutardi → kut
  ['mas', 1.5], // kutmasdi → kut
  ['Ayotgan', 4], // kutayotgandi → kut
  ['moqchi', 4], // kutmoqchiydi → kut
  ['moqda', 4], // kutmoqdaydi → kut
];
const past: Slot = [
  ['di', 1.2], // kutdi → kut
  ['sa', 1], // kutsa → kut
  ['Ydi', 1], // kutmoqchiydi → kutmoqchi
  ['saydi', 2.5], // kutsaydi → kut
];
const pastPerson: Slot = [
  ['m', 0.3], // kutdim → kutdi
  ['ng', 0.8], // kutding → kutdi
  ['k', 0.2], // kutdik → kutdi
  ['ngiz', 2], // kutdingiz → kutdi
  ['nglar', 2.5], // kutdinglar → kutdi
  ['ngizlar', 3.5], // kutdingizlar → kutdi
  ['lar', 1.8], // kutdilar → kutdi
];
const question: Slot = [
  ['mi', 1], // kutdimi → kutdi
  ['mikan', 3], // kutdimikan → kutdi
];
// Not here: -uvchi, -ovchi, which make nouns of their own (oqituvchi, teacher), and -ov.
const participle: Slot = [
  ['Gan', 2], // kutgan → kut
  ['Ayotgan', 4], // kutayotgan → kut
  ['yotgan', 3], // kutyotgan → kut
  ['Adigan', 4], // kutadigan → kut
  ['ajak', 3], // kutajak → kut
  ['(a)r', -0.4], // kutar → kut
  ['mas', 1.5], // kutmas → kut
  ['(i)sh', 0.6], // kutish → kut
  ['Eish', 1.5], // yeyish → ye
  ['uv', 0.6], // kutuv → kut
  ['moq', 2.5], // kutmoq → kut
  ['mog', 2.5], // kutmogʻi → kut
];
const converb: Slot = [
  ['(i)b', 1.2], // kutib → kut
  ['A', 0], // kuta → kut
  ['may', 2], // kutmay → kut
  ['mayin', 2.5], // kutmayin → kut
  ['masdan', 3.5], // kutmasdan → kut
  ['Gach', 2.5], // kutgach → kut
  ['Guncha', 3.5], // kutguncha → kut
  ['Gancha', 3], // kutgancha → kut
  ['Gunga', 3], // kutgunga → kut
  ['Gudek', 2.5], // kutgudek → kut
  ['Gani', 2.3], // kutgani → kut
  ['Gali', 2.2], // kutgali → kut
];
const wish: Slot = [
  ['Ay', 0.4], // kutay → kut
  ['Ayin', 2.5], // kutayin → kut
  ['Aylik', 2.5], // kutaylik → kut
  ['(i)ng', 1], // kuting → kut
  ['(i)nglar', 3], // kutinglar → kut
  ['ingiz', 2], // kutingiz → kut
  ['Ngiz', 2], // tinglangiz → tingla
  ['sin', 1.2], // kutsin → kut
  ['sinlar', 4], // kutsinlar → kut
  ['Gin', 1.5], // kutgin → kut
  ['Gim', 0.8], // kutgim → kut
  ['Ging', 1], // kutging → kut
  ['Gisi', 2], // kutgisi → kut
  ['Gimiz', 3], // kutgimiz → kut
  ['Gingiz', 3], // kutgingiz → kut
  ['Gilari', 3], // kutgilari → kut
];

export const folding: Folding = {
  casing: 'uz',
  script: 'Latn',
  apostrophe: 'letter',
  before: [
    ['(?<=^сент|^окт)я(?=бр)', 'а'], // сентябрь → sentabr
    ['(?<=^б)ю(?=дж)', 'у'], // бюджет → budjet
    ['(?<![бвгғджзйкқлмнпрстфхҳцчшщ])е', 'ye'], // елка → yelka
    ['(?<![аеёиоўуэюя])ц', 's'], // цирк → sirk
  ],
  letters,
};

/** One consonant: sh, ch and ng are one each. */
const consonant = '(?:sh|ch|ng|[sc](?!h)|(?<![sc])h|n(?!g)|(?<!n)g|[bdfjklmpqrtvxyz])';

const voice = [reciprocal, causative, causative, passive, negation] as const;

export const grammar: Grammar = {
  vowels: 'aeiou',
  sounds: {
    A: { a: 'bcdfghjklmnpqrstvxyz', y: 'aei' },
    E: { y: 'e' },
    G: { g: 'abcdefghijlmnoprstuvxyz', k: 'gk', q: 'gq' },
    I: { i: 'l' },
    K: { k: 'gk', q: 'gq' },
    L: { l: 'i' },
    N: { n: 'aiou' },
    S: { s: 'aeiou' },
    Y: { y: 'aei' },
  },
  harmony: {},
  clash: 0,
  nouns: [
    [quality, abstract, plural, possessive, nominalCase, copula],
    [quality, abstract, plural, possessed, copula],
    [plural, possessive, needed(relative), plural, either(possessive, possessed), nominalCase, copula],
    [needed(having), plural, nominalCase, copula],
    [quality, needed(nominalPast)],
  ],
  verbs: [
    [...voice, needed(tense), person, question],
    [...voice, aspect, needed(past), pastPerson, question],
    [...voice, needed(participle), abstract, plural, possessive, nominalCase, copula],
    [...voice, needed(participle), abstract, plural, possessed, copula],
    [...voice, needed(participle), needed(relative)],
    [...voice, needed(converb)],
    [...voice, needed(wish), question],
    [reciprocal, causative, needed(either(passive, causative, negation))],
  ],
  ends: [
    ['(?<=^[aeiou](?:sh|ch|[^aeiou]))i$', ''],
    ['(?<=[aeiou].*[aeiou])s$', ''],
    ['(?<=..[^aeiou]|.[aeiou][^aeiou])[aeiou]$', ''],
    ['[gqk]$', 'k'],
    ['[bp]$', 'p'],
    ['(?<=[aeiou]h)a(?=r$)', ''],
    ['(?<=[aeiou](?:ng|sh|[^aeiou]))[iu](?=[^aeiou]$)', ''],
  ],
  lengths: [-9, -6, -0.5, -0.1, 0],
  unlikely: [
    ['^[^aeiou]+[aiou]$', 2],
    ['[iou]$', 0.5],
    [`${consonant}{3}(?<!kt|st|tr)$`, 3],
    ['(?:[bdgjqv]|(?<![sc])h)[^aeiou]$', 1],
  ],
  bare: 2.5,
  verb: 2,
};
