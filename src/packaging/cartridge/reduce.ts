import { lossesOf, type Loss, type LossId } from '../losses.ts';
import {
  hasForm,
  type ChoiceForm,
  type EssayForm,
  type Question,
  type ScaleForm,
  type ShortTextForm,
} from '../question.ts';
import { chooseMarks, matchSteps, showGaps, splitMatch, type Note } from '../reductions.ts';

/** The forms that the profile of QTI 1.2 in a cartridge has: one answer or several, words to write, a text of one's own. */
export type CartridgeForm = ChoiceForm | ScaleForm | ShortTextForm | EssayForm;

export interface ReducedForCartridge {
  readonly questions: readonly Question<CartridgeForm>[];
  readonly losses: readonly Loss[];
}

/** The question as one or more that a cartridge's quiz can hold, and what is lost by it; none where nothing is marked. */
export function reduceForCartridge(question: Question): ReducedForCartridge {
  const losses: LossId[] = [];
  const questions = reduce(question, (what) => losses.push(what));
  if (question.hints.length) losses.push('hints');
  return { questions, losses: lossesOf(question, [...new Set(losses)]) };
}

function reduce(question: Question, note: Note): Question<CartridgeForm>[] {
  if (question.points === 0) {
    note('no-points');
    return [];
  }
  if (!Number.isInteger(question.points)) note('whole-points');
  if (hasForm(question, 'choice')) {
    if (isPartial(question.form)) note('shares');
    return [question];
  }
  if (hasForm(question, 'scale')) {
    note('numbers');
    return [isTyped(question.form) ? question : chooseNumber(question)];
  }
  if (hasForm(question, 'hottext')) {
    note('marking');
    return reduce(chooseMarks(question), note);
  }
  if (hasForm(question, 'order')) {
    note('order-steps');
    return reduce(matchSteps(question), note);
  }
  if (hasForm(question, 'match')) {
    const { passage } = question.form;
    if (passage) note('gaps');
    note('parts');
    const shown = passage ? showGaps(question, passage) : question;
    return splitMatch(shown, note).flatMap((one) => reduce(one, note));
  }
  return hasForm(question, 'short-text') || hasForm(question, 'essay') ? [question] : [];
}

/** True where an answer that is not the best earns something, or where several answers share the points. */
function isPartial({ options, many }: ChoiceForm): boolean {
  const most = Math.max(...options.map(({ credit }) => credit));
  return many || options.some(({ credit }) => credit > 0 && credit < most);
}

// More numbers than these are no list to choose from.
const mostNumbers = 21;

function numbersOf({ min, max, step }: ScaleForm): number[] {
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, place) => min + place * step);
}

/** The numbers of a scale that are within its target. */
export function rightNumbers(form: ScaleForm): number[] {
  const { target } = form;
  return target ? numbersOf(form).filter((number) => target.from <= number && number <= target.to) : [];
}

/** Moodle passes over a right answer to be typed that is 0. */
function isTyped(form: ScaleForm): boolean {
  return numbersOf(form).length > mostNumbers && !rightNumbers(form).includes(0);
}

function chooseNumber(question: Question<ScaleForm>): Question<ChoiceForm> {
  const { form } = question;
  const { target, reasons } = form;
  const reasonFor = (number: number) =>
    target && number < target.from ? reasons.below : target && number > target.to ? reasons.above : reasons.within;
  const options = numbersOf(form).map((number) => ({
    id: String(number),
    content: [String(number)],
    reason: reasonFor(number) ?? [],
    credit: rightNumbers(form).includes(number) ? 1 : 0,
  }));
  return { ...question, form: { kind: 'choice', many: false, shuffle: false, options } };
}
