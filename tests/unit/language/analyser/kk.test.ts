import { describe, expect, it } from 'vitest';
import { searchKeys } from '#language';

const meets = (one: string, other: string) =>
  searchKeys('kk', one).some((key) => searchKeys('kk', other).includes(key));

describe('Kazakh suffixes', () => {
  // A lemma, then forms that must be found by it and by each other.
  it.each<[string, readonly string[]]>([
    // Number, possession, case, with л/д/т and the final consonant that voices.
    ['күрке', ['күркелер', 'күркеге', 'күркені', 'күркеден', 'күркенің', 'күркесінде', 'күркеміз']],
    ['дәптер', ['дәптерлер', 'дәптерім', 'дәптеріңіз', 'дәптерлеріміздің', 'дәптеріне', 'дәптермен']],
    ['қалам', ['қаламдар', 'қаламның', 'қаламнан', 'қаламымен', 'қаламдарын', 'қаламды']],
    ['жапырақ', ['жапырақтар', 'жапырағы', 'жапырағының', 'жапыраққа', 'жапырақпен']],
    ['есік', ['есігі', 'есігін', 'есіктен', 'есіктегі', 'есігіндегі', 'есікте']],
    ['шөп', ['шөбі', 'шөпті', 'шөппен', 'шөптер']],
    // A vowel that drops.
    ['ерін', ['ерні', 'ернін', 'еріндер', 'ерніне']],
    // Of whom, like what, without what.
    ['апай', ['апайлар', 'апайдікі', 'апайдай', 'апайларына', 'апайым']],
    ['тұз', ['тұзсыз', 'тұзды', 'тұздың']],
    ['былтыр', ['былтырғы', 'былтырғыдан']],
    // Verbs: tense, person, negation, converbs, participles, infinitive.
    ['жүзу', ['жүзді', 'жүздік', 'жүзеді', 'жүземін', 'жүзбейді', 'жүзген', 'жүзетін', 'жүзіп', 'жүзсе', 'жүзуге']],
    ['жылау', ['жылады', 'жылаймын', 'жылайды', 'жыламады', 'жылаған', 'жылап', 'жылайтын', 'жылауға', 'жыласа']],
    ['шалбар', ['шалбарымыз', 'шалбарларға', 'шалбарсыз']],
    ['оқу', ['оқиды', 'оқыған', 'оқып', 'оқымайды', 'оқыса', 'оқитын', 'оқуға', 'оқысын']],
    ['егу', ['екті', 'егеді', 'еккен', 'егіп', 'екпейді', 'егілген', 'егуі', 'екпей', 'егейік']],
    ['жеткізу', ['жеткізді', 'жеткізген', 'жеткізілді', 'жеткізбейді', 'жеткізіңіз']],
    ['жабу', ['жабады', 'жапқан', 'жабылды', 'жаппады']],
  ])('finds %s in its forms', (lemma, forms) => {
    expect(forms.filter((form) => !meets(lemma, form))).toEqual([]);
    expect(forms.slice(1).filter((form, at) => !meets(forms[at] ?? '', form))).toEqual([]);
  });

  it.each([
    ['күрке', 'күрек'],
    ['қалам', 'қалың'],
    ['ерін', 'ерік'],
    ['апай', 'апта'],
    ['тоқымашы', 'тоқыма'],
    ['дәптер', 'дәрі'],
    ['қонақ', 'қоян'],
    ['қоңыз', 'қоңырау'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(meets(one, other)).toBe(false);
  });

  it('gives a word few keys', () => {
    const words = ['күркелерімізден', 'жапырақтарының', 'жүзбейтін', 'жылағандарға', 'мектеп'];
    expect(words.filter((word) => searchKeys('kk', word).length > 3)).toEqual([]);
  });
});

describe('Kazakh typed in Latin letters', () => {
  it.each([
    ['qatarlas oqu', 'қатарлас оқу'],
    ['QATARLAS OQU', 'қатарлас оқу'],
    ['derekközderge', 'дереккөздерге'],
    ['derekkozderge', 'дереккөздерге'],
    ['aqparattyñ', 'ақпараттың'],
    ['mälımdemelerdı', 'мәлімдемелерді'],
    ['jañalyqtar', 'жаңалықтар'],
    ['zhanalyktar', 'жаңалықтар'],
    ['şyğarylym', 'шығарылым'],
    ['shygarylym', 'шығарылым'],
    ['aimaqtağy', 'аймақтағы'],
    ['aymaqtagy', 'аймақтағы'],
    ['dezinformasia', 'дезинформасия'],
    ['kontekst', 'контекст'],
    ['context', 'контекст'],
  ])('%s is %s', (typed, spelt) => {
    expect(searchKeys('kk', typed)).toEqual(searchKeys('kk', spelt));
  });
});
