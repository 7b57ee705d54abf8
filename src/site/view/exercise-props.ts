import {
  signatureOf,
  type CategoriseExercise,
  type ChoiceExercise,
  type MatchExercise,
  type Option,
  type OrderExercise,
  type ShortAnswerExercise,
  type VerdictExercise,
} from '#exercise';
import type { Locale } from '#language';
import { labelVerdict } from './answers-view.ts';
import type { ExerciseWords } from './exercise-words.ts';
import type { PlacedExercise } from './text-view.ts';

/** Words that every island needs; the optional ones where the exercise has what they speak of. */
export interface FrameWords
  extends
    Pick<ExerciseWords, 'check' | 'retry' | 'restart' | 'solution' | 'right' | 'wrong' | 'shown' | 'why'>,
    Pick<ExerciseWords, 'attemptsLeft' | 'empty'>,
    Partial<Pick<ExerciseWords, 'hint' | 'hintLabel' | 'invented' | 'ungraded'>> {
  readonly title: string;
  readonly kind: string;
}

type MarkWords = Pick<ExerciseWords, 'markRight' | 'markWrong'>;

/** What every island needs. It is written into the page's HTML, so whatever can be left out is. */
export interface FrameProps<Words = unknown> {
  readonly fullId: string;
  readonly signature: string;
  readonly attempts: number;
  /** HTML, as all texts of an exercise are that are not named `text`, `accepted` or `answer`. */
  readonly prompt: string;
  readonly hints: readonly string[];
  readonly words: FrameWords & Words;
}

export interface OptionProps {
  readonly id: string;
  readonly html: string;
  readonly reason: string;
}

/** A part whose words also stand where no markup can: in a list of selections or a button's name. */
export interface NamedProps extends OptionProps {
  readonly text: string;
}

export interface ChoiceProps extends FrameProps<MarkWords & Pick<ExerciseWords, 'markMissed' | 'partly'>> {
  readonly type: 'choice';
  readonly many: boolean;
  readonly options: readonly OptionProps[];
  readonly key: readonly string[];
}

export interface VerdictProps extends FrameProps<
  MarkWords & Partial<Pick<ExerciseWords, 'sureQuestion' | 'sure' | 'sureWrong'>>
> {
  readonly type: 'verdict';
  readonly options: readonly OptionProps[];
  readonly key: VerdictExercise['key'];
}

export interface MatchProps extends FrameProps<
  MarkWords & Pick<ExerciseWords, 'partly' | 'incomplete' | 'select' | 'answer'>
> {
  readonly type: 'match';
  readonly pairs: readonly (OptionProps & { readonly partner: string })[];
  readonly spares: readonly { readonly id: string; readonly partner: string; readonly reason: string }[];
}

export interface CategoriseProps extends FrameProps<
  MarkWords & Pick<ExerciseWords, 'partly' | 'incomplete' | 'belongs'>
> {
  readonly type: 'categorise';
  readonly groups: readonly { readonly id: string; readonly html: string; readonly text: string }[];
  readonly cards: readonly (OptionProps & { readonly group: string })[];
}

export interface OrderProps extends FrameProps<Pick<ExerciseWords, 'markRight' | 'partly' | 'up' | 'down' | 'moved'>> {
  readonly type: 'order';
  readonly steps: readonly NamedProps[];
}

export interface ShortAnswerProps extends FrameProps<Pick<ExerciseWords, 'yourAnswer' | 'spelling' | 'answer'>> {
  readonly type: 'short-answer';
  readonly locale: Locale;
  readonly accepted: readonly string[];
  readonly foreseen: readonly { readonly answer: string; readonly reason: string }[];
  readonly reason: string;
  readonly otherwise: string;
}

export type ExerciseProps = ChoiceProps | VerdictProps | MatchProps | CategoriseProps | OrderProps | ShortAnswerProps;

/** The properties of an exercise's island: plain JSON, with the words this type uses and no others. */
export function exerciseProps(placed: PlacedExercise, words: ExerciseWords): ExerciseProps {
  const { exercise } = placed;
  switch (exercise.type) {
    case 'choice':
      return choiceProps(exercise, placed, words);
    case 'verdict':
      return verdictProps(exercise, placed, words);
    case 'match':
      return matchProps(exercise, placed, words);
    case 'categorise':
      return categoriseProps(exercise, placed, words);
    case 'order':
      return orderProps(exercise, placed, words);
    case 'short-answer':
      return shortAnswerProps(exercise, placed, words);
  }
}

function frame({ exercise, fullId, number }: PlacedExercise, all: ExerciseWords, kind: string): FrameProps {
  const { check, retry, restart, solution, right, wrong, shown, why, attemptsLeft, empty } = all;
  const { hint, hintLabel, invented, ungraded } = all;
  return {
    fullId,
    signature: signatureOf(exercise),
    attempts: exercise.attempts,
    prompt: exercise.prompt.html,
    hints: exercise.hints,
    words: {
      title: all.label.replace('{{number}}', String(number)),
      kind,
      ...{ check, retry, restart, solution, right, wrong, shown, why, attemptsLeft, empty },
      ...(exercise.hints.length ? { hint, hintLabel } : {}),
      ...(exercise.invented ? { invented } : {}),
      ...(exercise.ungraded ? { ungraded } : {}),
    },
  };
}

function optionProps({ id, content, reason }: Option): OptionProps {
  return { id, html: content.html, reason: reason.html };
}

function choiceProps(exercise: ChoiceExercise, placed: PlacedExercise, words: ExerciseWords): ChoiceProps {
  const base = frame(placed, words, exercise.many ? words.kinds.choiceMany : words.kinds.choice);
  const { markRight, markWrong, markMissed, partly } = words;
  return {
    ...base,
    type: 'choice',
    many: exercise.many,
    options: exercise.options.map(optionProps),
    key: exercise.key,
    words: { ...base.words, markRight, markWrong, markMissed, partly },
  };
}

function verdictProps(exercise: VerdictExercise, placed: PlacedExercise, words: ExerciseWords): VerdictProps {
  const base = frame(placed, words, words.kinds.verdict);
  const { markRight, markWrong, sureQuestion, sure, sureWrong } = words;
  return {
    ...base,
    type: 'verdict',
    options: labelVerdict(exercise, words).map(optionProps),
    key: exercise.key,
    words: { ...base.words, markRight, markWrong, ...(exercise.confidence ? { sureQuestion, sure, sureWrong } : {}) },
  };
}

function matchProps(exercise: MatchExercise, placed: PlacedExercise, words: ExerciseWords): MatchProps {
  const base = frame(placed, words, words.kinds.match);
  const { markRight, markWrong, partly, incomplete, select, answer } = words;
  return {
    ...base,
    type: 'match',
    pairs: exercise.pairs.map((pair) => ({ ...optionProps(pair), partner: pair.partner.text })),
    spares: exercise.spares.map(({ id, content, reason }) => ({ id, partner: content.text, reason: reason.html })),
    words: { ...base.words, markRight, markWrong, partly, incomplete, select, answer },
  };
}

function categoriseProps(exercise: CategoriseExercise, placed: PlacedExercise, words: ExerciseWords): CategoriseProps {
  const base = frame(placed, words, words.kinds.categorise);
  const { markRight, markWrong, partly, incomplete, belongs } = words;
  return {
    ...base,
    type: 'categorise',
    groups: exercise.groups.map(({ id, content }) => ({ id, html: content.html, text: content.text })),
    cards: exercise.cards.map((card) => ({ ...optionProps(card), group: card.group })),
    words: { ...base.words, markRight, markWrong, partly, incomplete, belongs },
  };
}

function orderProps(exercise: OrderExercise, placed: PlacedExercise, words: ExerciseWords): OrderProps {
  const base = frame(placed, words, words.kinds.order);
  const { markRight, partly, up, down, moved } = words;
  return {
    ...base,
    type: 'order',
    steps: exercise.steps.map((step) => ({ ...optionProps(step), text: step.content.text })),
    words: { ...base.words, markRight, partly, up, down, moved },
  };
}

function shortAnswerProps(
  exercise: ShortAnswerExercise,
  placed: PlacedExercise,
  words: ExerciseWords,
): ShortAnswerProps {
  const base = frame(placed, words, words.kinds.shortAnswer);
  const { yourAnswer, spelling, answer } = words;
  return {
    ...base,
    type: 'short-answer',
    locale: exercise.locale,
    accepted: exercise.accepted,
    foreseen: exercise.foreseen.map(({ answer: typed, reason }) => ({ answer: typed, reason: reason.html })),
    reason: exercise.reason.html,
    otherwise: exercise.otherwise.html,
    words: { ...base.words, yourAnswer, spelling, answer },
  };
}
