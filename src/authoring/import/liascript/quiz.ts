import { paragraphsOf, wordsOf, type ImportContext, type Markdown } from '../found.ts';
import { makeChoice, makeShortAnswer, type Made } from '../questions.ts';
import { readSelection } from './gaps.ts';
import { cleanLine, findGaps, type Line } from './lines.ts';

const single = /^\s*\[\(([Xx ])\)\]\s*(.*)$/u;
const several = /^\s*\[\[([Xx ])\]\]\s*(.*)$/u;
const typed = /^\s*\[\[(?![?!]\]|[Xx ]\]|_|:)([^[\]]+)\]\]\s*$/u;
const hint = /^\s*\[\[\?\]\]\s*(.*)$/u;
const stars = /^\s*\*{3,}\s*$/u;

interface Making {
  readonly prompt: Markdown;
  readonly place: string;
  readonly context: ImportContext;
}

/** A quiz as it stands in the lines. */
export interface LiaQuiz {
  /** The line behind it. */
  readonly end: number;
  make(making: Making): Made;
  /** All its words. */
  words(context: ImportContext, place: string, prompt: Markdown): Markdown;
}

/** The quiz that begins at a line, with its hints and its solution; null where none does. */
export function readQuiz(lines: readonly Line[], start: number): LiaQuiz | null {
  const first = lines[start]?.text ?? '';
  const form = single.test(first) ? single : several.test(first) ? several : null;
  const field = form ? null : typed.exec(first)?.[1];
  if (!form && field === undefined) return null;
  const options: { right: boolean; text: string }[] = [];
  let at = form ? start : start + 1;
  for (; form && at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    const [, box, words = ''] = form.exec(text) ?? [];
    const last = options.at(-1);
    if (box !== undefined) options.push({ right: box !== ' ', text: words });
    // An answer goes on, indented, on the lines below it.
    else if (last && /^\s{4,}\S/u.test(text) && !hint.test(text) && !stars.test(text)) last.text += ` ${text.trim()}`;
    else break;
  }
  const hints: string[] = [];
  for (; hint.test(lines[at]?.text ?? ''); at++) hints.push(hint.exec(lines[at]?.text ?? '')?.[1] ?? '');
  const { closing, end } = readSolution(lines, at);
  return {
    end,
    make: ({ prompt, place, context }) => {
      const { markdown, locale, note } = context;
      const read = (text: string) => markdown(cleanLine(text, place, context), place);
      if (hints.length > 3) note('general-hint', place);
      const question = {
        prompt,
        hints: hints
          .map((text) => wordsOf(read(text)))
          .filter(Boolean)
          .slice(0, 3),
        closing: closing.length ? read(closing.join('\n')) : [],
      };
      if (form) {
        const answers = options.map(({ right, text }) => ({ right, content: read(text), reason: [] }));
        return makeChoice(question, answers, { locale, many: form === several });
      }
      const words = readSelection(field ?? '');
      if (words.some(({ right }) => !right)) {
        const answers = words.map(({ text, right }) => ({ right, content: read(text), reason: [] }));
        return makeChoice(question, answers, { locale, many: false });
      }
      const typedWords = words.map(({ text, right }) => ({ text, right, reason: [] }));
      return makeShortAnswer(question, typedWords, { locale, otherwise: [] });
    },
    words: (context, place, prompt) => [
      ...prompt,
      ...(form ? options.map(({ text }) => text) : [field ?? '']).flatMap((text) =>
        paragraphsOf(cleanLine(text, place, context)),
      ),
    ],
  };
}

/** A solution stands between two lines of stars below the quiz. */
function readSolution(
  lines: readonly Line[],
  at: number,
): { readonly closing: readonly string[]; readonly end: number } {
  let start = at;
  while (start < lines.length && !lines[start]?.text.trim()) start++;
  if (!stars.test(lines[start]?.text ?? '')) return { closing: [], end: at };
  const close = lines.findIndex(({ text }, index) => index > start && stars.test(text));
  const closing = lines.slice(start + 1, close).map(({ text }) => text);
  // Sections end every block, so stars beyond the next one belong to something else.
  if (close < 0 || closing.some((text) => /^#{1,6}\s/u.test(text))) return { closing: [], end: at };
  return { closing, end: close + 1 };
}

/** Surveys, matrices and other inputs, which no exercise here has. */
export function isOtherInput(text: string): boolean {
  if (/^\s*\[\[(?:-?\d+|:[^\]]*|_[^\]]*|!)\]\](?:\s|$)/u.test(text) && !typed.test(text)) return true;
  if (single.test(text) || several.test(text) || typed.test(text) || hint.test(text) || findGaps(text).length)
    return false;
  return (
    /^\s*\[(?:\[|\()[^\])]*(?:\]|\)).*\]/u.test(text) && !/^\s*\[[^[(\]]/u.test(text) && !/\]\([^)]*\)\s*$/u.test(text)
  );
}
