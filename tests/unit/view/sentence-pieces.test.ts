import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencePieces } from '../../../src/site/client/sentence-pieces.ts';

const long = {
  az: 'Tanımadığınız bir səhifə açırsınız və orada hər şey inandırıcı görünür. Ona inanmaq olarmı? Ə. Əliyev deyir ki, əvvəlcə səhifədən çıxmaq, sonra başqalarının onun haqqında nə yazdığına baxmaq lazımdır. Bu, üç dəqiqə çəkir!',
  kk: 'Сіз бейтаныс бет аштыңыз, ондағының бәрі сенімді көрінеді. Оған сенуге бола ма? Қ. Әлімов айтады: алдымен беттен шығып, газет, сайт, т.б. көздерден басқалардың не айтатынын қараңыз. Бұған үш минут кетеді…',
  ru: 'Вы открыли незнакомую страницу, и всё на ней выглядит убедительно. Можно ли ей верить? А. С. Иванова советует: сначала уйти со страницы, т. е. открыть другую вкладку, и посмотреть, что пишут о ней другие. Это займёт три минуты!',
  uz: 'Siz notanish sahifani ochdingiz, undagi hamma narsa ishonchli koʻrinadi. Unga ishonish mumkinmi? Oʻ. Karimov aytadi: avval sahifadan chiqing, keyin boshqalar u haqda nima yozganini koʻring. Bunga uch daqiqa ketadi!',
};

describe('a paragraph for a voice', () => {
  it('stays whole while it is short', () => {
    expect(sentencePieces('Bu kimin səhifəsidir? Adı tapın.')).toEqual(['Bu kimin səhifəsidir? Adı tapın.']);
    expect(sentencePieces('  Бұл   бетті\nкім\tжариялаған?  ')).toEqual(['Бұл бетті кім жариялаған?']);
  });

  it.each(Object.entries(long))('is cut between sentences, and at no initial or abbreviation: %s', (_, text) => {
    const pieces = sentencePieces(text);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join(' ')).toBe(text);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(180);
      expect(piece, 'begins with a capital').toMatch(/^\p{Lu}/u);
      expect(piece, 'ends with a sentence').toMatch(/(?<!(?<!\p{L})\p{L})[.!?…]$/u);
    }
  });

  it('is cut where one breathes when a single sentence is too long', () => {
    const text = `Керек нәрсе көп: ${Array.from({ length: 30 }, (_, index) => `дереккөз ${index}`).join(', ')}.`;
    const pieces = sentencePieces(text);
    expect(pieces.join(' ')).toBe(text);
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/[,:]$/u);
  });

  it('is cut between words where there is no breath, and never inside one', () => {
    const text = Array.from({ length: 60 }, (_, index) => `сөз${index}`).join(' ');
    expect(sentencePieces(text).join(' ')).toBe(text);
    const word = 'ы'.repeat(500);
    expect(sentencePieces(word)).toEqual([word]);
  });

  it('is nothing where there are no words', () => {
    expect(sentencePieces('')).toEqual([]);
    expect(sentencePieces(' \n\t ')).toEqual([]);
  });

  it('loses and gains nothing, whatever it holds', () => {
    const words = fc.array(fc.constantFrom('söz', 'Ад', '5', 'т.', 'Ş.', 'yaxşı!', '«иә»?', '…', ',', '—', 'a;'), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ').replace(/\s+/gu, ' ').trim();
        expect(sentencePieces(text).join(' ')).toBe(text);
        for (const piece of sentencePieces(text)) expect(piece.length).toBeLessThanOrEqual(180);
      }),
    );
  });
});
