import type { Grammar, Rule, Slot } from './grammar.ts';

/** One spelling of a suffix. */
export interface Alternant {
  readonly weight: number;
  /** The letters one of which stands before it; undefined for any. */
  readonly after: ReadonlySet<string> | undefined;
  /** Its first vowel, for harmony; empty without one. */
  readonly vowel: string;
}

/** Suffixes by their letters from the last to the first. */
export interface Trie {
  readonly next: Map<string, Trie>;
  readonly here: Alternant[];
}

interface Spelling {
  readonly text: string;
  /** The letters one of which stands before it, '' for any. */
  readonly left: string;
}

function createTrie(): Trie {
  return { next: new Map(), here: [] };
}

/** Builds the trie of a slot: every spelling of each of its suffixes. */
export function compileSlot(slot: Slot, grammar: Grammar): Trie {
  const root = createTrie();
  for (const rule of slot) {
    for (const { text, left } of spellSuffix(rule[0], grammar))
      addAlternant(root, text, describe(text, left, rule, grammar));
  }
  return root;
}

function addAlternant(root: Trie, text: string, alternant: Alternant): void {
  let node = root;
  for (const letter of [...text].reverse()) {
    const known = node.next.get(letter) ?? createTrie();
    node.next.set(letter, known);
    node = known;
  }
  node.here.push(alternant);
}

function describe(text: string, left: string, [, weight]: Rule, grammar: Grammar): Alternant {
  const first = [...text].findIndex((_, at) => isVowelAt(text, at, grammar));
  return { weight, after: left ? new Set(left) : undefined, vowel: text.charAt(first) };
}

/** Whether the letter there is a vowel; one that may be either is a consonant beside another vowel. */
export function isVowelAt(text: string, at: number, { vowels, glides = '' }: Grammar): boolean {
  const isLetterOf = (letters: string, index: number) => text[index] !== undefined && letters.includes(text[index]);
  if (!isLetterOf(vowels, at)) return false;
  return !isLetterOf(glides, at) || !(isLetterOf(vowels, at - 1) || isLetterOf(vowels, at + 1));
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** All spellings of a suffix in table notation: `(y)A` → `ya`, `ye` after vowels, `a`, `e` after consonants. */
export function spellSuffix(suffix: string, grammar: Grammar): Spelling[] {
  const { vowels, glides = '' } = grammar;
  const consonants = [...alphabet].filter((letter) => !vowels.includes(letter)).join('') + glides;
  const buffer = /^\((.)\)(.*)$/u.exec(suffix);
  if (buffer) {
    const [, letter = '', rest = ''] = buffer;
    const [full, short] = isVowelSign(letter, grammar) ? [consonants, vowels] : [vowels, consonants];
    return [...follow(expand(letter + rest, grammar), full), ...follow(expand(rest, grammar), short)];
  }
  if (suffix.startsWith('~')) return expand(suffix.slice(1), grammar);
  return expand(suffix, grammar).flatMap((spelling) =>
    isVowelAt(spelling.text, 0, grammar) ? follow([spelling], consonants) : [spelling],
  );
}

/** Allows the spellings after these letters only. */
function follow(spellings: readonly Spelling[], letters: string): Spelling[] {
  return spellings.flatMap(({ text, left }) => {
    const both = left ? [...left].filter((letter) => letters.includes(letter)).join('') : letters;
    return text && both ? [{ text, left: both }] : [];
  });
}

function isVowelSign(sign: string, { vowels, sounds }: Grammar): boolean {
  const sound = sounds[sign] ?? sign;
  const letters = typeof sound === 'string' ? sound : Object.keys(sound).join('');
  return vowels.includes(letters.charAt(0));
}

/** Spells archiphonemes out, leaving out what its own vowels or consonants forbid. */
function expand(suffix: string, grammar: Grammar): Spelling[] {
  let spellings: Spelling[] = [{ text: '', left: '' }];
  for (const sign of suffix) {
    const sound = grammar.sounds[sign] ?? sign;
    const choices: [string, string][] =
      typeof sound === 'string' ? [...sound].map((letter) => [letter, '']) : Object.entries(sound);
    spellings = spellings.flatMap(({ text, left }) =>
      choices.flatMap(([letter, after]) => {
        if (text === '') return [{ text: letter, left: after }];
        if (after && !after.includes(text.slice(-1))) return [];
        return choices.length === 1 || harmonises(text, letter, grammar) ? [{ text: text + letter, left }] : [];
      }),
    );
  }
  return spellings;
}

function harmonises(text: string, letter: string, { vowels, harmony }: Grammar): boolean {
  if (!vowels.includes(letter)) return true;
  const last = [...text].reverse().find((sign) => vowels.includes(sign));
  return last === undefined || (harmony[last] ?? vowels).includes(letter);
}
