/** How a language's letters become the skeleton that the search compares. */
export interface Folding {
  /** Tag for lower-casing: `tr` and `az` have a dotless i of their own. */
  readonly casing: string;
  readonly script: 'Latn' | 'Cyrl';
  /** Whether an apostrophe is part of a word or divides a name from its suffix. */
  readonly apostrophe: 'letter' | 'break';
  /** Letters and what stands for them, after lower-casing; marks that NFD takes apart go by themselves. */
  readonly letters: Readonly<Record<string, string>>;
  /** Rewritings before `letters`: Uzbek Cyrillic е at the start of a word. */
  readonly before?: readonly (readonly [pattern: string, replacement: string])[];
}

/** A word of a text; offsets count UTF-16 units of the text composed by NFC. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A suffix that an apostrophe divides from its word: the `de` of `Türkiye'de`. */
  readonly suffix: boolean;
}

// Literals, not built from parts, so that a bundler can leave them out.
const patterns = {
  letter: /[\p{L}\p{M}\p{N}]+(?:['‘’ʻʼ`´][\p{L}\p{M}\p{N}]+)*[ʻʼ'‘’`´]?/gu,
  break: /[\p{L}\p{M}\p{N}]+/gu,
};
const apostrophe = /['‘’ʻʼ`´]/u;
const apostrophes = /['‘’ʻʼ`´]/gu;
/** A name of its own after an apostrophe: `d'Artagnan`, unlike `TÜRKİYE'DE`. */
const name = /^\p{Lu}.*\p{Ll}/u;

/** The words of a text that is composed by NFC. */
export function tokenise(folding: Folding, text: string): Token[] {
  const tokens: Token[] = [];
  let before = -2;
  for (const match of text.matchAll(patterns[folding.apostrophe])) {
    const start = match.index;
    const end = start + match[0].length;
    const suffix = before === start - 1 && apostrophe.test(text.charAt(before)) && !name.test(match[0]);
    tokens.push({ text: match[0], start, end, suffix });
    before = end;
  }
  return tokens;
}

// Letters that look alike in most fonts (Unicode's confusables.txt), in the same order.
const latinTwins = 'ABCEHIKMOPTXYaceopxyihjs';
const cyrillicTwins = 'АВСЕНІКМОРТХУасеорхуіһјѕ';

/**
 * Takes letters that only look like those of the language's script for what they look like, if the word has both scripts
 * and nothing else of the foreign one: Cyrillic `а` in `pаge`, Latin `y` in `кyн`.
 */
function mendTwins(word: string, script: 'Latn' | 'Cyrl'): string {
  const [own, ownTwins, foreign, foreignTwins] =
    script === 'Latn'
      ? [/\p{Script=Latin}/u, latinTwins, /\p{Script=Cyrillic}/gu, cyrillicTwins]
      : [/\p{Script=Cyrillic}/u, cyrillicTwins, /\p{Script=Latin}/gu, latinTwins];
  const strangers = word.match(foreign);
  if (!strangers || !own.test(word) || strangers.some((letter) => !foreignTwins.includes(letter))) return word;
  return word.replace(foreign, (letter) => ownTwins.charAt(foreignTwins.indexOf(letter)));
}

const compiled = new Map<string, RegExp>();

function compile(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(pattern, 'gu');
  compiled.set(pattern, known);
  return known;
}

/**
 * Brings the spellings of a word to one: compatibility forms, case, look-alike letters, marks, apostrophes, and
 * for the languages whose table says so the script. `Şagird` → `sagird`, `Oʻzbek`, `Ўзбек` → `ozbek`.
 */
export function foldWord(folding: Folding, word: string): string {
  const composed = mendTwins(word.normalize('NFKC'), folding.script);
  let text = composed.toLocaleLowerCase(folding.casing).replaceAll('\u0307', '').replace(apostrophes, '');
  for (const [pattern, replacement] of folding.before ?? []) text = text.replace(compile(pattern), replacement);
  return [...text]
    .map((letter) => folding.letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}
