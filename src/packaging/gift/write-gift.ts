import type { Bank, BankLesson } from '../bank.ts';
import { feedbackOf, inLanguage } from '../feedback.ts';
import { lossesOf, type Loss, type LossId } from '../losses.ts';
import { mapElements, wordsOf, type Markup } from '../markup.ts';
import { percentsOf, reduceQuestion } from '../moodle/reduce.ts';
import { bandsOf } from '../moodle/scale-bands.ts';
import {
  hasForm,
  type ChoiceForm,
  type MatchForm,
  type Question,
  type ScaleForm,
  type ShortTextForm,
} from '../question.ts';
import { cleanText, element, writeNodes } from '../xml.ts';
import { shortIdOf } from '../short-id.ts';
import type { PackageFiles } from '../package-files.ts';

/**
 * GIFT, Moodle's format of plain text (its documentation calls it "General Import Format Technology"). A question is a
 * run of lines without an empty one; everything in it that could be read as a sign of the format is escaped.
 */
export function writeGift(bank: Bank): PackageFiles {
  const lessons = bank.lessons.map((lesson) => writeLesson(lesson));
  const head = [bank.title, bank.authors.join(', '), bank.licence.name, bank.licence.url ?? '', bank.address];
  const text = [
    head
      .filter(Boolean)
      .map((line) => comment(line))
      .join('\n'),
    ...lessons.flatMap((lesson) => lesson.blocks),
    '',
  ].join('\n\n');
  return {
    files: new Map([['questions.gift', text.replace(/\n+$/u, '\n')]]),
    questions: lessons.reduce((sum, { questions }) => sum + questions, 0),
    losses: [...bank.losses, ...lessons.flatMap((lesson) => lesson.losses)],
  };
}

interface WrittenLesson {
  readonly blocks: readonly string[];
  readonly questions: number;
  readonly losses: readonly Loss[];
}

function writeLesson(lesson: BankLesson): WrittenLesson {
  const reduced = lesson.questions.map((question) => reduceQuestion(question, { gaps: false, order: false }));
  const questions = reduced.flatMap((one) => one.questions);
  const losses = lesson.questions.flatMap((question) => lossesOf(question, kindsLost(question)));
  const path = ['$course$', 'top', ...lesson.folders.map((name) => oneLine(name).replaceAll('/', '//'))];
  return {
    blocks: questions.length ? [`$CATEGORY: ${path.join('/')}`, ...questions.map(writeQuestion)] : [],
    questions: questions.length,
    losses: [...reduced.flatMap((one) => one.losses), ...losses],
  };
}

function kindsLost({ hints, points, pictures }: Question): LossId[] {
  return [
    ...(hints.length ? (['hints'] as const) : []),
    ...(points === 1 ? [] : (['points'] as const)),
    ...(pictures.length ? (['picture'] as const) : []),
  ];
}

/** A line that importers pass over. */
function comment(text: string): string {
  return `// ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

function writeQuestion(question: Question): string {
  const tags = question.tags.map((tag) => ` [tag:${tag}]`).join('');
  return [
    comment(`[id:${shortIdOf(question.id)}]${tags}`),
    `::${escapeGift(oneLine(question.name))}::[html]${text(question, question.prompt)}{${answersOf(question)}`,
    `####${text(question, feedbackOf(question))}}`,
  ].join('\n');
}

/** What stands in braces before the general feedback, each answer on a line of its own. */
function answersOf(question: Question): string {
  const lines = hasForm(question, 'choice')
    ? choiceLines(question)
    : hasForm(question, 'match')
      ? matchLines(question)
      : hasForm(question, 'scale')
        ? scaleLines(question)
        : hasForm(question, 'short-text')
          ? shortTextLines(question)
          : [];
  return lines.join('\n');
}

/**
 * The first right answer of a single choice has the sign that says that one is to be chosen; all others have that of a
 * choice, without which a question whose answers are all right would ask for words to be typed.
 */
function choiceLines(question: Question<ChoiceForm>): string[] {
  const { many, options } = question.form;
  const percents = percentsOf(question.form);
  const first = many ? undefined : options.find(({ id }) => percents.get(id) === 100);
  const lines = options.map((option) => {
    const percent = percents.get(option.id) ?? 0;
    const sign = option === first ? '=' : percent === 0 ? '~' : `~%${percent}%`;
    return sign + text(question, option.content) + feedback(question, option.reason);
  });
  return ['', ...lines];
}

function matchLines(question: Question<MatchForm>): string[] {
  const { stems, targets } = question.form;
  const used = new Set(stems.flatMap(({ credits }) => Object.keys(credits)));
  const line = (stem: string, target: Markup) => `=${stem} -> ${escapeGift(withoutArrow(wordsOf(target)))}`;
  const pairs = stems.map(({ content, credits }) => {
    const target = targets.find(({ id }) => credits[id] === 1);
    return line(text(question, content), target?.content ?? []);
  });
  const spares = targets.filter(({ id }) => !used.has(id)).map(({ content }) => line('', content));
  return ['', ...pairs, ...spares];
}

/** A plain text without the sign that makes a matching question of any other; nothing escapes it. */
function withoutArrow(text: string): string {
  return oneLine(text).replaceAll('->', '→');
}

function scaleLines(question: Question<ScaleForm>): string[] {
  const lines = bandsOf(question.form).map(
    ({ from, to, percent, reason }) => `=%${percent}%${from}..${to}${feedback(question, reason)}`,
  );
  return ['#', ...lines];
}

function shortTextLines(question: Question<ShortTextForm>): string[] {
  const { accepted, reason, foreseen, otherwise } = question.form;
  const line = (percent: number, answer: string, why: Markup) =>
    `=%${percent}%${escapeGift(answer)}${feedback(question, why)}`;
  // A star stands for anything in Moodle.
  const literal = (answer: string) => withoutArrow(answer).replaceAll('*', '\\*');
  return [
    '',
    ...accepted.map((answer) => line(100, literal(answer), reason)),
    ...foreseen.flatMap((wrong) => wrong.answers.map((answer) => line(0, literal(answer), wrong.reason))),
    line(0, '*', otherwise),
  ];
}

function feedback(question: Question, reason: Markup): string {
  return reason.length ? `#${text(question, reason)}` : '';
}

/** Markup as HTML of GIFT, in its language; a picture is said in words. */
function text({ locale }: Question, markup: Markup): string {
  const described = mapElements(markup, (node) =>
    node.name === 'img' ? element('em', {}, [node.attributes['alt'] ?? '']) : node,
  );
  return escapeGift(writeNodes(inLanguage(described, locale), 'html'));
}

/** A text in which nothing is a sign of GIFT. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/gu, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}
