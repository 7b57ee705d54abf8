import { type Grammar } from './grammar.ts';
import type { Folding } from './fold.ts';
import { cyrillicSkeleton } from './letters.ts';

/** Kyrgyz. */
export const folding: Folding = { casing: 'ky', script: 'Cyrl', apostrophe: 'break', letters: cyrillicSkeleton };

export const grammar: Grammar = {
  vowels: 'aeiouy',
  sounds: { A: 'ae', I: 'iu', D: 'dt' },
  harmony: {},
  clash: 2,
  nouns: [],
  verbs: [],
  ends: [],
  lengths: [-9, -6, -2, -0.4, 0],
  bare: 2,
  verb: 2.5,
};
