import type {
  CategoriseExercise,
  ChoiceExercise,
  Exercise,
  MatchExercise,
  Option,
  OrderExercise,
  ShortAnswerExercise,
  VerdictExercise,
} from '#exercise';
import type { Locale } from '#language';
import type { IslandWords } from '../islands/words.ts';
import { labelVerdict } from './answers-view.ts';
import type { ExerciseWords } from './exercise-words.ts';

/** What every island needs. It is written into the page's HTML, so whatever can be left out is. */
export interface FrameProps {
  /** Permanent and unique in its lesson. */
  readonly id: string;
  readonly attempts: number;
  readonly hints: readonly string[];
  /** Given where the page is made. A function is not written into it: in the browser the words are read from the page. */
  readonly words?: (() => IslandWords) | null;
}

/** Texts are HTML unless they are named `text`, `partner`, `accepted` or `answer`. */
export interface OptionProps {
  readonly id: string;
  readonly html: string;
  readonly reason: string;
}

/** A part whose words also stand where no markup can: in a list of selections or a button's name. */
export interface NamedProps extends OptionProps {
  readonly text: string;
}

export interface ChoiceProps extends FrameProps {
  readonly many: boolean;
  readonly options: readonly OptionProps[];
  readonly key: readonly string[];
}

export interface VerdictProps extends FrameProps {
  readonly confidence: boolean;
  readonly options: readonly OptionProps[];
  readonly key: VerdictExercise['key'];
}

export interface MatchProps extends FrameProps {
  readonly pairs: readonly (OptionProps & { readonly partner: string })[];
  readonly spares: readonly { readonly id: string; readonly partner: string; readonly reason: string }[];
}

export interface CategoriseProps extends FrameProps {
  readonly groups: readonly { readonly id: string; readonly html: string; readonly text: string }[];
  readonly cards: readonly (OptionProps & { readonly group: string })[];
}

export interface OrderProps extends FrameProps {
  readonly steps: readonly NamedProps[];
}

export interface ShortAnswerProps extends FrameProps {
  readonly locale: Locale;
  readonly accepted: readonly string[];
  readonly foreseen: readonly { readonly answer: string; readonly reason: string }[];
  readonly reason: string;
  readonly otherwise: string;
}

// The properties of each type's island: plain JSON, and nothing that stands in the page around it.

function frame({ id, attempts, hints }: Exercise): FrameProps {
  return { id, attempts, hints };
}

function optionProps({ id, content, reason }: Option): OptionProps {
  return { id, html: content.html, reason: reason.html };
}

export function choiceProps(exercise: ChoiceExercise): ChoiceProps {
  const { many, options, key } = exercise;
  return { ...frame(exercise), many, options: options.map(optionProps), key };
}

export function verdictProps(exercise: VerdictExercise, words: Pick<ExerciseWords, 'verdict'>): VerdictProps {
  const { confidence, key } = exercise;
  return { ...frame(exercise), confidence, options: labelVerdict(exercise, words).map(optionProps), key };
}

export function matchProps(exercise: MatchExercise): MatchProps {
  return {
    ...frame(exercise),
    pairs: exercise.pairs.map((pair) => ({ ...optionProps(pair), partner: pair.partner.text })),
    spares: exercise.spares.map(({ id, content, reason }) => ({ id, partner: content.text, reason: reason.html })),
  };
}

export function categoriseProps(exercise: CategoriseExercise): CategoriseProps {
  return {
    ...frame(exercise),
    groups: exercise.groups.map(({ id, content }) => ({ id, html: content.html, text: content.text })),
    cards: exercise.cards.map((card) => ({ ...optionProps(card), group: card.group })),
  };
}

export function orderProps(exercise: OrderExercise): OrderProps {
  const steps = exercise.steps.map((step) => ({ ...optionProps(step), text: step.content.text }));
  return { ...frame(exercise), steps };
}

export function shortAnswerProps(exercise: ShortAnswerExercise): ShortAnswerProps {
  return {
    ...frame(exercise),
    locale: exercise.locale,
    accepted: exercise.accepted,
    foreseen: exercise.foreseen.map(({ answer, reason }) => ({ answer, reason: reason.html })),
    reason: exercise.reason.html,
    otherwise: exercise.otherwise.html,
  };
}
