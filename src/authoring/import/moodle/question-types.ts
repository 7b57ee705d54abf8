import { wordsOf, type FoundExercise, type ImportContext } from '../found.ts';
import { readPattern } from '../answer-pattern.ts';
import { makeNumber, type NumberAnswer } from '../numbers.ts';
import { makeMatch, makeOrder } from '../matches.ts';
import { makeChoice, makeReflect, makeShortAnswer, makeVerdict, type Made, type TypedAnswer } from '../questions.ts';
import { open } from '../write-exercise.ts';
import { childAt, childrenOf, textAt, type XmlTree } from '../xml-tree.ts';
import { readCloze } from './cloze.ts';
import { readGaps } from './gaps.ts';
import type { MoodleQuestion } from './question-texts.ts';

type Maker = (question: MoodleQuestion, context: ImportContext) => Made;

/** The types that become exercises, by Moodle's names. */
const makers: Readonly<Record<string, Maker>> = {
  multichoice: readMultichoice,
  truefalse: readTrueFalse,
  shortanswer: readShortAnswer,
  matching: readMatching,
  match: readMatching,
  numerical: readNumerical,
  ordering: readOrdering,
  gapselect: (question, context) => readGaps(question, 'selectoption', context),
  ddwtos: (question, context) => readGaps(question, 'dragbox', context),
  cloze: readCloze,
  multianswer: readCloze,
  essay: readEssay,
};

/** An exercise; in words why there is none; null for a type that lessons do not have. */
export function makeMoodleExercise(type: string, question: MoodleQuestion, context: ImportContext): Made | null {
  const maker = Object.hasOwn(makers, type) ? makers[type] : undefined;
  return maker ? maker(question, context) : null;
}

/** Percent of the points; nothing where the file says nothing that is a number. */
export function fractionOf({ attributes }: XmlTree): number {
  const fraction = Number(attributes['fraction'] ?? 0);
  return Number.isFinite(fraction) ? fraction : 0;
}

const all = 99.99;

function readMultichoice(question: MoodleQuestion, { locale, note }: ImportContext): Made {
  const { node, place, read } = question;
  const single = ['true', '1'].includes(textAt(node, 'single').trim() || 'true');
  const answers = childrenOf(node, 'answer');
  const fractions = answers.map(fractionOf);
  const best = Math.max(0, ...fractions);
  const isRight = (fraction: number) => (single ? fraction > 0 && fraction >= Math.min(best, all) : fraction > 0);
  const right = fractions.filter(isRight).length;
  if (single && fractions.some((fraction) => fraction > 0 && fraction < all)) note('part-marks', place);
  if (single && right > 1) note('several-fully-right', place);
  return makeChoice(
    question,
    answers.map((answer, index) => ({
      content: read(answer),
      reason: read(childAt(answer, 'feedback')),
      right: isRight(fractions[index] ?? 0),
    })),
    { locale, many: !single },
  );
}

function readTrueFalse(question: MoodleQuestion): Made {
  const answers = childrenOf(question.node, 'answer');
  const find = (value: string) => answers.find((answer) => wordsOf(question.read(answer)).trim() === value);
  const [yes, no] = [find('true'), find('false')];
  if (!yes && !no) return 'it has no answer true or false';
  const isTrue = yes ? fractionOf(yes) > 0 : no !== undefined && fractionOf(no) <= 0;
  const reason = (answer: XmlTree | undefined) => question.read(answer && childAt(answer, 'feedback'));
  return makeVerdict(question, { isTrue, reasons: { true: reason(yes), false: reason(no) } });
}

function readShortAnswer(question: MoodleQuestion, { locale, note }: ImportContext): Made {
  const { node, place, read } = question;
  if (textAt(node, 'usecase').trim() === '1') note('letter-case', place);
  const typed: TypedAnswer[] = [];
  let otherwise: FoundExercise['prompt'] = [];
  for (const answer of childrenOf(node, 'answer')) {
    const pattern = readPattern((childAt(answer, 'text') ?? answer).text);
    const reason = read(childAt(answer, 'feedback'));
    const fraction = fractionOf(answer);
    if (pattern.kind === 'any' && fraction <= 0) otherwise = reason;
    else if (pattern.kind !== 'words') note('wildcard', place, pattern.text);
    else {
      if (fraction > 0 && fraction < all) note('part-marks', place, pattern.text);
      typed.push({ text: pattern.text, right: fraction >= all, reason });
    }
  }
  return makeShortAnswer(question, typed, { locale, otherwise });
}

function readMatching(question: MoodleQuestion, { locale }: ImportContext): Made {
  const rows = childrenOf(question.node, 'subquestion').map((row) => ({
    stem: question.read(row),
    target: question.read(childAt(row, 'answer')),
  }));
  return makeMatch(question, rows, locale);
}

function readNumerical(question: MoodleQuestion, { locale, note }: ImportContext): Made {
  const { node, place, read } = question;
  if (childAt(node, 'units')?.children.length) note('unit', place);
  let otherwise: FoundExercise['prompt'] = [];
  const answers = childrenOf(node, 'answer').flatMap((answer): NumberAnswer[] => {
    const text = (childAt(answer, 'text') ?? answer).text.trim();
    const reason = read(childAt(answer, 'feedback'));
    if (text === '*') {
      otherwise = reason;
      return [];
    }
    const number = Number(text.replace(',', '.'));
    const tolerance = Math.abs(Number(textAt(answer, 'tolerance').replace(',', '.') || 0));
    if (!text || !Number.isFinite(number) || !Number.isFinite(tolerance)) return [];
    const round = (value: number) => Number(value.toFixed(9));
    return [{ low: round(number - tolerance), high: round(number + tolerance), percent: fractionOf(answer), reason }];
  });
  return makeNumber(question, answers, { locale, place, note, otherwise });
}

function readOrdering(question: MoodleQuestion, { locale }: ImportContext): Made {
  const steps = childrenOf(question.node, 'answer');
  const inOrder = [...steps].sort((a, b) => fractionOf(a) - fractionOf(b));
  return makeOrder(
    question,
    inOrder.map((step) => question.read(step)),
    locale,
  );
}

function readEssay(question: MoodleQuestion): Made {
  const model = question.read(childAt(question.node, 'graderinfo'));
  return makeReflect(question, model, (wanted) => open(wanted));
}
