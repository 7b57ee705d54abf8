import { shuffle } from '#exercise';
import { bestTargets } from '../feedback.ts';
import { asBlocks, wordsOf, type Markup } from '../markup.ts';
import {
  hasForm,
  type ChoiceForm,
  type GapPiece,
  type HottextForm,
  type MatchForm,
  type OrderForm,
  type Question,
  type ScaleForm,
  type ShortTextForm,
} from '../question.ts';
import { element, type XmlElement } from '../xml.ts';
import { responseId, type Mapping, type ResponseDeclaration } from './declarations.ts';
import { fitMarkup } from './dialect.ts';
import { isAnyOf, mapResponse, matchCorrect, scoreScale, showAnswers, showOne } from './processing.ts';

/** What is shown after an answer, by the value of an outcome. */
export interface Feedback {
  readonly identifier: string;
  readonly content: Markup;
}

/** A question's form as QTI has it. */
export interface Interaction {
  readonly response: ResponseDeclaration;
  /** What stands in the body below the prompt. Blocks. */
  readonly body: readonly XmlElement[];
  /** A standard template, or rules of its own. Null for what no program marks. */
  readonly processing: { readonly template: 'match_correct' | 'map_response' } | readonly XmlElement[] | null;
  /** Feedback of single answers, set by the rules. */
  readonly feedbacks: readonly Feedback[];
}

const text = (markup: Markup) => fitMarkup(markup);
const responseIdentifier = responseId;

/** The interaction for a question's form. */
export function interactionFor(question: Question): Interaction {
  if (hasForm(question, 'choice')) return choiceOf(question);
  if (hasForm(question, 'hottext')) return hottextOf(question);
  if (hasForm(question, 'match'))
    return question.form.passage ? gapOf(question, question.form.passage) : matchOf(question);
  if (hasForm(question, 'order')) return orderOf(question);
  if (hasForm(question, 'scale')) return scaleOf(question);
  if (hasForm(question, 'short-text')) return textEntryOf(question);
  return essayOf(hasForm(question, 'essay') ? question.form.lines : 1);
}

function reasonsOf(options: ChoiceForm['options']): Feedback[] {
  return options
    .filter(({ reason }) => reason.length > 0)
    .map(({ id, reason }) => ({ identifier: id, content: asBlocks(reason) }));
}

const mapEntries = (options: ChoiceForm['options']): Mapping['entries'] =>
  options.flatMap(({ id, credit }) => (credit === 0 ? [] : [[id, credit] as const]));

function choiceOf({ form, points }: Question<ChoiceForm>): Interaction {
  const { options, many } = form;
  const right = options.filter(({ credit }) => credit > 0);
  const best = Math.max(...options.map(({ credit }) => credit));
  // Where nothing earns anything, nothing is right.
  const correct = many ? right : right.filter(({ credit }) => credit === best).slice(0, 1);
  const isOnePoint = !many && points <= 1 && right.length === 1 && best === 1;
  const mapping: Mapping = { entries: mapEntries(options), upper: points };
  const feedbacks = reasonsOf(options);
  const template = isOnePoint ? 'match_correct' : 'map_response';
  const rules = isOnePoint ? matchCorrect() : mapResponse();
  return {
    response: {
      cardinality: many ? 'multiple' : 'single',
      baseType: 'identifier',
      correct: correct.map(({ id }) => id),
      ...(isOnePoint ? {} : { mapping }),
    },
    body: [
      element(
        'choiceInteraction',
        { responseIdentifier, shuffle: String(form.shuffle), maxChoices: many ? '0' : '1' },
        options.map(({ id, content }) => element('simpleChoice', { identifier: id }, text(content))),
      ),
    ],
    processing: feedbacks.length ? [rules, showAnswers()] : { template },
    feedbacks,
  };
}

function hottextOf({ form, points }: Question<HottextForm>): Interaction {
  const { passage, options } = form;
  const content = (id: string) => options.find((option) => option.id === id)?.content ?? [];
  return {
    response: {
      cardinality: 'multiple',
      baseType: 'identifier',
      correct: options.filter(({ credit }) => credit > 0).map(({ id }) => id),
      mapping: { entries: mapEntries(options), upper: points },
    },
    body: [
      element(
        'hottextInteraction',
        { responseIdentifier, maxChoices: '0' },
        passage.map((pieces) =>
          element(
            'p',
            {},
            pieces.flatMap((piece) =>
              'words' in piece
                ? text(piece.words)
                : [element('hottext', { identifier: piece.mark }, text(content(piece.mark)))],
            ),
          ),
        ),
      ),
    ],
    // The reasons of all words, marked or not, stand together in the solution.
    processing: { template: 'map_response' },
    feedbacks: [],
  };
}

// Stems and targets are each other's strangers in the model and may have the same id.
const stemId = (id: string) => `item-${id}`;
const targetId = (id: string) => `to-${id}`;

function pairsOf({ form, points }: Question<MatchForm>, pair: (stem: string, target: string) => string) {
  const { stems, targets } = form;
  return {
    correct: stems.flatMap((stem) =>
      bestTargets(stem, targets)
        // A stem's own target where another's is as right, so that each is used once.
        .sort((a, b) => Number(b.id === stem.id) - Number(a.id === stem.id))
        .slice(0, 1)
        .map((target) => pair(stem.id, target.id)),
    ),
    mapping: {
      entries: stems.flatMap(({ id, credits }) =>
        targets.flatMap((target) => {
          const credit = credits[target.id] ?? 0;
          return credit === 0 ? [] : [[pair(id, target.id), credit] as const];
        }),
      ),
      upper: points,
    } satisfies Mapping,
  };
}

function matchOf(question: Question<MatchForm>): Interaction {
  const { stems, targets, once } = question.form;
  const set = (choices: readonly XmlElement[]) => element('simpleMatchSet', {}, choices);
  return {
    response: {
      cardinality: 'multiple',
      baseType: 'directedPair',
      ...pairsOf(question, (stem, target) => `${stemId(stem)} ${targetId(target)}`),
    },
    body: [
      element('matchInteraction', { responseIdentifier, shuffle: 'false', maxAssociations: String(stems.length) }, [
        set(
          stems.map(({ id, content }) =>
            element('simpleAssociableChoice', { identifier: stemId(id), matchMax: '1' }, text(content)),
          ),
        ),
        set(
          targets.map(({ id, content }) =>
            element('simpleAssociableChoice', { identifier: targetId(id), matchMax: once ? '1' : '0' }, text(content)),
          ),
        ),
      ]),
    ],
    processing: { template: 'map_response' },
    feedbacks: [],
  };
}

function gapOf(question: Question<MatchForm>, passage: readonly (readonly GapPiece[])[]): Interaction {
  const { targets, once } = question.form;
  return {
    response: {
      cardinality: 'multiple',
      baseType: 'directedPair',
      // In a text with gaps the word comes first.
      ...pairsOf(question, (stem, target) => `${targetId(target)} ${stemId(stem)}`),
    },
    body: [
      element('gapMatchInteraction', { responseIdentifier, shuffle: 'false' }, [
        ...targets.map(({ id, content }) =>
          element('gapText', { identifier: targetId(id), matchMax: once ? '1' : '0' }, [wordsOf(content)]),
        ),
        ...passage.map((pieces) =>
          element(
            'p',
            {},
            pieces.flatMap((piece) =>
              'words' in piece ? text(piece.words) : [element('gap', { identifier: stemId(piece.gap) })],
            ),
          ),
        ),
      ]),
    ],
    processing: { template: 'map_response' },
    feedbacks: [],
  };
}

function orderOf({ id: seed, form }: Question<OrderForm>): Interaction {
  return {
    response: { cardinality: 'ordered', baseType: 'identifier', correct: form.steps.map(({ id }) => id) },
    body: [
      element(
        'orderInteraction',
        { responseIdentifier, shuffle: 'false' },
        shuffle(form.steps, seed).map(({ id, content }) => element('simpleChoice', { identifier: id }, text(content))),
      ),
    ],
    processing: { template: 'match_correct' },
    feedbacks: [],
  };
}

function scaleOf({ form }: Question<ScaleForm>): Interaction {
  const { min, max, step, target, reasons } = form;
  const middle = target ? min + Math.ceil((target.from - min) / step) * step : null;
  return {
    response: { cardinality: 'single', baseType: 'integer', correct: middle === null ? [] : [String(middle)] },
    body: [
      element('sliderInteraction', {
        responseIdentifier,
        lowerBound: String(min),
        upperBound: String(max),
        step: String(step),
      }),
    ],
    processing: target ? [scoreScale(form, target)] : [showOne([], 'any')],
    feedbacks: Object.entries(reasons)
      .filter(([, reason]) => reason.length > 0)
      .map(([identifier, reason]) => ({ identifier, content: asBlocks(reason) })),
  };
}

function textEntryOf({ form, points }: Question<ShortTextForm>): Interaction {
  const { accepted, reason, foreseen, otherwise } = form;
  const cases = [
    ...(reason.length ? [{ answers: accepted, feedback: 'accepted', reason }] : []),
    ...foreseen.map((wrong, index) => ({ ...wrong, feedback: `foreseen-${index + 1}` })),
  ];
  const longest = Math.max(...accepted.map((answer) => [...answer].length));
  return {
    response: {
      cardinality: 'single',
      baseType: 'string',
      correct: accepted.slice(0, 1),
      mapping: {
        entries: accepted.map((answer) => [answer, points || 1] as const),
        upper: points || 1,
        foldCase: true,
      },
    },
    body: [
      element('p', {}, [element('textEntryInteraction', { responseIdentifier, expectedLength: String(longest) })]),
    ],
    processing: [
      mapResponse(),
      showOne(
        cases.map(({ answers, feedback }) => ({ when: isAnyOf(answers), feedback })),
        'otherwise',
      ),
    ],
    feedbacks: [
      ...cases.map((one) => ({ identifier: one.feedback, content: asBlocks(one.reason) })),
      { identifier: 'otherwise', content: asBlocks(otherwise) },
    ],
  };
}

function essayOf(lines: number): Interaction {
  return {
    response: { cardinality: 'single', baseType: 'string', correct: [] },
    body: [element('extendedTextInteraction', { responseIdentifier, expectedLines: String(lines) })],
    processing: null,
    feedbacks: [],
  };
}
