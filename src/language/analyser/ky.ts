import { either, needed, type Grammar, type Slot } from './grammar.ts';
import type { Folding } from './fold.ts';
import { cyrillicSkeleton, typedLatin, typedLatinTogether } from './letters.ts';

/**
 * Kyrgyz. Suffixes and their order after Mark Kirchner, "Kirghiz", in Johanson & Csató (eds.), The Turkic Languages
 * (Routledge, 1998). Written in the skeleton of `letters.ts`: x is ш, q ч, c ж, y ы, j й, o о and ө, u у and ү.
 */
const quality: Slot = [
  ['Luu', 2], // туздуу → туз
  ['sIz', 1.5], // тузсуз → туз
  ['LIk', 0.5], // достук → дос
  ['LIg', 0.6], // достугу → дос
  ['rAAk', 2.5], // жакшыраак → жакшы
  ['IrAAk', 3], // бийигирээк → бийик
  ['qA', 0.1], // кыргызча → кыргыз
  ['(I)nqI', 2], // бешинчи → беш
];
const plural: Slot = [
  ['LAr', 2.4], // китептер → китеп
];
const possessive: Slot = [
  ['(I)m', 0.6], // китебим → китеп
  ['(I)n', 0.3], // китебиң → китеп
  ['I', 0.2], // китеби → китеп
  ['SI', 1], // баласы → бала
  ['(I)bIz', 3], // китебибиз → китеп
  ['(I)nIz', 3], // китебиңиз → китеп
  ['(I)nAr', 2], // китебиңер → китеп
  ['(I)nIzdAr', 4], // китебиңиздер → китеп
];
// The same before a case, where one letter says little: адам-дын and бала-м-дын.
const possessiveBeforeCase: Slot = [
  ['Im', 0.3], // китебимде → китеп
  ['F', -0.1], // баламда → бала
  ['In', 0.1], // китебиңде → китеп
  ['H', -0.1], // балаңда → бала
  ['(I)bIz', 3], // китебибизде → китеп
  ['(I)nIz', 3], // китебиңизде → китеп
  ['(I)nAr', 2], // китебиңерде → китеп
  ['(I)nIzdAr', 4], // китебиңиздерде → китеп
];
const nominalCase: Slot = [
  ['NIn', 1.5], // китептин → китеп
  ['NI', 0.6], // китепти → китеп
  ['GA', 1], // китепке → китеп
  ['DA', 1.2], // китепте → китеп
  ['DAn', 2], // китептен → китеп
  ['DAj', 1.5], // китептей → китеп
];
// The dative of the first and second person's possessive has no г, the ablative may have no д.
const ownCase: Slot = [
  ['(I)mA', 1.2], // китебиме → китеп
  ['(I)nA', 1.2], // китебиңе → китеп
  ['(I)mAn', 1.5], // китебимен → китеп
  ['(I)nAn', 1.2], // китебиңен → китеп
];
// After the third person's possessive a case begins with n.
const possessedCase: Slot = [
  ['InIn', 2.5], // китебинин → китеп
  ['InA', 2], // китебине → китеп
  ['In', 0.8], // китебин → китеп
  ['IndA', 2.4], // китебинде → китеп
  ['InAn', 2.6], // китебинен → китеп
  ['IndAj', 3], // китебиндей → китеп
  ['SInIn', 3.5], // баласынын → бала
  ['SInA', 3], // баласына → бала
  ['SIn', 1.6], // баласын → бала
  ['SIndA', 4], // баласында → бала
  ['SInAn', 4], // баласынан → бала
  ['SIndAj', 4], // баласындай → бала
];
const relative: Slot = [
  ['DAgI', 3.5], // үйдөгү → үй
  ['NIkI', 4], // баланыкы → бала
  ['WI', 0.9], // бүгүнкү → бүгүн
];
const possessedRelative: Slot = [
  ['IndAgI', 4], // ичиндеги → ич
  ['SIndAgI', 5], // шаарчасындагы → шаарча
];
const copula: Slot = [
  ['mIn', 0.7], // мугалиммин → мугалим
  ['sIn', 1], // мугалимсиң → мугалим
  ['BIz', 0.7], // мугалимбиз → мугалим
  ['sIz', 1], // мугалимсиз → мугалим
  ['sInAr', 3], // мугалимсиңер → мугалим
  ['sIzdAr', 3], // мугалимсиздер → мугалим
  ['DIr', 1.5], // мугалимдир → мугалим
  ['BI', 0.2], // мугалимби → мугалим
];

const reciprocal: Slot = [
  ['(I)x', 0.3], // көрүштү → көр
];
const causative: Slot = [
  ['DIr', 1.2], // жаздырды → жаз
  ['T', -0.3], // окутту → оку
  ['GIz', 1.2], // жеткизди → жет
  ['Ir', -0.5], // ичирди → ич
];
const passive: Slot = [
  ['Il', 0.9], // жазылды → жаз
  ['(I)n', 0.3], // окунду → оку
  ['l', 0], // каралды → кара
];
const negation: Slot = [
  ['BA', 1.5], // жазбады → жаз
];
// Present and past of the third person plural have the reciprocal suffix: жазышат, жазышты.
const past: Slot = [
  ['DI', 1.2], // жазды → жаз
  ['sA', 0.8], // жазса → жаз
];
const present: Slot = [
  ['A', 0.6], // жазамын → жаз
  ['J', 0.6], // караймын → кара
];
const finite: Slot = [
  ['At', 1.2], // жазат → жаз
  ['Jt', 1.5], // карайт → кара
  ['GAn', 2], // жазган → жаз
  ['GAm', 1.5], // жазгам → жаз
  ['Ar', 0.7], // жазар → жаз
  ['R', 0], // карар → кара
  ['BAs', 1.5], // жазбас → жаз
  ['Qu', 0.6], // жазчу → жаз
  ['(I)ptIr', 3], // жазыптыр → жаз
  ['(I)p', 1], // жазып → жаз
  ['GAj', 1.2], // жазгай → жаз
  ['mAk', 1.5], // жазмак → жаз
  ['mAkqI', 3], // жазмакчы → жаз
  ['uudA', 2.5], // жазууда → жаз
  ['oodo', 4.5], // өлчөөдө → өлчө
];
const pastPerson: Slot = [
  ['m', 0.2], // жаздым → жазды
  ['n', 0.2], // жаздың → жазды
  ['k', 0.2], // жаздык → жазды
  ['nIz', 1.5], // жаздыңыз → жазды
  ['nAr', 1.5], // жаздыңар → жазды
  ['nIzdAr', 3], // жаздыңыздар → жазды
];
const person: Slot = [
  ['mIn', 1], // жазамын → жаза
  ['m', 0], // жазам → жаза
  ['sIn', 1], // жазасың → жаза
  ['sIz', 1], // жазасыз → жаза
  ['BIz', 1], // жазабыз → жаза
  ['sInAr', 3], // жазасыңар → жаза
  ['sIzdAr', 3], // жазасыздар → жаза
  ['BI', 0.5], // жазабы → жаза
];
const question: Slot = [
  ['BI', 0.5], // жазасыңбы → жазасың
];
// Where a verb can be read with and without a at its end (кара-р, бар-ар), the verb chains choose one reading; the
// other one takes the place of the noun's.
const otherPresent: Slot = [
  ['R', 0.4], // карармын → кара
];
const participle: Slot = [
  ['GAn', 2], // жазган → жаз
  ['Ar', 0.3], // жазар → жаз
  ['R', 0], // карар → кара
  ['BAs', 1.5], // жазбас → жаз
  ['Qu', 0.6], // жазчу → жаз
  ['mAk', 1.5], // жазмак → жаз
  ['uu', 1.4], // жазуу → жаз
  ['oo', 3], // өлчөө → өлчө
  ['GIs', 1.5], // жазгыс → жаз
  ['(I)x', -0.2], // жүрүш → жүр
];
const fact: Slot = [
  ['LIk', 1], // жазгандык → жазган
  ['LIg', 1.2], // жазгандыгы → жазган
];
const converb: Slot = [
  ['(I)p', 1.2], // жазып → жаз
  ['A', 0], // жаза → жаз
  ['J', 0.3], // карай → кара
  ['GAnI', 2.5], // жазганы → жаз
  ['GAnqA', 3], // жазганча → жаз
  ['mAjInqA', 4], // жазмайынча → жаз
  ['BAstAn', 3.5], // жазбастан → жаз
  ['GIm', 1], // жазгым (келет) → жаз
  ['GIn', 1], // жазгың (келет) → жаз
  ['GIsI', 2], // жазгысы (келет) → жаз
  ['GIbIz', 3], // жазгыбыз (келет) → жаз
];
const wish: Slot = [
  ['sIn', 1], // жазсын → жаз
  ['AjIn', 2.5], // жазайын → жаз
  ['JIn', 1.5], // карайын → кара
  ['AjlI', 2.5], // жазайлы → жаз
  ['JlI', 1.5], // карайлы → кара
  ['AlI', 1], // жазалы → жаз
  ['AlIk', 2], // жазалык → жаз
  ['(I)n', 0.2], // жазың → жаз
  ['(I)nIz', 1.5], // жазыңыз → жаз
  ['(I)nIzdAr', 3], // жазыңыздар → жаз
  ['GIn', 1], // жазгын → жаз
  ['GIlA', 2], // жазгыла → жаз
];

export const folding: Folding = {
  casing: 'ky',
  script: 'Cyrl',
  apostrophe: 'break',
  before: [['(?<=о)ё', 'йо'], ...typedLatinTogether], // коё → койо
  letters: { ...cyrillicSkeleton, ...typedLatin },
};

const voice = [reciprocal, causative, causative, passive, reciprocal, negation] as const;

export const grammar: Grammar = {
  vowels: 'aeiouy',
  sounds: {
    A: 'aeo',
    I: 'yiu',
    L: { l: 'aeiouyrj', d: 'rlmnzcbvgd', t: 'ptkfhqsx' },
    N: { n: 'aeiouy', d: 'lmnrjzcbvgd', t: 'ptkfhqsx' },
    D: { d: 'aeiouylmnrjzcbvgd', t: 'ptkfhqsx' },
    G: { g: 'aeiouylmnrjzcbvgd', k: 'ptkfhqsx' },
    B: { b: 'aeiouylrjmnzcbvgd', p: 'ptkfhqsx' },
    S: { s: 'aeiouy' },
    J: { j: 'aeiouy' },
    R: { r: 'aeiouy' },
    Q: { q: 'aeiyolrjmnzcbvgdptkfhqsx' },
    T: { t: 'aeiouyrlj' },
    W: { g: 'lrjz', k: 'mnptsxqk' },
    F: { m: 'aeiouy' },
    H: { n: 'aeiouy' },
  },
  harmony: { a: 'ayu', e: 'eiu', i: 'eiu', y: 'ayu', o: 'ou', u: 'aou' },
  clash: 2,
  nouns: [
    [quality, plural, possessive, copula],
    [quality, plural, possessiveBeforeCase, nominalCase, copula],
    [quality, plural, possessedCase, copula],
    [quality, plural, ownCase],
    [plural, possessiveBeforeCase, needed(relative), plural, possessive, nominalCase, copula],
    [plural, possessiveBeforeCase, needed(relative), plural, possessedCase],
    [plural, needed(possessedRelative), plural, possessive, nominalCase, copula],
    [plural, needed(possessedRelative), plural, possessedCase],
    [needed(otherPresent), needed(person)],
  ],
  verbs: [
    [...voice, needed(past), pastPerson, question],
    [...voice, needed(present), needed(person), question],
    [...voice, needed(finite), person, question],
    [...voice, needed(participle), fact, plural, possessive, copula],
    [...voice, needed(participle), fact, plural, possessiveBeforeCase, nominalCase, copula],
    [...voice, needed(participle), fact, plural, either(possessedCase, ownCase)],
    [...voice, needed(converb)],
    [...voice, needed(wish)],
    [reciprocal, causative, needed(either(passive, causative, negation))],
  ],
  ends: [
    ['(?<=^.?)([aeo])\\1p$', '$1p'], // жаап → жап
    ['(?<=..)[iyu]$', ''],
    ['(?<=...)[aeo]$', ''],
    ['[gk]$', 'k'],
    ['[bp]$', 'p'],
    ['(?<=[aeiouy][^aeiouy])[iyu](?=[lnrpkz]$)', ''],
  ],
  lengths: [-9, -5, -0.8, -0.2, 0],
  unlikely: [
    ['^[^aeiouy][aeiouy]$', 3.2],
    ['[^aeiouy]{2}[^aeiouyskt]$', 3],
    ['[^aeiouyrlnmjstk][^aeiouy]$|k[^aeiouyst]$', 1],
  ],
  bare: 2.5,
  verb: 2.5,
};
