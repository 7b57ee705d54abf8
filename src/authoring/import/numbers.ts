import type { Locale } from '#language';
import { open } from './write-exercise.ts';
import type { Markdown } from './found.ts';
import { makeRate, makeShortAnswer, type Made, type Question } from './questions.ts';
import type { NoteImport } from './notes.ts';

/** The numbers from one to another that earn a share, with what is read by whoever gives one of them. */
export interface NumberAnswer {
  readonly low: number;
  readonly high: number;
  /** Percent of the points. */
  readonly percent: number;
  readonly reason: Markdown;
}

interface NumberContext {
  readonly locale: Locale;
  readonly place: string;
  readonly note: NoteImport;
  /** What is read after any other number. */
  readonly otherwise: Markdown;
}

/**
 * A question whose answer is a number: an estimate on a scale where the file describes one or gives a tolerance of whole
 * numbers, else words to write.
 */
export function makeNumber(question: Question, answers: readonly NumberAnswer[], context: NumberContext): Made {
  const best = Math.max(0, ...answers.map(({ percent }) => percent));
  const right = answers.filter(({ percent }) => percent > 0 && percent === best);
  const [first] = right;
  if (!first) return 'no number is right';
  const scale = right.length === 1 ? readScale(answers, first) : null;
  if (scale)
    return makeRate(question, { ...scale, from: first.low, to: first.high, reasons: reasonsOf(answers, first) });
  if (answers.some(({ percent }) => percent > 0 && percent < best)) context.note('part-marks', context.place);
  if (right.every(({ low, high }) => low === high)) return typeNumber(question, answers, right, context);
  context.note('tolerance', context.place);
  if (right.length > 1 || !isWhole(first.low) || !isWhole(first.high))
    return typeNumber(question, answers, right, context);
  return estimate(question, first, context);
}

function isWhole(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) < 1_000_000;
}

/** The scale that stretches of numbers cover without a hole, as our own export writes them; null where they do not. */
function readScale(answers: readonly NumberAnswer[], target: NumberAnswer) {
  const others = answers.filter((answer) => answer !== target);
  if (!others.length || !answers.every(({ low, high }) => isWhole(low) && isWhole(high))) return null;
  const sorted = [...answers].sort((a, b) => a.low - b.low);
  const min = sorted[0]?.low ?? 0;
  const max = sorted.at(-1)?.high ?? 0;
  const bounds = others.flatMap(({ low, high }) => [low - min, high - min]);
  const step = [...bounds, max - min].reduce(greatestDivisor, 0);
  if (min >= max || step <= 0) return null;
  const isWholeScale = sorted.every(({ low }, index) => {
    const before = sorted[index - 1];
    return !before || (low > before.high && low - before.high <= 2 * step);
  });
  return isWholeScale ? { min, max, step } : null;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}

function reasonsOf(answers: readonly NumberAnswer[], target: NumberAnswer) {
  const reasonWhere = (test: (answer: NumberAnswer) => boolean) =>
    answers.find((answer) => test(answer) && answer.reason.length)?.reason ?? [];
  return {
    within: target.reason,
    below: reasonWhere(({ high }) => high < target.low),
    above: reasonWhere(({ low }) => low > target.high),
  };
}

/** A tolerance says nothing of where a scale begins and ends, so its author is asked. */
function estimate(question: Question, { low, high, reason }: NumberAnswer, { otherwise }: NumberContext): Made {
  const room = 5 * Math.max(1, high - low);
  const min = low >= 0 ? Math.max(0, low - room) : low - room;
  return makeRate(
    { ...question, prompt: [...question.prompt, ...open('Choose where the scale begins and ends: min and max.')] },
    {
      min,
      max: high + room,
      step: 1,
      from: low,
      to: high,
      reasons: { within: reason, below: otherwise, above: otherwise },
    },
  );
}

function typeNumber(
  question: Question,
  answers: readonly NumberAnswer[],
  right: readonly NumberAnswer[],
  { locale, otherwise }: NumberContext,
): Made {
  // A comma in place of the point is forgiven, as half of our languages write it.
  const typed = answers.map((answer) => ({
    text: String(Number(((answer.low + answer.high) / 2).toFixed(6))),
    right: right.includes(answer),
    reason: answer.reason,
  }));
  return makeShortAnswer(question, typed, { locale, otherwise });
}
