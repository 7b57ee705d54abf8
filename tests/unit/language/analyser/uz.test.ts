import { describe, expect, it } from 'vitest';
import { searchKeys } from '#language';

const keysOf = (word: string) => searchKeys('uz', word);
const meets = (one: string, other: string) => keysOf(one).some((key) => keysOf(other).includes(key));

describe('Uzbek words', () => {
  it.each<[string, string[]]>([
    // Number, possession and case
    ['gazeta', ['gazetalar', 'gazetasi', 'gazetamiz', 'gazetaning', 'gazetasini', 'gazetalarimizdan', 'gazetagacha']],
    ['xabar', ['xabarlar', 'xabarim', 'xabaring', 'xabaringiz', 'xabari', 'xabarini', 'xabarga', 'xabardek']],
    ['manba', ['manbasi', 'manbasidan', 'manbalariga', 'manbadagi', 'manbasidagi', 'manbaniki', 'manbali', 'manbasiz']],
    ['jurnalist', ['jurnalistmi', 'jurnalistdir', 'jurnalistman', 'jurnalistmisiz', 'jurnalistdim', 'jurnalistlar']],
    ['xola', ['xolam', 'xolasi', 'xolangiz', 'xolaga', 'xolamning']],
    ['katta', ['kattaroq', 'kattagina']],
    // k and q become g and gʻ before a vowel, and harden the g of -ga
    ['terak', ['teragi', 'terakka', 'teraklar', 'teragimiz', 'terakkacha']],
    ['tuproq', ['tuprogʻi', 'tuproqqa', 'tuprogʻida', 'tuproqdan']],
    ['yangilik', ['yangiligi', 'yangilikka', 'yangiliklarning']],
    // A vowel goes before the possessive
    ['koʻngil', ['koʻngli', 'koʻngilga', 'koʻnglimiz']],
    ['zahar', ['zahri', 'zaharning']],
    // Two consonants at the end, digraphs, loans, a final vowel or s
    ['mashq', ['mashqni', 'mashqlar', 'mashqqa', 'mashqi']],
    ['tekst', ['teksti', 'tekstning', 'tekstdagi']],
    ['radio', ['radioda', 'radiosi', 'radiosida']],
    ['meros', ['merosi', 'merosni', 'merosida']],
  ])('%s is found by its forms', (word, forms) => {
    expect(forms.filter((form) => !meets(word, form))).toEqual([]);
  });

  it.each<[string, string[]]>([
    // Tenses with their persons
    ['kutmoq', ['kutdim', 'kutdingizlar', 'kutaman', 'kutasizlar', 'kutadilar', 'kutyapti', 'kutayapman', 'kutmoqda']],
    [
      'kutmoq',
      ['kutganman', 'kutibdi', 'kutardik', 'kutmasdi', 'kutsangiz', 'kutsaydi', 'kutmoqchiman', 'kutarmish', 'kutar'],
    ],
    ['tinglamoq', ['tinglaydi', 'tingladik', 'tinglayapsiz', 'tinglabdi', 'tinglasa', 'tinglayotir']],
    // Negation, ability, voice
    ['aytmoq', ['aytmadi', 'aytmayman', 'aytolmadi', 'aytavering', 'aytildi', 'aytilmagan', 'aytmang', 'aytmasligi']],
    ['bilmoq', ['bilindi', 'bildirdi', 'bilishdi']],
    // Participles, verbal nouns and converbs
    ['kutmoq', ['kutgan', 'kutayotganlar', 'kutadigan', 'kutganligi', 'kutish', 'kutishimizga', 'kutganda', 'kutajak']],
    ['kutmoq', ['kutib', 'kuta', 'kutmay', 'kutmasdan', 'kutgach', 'kutguncha', 'kutgani', 'kutishdagi']],
    // Wishes
    ['kutmoq', ['kutay', 'kutaylik', 'kuting', 'kutinglar', 'kutsin', 'kutsinlar', 'kutgin', 'kutgim', 'kutgisi']],
    // g hardens after k, q, g and gʻ
    ['ekmoq', ['ekkan', 'ekdi', 'ekkuncha']],
    ['egmoq', ['ekkan', 'egdi', 'egib']],
    ['yoqmoq', ['yoqqan', 'yoqqach', 'yoqadi']],
    // Short stems and those in a vowel
    ['demoq', ['deydi', 'dedi', 'degan', 'deb', 'deyish', 'deyildi']],
    ['erimoq', ['erib', 'eriydi', 'erigan', 'eriyapti', 'erish', 'erisa']],
    ['boshqarmoq', ['boshqardilar', 'boshqardik', 'boshqaring']],
  ])('%s is found by its forms %j', (word, forms) => {
    expect(forms.filter((form) => !meets(word, form))).toEqual([]);
  });

  it.each<[string, string]>([
    ['қишлоғимизда', 'qishlogʻimizda'],
    ['тинглаяпман', 'tinglayapman'],
    ['ёзувчилар', 'yozuvchi'],
    ['маълумотларни', "ma'lumot"],
    ['Исҳоқ', 'Isʼhoq'],
    ['поезд', 'poyezd'],
    ['объект', 'obyekt'],
    ['цирк', 'sirk'],
    ['лицей', 'litsey'],
    ['сентябрь', 'sentabr'],
    ['октябрда', 'oktabr'],
    ['бюджетнинг', 'budjet'],
    ['togrimi', 'toʻgʻri'],
  ])('%s meets %s', (one, other) => {
    expect(meets(one, other)).toBe(true);
  });

  it.each<[string, string]>([
    ['bola', 'bosh'],
    ['tosh', 'toqqiz'],
    ['oʻqituvchi', 'oʻqiydi'],
    ['yangilik', 'yangradi'],
    ['shom', 'shox'],
    ['dengiz', 'dedi'],
  ])('%s does not meet %s', (one, other) => {
    expect(meets(one, other)).toBe(false);
  });

  it('gives a word few keys, the likeliest first', () => {
    expect(keysOf('gazetalarimizdagi')).toEqual(['gazet']);
    expect(keysOf('kutishganlar')[0]).toBe('kut');
    expect(keysOf('2026')).toEqual(['2026']);
  });
});
