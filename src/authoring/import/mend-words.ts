import { mixesScripts, splitWords, type Locale } from '#language';
import type { MarkdownNode } from '#exercise';
import type { Markdown } from './found.ts';

// Letters that look the same in both scripts, Latin and then Cyrillic.
const pairs = 'aа cс eе iі jј oо pр sѕ xх yу AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ'
  .split(' ')
  .map((pair) => [...pair]);
const toCyrillic = new Map(pairs.map(([latin = '', cyrillic = '']) => [latin, cyrillic]));
const toLatin = new Map(pairs.map(([latin = '', cyrillic = '']) => [cyrillic, latin]));

/** Tells of a word that was changed. */
type Tell = (before: string, after: string) => void;

/**
 * Words of two scripts, which no search finds, written in one: letters that only look like the others' become those, and
 * where a word of one script has an ending in the other a hyphen comes between them, as the check asks for it.
 */
export function mendScripts(nodes: Markdown, locale: Locale, tell: Tell): Markdown {
  return nodes.map((node): MarkdownNode => {
    const children = node.children && mendScripts(node.children, locale, tell);
    const value = node.type === 'text' && node.value ? mendText(node.value, locale, tell) : node.value;
    return { ...node, ...(children ? { children } : {}), ...(value === undefined ? {} : { value }) };
  });
}

export function mendText(text: string, locale: Locale, tell: Tell): string {
  // A sign of Markdown that keyboards give for the apostrophe; which one it is to be, `check --fix` knows.
  const typed = locale === 'uz' ? text.replace(/(?<=\p{L})[`´](?=\p{L})/gu, '’') : text;
  if (!mixesScripts(typed)) return typed;
  const composed = typed.normalize('NFC');
  let result = '';
  let end = 0;
  for (const word of splitWords(locale, composed)) {
    result += composed.slice(end, word.start);
    end = word.end;
    const mended = mixesScripts(word.text) ? mendWord(word.text) : word.text;
    if (mended !== word.text) tell(word.text, mended);
    result += mended;
  }
  return result + composed.slice(end);
}

function mendWord(word: string): string {
  const letters = [...word];
  const count = (script: RegExp) => letters.filter((letter) => script.test(letter)).length;
  const isCyrillic = count(/\p{Script=Cyrillic}/u) >= count(/\p{Script=Latin}/u);
  const [table, odd] = isCyrillic ? [toCyrillic, /\p{Script=Latin}/u] : [toLatin, /\p{Script=Cyrillic}/u];
  if (letters.every((letter) => !odd.test(letter) || table.has(letter)))
    return letters.map((letter) => (odd.test(letter) ? (table.get(letter) ?? letter) : letter)).join('');
  return word.replace(
    /(?<=\p{Script=Latin}\p{M}*)(?=\p{Script=Cyrillic})|(?<=\p{Script=Cyrillic}\p{M}*)(?=\p{Script=Latin})|(?<=\p{Script=Latin}\p{N}+)(?=\p{Script=Cyrillic})|(?<=\p{Script=Cyrillic}\p{N}+)(?=\p{Script=Latin})/gu,
    '-',
  );
}
