import type { Exercise } from '#exercise';
import { paragraph, type Markup } from '../markup.ts';
import type { Picture, Question } from '../question.ts';
import type { PackageWords } from '../words.ts';
import { element, writeNodes } from '../xml.ts';
import { answerOnPaper, formOnPaper } from './on-paper.ts';

/** An exercise as it is read and answered on paper. */
export interface PaperExercise {
  readonly id: string;
  readonly number: number;
  /** Blocks, without a heading. */
  readonly question: Markup;
  /** Blocks, without a heading. */
  readonly answer: Markup;
  /** The same in pieces, for whoever has less room than a sheet. */
  readonly pieces: PaperPieces;
  readonly pictures: readonly Picture[];
}

/** An exercise in pieces. Blocks. */
export interface PaperPieces {
  /** What all parts have in common. */
  readonly prompt: Markup;
  /** What to do. */
  readonly kind: Markup;
  /** One for most types; several where an exercise asks the same of several things. */
  readonly parts: readonly { readonly asked: Markup; readonly answer: Markup }[];
  /** What is read after all answers. */
  readonly closing: Markup;
}

/** Puts the questions of an exercise into one; what they have in common stands once. */
export function exerciseOnPaper(
  exercise: Exercise,
  number: number,
  questions: readonly Question[],
  words: PackageWords,
): PaperExercise {
  const { common: prompt, own: prompts } = splitStart(questions.map((question) => question.prompt));
  const { common: closing, own: closings } = splitEnd(questions.map((question) => question.closing));
  const asked = questions.map((question, index) => [...(prompts[index] ?? []), ...formOnPaper(question, words)]);
  const answers = questions.map((question, index) => [...answerOnPaper(question, words), ...(closings[index] ?? [])]);
  const kind = [element('p', { class: 'kind' }, [kindOf(exercise, words)])];
  return {
    id: exercise.id,
    number,
    question: [...prompt, ...kind, ...inParts(asked)],
    answer: [...inParts(answers), ...closing],
    pieces: {
      prompt,
      kind,
      parts: asked.map((part, index) => ({ asked: part, answer: answers[index] ?? [] })),
      closing,
    },
    pictures: questions.flatMap((question) => question.pictures),
  };
}

function kindOf(exercise: Exercise, { kinds }: PackageWords): string {
  const kind = exercise.type === 'choice' && exercise.many ? 'choice-many' : exercise.type;
  return kinds[kind] ?? '';
}

/** One part as it is, several with a letter each. */
function inParts(parts: readonly Markup[]): Markup {
  const [only = []] = parts;
  if (parts.length < 2) return only;
  const items = parts.map((part) => element('li', {}, part.length ? part : [paragraph('–')]));
  return [element('ol', { type: 'a', class: 'parts' }, items)];
}

interface Split {
  readonly common: Markup;
  readonly own: readonly Markup[];
}

function splitStart(parts: readonly Markup[]): Split {
  const [first = []] = parts;
  const written = parts.map((nodes) => nodes.map((node) => writeNodes([node], 'xml')));
  let length = 0;
  while (length < first.length && written.every((nodes) => nodes[length] === written[0]?.[length])) length += 1;
  return { common: first.slice(0, length), own: parts.map((nodes) => nodes.slice(length)) };
}

function splitEnd(parts: readonly Markup[]): Split {
  const { common, own } = splitStart(parts.map((nodes) => [...nodes].reverse()));
  return { common: [...common].reverse(), own: own.map((nodes) => [...nodes].reverse()) };
}
