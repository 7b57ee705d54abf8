/**
 * How to write a table
 * ====================
 * A language is one file of data: how its letters are folded (`fold.ts` says more), and a `Grammar` of its suffixes.
 *
 * **Letters.** Suffixes are written in the folded letters, those that a reader types without marks: `ler`, not `lər`.
 * A capital is an archiphoneme that `sounds` spells out, either as letters (`A: 'ae'`) or as letters with what must
 * stand to their left (`D: { d: 'aeiulmnr', t: 'ptksfh' }`). A letter in parentheses is a buffer: a consonant is there
 * after vowels only, a vowel after consonants only (`(y)A`, `(s)I`, `(I)m`). A suffix that begins with a vowel follows
 * a consonant; `~` before it lifts that (`~u`). Small letters stand in any harmony (`(I)yor`). Where the weight differs
 * with the left neighbour, an archiphoneme of one letter helps: `Y: { y: 'aeiou' }`, then `['YI', 1]` and `['I', 0.2]`. `harmony` maps a vowel to those that may follow it in the next
 * syllable; a breach costs `clash` but is allowed, since loans breach it.
 *
 * **Rules.** `['lAr', 3]` is a suffix and how much it speaks for being one: 0 for what many stems end in too (`A`, `I`),
 * 1 for two letters, 2 to 4 for what hardly any stem ends in. A negative weight is for a rare suffix. Each line has a
 * comment with one word before and after.
 *
 * **Slots and chains.** A slot is a list of rules of which a word takes one or none; `needed(slot)` must be filled. A
 * chain is the order of slots from the stem to the end of the word. Nouns and verbs have their own chains; write what
 * depends on each other (third person possessive and the n before a case) as chains of its own or as one longer suffix.
 * The engine finds for each chain all ways to read a word from right to left; the best noun reading and the best
 * verb reading become keys.
 *
 * **Stems.** `ends` rewrites the end of a stem so that all its forms meet, in order: `[['[bp]$', 'p']]` for *kitab* and
 * *kitap*. A rewriting costs little even when it is crude (a final vowel may go: *ail* for *aile*), because few words
 * differ by that only, and it makes readings agree that differ by a vowel.
 *
 * **Tuning.** `bare` and `verb` say how far below the best reading the whole word and the verb reading may score and
 * still become keys: greater finds more, and means more keys and more false friends.
 */

/** A suffix in the notation above, and its weight. */
export type Rule = readonly [suffix: string, weight: number];

/** Rules of which a word takes one or none. */
export type Slot = readonly Rule[];

export interface NeededSlot {
  readonly needed: Slot;
}

/** Slots in the order in which they follow the stem. */
export type Chain = readonly (Slot | NeededSlot)[];

export interface Grammar {
  readonly vowels: string;
  /** Those of the vowels that are consonants as well: Turkmen y, which ý is folded to. */
  readonly glides?: string;
  /** Archiphoneme -> its letters, or its letters with the left neighbours each asks for. */
  readonly sounds: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Vowel -> the vowels that may follow it. A vowel that is not here goes with all. */
  readonly harmony: Readonly<Record<string, string>>;
  /** What a breach of harmony takes off the weight. */
  readonly clash: number;
  readonly nouns: readonly Chain[];
  readonly verbs: readonly Chain[];
  /** Ends of a stem and what stands for them in a key, as regular expressions, applied in order. */
  readonly ends: readonly (readonly [pattern: string, replacement: string])[];
  /** Score of a stem by its length, from 0 letters on; the last holds for all longer ones. */
  readonly lengths: readonly number[];
  /** A stem that matches this is unlikely, and what that costs. */
  readonly unlikely?: readonly (readonly [pattern: string, cost: number])[];
  /** How far below the best reading the whole word may score and still be a key. */
  readonly bare: number;
  /** How far below the best reading the verb (or noun) reading may score and still be a key. */
  readonly verb: number;
}

// The marks below let a bundler leave tables out of a page that does not search.

/** A slot that must be filled for its chain to hold: a participle before case endings. */
/* @__NO_SIDE_EFFECTS__ */
export function needed(slot: Slot): NeededSlot {
  return { needed: slot };
}

/** The rules of several slots as one. */
/* @__NO_SIDE_EFFECTS__ */
export function either(...slots: readonly Slot[]): Slot {
  return slots.flat();
}

/** Several stretches of slots as one chain: `chain(voice, [needed(finite), person])`. */
/* @__NO_SIDE_EFFECTS__ */
export function chain(...stretches: readonly Chain[]): Chain {
  return stretches.flat();
}
