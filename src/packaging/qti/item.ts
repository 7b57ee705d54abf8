import { feedbackOf } from '../feedback.ts';
import { mapElements, type Markup } from '../markup.ts';
import { hasForm, type Question } from '../question.ts';
import { element, type XmlElement } from '../xml.ts';
import { declareOutcome, declareResponse, feedbackId, solution, solutionId } from './declarations.ts';
import { fitMarkup, translateItem, type Dialect } from './dialect.ts';
import { rulesOf, showSolution } from './processing.ts';
import { interactionFor, type Feedback, type Interaction } from './interactions.ts';

/** The permanent identifier of an item. */
export function itemId({ id }: Question): string {
  return id.replaceAll('/', '.');
}

/**
 * A question as an item. What single answers show comes by rules, and after them the solution, with the reasons of
 * everything else and the licence.
 *
 * @param media the way from the item's folder to that of the pictures
 */
export function writeItem(question: Question, dialect: Dialect, media: string): XmlElement {
  const interaction = interactionFor(question);
  const { namespace, schema } = dialect;
  const item = element(
    'assessmentItem',
    {
      xmlns: namespace,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${namespace} ${schema}`,
      identifier: itemId(question),
      title: question.name,
      'xml:lang': question.locale,
      adaptive: 'false',
      timeDependent: 'false',
    },
    [
      declareResponse(interaction.response),
      ...outcomesOf(question, interaction, dialect),
      element('itemBody', {}, [...placePictures(fitMarkup(question.prompt), media), ...interaction.body]),
      ...processingOf(question, interaction, dialect),
      ...interaction.feedbacks.map((feedback) => modalFeedback(feedbackId, feedback)),
      modalFeedback(solutionId, { identifier: solution, content: feedbackOf(question) }),
    ],
  );
  return translateItem(item, dialect.version);
}

function outcomesOf(question: Question, { response, feedbacks }: Interaction, dialect: Dialect): XmlElement[] {
  const isHuman = hasForm(question, 'essay') && question.points > 0;
  const cardinality = response.cardinality === 'multiple' ? 'multiple' : 'single';
  return [
    declareOutcome('SCORE', 'float', [0], isHuman ? dialect.scoredByHuman : {}),
    declareOutcome('MAXSCORE', 'float', [mostOf(question)]),
    ...(feedbacks.length ? [declareOutcome(feedbackId, 'identifier', [], { cardinality })] : []),
    declareOutcome(solutionId, 'identifier', dialect.namesTemplates ? [solution] : []),
  ];
}

/** The most that the item's own rules give: an order is right or not, and what does not count has nothing to give. */
export function mostOf(question: Question): number {
  return question.points > 0 && hasForm(question, 'order') ? 1 : question.points;
}

function processingOf(question: Question, { processing, feedbacks }: Interaction, dialect: Dialect): XmlElement[] {
  if (processing && 'template' in processing && question.points > 0 && dialect.namesTemplates) {
    return [element('responseProcessing', { template: dialect.template(processing.template) })];
  }
  const own = processing && 'template' in processing ? [rulesOf(processing.template)] : (processing ?? []);
  // What does not count shows its reasons all the same: the rules after those that score.
  const rules = question.points > 0 ? own : feedbacks.length ? own.slice(-1) : [];
  const all = dialect.namesTemplates ? rules : [...rules, showSolution()];
  return all.length ? [element('responseProcessing', {}, all)] : [];
}

function modalFeedback(outcomeIdentifier: string, { identifier, content }: Feedback): XmlElement {
  return element('modalFeedback', { outcomeIdentifier, identifier, showHide: 'show' }, fitMarkup(content));
}

function placePictures(markup: Markup, media: string): Markup {
  return mapElements(markup, (node) =>
    node.name === 'img'
      ? { ...node, attributes: { ...node.attributes, src: `${media}/${node.attributes['src'] ?? ''}` } }
      : node,
  );
}
