import { shuffle } from '#exercise';
import { keyOf, reasonList } from '../feedback.ts';
import { asBlocks, labelled, list, paragraph, strong, type Markup } from '../markup.ts';
import {
  hasForm,
  type ChoiceOption,
  type GapPiece,
  type MarkPiece,
  type MatchForm,
  type Question,
  type ScaleForm,
  type ShortTextForm,
} from '../question.ts';
import type { PackageWords } from '../words.ts';
import { element, type XmlElement } from '../xml.ts';

/** Where something is written by hand. */
const line = '________________';

/** What stands below the prompt of a question that is answered with a pen, without the answer. Blocks. */
export function formOnPaper(question: Question, words: PackageWords): Markup {
  if (hasForm(question, 'choice')) return [lettered(optionsOf(question).map(({ content }) => content))];
  if (hasForm(question, 'hottext')) return [passageOf(question.form.passage, showMark(question.form.options))];
  if (hasForm(question, 'match')) return matchOnPaper(question, words);
  if (hasForm(question, 'order')) return [lettered(stepsOf(question).map(({ content }) => content))];
  if (hasForm(question, 'essay')) return [element('p', { class: 'write write-long' }, [line])];
  return [element('p', { class: 'write' }, [line])];
}

/** The answer of a question with the reason of each part, and what closes it. Blocks. */
export function answerOnPaper(question: Question, words: PackageWords): Markup {
  return [...keyOnPaper(question, words), ...reasonList(question.reasons)];
}

function keyOnPaper(question: Question, words: PackageWords): Markup {
  if (hasForm(question, 'choice')) return [lettered(judged(optionsOf(question), words))];
  if (hasForm(question, 'hottext')) return list('ul', judged(question.form.options, words));
  if (hasForm(question, 'scale')) return scaleKey(question.form, words);
  if (hasForm(question, 'short-text')) return shortTextKey(question.form, words);
  return keyOf(question);
}

/** The target of a scale and what is read below, within and above it. Blocks. */
export function scaleKey({ target, reasons }: ScaleForm, words: PackageWords): Markup {
  const range = target && (target.from === target.to ? String(target.from) : `${target.from} – ${target.to}`);
  const { within = [], below = [], above = [], any = [] } = reasons;
  return [
    ...(range ? [paragraph([strong(words.goodEstimate(range))])] : []),
    ...[within, below, above, any].flatMap(asBlocks),
  ];
}

/** The same order in the question and in its key. */
function optionsOf({ id, form }: Question<Extract<Question['form'], { kind: 'choice' }>>): readonly ChoiceOption[] {
  return form.shuffle ? shuffle(form.options, id) : form.options;
}

function stepsOf({ id, form }: Question<Extract<Question['form'], { kind: 'order' }>>) {
  return shuffle(form.steps, id);
}

/** Options with a mark at what is right and the reason of each; nothing is right where nothing earns anything. */
function judged(options: readonly ChoiceOption[], { right }: PackageWords): Markup[] {
  const most = Math.max(0, ...options.map(({ credit }) => credit));
  return options.map(({ content, reason, credit }) => [
    paragraph([strong(content), ...(most > 0 && credit === most ? [`\u00A0✓\u00A0${right}`] : [])]),
    ...asBlocks(reason),
  ]);
}

function shortTextKey({ accepted, reason, foreseen, otherwise }: ShortTextForm, words: PackageWords): Markup {
  return [
    paragraph(labelled(words.answer, accepted[0] ?? '')),
    ...asBlocks(reason),
    ...reasonList(foreseen.map((wrong) => ({ part: [wrong.answers[0] ?? ''], reason: wrong.reason }))),
    ...asBlocks(otherwise),
  ];
}

function lettered(entries: readonly Markup[]): XmlElement {
  return element(
    'ol',
    { type: 'A' },
    entries.map((entry) => element('li', {}, entry)),
  );
}

function matchOnPaper({ id, form }: Question<MatchForm>, words: PackageWords): Markup {
  const { stems, targets, passage, once } = form;
  const given = once ? shuffle(targets, id) : targets;
  const choices = [
    paragraph([strong(words.book.choose)]),
    ...list(
      'ul',
      given.map(({ content }) => content),
    ),
  ];
  if (passage) return [passageOf(passage, showGap(stems)), ...choices];
  return [
    element(
      'ol',
      {},
      stems.map(({ content }) => element('li', {}, [...content, ' ', line])),
    ),
    ...choices,
  ];
}

function showGap(stems: MatchForm['stems']) {
  return (piece: GapPiece): Markup =>
    'words' in piece ? piece.words : [`(${stems.findIndex(({ id }) => id === piece.gap) + 1}) `, line];
}

function showMark(options: readonly ChoiceOption[]) {
  return (piece: MarkPiece): Markup =>
    'words' in piece ? piece.words : [element('u', {}, options.find(({ id }) => id === piece.mark)?.content ?? [])];
}

function passageOf<Piece>(passage: readonly (readonly Piece[])[], show: (piece: Piece) => Markup): XmlElement {
  return element(
    'blockquote',
    {},
    passage.map((pieces) => paragraph(pieces.flatMap(show))),
  );
}
