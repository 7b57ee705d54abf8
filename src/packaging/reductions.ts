import { shuffle } from '#exercise';
import type { LossId } from './losses.ts';
import { asBlocks, paragraph, type Markup } from './markup.ts';
import type { ChoiceForm, GapPiece, HottextForm, MarkPiece, MatchForm, OrderForm, Question } from './question.ts';
import { element, type XmlElement } from './xml.ts';

/** Questions in forms that simpler formats have, too. */

/** Told of what is lost. */
export type Note = (what: LossId) => void;

/** A question for each stem, whose answers are the targets. */
export function splitMatch(question: Question<MatchForm>, note: Note): Question<ChoiceForm>[] {
  const { form } = question;
  return form.stems.map((stem) => {
    const most = Math.max(...form.targets.map(({ id }) => stem.credits[id] ?? 0));
    // Where the best that can be done is to earn nothing, doing so is right.
    const isHarmless = most <= 0;
    if (isHarmless) note('harmless');
    const credit = (id: string) => {
      const earned = stem.credits[id] ?? 0;
      return isHarmless ? Number(earned === most) : Math.max(0, earned);
    };
    return {
      ...question,
      id: `${question.id}/${stem.id}`,
      name: `${question.name}/${stem.id}`,
      points: question.points === 0 ? 0 : isHarmless ? 1 : most,
      prompt: [...question.prompt, element('blockquote', {}, asBlocks(stem.content))],
      reasons: [{ part: stem.content, reason: stem.reason }, ...question.reasons],
      form: {
        kind: 'choice',
        many: false,
        shuffle: false,
        options: form.targets.map(({ id, content, reason }) => ({ id, content, reason, credit: credit(id) })),
      },
    };
  });
}

/** Words to mark as answers to choose, below the text in which they are underlined. */
export function chooseMarks(question: Question<HottextForm>): Question<ChoiceForm> {
  const { passage, options } = question.form;
  const show = (piece: MarkPiece): Markup =>
    'words' in piece ? piece.words : [element('u', {}, options.find(({ id }) => id === piece.mark)?.content ?? [])];
  return {
    ...question,
    prompt: [...question.prompt, showPassage(passage, show)],
    form: { kind: 'choice', many: true, shuffle: false, options },
  };
}

/** A text whose gaps are numbered. */
export function showGaps(
  question: Question<MatchForm>,
  passage: readonly (readonly GapPiece[])[],
): Question<MatchForm> {
  const show = (piece: GapPiece): Markup =>
    'words' in piece
      ? piece.words
      : [...(question.form.stems.find(({ id }) => id === piece.gap)?.content ?? []), ' ________'];
  return {
    ...question,
    prompt: [...question.prompt, showPassage(passage, show)],
    form: { ...question.form, passage: null },
  };
}

function showPassage<Piece>(passage: readonly (readonly Piece[])[], show: (piece: Piece) => Markup): XmlElement {
  return element(
    'blockquote',
    {},
    passage.map((pieces) => paragraph(pieces.flatMap(show))),
  );
}

/** Each step is put to the number of its place. */
export function matchSteps(question: Question<OrderForm>): Question<MatchForm> {
  const { steps } = question.form;
  const places = steps.map((_, index) => String(index + 1));
  const stems = steps.map((step, index) => ({ ...step, credits: { [places[index] ?? '']: 1 } }));
  return {
    ...question,
    form: {
      kind: 'match',
      once: true,
      apart: false,
      passage: null,
      // Not every platform shuffles the stems.
      stems: shuffle(stems, question.id),
      targets: places.map((place) => ({ id: place, content: [place], reason: [] })),
    },
  };
}
