import { either, needed, type Grammar, type Slot } from './grammar.ts';
import type { Folding } from './fold.ts';
import { cyrillicSkeleton, typedLatin, typedLatinTogether } from './letters.ts';

/**
 * Kazakh. Suffixes and their order after Mark Kirchner, "Kazakh and Karakalpak", in Johanson & Csató (eds.), The Turkic
 * Languages (Routledge, 1998), and Raihan Muhamedowa, Kazakh: A Comprehensive Grammar (Routledge, 2016). Written in
 * the skeleton of `letters.ts`: x is ш, q ч, c ж, y ы, j й, i и and і, u у, ү and ұ. у is a consonant beside a vowel.
 */
const quality: Slot = [
  ['LI', 0.5], // тұзды → тұз
  ['sIz', 1.5], // тұзсыз → тұз
  ['LIk', 0.5], // достық → дос
  ['LIg', 0.6], // достығы → дос
  ['sIzdIk', 2.5], // сапасыздық → сапа
  ['sIzdIg', 2.5], // сапасыздығы → сапа
  ['xA', 0.1], // қазақша → қазақ
  ['(I)nxI', 2], // бесінші → бес
];
const plural: Slot = [
  ['LAr', 2.4], // кітаптар → кітап
];
const possessive: Slot = [
  ['(I)m', 0.6], // кітабым → кітап
  ['(I)n', 0.3], // кітабың → кітап
  ['I', 0.2], // кітабы → кітап
  ['SI', 1], // баласы → бала
  ['(I)mIz', 3], // кітабымыз → кітап
  ['(I)nIz', 3], // кітабыңыз → кітап
];
// The same before a case, where one letter says little: нысан-ның and нұсқа-ң-ның.
const possessiveBeforeCase: Slot = [
  ['Im', 0.3], // кітабымда → кітап
  ['F', -0.1], // баламда → бала
  ['In', 0.1], // кітабыңда → кітап
  ['H', -0.1], // балаңда → бала
  ['(I)mIz', 3], // кітабымызда → кітап
  ['(I)nIz', 3], // кітабыңызда → кітап
];
const nominalCase: Slot = [
  ['MIn', 1.5], // кітаптың → кітап
  ['NI', 0.6], // кітапты → кітап
  ['GA', 1], // кітапқа → кітап
  ['DA', 1.2], // кітапта → кітап
  ['DAn', 2], // кітаптан → кітап
  ['nAn', 1.5], // адамнан → адам
  ['Pen', 3.2], // кітаппен → кітап
  ['DAj', 1.5], // кітаптай → кітап
];
// The dative of the first and second person's possessive has no ғ.
const ownDative: Slot = [
  ['(I)mA', 1.2], // кітабыма → кітап
  ['(I)nA', 1.2], // кітабыңа → кітап
];
// After the third person's possessive a case begins with n.
const possessedCase: Slot = [
  ['InIn', 2.5], // кітабының → кітап
  ['InA', 2], // кітабына → кітап
  ['In', 0.8], // кітабын → кітап
  ['IndA', 2.4], // кітабында → кітап
  ['InAn', 2.6], // кітабынан → кітап
  ['Imen', 3], // кітабымен → кітап
  ['IndAj', 3], // кітабындай → кітап
  ['SInIn', 3.5], // баласының → бала
  ['SInA', 3], // баласына → бала
  ['SIn', 1.6], // баласын → бала
  ['SIndA', 4], // баласында → бала
  ['SInAn', 4], // баласынан → бала
  ['SImen', 4], // баласымен → бала
  ['SIndAj', 4], // баласындай → бала
];
const relative: Slot = [
  ['DAgI', 3.5], // үйдегі → үй
  ['MIkI', 4], // баланікі → бала
];
const temporal: Slot = [
  ['WI', 0.9], // бүгінгі → бүгін
];
// Many nouns end like a comparative (жапырақ): it takes the place of the verb's reading and leaves the noun whole.
const comparative: Slot = [
  ['rAk', 0.5], // жақсырақ → жақсы
  ['IrAk', 1.5], // биігірек → биік
];
const possessedRelative: Slot = [
  ['IndAgI', 4], // ішіндегі → іш
  ['SIndAgI', 5], // қаласындағы → қала
];
const copula: Slot = [
  ['BIn', 0.7], // мұғаліммін → мұғалім
  ['sIn', 1], // мұғалімсің → мұғалім
  ['BIz', 0.7], // мұғаліміз → мұғалім
  ['sIz', 1], // мұғалімсіз → мұғалім
  ['sIndAr', 3], // мұғалімсіңдер → мұғалім
  ['sIzdAr', 3], // мұғалімсіздер → мұғалім
  ['DIr', 1.5], // мұғалімдір → мұғалім
];

const reciprocal: Slot = [
  ['(I)s', 0.2], // көрісті → көр
];
const causative: Slot = [
  ['DIr', 1.2], // жаздырды → жаз
  ['T', -0.5], // оқытты → оқы
  ['GIz', 1.2], // жеткізді → жет
  ['Ir', -0.5], // ішірді → іш
];
const passive: Slot = [
  ['Il', 0.9], // жазылды → жаз
  ['(I)n', 0.3], // оқынды → оқы
  ['l', 0], // қаралды → қара
];
const negation: Slot = [
  ['BA', 1.5], // жазбады → жаз
  ['AlmA', 1], // жазалмады → жаз
  ['AmA', 1.5], // жазамайды (жаза алмайды) → жаз
  ['JmA', 1.5], // қараймайды (қарай алмайды) → қара
];
const past: Slot = [
  ['DI', 1.2], // жазды → жаз
  ['GAndI', 3], // жазғанды → жаз
  ['ArdI', 2], // жазарды → жаз
  ['RdI', 1], // қарарды → қара
  ['AtIndI', 3.5], // жазатынды → жаз
  ['JtIndI', 3.5], // қарайтынды → қара
  ['sA', 0.8], // жазса → жаз
];
const finite: Slot = [
  ['AdI', 2.2], // жазады → жаз
  ['JdI', 2], // қарайды → қара
  ['idI', 0.5], // оқиды → оқы
  ['GAn', 2], // жазған → жаз
  ['AtIn', 3], // жазатын → жаз
  ['JtIn', 3], // қарайтын → қара
  ['itIn', 3], // оқитын → оқы
  ['BAtIn', 3.5], // жазбатын (жазбайтын) → жаз
  ['Ar', 0.7], // жазар → жаз
  ['R', 0], // қарар → қара
  ['BAs', 1.5], // жазбас → жаз
  ['BAk', 2], // жазбақ → жаз
  ['BAkxI', 3], // жазбақшы → жаз
  ['(I)p', 1], // жазып → жаз
  ['GAj', 1.2], // жазғай → жаз
  ['udA', 2], // жазуда → жаз
];
const present: Slot = [
  ['A', 0.6], // жазамын → жаз
  ['J', 0.6], // қараймын → қара
  ['i', 0], // оқимын → оқы
];
const pastPerson: Slot = [
  ['m', 0.2], // жаздым → жазды
  ['n', 0.2], // жаздың → жазды
  ['k', 0.2], // жаздық → жазды
  ['nIz', 1.5], // жаздыңыз → жазды
  ['ndAr', 1.5], // жаздыңдар → жазды
  ['nIzdAr', 3], // жаздыңыздар → жазды
];
const person: Slot = [
  ['BIn', 1], // жазамын → жаза
  ['sIn', 1], // жазасың → жаза
  ['sIz', 1], // жазасыз → жаза
  ['BIz', 1], // жазамыз → жаза
  ['sIndAr', 3], // жазасыңдар → жаза
  ['sIzdAr', 3], // жазасыздар → жаза
];
// Where a verb can be read with and without a at its end (қара-ды, бар-ады), the verb chains choose one reading; the
// other one takes the place of the noun's.
const otherPast: Slot = [
  ['AmAJdI', 3.5], // жазамайды → жаз
  ['VI', 1.2], // қарады → қара
];
const otherPresent: Slot = [
  ['AmAJ', 2.5], // жазамайды → жаз
  ['R', 0.4], // қарармын → қара
];
const participle: Slot = [
  ['GAn', 2], // жазған → жаз
  ['AtIn', 3], // жазатын → жаз
  ['JtIn', 3], // қарайтын → қара
  ['itIn', 3], // оқитын → оқы
  ['BAtIn', 3.5], // жазбатын (жазбайтын) → жаз
  ['Ar', 0.3], // жазар → жаз
  ['R', 0], // қарар → қара
  ['BAs', 1.5], // жазбас → жаз
  ['BAk', 1.5], // жазбақ → жаз
  ['~u', 1.2], // жазу → жаз
  ['Qu', 1.4], // жымию → жыми
  ['(I)s', -0.2], // жүріс → жүр
];
const fact: Slot = [
  ['LIk', 1], // жазғандық → жазған
  ['LIg', 1.2], // жазғандығы → жазған
];
const converb: Slot = [
  ['(I)p', 1.2], // жазып → жаз
  ['A', 0], // жаза → жаз
  ['J', 0.3], // қарай → қара
  ['i', -0.3], // оқи → оқы
  ['GAlI', 2], // жазғалы → жаз
  ['GAnxA', 3], // жазғанша → жаз
  ['BAjInxA', 4], // жазбайынша → жаз
  ['BAstAn', 3.5], // жазбастан → жаз
  ['IsImen', 4], // жазысымен → жаз
  ['GIm', 1], // жазғым (келеді) → жаз
  ['GIn', 1], // жазғың (келеді) → жаз
  ['GIsI', 2], // жазғысы (келеді) → жаз
  ['GImIz', 3], // жазғымыз (келеді) → жаз
];
const wish: Slot = [
  ['sIn', 1], // жазсын → жаз
  ['AjIn', 2.5], // жазайын → жаз
  ['JIn', 1.5], // қарайын → қара
  ['AjIk', 2.5], // жазайық → жаз
  ['JIk', 1.5], // қарайық → қара
  ['(I)n', 0.2], // жазың → жаз
  ['(I)nIz', 1.5], // жазыңыз → жаз
  ['(I)ndAr', 2], // жазыңдар → жаз
  ['(I)nIzdAr', 3], // жазыңыздар → жаз
];

export const folding: Folding = {
  casing: 'kk',
  script: 'Cyrl',
  apostrophe: 'break',
  before: typedLatinTogether,
  letters: { ...cyrillicSkeleton, ...typedLatin },
};

const voice = [reciprocal, causative, causative, passive, negation] as const;

export const grammar: Grammar = {
  vowels: 'aeiouy',
  glides: 'u',
  sounds: {
    A: 'ae',
    I: 'yi',
    L: { l: 'aeiouyrj', d: 'lmnzc', t: 'bvgdptkfhqsx' },
    M: { n: 'aeiouymn', d: 'lrjuzc', t: 'bvgdptkfhqsx' },
    N: { n: 'aeiouy', d: 'lmnrjuzc', t: 'bvgdptkfhqsx' },
    D: { d: 'aeiouylmnrjzc', t: 'bvgdptkfhqsx' },
    G: { g: 'aeiouylmnrjzc', k: 'bvgdptkfhqsx' },
    B: { m: 'aeiouylrjmn', b: 'zcmn', p: 'bvgdptkfhqsx' },
    P: { m: 'aeiouylrjmn', b: 'zc', p: 'bvgdptkfhqsx' },
    S: { s: 'aeiouy' },
    J: { j: 'aeiouy' },
    R: { r: 'aeiouy' },
    Q: { j: 'i' },
    T: { t: 'aeiouyrlj' },
    W: { g: 'lmnrjz', k: 'ptsx' },
    F: { m: 'aeiouy' },
    H: { n: 'aeiouy' },
    V: { d: 'ae' },
  },
  harmony: { a: 'ayu', e: 'eiu', i: 'eiayu', y: 'ayu' },
  clash: 2,
  nouns: [
    [quality, plural, possessive, copula],
    [quality, plural, possessiveBeforeCase, nominalCase, copula],
    [quality, plural, possessedCase, copula],
    [quality, plural, ownDative],
    [plural, possessiveBeforeCase, needed(relative), plural, possessive, nominalCase, copula],
    [plural, possessiveBeforeCase, needed(relative), plural, possessedCase],
    [needed(temporal), plural, nominalCase],
    [plural, needed(possessedRelative), plural, possessive, nominalCase, copula],
    [plural, needed(possessedRelative), plural, possessedCase],
    [negation, needed(otherPast), pastPerson],
    [needed(otherPresent), needed(person)],
  ],
  verbs: [
    [...voice, needed(past), pastPerson],
    [...voice, needed(present), needed(person)],
    [...voice, needed(finite), person],
    [...voice, needed(participle), fact, plural, possessive, copula],
    [...voice, needed(participle), fact, plural, possessiveBeforeCase, nominalCase, copula],
    [...voice, needed(participle), fact, plural, either(possessedCase, ownDative)],
    [...voice, needed(converb)],
    [...voice, needed(wish)],
    [reciprocal, causative, needed(either(passive, causative, negation))],
    [needed(comparative), nominalCase, copula],
  ],
  ends: [
    ['(?<=^.?[ae])u[iy]p$', 'p'], // тауып → тап
    ['(?<=..)[iy]$', ''],
    ['(?<=....)[ae]$', ''],
    ['[gk]$', 'k'],
    ['[bp]$', 'p'],
    ['(?<=[aeiouy][^aeiouy])[iy](?=[lnrpkz]$)', ''],
  ],
  lengths: [-9, -5, -0.8, -0.2, 0],
  unlikely: [
    ['^[^aeiouy][aeiouy]$', 2],
    ['[^aeiouy]{3}$', 3],
    ['[^aeiouyrlnmjst][^aeiouy]$', 1],
  ],
  bare: 2.5,
  verb: 2.5,
};
