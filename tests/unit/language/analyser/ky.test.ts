import { describe, expect, it } from 'vitest';
import { searchKeys } from '#language';

const meets = (one: string, other: string) =>
  searchKeys('ky', one).some((key) => searchKeys('ky', other).includes(key));

describe('Kyrgyz suffixes', () => {
  // A lemma, then forms that must be found by it and by each other.
  it.each<[string, readonly string[]]>([
    // Number, possession, case in all four harmonies, with л/д/т and the final consonant that voices.
    ['дептер', ['дептерлер', 'дептерге', 'дептерди', 'дептеринде', 'дептеринен', 'дептерибиз', 'дептердеги']],
    ['калем', ['калемдер', 'калеми', 'калемдин', 'калеминин', 'калемим']],
    ['койчу', ['койчулар', 'койчунун', 'койчуга', 'койчусу']],
    ['гүл', ['гүлдөр', 'гүлү', 'гүлүңүз', 'гүлгө', 'гүлдөн', 'гүлдөрүнүн']],
    ['тоок', ['тооктор', 'тоогу', 'тоокко', 'тоогунун', 'тооктун']],
    ['китеп', ['китеби', 'китептен', 'китебинде', 'китептер', 'китебибиз']],
    ['эшик', ['эшиги', 'эшиктен', 'эшигинде', 'эшиктин']],
    ['бука', ['букалар', 'буканыкы', 'букасына', 'букадай']],
    // A vowel that drops; a voiced consonant at the end of a loan.
    ['эрин', ['эринге', 'эриндер', 'эрни', 'эрнин']],
    ['архив', ['архивдер', 'архивдин', 'архивге', 'архивде']],
    // With and without, more.
    ['туз', ['туздуу', 'тузсуз', 'туздун']],
    ['бийик', ['бийигирээк', 'бийиктик', 'бийиктин']],
    // Verbs: tense, person, negation, converbs, participles, infinitive with its long vowel.
    ['сүзүү', ['сүздү', 'сүздүк', 'сүзөт', 'сүзөмүн', 'сүзбөйт', 'сүзгөн', 'сүзүп', 'сүзсө', 'сүзүүгө', 'сүзүшөт']],
    ['кымтоо', ['кымтады', 'кымтайт', 'кымтайбыз', 'кымтабады', 'кымтаган', 'кымтап', 'кымтоого', 'кымтаса']],
    ['союу', ['сойду', 'соёт', 'соё', 'сойгон', 'союп']],
    ['себүү', ['септи', 'себет', 'сээп', 'сепкен', 'сеппейт']],
    ['сөгүү', ['сөктү', 'сөгөт', 'сөккөн', 'сөгүп', 'сөкпөйт', 'сөгүлгөн']],
    ['чокуу', ['чокуйт', 'чокуган', 'чокуп', 'чокубайт', 'чокуса', 'чокуду', 'чокуусу']],
    ['чертүү', ['чертет', 'черткен', 'чертчү', 'чертсин', 'чертели', 'чертпе', 'чертиңиз']],
  ])('finds %s in its forms', (lemma, forms) => {
    expect(forms.filter((form) => !meets(lemma, form))).toEqual([]);
    expect(forms.slice(1).filter((form, at) => !meets(forms[at] ?? '', form))).toEqual([]);
  });

  it.each([
    ['китеп', 'китепкана'],
    ['тоок', 'тоо'],
    ['эшик', 'эшек'],
    ['гүл', 'күл'],
    ['бала', 'балык'],
    ['окуучу', 'окутуу'],
    ['тамак', 'тамга'],
    ['сөгүү', 'сүзүү'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(meets(one, other)).toBe(false);
  });

  it('gives a word few keys', () => {
    const words = ['дептерлерибизден', 'гүлдөрүнүн', 'сүзбөгөн', 'кымтагандарга', 'эшик'];
    expect(words.filter((word) => searchKeys('ky', word).length > 3)).toEqual([]);
  });
});

describe('Kyrgyz typed in Latin letters', () => {
  it.each([
    ['katar okuu', 'катар окуу'],
    ['barakty', 'баракты'],
    ['jangylyktar', 'жангылыктар'],
    ['chygarylysh', 'чыгарылыш'],
    ['tüzötüülör', 'түзөтүүлөр'],
    ['tuzotuulor', 'түзөтүүлөр'],
    ['aiylga', 'айылга'],
  ])('%s is %s', (typed, spelt) => {
    expect(searchKeys('ky', typed)).toEqual(searchKeys('ky', spelt));
  });
});
