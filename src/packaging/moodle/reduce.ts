import { asBlocks, list, wordsOf } from '../markup.ts';
import { lossesOf, type Loss, type LossId } from '../losses.ts';
import { hasForm, type ChoiceForm, type MatchForm, type Question } from '../question.ts';
import { chooseMarks, matchSteps, showGaps, splitMatch, type Note } from '../reductions.ts';
import { isKnownShare, mostRightAnswers, nearestPercent, percentsOfRight } from './fractions.ts';

/** What a format of Moodle's has forms for. */
export interface MoodleForms {
  /** Gaps in the text itself. */
  readonly gaps: boolean;
  /** Steps to put in order. */
  readonly order: boolean;
}

export interface Reduced {
  readonly questions: readonly Question[];
  readonly losses: readonly Loss[];
}

/** The question as one or more that Moodle can hold, and what is lost by it. */
export function reduceQuestion(question: Question, forms: MoodleForms): Reduced {
  const losses: LossId[] = [];
  const questions = reduce(question, forms, (what) => losses.push(what));
  return { questions, losses: lossesOf(question, losses) };
}

function reduce(question: Question, forms: MoodleForms, note: Note): Question[] {
  if (hasForm(question, 'hottext')) {
    note('marking');
    return reduce(chooseMarks(question), forms, note);
  }
  if (hasForm(question, 'choice')) return [fitChoice(question, note)];
  if (hasForm(question, 'order')) {
    note(forms.order ? 'order-share' : 'order-steps');
    return forms.order ? [question] : reduce(matchSteps(question), forms, note);
  }
  if (hasForm(question, 'scale')) {
    note(question.form.target ? 'scale' : 'free-scale');
    return question.form.target ? [question] : [writeFreely(question)];
  }
  if (hasForm(question, 'match')) return reduceMatch(question, forms, note);
  return [question];
}

function reduceMatch(question: Question<MatchForm>, forms: MoodleForms, note: Note): Question[] {
  const { passage } = question.form;
  const isPlain = isPlainMatch(question.form);
  const hasWords = question.form.targets.some(({ content }) => /\p{L}/u.test(wordsOf(content)));
  if (passage && isPlain && forms.gaps) {
    if (hasWords) note('language');
    return [question];
  }
  if (passage) note('gaps');
  const shown = passage ? showGaps(question, passage) : question;
  if (!isPlain || !fitsMatch(question.form)) {
    note('parts');
    return splitMatch(shown, note).flatMap((one) => reduce(one, forms, note));
  }
  if (hasWords) note('language');
  return [shown];
}

/** True where each stem has one target of its own, nothing else earns or costs anything, and the stems belong together. */
function isPlainMatch({ stems, apart }: MatchForm): boolean {
  if (apart) return false;
  return stems.every(({ credits }) => {
    const values = Object.values(credits).filter((credit) => credit !== 0);
    return values.length === 1 && values[0] === 1;
  });
}

// Moodle keeps the targets of a matching question as plain text of 255 characters, and stops an import, without a word
// about what follows, at one that has fewer than three rows.
const longestTarget = 255;
const fewestRows = 3;

function fitsMatch({ stems, targets }: MatchForm): boolean {
  const used = new Set(stems.flatMap(({ credits }) => Object.keys(credits)));
  const rows = stems.length + targets.filter(({ id }) => !used.has(id)).length;
  return rows >= fewestRows && targets.every(({ content }) => [...wordsOf(content)].length <= longestTarget);
}

function writeFreely(question: Question): Question {
  const reasons = hasForm(question, 'scale') ? asBlocks(question.form.reasons.any ?? []) : [];
  return {
    ...question,
    points: 0,
    closing: [...reasons, ...question.closing],
    form: { kind: 'essay', guide: [], lines: 2 },
  };
}

/** A choice whose shares Moodle knows; with more right answers than can share a point, a text to write. */
function fitChoice(question: Question<ChoiceForm>, note: Note): Question {
  const { options, many } = question.form;
  const right = options.filter(({ credit }) => credit > 0);
  if (many && right.length > mostRightAnswers) {
    note('many-options');
    const guide = list(
      'ul',
      right.map(({ content }) => content),
    );
    const asked = list(
      'ul',
      options.map(({ content }) => content),
    );
    return {
      ...question,
      prompt: [...question.prompt, ...asked],
      reasons: [...options.map(({ content, reason }) => ({ part: content, reason })), ...question.reasons],
      form: { kind: 'essay', guide, lines: 15 },
    };
  }
  if (sharesOf(question.form).some(({ share }) => !isKnownShare(share))) note('fractions');
  return question;
}

/** What each answer earns of the question's points, from -1 to 1. Where nothing earns anything, everything is right. */
function sharesOf({ options, many }: ChoiceForm): { readonly id: string; readonly share: number }[] {
  const credits = options.map(({ credit }) => credit);
  const whole = many
    ? credits.filter((credit) => credit > 0).reduce((sum, credit) => sum + credit, 0)
    : Math.max(...credits);
  return options.map(({ id, credit }) => ({ id, share: whole > 0 ? credit / whole : 1 }));
}

/** What each answer earns, by its id, in a percentage that Moodle knows; right answers among several share 100. */
export function percentsOf(form: ChoiceForm): ReadonlyMap<string, number> {
  const shares = sharesOf(form);
  const right = shares.filter(({ share }) => share > 0).map(({ id }) => id);
  const together = form.many ? percentsOfRight(right.length) : [];
  return new Map(
    shares.map(({ id, share }) => [
      id,
      form.many && share > 0 ? (together[right.indexOf(id)] ?? 0) : nearestPercent(share),
    ]),
  );
}
