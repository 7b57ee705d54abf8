import { all, textAt, type Parsed } from './parse-xml.ts';

/** What Moodle makes of an item of a cartridge's quiz (`cc11_quiz`): its rules, read off its code and off real restores. */
export interface MoodleQuestion {
  readonly id: string;
  readonly profile: string;
  readonly text: string;
  readonly grade: number;
  readonly generalFeedback: string;
  /** Answers with their share of the points, those of a typed answer by its words. */
  readonly answers: readonly { readonly ident: string; readonly share: number; readonly feedback: string }[];
}

const rules = (item: Parsed) => all(item, 'respcondition');
const direct = (node: Parsed | undefined, name: string) => node?.children.filter((child) => child.name === name) ?? [];
const equals = (rule: Parsed) => direct(direct(rule, 'conditionvar')[0], 'varequal').map(({ text }) => text);

function fieldOf(item: Parsed, label: string): string {
  const field = all(item, 'qtimetadatafield').find((one) => textAt(one, 'fieldlabel') === label);
  return field ? textAt(field, 'fieldentry') : '';
}

/** The texts of feedbacks that rules show. Without `flow_mat` there is none. */
function shownBy(item: Parsed, shown: readonly Parsed[]): string {
  const ids = shown.flatMap((rule) => direct(rule, 'displayfeedback').map(({ attributes }) => attributes['linkrefid']));
  return ids
    .map((id) => {
      const feedback = direct(item, 'itemfeedback').find(({ attributes }) => attributes['ident'] === id);
      return feedback ? textAt(feedback, 'flow_mat', 'material', 'mattext') : '';
    })
    .join(' ')
    .trim();
}

function typedAnswers(item: Parsed): MoodleQuestion['answers'] {
  const right = rules(item).find((rule) => textAt(rule, 'setvar') === '100');
  const foreseen = rules(item).filter((rule) => textAt(rule, 'setvar') !== '100' && equals(rule).length > 0);
  return [
    // An answer that PHP takes for nothing is passed over.
    ...(right ? equals(right) : [])
      .filter((answer) => answer !== '' && answer !== '0')
      .map((ident) => ({ ident, share: 1, feedback: '' })),
    ...foreseen.map((rule) => ({ ident: equals(rule)[0] ?? '', share: 0, feedback: shownBy(item, [rule]) })),
  ];
}

function chosenAnswers(item: Parsed, isMany: boolean): MoodleQuestion['answers'] {
  const scoring = rules(item).filter((rule) => textAt(rule, 'setvar') === '100');
  const together = scoring.flatMap((rule) =>
    direct(direct(rule, 'conditionvar')[0], 'and').flatMap((and) =>
      direct(and, 'varequal').filter(({ attributes }) => attributes['case'] === 'Yes'),
    ),
  );
  return all(item, 'response_label').map(({ attributes }) => {
    const ident = attributes['ident'] ?? '';
    const own = rules(item).filter((rule) => (equals(rule)[0] ?? '') === ident);
    // The last rule that names an answer decides.
    const last = textAt(own.at(-1) ?? item, 'setvar');
    const single = last === '' || last === '0' ? 0 : 1;
    const shared = together.some(({ text }) => text === ident) ? 1 / together.length : 0;
    return { ident, share: isMany ? shared : single, feedback: shownBy(item, own) };
  });
}

export function readItem(item: Parsed): MoodleQuestion {
  const profile = fieldOf(item, 'cc_profile');
  const isTyped = profile === 'cc.fib.v0p1';
  const grade = Number.parseInt(fieldOf(item, 'cc_weighting'), 10);
  const answers = isTyped ? typedAnswers(item) : chosenAnswers(item, profile === 'cc.multiple_response.v0p1');
  if (profile === 'cc.true_false.v0p1' && answers.some(({ ident }) => ident !== 'true' && ident !== 'false')) {
    throw new Error('Unknown answer identifier detected in true/false quiz question');
  }
  return {
    id: item.attributes['ident'] ?? '',
    profile,
    text: textAt(item, 'presentation', 'material', 'mattext'),
    grade: grade >= 0 && grade <= 99 ? grade : 1,
    generalFeedback: shownBy(
      item,
      rules(item).filter(({ attributes }) => attributes['continue'] === 'Yes'),
    ),
    answers: profile === 'cc.essay.v0p1' ? [] : answers,
  };
}

/** The questions of a quiz's file. */
export function questionsOfQuiz(quiz: Parsed): MoodleQuestion[] {
  return all(quiz, 'item').map(readItem);
}

/**
 * The share that a strict reader of QTI 1.2 gives: rules in their order, until one applies that does not go on.
 *
 * @param given what was chosen or typed
 */
export function scoreStrictly(item: Parsed, given: readonly string[]): number {
  let score = 0;
  const holds = (test: Parsed): boolean => {
    if (test.name === 'other') return true;
    if (test.name === 'not') return !test.children.some(holds);
    if (test.name === 'and') return test.children.every(holds);
    return given.includes(test.text);
  };
  for (const rule of rules(item)) {
    // Several answers to one field are each as good, as all platforms read them.
    if (!direct(rule, 'conditionvar').some(({ children }) => children.some(holds))) continue;
    const points = textAt(rule, 'setvar');
    if (points !== '') score = Number(points) / 100;
    if (rule.attributes['continue'] === 'No') break;
  }
  return score;
}
