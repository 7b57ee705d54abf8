import { describe, expect, it } from 'vitest';
import { chain, either, needed, type Grammar } from '../../../../src/language/analyser/grammar.ts';
import { compileGrammar } from '../../../../src/language/analyser/machine.ts';
import { isVowelAt, spellSuffix } from '../../../../src/language/analyser/suffixes.ts';

const toy: Grammar = {
  vowels: 'aeiouy',
  glides: 'y',
  sounds: { A: 'ae', I: 'iu', D: { d: 'aeioumnr', t: 'ptk' }, S: { s: 'aeiou' } },
  harmony: { a: 'ai', e: 'ei', i: 'aei', o: 'au', u: 'aeu' },
  clash: 2,
  nouns: [[[['lAr', 3]], [['DA', 1]]]],
  verbs: [[[['mA', 1]], needed([['DI', 1]])]],
  ends: [['[bp]$', 'p']],
  lengths: [-9, -6, -1, 0],
  bare: 0,
  verb: 1,
};

/** Spellings as `text<left neighbours`. */
const spell = (suffix: string) =>
  spellSuffix(suffix, toy).map(({ text, left }) => `${text}<${left.length > 12 ? 'consonant' : left}`);

describe('spellSuffix', () => {
  it.each([
    ['lAr', ['lar<', 'ler<']],
    ['DA', ['da<aeioumnr', 'de<aeioumnr', 'ta<ptk', 'te<ptk']],
    ['mIz', ['miz<', 'muz<']],
    ['(s)I', ['si<aeiouy', 'su<aeiouy', 'i<consonant', 'u<consonant']],
    ['(I)m', ['im<consonant', 'um<consonant', 'm<aeiouy']],
    ['A', ['a<consonant', 'e<consonant']],
    ['~u', ['u<']],
    ['SI', ['si<aeiou', 'su<aeiou']],
    ['yar', ['yar<']],
  ])('spells %s', (suffix, spellings) => {
    expect(spell(suffix)).toEqual(spellings);
  });

  it('holds vowels of one suffix to harmony, but not fixed letters', () => {
    expect(spell('lArA')).toEqual(['lara<', 'lere<']);
    expect(spell('Iyor')).toEqual(['iyor<consonant', 'uyor<consonant']);
  });
});

describe('isVowelAt', () => {
  it('takes a letter that may be either for a consonant beside a vowel', () => {
    const vowels = (word: string) => [...word].filter((_, at) => isVowelAt(word, at, toy)).join('');
    expect(vowels('okayar')).toBe('oaa');
    expect(vowels('kyl')).toBe('y');
  });
});

describe('compileGrammar', () => {
  const keys = compileGrammar(toy);

  it('cuts suffixes in the order of the chain only', () => {
    expect(keys('kitaplarda')).toEqual(['kitap']);
    expect(keys('kitapdalar')).not.toContain('kitap');
  });

  it('cuts a suffix only after the letters that it may follow', () => {
    expect(keys('kitabta')).toEqual(['kitabta']);
  });

  it('cuts what is needed together with what is not', () => {
    expect(keys('kalmadi')).toContain('kal');
    expect(keys('kalma')).not.toContain('kal');
  });

  it('rewrites the end of a stem', () => {
    expect(keys('kitab')).toEqual(keys('kitap'));
  });

  it('keeps very long words and words without letters whole', () => {
    const long = 'kitap'.repeat(20);
    expect(keys(long)).toEqual([long]);
    expect(keys('1453')).toEqual(['1453']);
  });
});

describe('slots', () => {
  it('can be joined', () => {
    expect(either([['A', 0]], [['I', 1]])).toEqual([
      ['A', 0],
      ['I', 1],
    ]);
    expect(chain([[['A', 0]]], [needed([['I', 1]])])).toEqual([[['A', 0]], { needed: [['I', 1]] }]);
  });
});
