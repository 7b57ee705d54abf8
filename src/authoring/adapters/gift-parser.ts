import {
  parse,
  type GIFTQuestion,
  type SyntaxError,
  type NumericalChoice,
  type NumericalFormat,
  type TextChoice,
} from 'gift-pegjs';
import type { GiftNumber, GiftParser, GiftQuestion } from '../import/gift/gift-question.ts';

/**
 * Parses one block of GIFT by gift-pegjs, whose names and gaps are known here alone. It is stricter than Moodle with signs
 * that stand in a text unescaped (the colon of an address, say); such a block is parsed a second time with them escaped.
 */
export const parseGift: GiftParser = (block) => {
  const ordering = divideOrdering(block);
  if (ordering) return parseOrdering(ordering);
  const first = tryParse(block);
  if ('questions' in first) return first;
  const second = tryParse(escapeText(block));
  return 'questions' in second ? second : first;
};

interface Ordering {
  /** The block with no steps between its braces. */
  readonly question: string;
  readonly steps: readonly string[];
}

// The settings of a question of order: how many steps are shown and which, the layout, how it is marked, the numbering.
const orderingSettings =
  /^\s*>[ \t]*\d+(?:[ \t]+(?:ALL|EXACT|RANDOM|REL|CONTIG(?:UOUS)?|H(?:ORI(?:ZONTAL)?)?|V(?:ERT(?:ICAL)?)?|ALL_OR_NOTHING|ABS(?:OLUTE(?:_POSITION)?)?|RELATIVE(?:_[A-Z]+)*|LONGEST_[A-Z]+_SUBSET|SHOW|HIDE|TRUE|FALSE|YES|NO|[01]|none|123|abc|ABCD|iii|IIII)(?=\s))*/u;

/** A question of order, whose form Moodle has added to the format: settings behind `>`, then a step a line. */
function divideOrdering(block: string): Ordering | null {
  const [, before, answers = '', after] = /^((?:\\[\s\S]|[^{\\])*)\{([\s\S]*)\}(\s*)$/u.exec(block) ?? [];
  if (before === undefined || after === undefined || !orderingSettings.test(answers)) return null;
  const steps = answers.replace(orderingSettings, '').split('\n');
  return { question: `${before}{}`, steps: steps.map((step) => step.trim()).filter(Boolean) };
}

function parseOrdering({ question, steps }: Ordering): ReturnType<GiftParser> {
  const read = parseGift(question);
  if ('fault' in read) return read;
  return {
    questions: read.questions.map((one) =>
      one.type === 'essay'
        ? { ...one, type: 'order', steps: steps.map((text) => ({ format: one.stem.format, text })) }
        : one,
    ),
  };
}

function tryParse(block: string): ReturnType<GiftParser> {
  try {
    return { questions: parse(block).map(readQuestion) };
  } catch (error) {
    if (!isSyntaxFault(error)) throw error;
    const { location, found } = error;
    const fault =
      found === null
        ? 'it ends before a brace is closed'
        : `"${found}" is not expected there; a sign that is meant as such stands behind a backslash: \\${found}`;
    return { fault, line: location.start.line };
  }
}

function isSyntaxFault(error: unknown): error is SyntaxError {
  return error instanceof Error && error.name === 'SyntaxError' && 'location' in error;
}

/** The signs that Moodle takes for text where they stand: all in the question, the colon in answers that are no numbers. */
function escapeText(block: string): string {
  const [, title = '', rest = ''] = /^(\s*(?:::(?:\\.|[^:\\]|:(?!:))*::)?)([\s\S]*)$/u.exec(block) ?? [];
  const [, before = '', answers = '', after = ''] =
    /^((?:\\[\s\S]|[^{\\])*)(\{[\s\S]*(?<!\\)\})?([\s\S]*)$/u.exec(rest) ?? [];
  const escape = (text: string, signs: RegExp) => text.replace(signs, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
  const inText = /\\[\s\S]|[=~#:]/gu;
  const inAnswers = /\\[\s\S]|:/gu;
  return [
    title,
    escape(before, inText),
    /^\{\s*#/u.test(answers) ? answers : escape(answers, inAnswers),
    escape(after, inText),
  ].join('');
}

function readQuestion(question: GIFTQuestion): GiftQuestion {
  if (question.type === 'Category') return { type: 'category', path: question.title };
  const { stem } = question;
  if (question.type === 'Description') return { type: 'description', stem, general: null };
  const base = { stem, general: question.globalFeedback };
  switch (question.type) {
    case 'MC':
      return { ...base, type: 'choice', answers: question.choices.map(readAnswer) };
    case 'Short':
      return { ...base, type: 'short', answers: question.choices.map(readAnswer) };
    case 'Numerical':
      return { ...base, type: 'number', answers: readNumbers(question.choices) };
    case 'Essay':
      return { ...base, type: 'essay' };
    case 'Matching':
      return {
        ...base,
        type: 'match',
        pairs: question.matchPairs.map(({ subquestion, subanswer }) => ({
          stem: subquestion,
          target: decode(subanswer),
        })),
      };
    case 'TF':
      return {
        ...base,
        type: 'verdict',
        isTrue: question.isTrue,
        // The format has the feedback for whoever is wrong first; the parser calls the two by another order.
        whenWrong: question.trueFeedback,
        whenRight: question.falseFeedback,
      };
  }
}

function readAnswer({ isCorrect, weight, text, feedback }: TextChoice) {
  return { right: isCorrect, percent: weight, text, feedback };
}

function readNumbers(choices: readonly NumericalChoice[] | NumericalFormat): GiftNumber[] {
  if (!Array.isArray(choices)) {
    const range = readRange(choices as NumericalFormat);
    return [{ range, right: true, percent: null, feedback: null }];
  }
  return (choices as readonly NumericalChoice[]).map(({ isCorrect, weight, text, feedback }) => ({
    range: readRange(text),
    right: isCorrect,
    percent: weight,
    feedback,
  }));
}

/** Null for what stands for every other number. */
function readRange({ type, number, range, numberLow, numberHigh }: NumericalFormat): GiftNumber['range'] {
  if (type === 'high-low' && numberLow !== undefined && numberHigh !== undefined)
    return { low: Math.min(numberLow, numberHigh), high: Math.max(numberLow, numberHigh) };
  if (number === undefined) return null;
  const tolerance = type === 'range' ? Math.abs(range ?? 0) : 0;
  return { low: Number((number - tolerance).toFixed(9)), high: Number((number + tolerance).toFixed(9)) };
}

/** The parser leaves the numbers of escaped signs in the right side of a pair. */
function decode(text: string): string {
  return text.replace(/&&0(\d{2,3});?/gu, (_, code: string) => String.fromCharCode(Number(code)));
}
