import { asList, asRecord, type InteractionType, type Response } from '#exercise';
import type { ExerciseOutline } from './outline.ts';

// Answers as SCORM wants them written, by the type of the interaction (SCORM 1.2 RTE 3.4.2.2, SCORM 2004 RTE 4.2.9).

/** An answer, or part of it, in the words of a standard. */
export interface WrittenResponse {
  /** Added to the interaction's id where an exercise is told of in parts. */
  readonly part: string | null;
  readonly type: InteractionType;
  readonly response: string;
  /** The right answer in the same form; null where there is none to name. */
  readonly pattern: string | null;
  /** Null where the part is as right as the whole. */
  readonly correct: boolean | null;
}

/** How a standard writes an answer of a type. */
interface Notation {
  /** A word of the exercise. */
  word(word: string, words: readonly string[]): string | null;
  pair(one: string, other: string): string;
  list(items: readonly string[]): string;
  readonly truth: readonly [yes: string, no: string];
  /** Longest text that somebody has typed. */
  readonly typed: number;
  /** Longest answer of steps. */
  readonly steps: number;
}

const characters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** In SCORM 1.2 a word is one character; an exercise with more than there are is told of in steps. */
const scorm12: Notation = {
  word: (word, words) => characters[words.indexOf(word)] ?? null,
  pair: (one, other) => `${one}.${other}`,
  list: (items) => items.join(','),
  truth: ['t', 'f'],
  typed: 255,
  steps: 255,
};

const scorm2004: Notation = {
  word: (word) => word,
  pair: (one, other) => `${one}[.]${other}`,
  list: (items) => items.join('[,]'),
  truth: ['true', 'false'],
  typed: 250,
  steps: 4000,
};

export function writeResponse12(exercise: ExerciseOutline, response: Response): WrittenResponse[] {
  return writeResponse(exercise, response, scorm12);
}

export function writeResponse2004(exercise: ExerciseOutline, response: Response): WrittenResponse[] {
  return writeResponse(exercise, response, scorm2004);
}

function writeResponse(exercise: ExerciseOutline, response: Response, notation: Notation): WrittenResponse[] {
  const { type, key } = exercise;
  if (type === null) return [];
  const given = form(exercise, response, notation);
  const right = key === null ? null : form(exercise, key, notation);
  const whole: WrittenResponse = {
    part: null,
    ...given,
    pattern: right !== null && right.type === given.type ? right.response : null,
    correct: null,
  };
  return exercise.apart ? [...cardsOf(exercise, response, notation), whole] : [whole];
}

/** Each post of a set: whether it was called sound. */
function cardsOf({ words, named, key }: ExerciseOutline, response: Response, { truth }: Notation): WrittenResponse[] {
  const [given, right] = [asRecord(response), asRecord(key)];
  const write = (verdict: string | undefined) => truth[verdict === 'sound' ? 0 : 1];
  return words.slice(0, named).flatMap((card): WrittenResponse[] => {
    const verdict = given[card];
    if (verdict !== 'sound' && verdict !== 'misleading') return [];
    const written = { response: write(verdict), pattern: write(right[card]), correct: verdict === right[card] };
    return [{ part: card, type: 'true-false', ...written }];
  });
}

function form(
  { type, words }: ExerciseOutline,
  response: Response,
  notation: Notation,
): { readonly type: InteractionType; readonly response: string } {
  const text = typeof response === 'string' ? response : '';
  const items = typeof response === 'string' ? [response] : [...asList(response)];
  const record = Object.entries(asRecord(response));
  const known = (list: readonly string[]) => list.map((word) => notation.word(word, words));
  switch (type) {
    case 'true-false':
      return { type, response: notation.truth[text === 'true' ? 0 : 1] };
    case 'numeric':
      return { type, response: text };
    case 'likert':
      return /^[\da-z]$/u.test(text) ? { type, response: text } : { type: 'numeric', response: text };
    case 'fill-in':
    case 'long-fill-in':
      return { type, response: cut(text, notation.typed) };
    case 'choice':
    case 'sequencing': {
      const marked = record.length ? record.map(([part]) => part) : items;
      const list = known(marked.filter((item) => item !== ''));
      return list.includes(null)
        ? steps(
            marked.map((item, index) => notation.pair(String(index + 1), item)),
            notation,
          )
        : { type, response: notation.list(list as string[]) };
    }
    case 'matching': {
      const pairs = record.filter(([, other]) => other !== '');
      const numbered = pairs.map(
        ([part, other]) => [notation.word(part, words), rated(other, words, notation)] as const,
      );
      const isKnown = numbered.every(([part, other]) => part !== null && other !== null);
      return isKnown
        ? { type, response: notation.list(numbered.map(([part, other]) => notation.pair(part ?? '', other ?? ''))) }
        : steps(
            pairs.map(([part, other]) => notation.pair(part, other)),
            notation,
          );
    }
    default: {
      const done = record.length
        ? record.filter(([part, other]) => words.includes(part) && words.includes(other))
        : items.map((move, index) => (move.includes(':') ? move.split(':', 2) : [String(index + 1), move]));
      return steps(
        done.map(([step = '', what = '']) => notation.pair(step, what)),
        notation,
      );
    }
  }
}

/** What a part was matched with: a word, or a step of a scale that its number names. */
function rated(word: string, words: readonly string[], notation: Notation): string | null {
  return /^\d$/u.test(word) ? word : notation.word(word, words);
}

/** What was done, step by step: as many of the steps as have room. */
function steps(
  list: readonly string[],
  notation: Notation,
): { readonly type: 'performance'; readonly response: string } {
  const room = (upTo: number) => notation.list(list.slice(0, upTo)).length <= notation.steps;
  let count = list.length;
  while (count > 0 && !room(count)) count -= 1;
  return { type: 'performance', response: notation.list(list.slice(0, count)) };
}

/** By characters and never through the middle of one. */
function cut(text: string, length: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > length) break;
    short += character;
  }
  return short;
}
