import type { ContentReading } from '#course';
import type { Choice } from './ask.ts';

/** What has been answered so far, by option. A list is empty where nothing was said. */
export type Answers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One thing that a new part of the content needs: an option in a call, a question at a terminal. */
export interface Field {
  readonly flag: string;
  /** What the list of options says of it. */
  readonly about: string;
  readonly question: string;
  /** Set where nothing can be made without it. All else may be left to fill. */
  readonly required?: true | undefined;
  /** Set where the option may be given several times. */
  readonly list?: true;
  /** Set where it is an option only, since few need it. */
  readonly unasked?: true;
  /** What holds where nothing is said; null where there is nothing. */
  initial?(answers: Answers, reading: ContentReading): string | null;
  /** What it can be, where that is a choice. */
  choices?(answers: Answers, reading: ContentReading): readonly Choice[];
  /** What is wrong with an answer; null where nothing is. */
  faultOf?(answer: string): string | null;
}

/** The tags that an option names: they have no commas in them, so `--skill LAT,SRC` can mean one thing only. */
export function splitTags(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/[\s,]+/u).filter(Boolean));
}

/** The answer to a question with one answer. */
export function textOf(answers: Answers, flag: string): string | undefined {
  const answer = answers[flag];
  return typeof answer === 'string' && answer !== '' ? answer : undefined;
}

export function listOf(answers: Answers, flag: string): readonly string[] {
  const answer = answers[flag];
  return typeof answer === 'object' ? answer : [];
}

/** The same, for a question that was answered because it had to be. */
export function needed(answers: Answers, flag: string): string {
  return textOf(answers, flag) ?? '';
}
