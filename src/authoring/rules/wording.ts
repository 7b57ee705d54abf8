import { errorAt } from '#exercise';
import { mendUzbekApostrophes, mixesScripts, splitWords } from '#language';
import type { Edit, Problem } from '#problem';
import type { Passage } from '../passages.ts';
import type { Survey } from '../survey.ts';

/** Reports words that mix Latin and Cyrillic letters: they look right and no search finds them. */
export function checkScripts(survey: Survey, passages: readonly Passage[]): Problem[] {
  return (
    passages
      // Most passages hold one script only, and need no look at their words.
      .filter((passage) => !passage.lookalike && mixesScripts(passage.text))
      .flatMap((passage) => {
        // Offsets of words count in composed text; a file in decomposed form is named by where the passage begins.
        const exact = passage.text.normalize('NFC') === passage.text;
        return splitWords(passage.locale, passage.text)
          .filter((word) => mixesScripts(word.text))
          .map((word) =>
            errorAt(survey.placeAt(passage.file, passage.start + (exact ? word.start : 0)), 'mixed-script', {
              message: `The word "${word.text}" mixes Latin and Cyrillic letters: ${describeMix(word.text)}. It looks right, but no search finds it.`,
              hint: 'Type the whole word in one script, put a hyphen before a suffix in the other (`TikTok-та`), or write it as code. An example about lookalikes stands in `<Example lookalike>`.',
            }),
          );
      })
  );
}

/** Names the letters of the script that has fewer of them. */
function describeMix(word: string): string {
  const latin = word.match(/\p{Script=Latin}/gu) ?? [];
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu) ?? [];
  const [name, odd] = latin.length < cyrillic.length ? ['Latin', latin] : ['Cyrillic', cyrillic];
  const letters = [...new Set(odd)].map((letter) => `"${letter}"`).join(', ');
  return `${letters} ${odd.length === 1 ? 'is' : 'are'} ${name}`;
}

/** Reports apostrophes of Uzbek words that are not those of its orthography. */
export function checkApostrophes(survey: Survey, passages: readonly Passage[]): Problem[] {
  return passages
    .filter((passage) => passage.locale === 'uz' && !passage.foreign)
    .flatMap((passage) => wrongWords(passage).map((word) => apostropheProblem(survey, passage, word)));
}

interface WrongWord {
  readonly text: string;
  readonly mended: string;
  readonly start: number;
}

// `[\p{L}…]` holds ʻ and ʼ themselves, which Unicode counts as letters.
const uzbekWord = /[\p{L}\p{M}\p{N}]+(?:['‘’`´][\p{L}\p{M}\p{N}]+)*['‘’`´]?/gu;

function wrongWords({ text, quotedByApostrophe }: Passage): WrongWord[] {
  return [...text.matchAll(uzbekWord)].flatMap((found) => {
    const word = closesQuotation(text, found) ? found[0].slice(0, -1) : found[0];
    const mended = mendUzbekApostrophes(word);
    if (mended === word || (quotedByApostrophe && word.includes("'"))) return [];
    return [{ text: word, mended, start: found.index }];
  });
}

/** True where the mark after a word ends a quotation that was opened before: ‘yo’ is a quoted “yo”. */
function closesQuotation(text: string, { 0: word, index }: RegExpExecArray): boolean {
  if (!/['‘’`´]$/u.test(word)) return false;
  const before = text.slice(Math.max(0, index - 200), index);
  return /(?:^|[^\p{L}])['‘`][^'‘’`]*$/u.test(before);
}

function apostropheProblem(survey: Survey, { file, start }: Passage, word: WrongWord): Problem {
  const fix: Edit[] = [];
  for (let index = 0; index < word.text.length; index++) {
    const right = word.mended[index] ?? '';
    const at = start + word.start + index;
    if (right !== word.text[index]) fix.push({ file, start: at, end: at + 1, text: right });
  }
  return errorAt(survey.placeAt(file, fix[0]?.start ?? start), 'uzbek-apostrophe', {
    message: `"${word.text}" has an apostrophe that Uzbek does not use; readers and searches take it for the end of the word.`,
    hint: `Write \`${word.mended}\` (ʻ U+02BB after o and g, ʼ U+02BC elsewhere), or let \`check --fix\` write it. A name in another language stands in \`<span lang="en">\`.`,
    fix,
  });
}
